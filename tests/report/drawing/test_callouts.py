"""Lists of what signs stand for."""

from __future__ import annotations

import re

from detente.report.drawing.callouts import listed

SHORT = [(str(number), (name,)) for number, name in enumerate(("Kars", "Meghri", "Poti", "Razi", "Tabriz"), start=1)]


def test_short_entries_share_a_line_where_there_is_room() -> None:
    body, foot = listed(SHORT, 720, 20)
    narrow, lower = listed(SHORT, 110, 20)
    places = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', body)

    assert len(places) == len(set(places)) == len(SHORT)
    assert len({y for _, y in places}) == 1
    assert all(float(x) < 720 for x, _ in places)
    assert len(set(re.findall(r'<text x="28" y="([\d.]+)"', narrow))) == len(SHORT)
    assert foot < lower


def test_an_entry_of_several_lines_has_them_to_itself() -> None:
    long = ("6", ("A way that is told at such length that no line of this width could ever hold all of its words",))
    body, _ = listed([*SHORT, long], 320, 20)

    assert set(re.findall(r'<text x="([\d.]+)"', body)) == {"28"}

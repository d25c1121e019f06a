"""Looking again: a page that was made of what earlier versions left is the page that a first look gives."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import ROOT

from detente.lenses.look import AskError
from detente.session import CaseError, open_case
from detente.session.live import Live, answer, put_aside

EVERYTHING = (ROOT / "tests" / "workbench" / "web" / "everything.yaml").read_text("utf-8")
EDITS = {
    "as it is": ("", ""),
    "a comment": ("# A case", "# The case"),
    "an event": ("They talk", "They shout"),
    "a date": ("date: 2025-05-02", "date: 2025-04-02"),
    "a wish": ("when: not pay", "when: pay"),
    "an effect": ("effect: 2", "effect: [-1, 3]"),
    "a state": ("history: [{is: bad", "history: [{is: good"),
    "a link": ("km: 320", "km: 3200"),
    "a flow": ("kt: [300, 500]", "kt: 30"),
    "a reservation value": ("batna: 0.3", "batna: 0.55"),
    "a scenario": ("{drop: conflict.upper.u-save}", "{drop: conflict.lower.l-rest}"),
    "keys in another order": ("{id: new, text: A new one}", "{text: A new one, id: new}"),
    "outcomes in another order": ("{new: 0.9, old: 0.1}", "{old: 0.1, new: 0.9}"),
    "a truth for a number": ("effect: 2", "effect: 1"),
    "a name": ("name: Upper Bank", "name: Far Bank"),
    "a duration": ("duration: [30, 60]", "duration: [300, 600]"),
    "back again": ("", ""),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ferry.yaml"


@pytest.mark.slow
def test_what_is_kept_of_earlier_versions_changes_no_page(path: Path) -> None:
    live, pages = Live(path), {}
    for name, (old, new) in EDITS.items():
        path.write_text(EVERYTHING.replace(old, new) if old else EVERYTHING, encoding="utf-8")
        assert old in EVERYTHING, name
        pages[name] = live.page(None, None, "detente report ferry.yaml", None)
        assert pages[name] == Live(path).page(None, None, "detente report ferry.yaml", None), name
        assert live.report("x") == Live(path).report("x"), name
    assert pages["back again"] == pages["as it is"]
    differing = [one for one, other in pairwise(EDITS) if pages[one] != pages[other]]
    assert len(differing) >= len(EDITS) - 2


def test_the_same_text_gives_the_same_case_with_all_that_was_worked_out(path: Path) -> None:
    path.write_text(EVERYTHING, encoding="utf-8")
    live = Live(path)
    first = live.case({})
    assert live.case({}) is first
    assert live.case({path.name: EVERYTHING}) is first
    assert live.case({path.name: EVERYTHING + "# more\n"}) is not first


def test_a_case_with_errors_has_no_page_and_says_all_of_them(path: Path) -> None:
    path.write_text(EVERYTHING.replace("drop: conflict.upper.u-save", "drop: conflict.upper.nothing"), encoding="utf-8")
    live = Live(path)
    with pytest.raises(CaseError, match="nothing"):
        live.report("x")
    with pytest.raises(CaseError, match="nothing"):
        live.sight({}, None, None)
    path.write_text(EVERYTHING, encoding="utf-8")
    assert "They talk" in live.report("x")


def test_a_page_beside_a_bar_has_no_choice_of_its_own(path: Path) -> None:
    path.write_text(EVERYTHING, encoding="utf-8")
    live = Live(path)
    assert "What if?" in live.report("x")
    assert len(live.page(None, None, "x", None)) < len(live.report("x"))


def test_it_opens_with_what_changed_since(path: Path, tmp_path: Path) -> None:
    path.write_text(EVERYTHING, encoding="utf-8")
    live, aside = Live(path), tmp_path / "aside"
    begun = put_aside(open_case(path), aside)
    assert begun.read_text("utf-8") == EVERYTHING
    path.write_text(EVERYTHING.replace("They talk", "They shout"), encoding="utf-8")
    page = live.page(None, None, "x", begun)
    assert "They shout" in page
    assert "What changed" in page
    assert "What changed" not in live.page(None, None, "x", None)
    begun.write_text(EVERYTHING.replace("{id: calm", "{id: calmer"), encoding="utf-8")
    with pytest.raises(AskError, match="has no scenario 'calm'"):
        live.page(None, "calm", "x", begun)
    begun.write_text("case: {}", encoding="utf-8")
    with pytest.raises(AskError, match="has errors"):
        live.page(None, None, "x", begun)


def live_changes(path: Path, begun: Path) -> str:
    """Return the part of the page that says what changed."""
    page = Live(path).page(None, None, "x", begun)
    return page.partition("id=changes-since ")[2].partition("</article>")[0]


def test_a_file_that_is_new_has_changed_since(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "case.yaml").write_text(EVERYTHING, encoding="utf-8")
    begun = put_aside(open_case(folder), tmp_path / "aside")
    (folder / "more.yaml").write_text(
        "events: [{id: storm, date: 2025-05-20, what: A storm, cites: [gazette ¶2]}]\n", encoding="utf-8"
    )
    assert "1 record added" in live_changes(folder, begun)


@pytest.mark.usefixtures("forgiving")
def test_a_fault_costs_one_section_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a fault")

    path.write_text(EVERYTHING, encoding="utf-8")
    live = Live(path)
    monkeypatch.setattr("detente.session.sight.Sight._brief_of", fails)
    found = answer(live, "page", (None, None, "x", None))
    assert found.value is not None, found.faults
    assert "They talk" in found.value
    assert (found.problems, [fault.partition(":")[0] for fault in found.faults]) == (
        (),
        ["the section 'brief' of 'report' could not be worked out"],
    )
    monkeypatch.setattr(Live, "sight", fails)
    found = answer(live, "page", (None, None, "x", None))
    assert (found.value, found.problems, len(found.faults)) == (None, (), 1)

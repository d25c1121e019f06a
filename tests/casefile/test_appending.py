"""Appending to a list of a case: what stands there stays, byte for byte, and the records come behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from detente.casefile.yaml_text.appending import appended, records_of

HEAD = "case: {id: demo, as_of: 2025-06-01}\n"
NEW: list[dict[str, Any]] = [{"id": "wire", "title": "A: wire, # no comment"}, {"id": "x", "note": "y"}]

FILES = {
    "a list in lines": HEAD + "# before\nsources:\n  # first\n  - id: a\n    title: A  # why\n\n# behind\nactors: []\n",
    "a list that is not indented": HEAD + "sources:\n- id: a\n- id: b # last\n# end",
    "records in braces": HEAD + "sources:\n  - {id: a, title: A}   # why\n\nactors: []\n",
    "a list in brackets": HEAD + "sources: [{id: a}, {id: b}]  # why\n",
    "a list in brackets, with a comma at its end": HEAD + "sources: [\n  {id: a},  # one\n  {id: b},  # two\n]\n",
    "a list in empty brackets": HEAD + "sources: []\nactors: []\n",
    "a key alone": HEAD + "sources:   # none yet\nactors: []\n",
    "no such list": "# mine\n" + HEAD + "# the end\n",
    "no line end": HEAD.rstrip(),
    "a text of several lines at the end": HEAD
    + "sources:\n  - id: a\n    note: |\n      One.\n\n      Two.\n\n\n# behind\n",
    "everything in braces": "{case: {id: demo, as_of: 2025-06-01}, sources: [{id: a}]}\n",
    "everything in braces, and no such list": "{case: {id: demo, as_of: 2025-06-01}}\n",
    "a document with an end": HEAD + "sources:\n  - id: a\n...\n",
    "a document with an end, and no such list": "---\n" + HEAD + "...\n",
}


@pytest.mark.parametrize("text", FILES.values(), ids=list(FILES))
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "mark"])
def test_the_old_text_stays_and_the_records_come_behind(text: str, end: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes((mark + text.replace("\n", end)).encode())
    before = yaml.safe_load(text)
    found = appended(path, "sources", NEW)

    assert found is not None
    assert found[0] == path
    after = found[1].decode()
    assert after.startswith(mark)
    assert yaml.safe_load(after.removeprefix("\ufeff")) == before | {"sources": (before.get("sources") or []) + NEW}
    rest = iter(after)
    assert all(sign in rest for sign in mark + text.replace("\n", end))  # nothing is taken away or moved
    assert ("\r\n" in after) == (end == "\r\n" and "\n" in text)
    assert after.count("\n") == after.count(end if "\n" in text else "\n")
    for line in text.splitlines():
        assert line.partition("#")[2] in after


def test_records_are_written_as_their_neighbours_are(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + "sources:\n  - {id: a, title: A}\n", "utf-8")
    found = appended(path, "sources", NEW[1:])

    assert found is not None
    assert found[1].decode() == HEAD + "sources:\n  - {id: a, title: A}\n  - {id: x, note: y}\n"


def test_the_file_with_most_of_a_list_goes_on(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(HEAD + "sources: [{id: a}]\n", "utf-8")
    (tmp_path / "more.yaml").write_text("sources: [{id: b}, {id: c}]\n", "utf-8")
    (tmp_path / "sealed.yaml").write_text("sources: [{id: d}, {id: e}, {id: f}]\n", "utf-8")

    assert (appended(tmp_path, "sources", NEW) or ("",))[0] == tmp_path / "more.yaml"
    assert (appended(tmp_path, "events", NEW) or ("",))[0] == tmp_path / "case.yaml"


def test_only_one_list_can_be_appended() -> None:
    assert records_of("sources:\n- id: a\n") == ("sources", [{"id": "a"}])
    assert records_of("sources: []\nactors: []\n") is None
    assert records_of("corridor: {nodes: []}\n") is None

"""Files and folders: what belongs to a case, and what is refused before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.casefile.files import MAX_BYTES
from detente.session import open_case

HEADER = "case: {id: demo, as_of: 2025-07-10}\n"


def codes(path: Path) -> list[str]:
    return [found.code for found in open_case(path).diagnostics]


def test_every_yaml_file_of_a_folder_contributes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER + "actors: [{id: north, name: North, kind: state}]\n")
    (tmp_path / "b.yaml").write_text("actors: [{id: south, name: South, kind: state}]\n")
    (tmp_path / "notes.txt").write_text("not part of the case")

    case = open_case(tmp_path)

    assert [actor.id for actor in case.case.actors] == ["north", "south"]
    assert case.diagnostics == ()


def test_keys_of_a_single_record_may_come_from_two_files_but_not_twice(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER)
    (tmp_path / "b.yaml").write_text("case: {title: Demo}\n")
    (tmp_path / "c.yaml").write_text("case: {title: Other}\n")

    case = open_case(tmp_path)

    assert case.case.case.title == "Demo"
    assert [(d.code, Path(d.span.path).name) for d in case.diagnostics] == [("DT011", "c.yaml")]


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(HEADER.encode() + b"# caf\xe9\n")

    found = open_case(path).diagnostics[0]

    assert (found.code, found.span.line, found.span.column) == ("DT002", 2, 6)


def test_utf16_is_not_utf8_and_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "wide.yaml").write_bytes(HEADER.encode("utf-16"))
    (tmp_path / "marked.yaml").write_bytes(b"\xef\xbb\xbf" + HEADER.encode())

    assert "DT002" in codes(tmp_path / "wide.yaml")
    assert codes(tmp_path / "marked.yaml") == []


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)

    found = open_case(path).diagnostics

    assert [d.code for d in found] == ["DT003"]
    assert "100 MiB" in found[0].message
    assert f"{MAX_BYTES // 2**20} MiB" in found[0].message


def test_a_folder_without_case_files(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["DT004"]


def test_a_file_that_looks_like_a_case_but_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER)
    (tmp_path / "b.yml").write_text("actors: []\n")

    case = open_case(tmp_path)

    assert [d.code for d in case.diagnostics] == ["DT005"]
    assert case.errors == ()


def test_something_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").mkdir()

    assert codes(tmp_path) == ["DT001"]


def test_an_alias_bomb_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    levels = "\n".join(f"l{k}: &l{k} [{', '.join([f'*l{k - 1}'] * 10)}]" for k in range(1, 12))
    path.write_text(f"{HEADER}l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n{levels}\n")

    assert codes(path) == ["DT013"]


def test_aliases_in_moderation_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        HEADER + "actors:\n  - {id: north, name: North, kind: state, aliases: &names [N]}\n"
        "  - {id: south, name: South, kind: state, aliases: *names}\n"
    )

    assert open_case(path).case.actors[1].aliases == ("N",)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "null\n", "case:\n"])
def test_a_case_without_a_header_says_so(text: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text)

    found = open_case(path).diagnostics

    assert [d.code for d in found] == ["DT101"]
    assert "case" in found[0].message


def test_sealed_files_are_checked_but_stay_out_of_the_case(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}\n")
    sealed = tmp_path / "later.sealed.yaml"
    sealed.write_text("events: [{id: later, date: 2025-08-08, what: It came about}]\n")

    case = open_case(tmp_path)
    assert case.diagnostics == ()
    assert case.case.events == ()

    sealed.write_text("events: [{id: later, date: 2025-08-98, what: It came about}]\n")
    assert codes(tmp_path) == ["DT104"]


def test_the_version_changes_with_any_byte(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEADER)
    before = open_case(path).loaded.version
    path.write_text(HEADER + "# a comment\n")

    assert open_case(path).loaded.version != before

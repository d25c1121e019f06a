"""One wrong id is one problem, however many lines it breaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.case_text import problems
from tests.conftest import ROOT, Opener

from detente.session import open_case

FLAGSHIP = ROOT / "examples" / "south-caucasus"

SLIPS = {
    "the id of an actor": ("actors.yaml", "id: armenia", "id: armenai", ["DT201 no actor has the id 'armenia'"]),
    "the actor of a decision maker": (
        "conflict.yaml",
        "- actor: armenia",
        "- actor: armenai",
        ["DT201 no actor has the id 'armenai'"],
    ),
    "the actor of a party": (
        "settlement.yaml",
        "- actor: armenia",
        "- actor: armenai",
        ["DT201 no actor has the id 'armenai'"],
    ),
    "who consents to a joint act": (
        "conflict.yaml",
        "by: [azerbaijan, armenia]",
        "by: [azerbaijan, armenja]",
        ["DT201 no actor has the id 'armenja'"],
    ),
    "the id of an option": ("conflict.yaml", "- id: sign\n", "- id: sgin\n", ["DT201 no option has the id 'sign'"]),
    "the id of an issue": (
        "formats-and-issues.yaml",
        "- id: constitution\n",
        "- id: constitutoin\n",
        ["DT201 no issue has the id 'constitution'"],
    ),
    "a key of a record": (
        "actors.yaml",
        "name: Armenia\n",
        "nmae: Armenia\n",
        ["DT100 actors 'armenia': unknown key 'nmae'"],
    ),
    "the name of a section": ("actors.yaml", "actors:\n", "actor:\n", ["DT021 unknown section 'actor'"]),
    "a bracket": ("actors.yaml", "actors:\n", "actors: [\n", ["DT010"]),
}


@pytest.mark.slow
@pytest.mark.parametrize(("file", "old", "new", "expected"), SLIPS.values(), ids=list(SLIPS))
def test_a_slip_of_the_flagship_is_one_problem(
    file: str, old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    shutil.copytree(FLAGSHIP, tmp_path / "case")
    path = tmp_path / "case" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    found = [f"{d.code} {d.message}" for d in open_case(tmp_path / "case").diagnostics]
    assert [message[: len(words)] for message, words in zip(found, expected, strict=True)] == expected


NETWORK = ["corridor.yaml", "corridor.nodes.csv", "corridor.links.csv", "corridor.flows.csv", "control.yaml"]


@pytest.mark.parametrize("file", ["actors.yaml", "conflict.yaml", "formats-and-issues.yaml", "case.yaml", *NETWORK])
def test_a_file_that_cannot_be_read_is_one_problem(file: str, tmp_path: Path) -> None:
    shutil.copytree(FLAGSHIP, tmp_path / "case")
    (tmp_path / "case" / file).write_bytes(b"actors: \xff\n")

    assert [found.code for found in open_case(tmp_path / "case").diagnostics] == ["DT002"]


def test_the_problem_names_the_other_places(opened: Opener) -> None:
    case = opened("""
        actors: [{id: north, name: North, kind: state}]
        formats: [{id: f, parties: [nroth]}, {id: g, parties: [nroth]}]
        events: [{id: e, date: 2025, what: w, actors: [nroth], assumption: x}]
    """)

    [found] = case.diagnostics
    assert (found.span.line, found.code) == (4, "DT201")
    assert found.hint == "did you mean 'north'?; the same id stands in line 4, line 5"


def test_a_slip_hides_no_other(opened: Opener) -> None:
    found = problems(opened("formats: [{id: f, parties: [nroth]}, {id: g, parties: [sotuh]}]"))

    assert found == ["2:29 DT201 no actor has the id 'nroth'", "2:56 DT201 no actor has the id 'sotuh'"]


@pytest.mark.slow
def test_one_letter_of_the_flagship_raises_one_problem_or_none(tmp_path: Path) -> None:
    """Two neighbouring letters change places, anywhere in the files."""
    shutil.copytree(FLAGSHIP, tmp_path / "case")
    most: list[int] = []
    for path in sorted((tmp_path / "case").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        places = [k for k in range(len(text) - 1) if text[k : k + 2].isalpha() and text[k] != text[k + 1]]
        for at in places[97 :: len(places) // 4]:
            path.write_text(text[:at] + text[at + 1] + text[at] + text[at + 2 :], encoding="utf-8")
            most.append(len(open_case(tmp_path / "case").diagnostics))
        path.write_text(text, encoding="utf-8")

    broken = [number for number in most if number]
    assert len(broken) > 10
    assert max(broken) <= 2
    assert sum(broken) <= len(broken) + 2

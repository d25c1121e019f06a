"""Supposing: what is asked in the page is what a scenario with the same changes says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT

from detente.session import CaseError, open_case
from detente.session.live import Live, changes_of

EVERYTHING = (ROOT / "tests" / "workbench" / "web" / "everything.yaml").read_text("utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.yaml"
    path.write_text(EVERYTHING, encoding="utf-8")
    return path


def test_what_may_be_supposed_stands_in_the_case(path: Path) -> None:
    found = Live(path).supposable({}, None)
    assert [each.path for each in found.wishes] == [
        "conflict.upper.u-sail",
        "conflict.upper.u-save",
        "conflict.lower.l-pay",
        "conflict.lower.l-rest",
    ]
    assert [(each.path, each.low, each.high) for each in found.reservations] == [
        ("settlement.upper.batna", 0.2, 0.4),
        ("settlement.lower.batna", 0.3, 0.3),
    ]
    assert [(each.path, each.is_open) for each in found.ways] == [
        ("corridor.links.line", False),
        ("corridor.links.way", True),
    ]
    assert found.ways[0].choices == (("status=closed", "closed"), ("regime=free", "Free"))
    assert found.ways[1].choices == (("status=closed", "closed"),)


SUPPOSED = {
    "a wish": changes_of(["conflict.upper.u-save"], {}, {}),
    "a reservation value": changes_of([], {"settlement.lower.batna": (0.55, 0.6)}, {}),
    "a number": changes_of([], {"settlement.lower.batna": (0.7, 0.7)}, {}),
    "a link": changes_of([], {}, {"corridor.links.line": "regime=free"}),
    "all at once": changes_of(
        ["conflict.lower.l-rest"], {"settlement.upper.batna": (0, 0.1)}, {"corridor.links.line": "regime=free"}
    ),
}


@pytest.mark.parametrize("changes", SUPPOSED.values(), ids=list(SUPPOSED))
def test_it_is_what_a_scenario_says(path: Path, changes: list[dict[str, object]]) -> None:
    live = Live(path)
    found = live.suppose({}, None, changes)
    written = live.with_scenario({}, "Otherwise", changes)
    assert path.read_text("utf-8") == EVERYTHING
    path.write_text(written.text, encoding="utf-8")
    case = open_case(path)
    assert case.errors == ()
    assert written.text.splitlines()[written.line - 1].lstrip().startswith("- {id: otherwise")
    before, now = case.at(), case.at(scenario="otherwise")
    assert found.before.sentences == before.brief().sentences
    assert found.now.sentences == now.brief().sentences
    assert found.turned == now.since(before).verdicts


def test_what_turns_is_told(path: Path) -> None:
    turned = {name: Live(path).suppose({}, None, changes).turned for name, changes in SUPPOSED.items()}
    assert {name for name, found in turned.items() if found} >= {"a wish", "a number", "all at once"}


def test_what_does_not_fit_is_told(path: Path) -> None:
    live = Live(path)
    with pytest.raises(CaseError, match="u-nothing"):
        live.suppose({}, None, changes_of(["conflict.upper.u-nothing"], {}, {}))
    with pytest.raises(CaseError, match=r"'1\.5'|1\.5|at most"):
        live.with_scenario({}, "x", changes_of([], {"settlement.upper.batna": (1.5, 1.5)}, {}))
    path.write_text("case: {id: ferry}", encoding="utf-8")
    with pytest.raises(CaseError):
        live.suppose({}, None, [])


def test_an_id_that_is_taken_is_not_given_again(path: Path) -> None:
    found = Live(path).with_scenario({}, "Calm", changes_of(["conflict.upper.u-save"], {}, {}))
    assert "id: calm-2" in found.text.splitlines()[found.line - 1]

"""Weights in a conflict whose states are not listed: refused at once where their sums are too many, and only there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.case_text import problems
from tests.conftest import Opener

from detente.lenses.conflict.options import ConflictOptions
from detente.methods.gmcr.symbolic import diagram, sums
from detente.models.conflict import size as conflict_size
from detente.session import CaseError

ODD = [1000 + k * k * 37 % 991 for k in range(40)]
"""No two subsets of these have much in common: some thirty thousand sums."""


def weighed(weights: Sequence[float], *, available: str = "") -> str:
    """Return the text of a conflict of two decision makers with half of the options each, and the same weights."""
    given = ", ".join(f"o{k}: {weight}" for k, weight in enumerate(weights))
    half = len(weights) // 2
    makers = "".join(
        f"    - actor: d{i}\n      options:\n"
        + "".join(f"        - {{id: o{k}{available if k > 3 else ''}}}\n" for k in range(i * half, (i + 1) * half))
        + f"      preferences: {{weights: {{{given}}}}}\n"
        for i in range(2)
    )
    return (
        "case: {id: weighed, as_of: 2025-07-10}\n"
        "actors: [{id: d0, name: D0, kind: state}, {id: d1, name: D1, kind: state}]\n"
        f"conflict:\n  assumption: made up\n  decision_makers:\n{makers}"
    )


def test_weights_with_too_many_sums_are_refused_before_any_diagram(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagram, "MAX_NODES", 0)  # nothing can be made
    case = opened(weighed(ODD))
    found = [each for each in case.diagnostics if each.code == "DT550"]

    assert len(found) == 2
    assert all("these weights have more than 1,638 different sums" in each.message for each in found)
    assert all("up to 24 options are answered by listing their states" in each.hint for each in found)
    assert all("round weights" in each.hint and "fewer statements" not in each.hint for each in found)
    with pytest.raises(CaseError, match="DT550 these weights have more than 1,638 different sums"):
        case.at().conflict()


@pytest.mark.parametrize("weights", [[1.0] * 40, [0.1, 0.2, 0.3, -0.4] * 10, [float(1 << k) for k in range(40)]])
def test_few_sums_are_no_problem(opened: Opener, weights: list[float]) -> None:
    assert problems(opened(weighed(weights))) == []


def test_weights_that_outweigh_each_other_are_answered_at_any_size(opened: Opener) -> None:
    """Each weight counts more than all before it: everybody takes all its options, and 2^40 sums are no trouble."""
    found = opened(weighed([float(1 << k) for k in range(40)])).at().conflict().document

    assert found["too_large"] == {}
    assert {key: each["count"] for key, each in found["equilibria"].items()}["nash"] == 1
    assert found["equilibria"]["nash"]["first"] == ["Y" * 40]


def test_options_closed_at_the_date_count_for_nothing(opened: Opener) -> None:
    case = opened(weighed(ODD, available=", available: 2026"))

    assert problems(case) == []
    assert case.at().conflict().document["equilibria"]["nash"]["first"] == ["YYYY" + "N" * 36]
    with pytest.raises(CaseError, match="DT550"):
        case.at("2027-01-01").conflict()


def test_states_that_can_be_listed_may_have_any_sums(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "MAX_NODES", 1)
    case = opened(weighed(ODD[:4]))

    assert problems(case) == []
    assert case.at().look("conflict", ConflictOptions(engine="symbolic")).document["equilibria"]["nash"]["count"] == 1


def test_the_size_named_is_one_that_is_listed(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two decision makers give two answers a state, so 2^7 answers are six options' and no more."""
    monkeypatch.setattr(conflict_size, "MAX_ANSWERS", 1 << 7)
    monkeypatch.setattr(sums, "MAX_NODES", 1)
    [first, _] = opened(weighed(ODD[:8])).diagnostics

    assert "up to 6 options, of 2 decision makers, are answered by listing" in first.hint
    assert problems(opened(weighed(ODD[:6]))) == []
    assert opened(weighed(ODD[:6])).at().conflict().document["states"]["list"] is not None

"""``detente.conflict/1`` against a reading from the definitions that shares no code with ours."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from tests.conftest import Opener

from detente.lenses.conflict.options import ConflictOptions

CASE = """
    case: {id: demo, as_of: 2025-07-10}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    steps: [{id: vote, name: The vote, status: scheduled, date: 2026-06}]
    conflict:
      decision_makers:
        - actor: north
          options:
            - {id: sign, text: Sign, direction: take-only}
            - {id: amend, text: Amend%s}
          preferences: {assumption: a, statements: [{when: "not (sign and not pay)"}, {when: sign or amend}]}
        - actor: south
          options: [{id: pay, text: Pay}, {id: wait, text: Wait, direction: drop-only}]
          preferences: {assumption: a, weights: {pay: -1, sign: 2, wait: 1}}
      infeasible: [{when: sign and amend}, {at_least_one: [sign, pay, wait]}]
      status_quo: [pay]
      named_states: {deal: [sign, pay]}
"""
MAKERS = {"north": (0, 1), "south": (2, 3)}
Rank = Callable[[str], Any]
WORTH: dict[str, Rank] = {
    "north": lambda s: (not (s[0] == "Y" and s[2] == "N"), "Y" in s[:2]),
    "south": lambda s: 2 * (s[0] == "Y") - (s[2] == "Y") + (s[3] == "Y"),
}


class Twin:
    """Stability by the definitions, state by state, for two decision makers."""

    def __init__(self, *, amend: bool) -> None:
        every = ("".join(marks) for marks in product("NY", repeat=4))
        self.states = [s for s in every if s[:2] != "YY" and set(s[0] + s[2:]) != {"N"} and (amend or s[1] == "N")]

    def moves(self, maker: str, s: str) -> list[str]:
        """Return where a decision maker can go: sign is not taken back, wait not taken up."""
        own = MAKERS[maker]
        return [t for t in self.states if t != s and self.differ(s, t) <= set(own) and t[0] >= s[0] and t[3] <= s[3]]

    @staticmethod
    def differ(s: str, t: str) -> set[int]:
        """Return the places of the options that differ."""
        return {k for k in range(4) if s[k] != t[k]}

    def gains(self, maker: str, s: str) -> list[str]:
        """Return the moves to better states."""
        return [t for t in self.moves(maker, s) if WORTH[maker](t) > WORTH[maker](s)]

    def stable(self, concept: str, maker: str, s: str) -> bool:
        """Return whether a decision maker stays: nothing gained, or every gain answered."""
        other = "south" if maker == "north" else "north"
        answers = self.gains if "seq" in concept else self.moves
        worth = WORTH[maker]

        def punishes(u: str) -> bool:
            escapes = self.moves(maker, u) if concept in ("smr", "sseq") else []
            return all(worth(v) <= worth(s) for v in [u, *escapes])

        if concept == "nash":
            return not self.gains(maker, s)
        return all(any(punishes(u) for u in answers(other, t)) for t in self.gains(maker, s))

    def document(self) -> dict[str, Any]:
        """Return the document of the contract."""
        concepts = ("nash", "gmr", "smr", "seq", "sseq")
        stability = {c: {m: [s for s in self.states if self.stable(c, m, s)] for m in MAKERS} for c in concepts}
        return {
            "format": "detente.conflict/1",
            "case": "demo",
            "as_of": "2025-07-10",
            "scenario": None,
            "determined": True,
            "because": None,
            "beyond_knowledge": False,
            "decision_makers": ["north", "south"],
            "options": ["sign", "amend", "pay", "wait"],
            "status_quo": "NNYN",
            "states": {"count": len(self.states), "list": self.states},
            "rank": {maker: self.ranks(WORTH[maker]) for maker in MAKERS},
            "stability": stability,
            "equilibria": {c: [s for s in self.states if all(s in stability[c][m] for m in MAKERS)] for c in concepts},
            "named": {"deal": "YNYN"},
            "red_lines": {},
        }

    def ranks(self, worth: Rank) -> dict[str, int]:
        """Return ranks from 1; ties share one."""
        levels = sorted({worth(s) for s in self.states}, reverse=True)
        return {s: levels.index(worth(s)) + 1 for s in self.states}


@pytest.mark.parametrize(("available", "amend"), [("", True), (", available: step:vote", False)])
def test_the_document_is_what_the_definitions_say(available: str, amend: bool, opened: Opener) -> None:
    document = dict(opened(CASE % available).at().conflict().document)

    del document["ranking"]  # judged by hand in test_conflict_ranking
    twin = Twin(amend=amend).document()
    assert len(twin["states"]["list"]) == (10 if amend else 7)
    assert document == twin


def test_keys_stand_in_the_order_of_the_contract(opened: Opener) -> None:
    document = opened(CASE % "").at().conflict().document
    head = ["format", "case", "as_of", "scenario", "determined", "because", "beyond_knowledge"]
    model = ["decision_makers", "options", "status_quo", "states", "rank"]

    assert list(document) == [*head, *model, "stability", "equilibria", "named", "ranking", "red_lines"]
    assert {"nash", "gmr", "smr", "seq", "sseq"} <= set(document["stability"]) == set(document["equilibria"])


def test_long_lists_become_counts_with_the_first_ones(opened: Opener) -> None:
    sight = opened(CASE % "").at()
    whole, brief = (sight.look("conflict", ConflictOptions(n)).document for n in (10, 9))

    assert whole == sight.conflict().document
    assert brief["states"] == {"count": 10, "list": None}
    assert brief["rank"] is None
    for concept, by_maker in whole["stability"].items():
        for maker, found in by_maker.items():
            assert brief["stability"][concept][maker] == {"count": len(found), "first": found[:20]}
        found = whole["equilibria"][concept]
        assert brief["equilibria"][concept] == {"count": len(found), "first": found[:20]}
    assert {key: brief[key] for key in ("status_quo", "named", "options")} == {
        key: whole[key] for key in ("status_quo", "named", "options")
    }


def test_a_conflict_without_status_quo_has_none(opened: Opener) -> None:
    found = opened((CASE % "").replace("status_quo: [pay]", "")).at().conflict()

    assert found.document["status_quo"] is None
    assert [finding.id for finding in found.findings] == [
        *("matrix", "equilibria", "robustness", "trial", "lasting", "model"),
    ]

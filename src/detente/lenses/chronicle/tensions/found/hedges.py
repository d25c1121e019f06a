"""Hedges: what an actor demands, told once with a word that softens it and once without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.lenses.chronicle.tensions.found.tension import Found, Told, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.citation import Citation, Claim
    from detente.case.position import Position
    from detente.case.step import Step
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class _Demand:
    """What an actor asks for, or wants: its record, and the words for it."""

    id: str
    words: str
    claim: Claim

    @property
    def hedge(self) -> str:
        """The word that softens it; empty where none does."""
        return self.claim.hedge or next((cite.hedge for cite in self.claim.cites if cite.hedge), "")

    @property
    def cites(self) -> tuple[Citation, ...]:
        return self.claim.cites


def find(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield the demands that one record softens and another, which rests on other passages, does not.

    Two records tell one demand where an actor's positions on one issue, of one kind, say the same in the same words, or
    where it demands something on an issue and one step of that issue alone is demanded by it.
    """
    for one, other in _pairs(look):
        soft, hard = (one, other) if one.hedge else (other, one)
        readings = Told(f"“{soft.hedge}”: {soft.words}", soft.cites), Told(f"without it: {hard.words}", hard.cites)
        rests = readings[0].passages and readings[1].passages and not readings[0].passages & readings[1].passages
        if soft.hedge and not hard.hedge and rests:
            yield Found("hedge", (soft.id, hard.id), soft.words, readings)


def _pairs(look: Look[ChronicleOptions]) -> Iterator[tuple[_Demand, _Demand]]:
    known: dict[object, Position] = {}
    steps: dict[tuple[str, str], list[Step]] = {}
    for step in look.moment.past.steps:
        for actor in step.demanded_by if step.issue else ():
            steps.setdefault((actor, step.issue or ""), []).append(step)
    for position in look.moment.past.positions:
        key = position.actor, position.issue, position.kind, words(position.stance or "")
        first = known.setdefault(key, position)
        if first is not position and position.stance:
            yield _demand(look, first), _demand(look, position)
        asked = steps.get((position.actor, position.issue), [])
        if position.kind == "demand" and len(asked) == 1:
            yield _demand(look, position), _Demand(asked[0].id, asked[0].name, asked[0])


def _demand(look: Look[ChronicleOptions], position: Position) -> _Demand:
    called = look.situation.names
    about = f"{called[position.actor]} on {called[position.issue]}"
    return _Demand(position.id or about, position.stance or about, position)

"""Capitals: what each state calls the way, what it wants of it, and what it gains, all told alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.corridor.balance.rows import actors_of
from detente.lenses.corridor.balance.table import moved
from detente.lenses.corridor.numbers import signed
from detente.lenses.evidence import evidence
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.citation import Claim
    from detente.case.issue import Issue
    from detente.case.position import Position
    from detente.case.term import Term
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen

_MOST = 3
_MILLION = 1e6


def capitals(world: Seen, whom: Balance) -> Iterator[Statement]:
    """Yield for each state of the balance what it calls the way, what it wants of it and what it gains."""
    actors, issues = actors_of(world), _issues(world)
    if not any(_terms(world, each.id, issues) or _wants(world, each.id, issues) for each in actors.values()):
        return
    for place in whom.countries:
        code = world.model.countries[place]
        actor = actors.get(code)
        if actor is None or not actor.role:
            continue
        terms, wants = _terms(world, actor.id, issues), _wants(world, actor.id, issues)
        says = listed([f"“{term.term}”" for term in terms]) or "nothing of its own on record"
        asks = listed([f"“{_stance(each)}”" for each in wants]) or "nothing on record"
        text = f"{actor.name} calls it: {says}. It wants: {asks}. In the model, {_gains(world, whom, place)}."
        cites = dict.fromkeys(cite for each in (*terms, *wants) for cite in evidence(each.cites))
        yield Statement(text, tuple(cites))


def headline(world: Seen, whom: Balance) -> str:
    """Return in which order the worlds are told."""
    labels = listed([f"“{world.model.worlds[number].label}”" for number in _worlds(world, whom)])
    return f"Each state is told alike; what it gains, in this order: {labels}."


def _worlds(world: Seen, whom: Balance) -> tuple[int, ...]:
    """Return the worlds that are told: the regimes, else the first scenarios."""
    regimes = tuple(number for number in whom.worlds if world.model.worlds[number].kind == "regime")
    return regimes or whom.worlds[:_MOST]


def _gains(world: Seen, whom: Balance, place: int) -> str:
    numbers, code = _worlds(world, whom), world.model.countries[place]
    told = f"transit {listed([moved(world, number, place) for number in numbers])}"
    if code not in world.model.collectors:
        return f"{told}; no fees"
    at = world.model.collectors.index(code)
    money = [signed(float(world.earned.median[number, at]) / _MILLION, 1) for number in numbers]
    return f"{told}; fees {listed(money)} million dollars a year"


def _issues(world: Seen) -> tuple[Issue, ...]:
    """Return the issues of which an outcome takes the same options as a regime of the route."""
    taken = {frozenset(regime.takes) for regime in world.corridor.regimes if regime.takes}
    return tuple(
        issue
        for issue in world.moment.written.issues  # in which what several take together is one act
        if any(outcome.takes and frozenset(outcome.takes) in taken for outcome in issue.outcomes)
    )


def _terms(world: Seen, actor: str, issues: tuple[Issue, ...]) -> list[Term]:
    """Return the words of an actor that are cited where an issue of the route is."""
    places = {(cite.source, cite.at) for issue in issues for cite in issue.cites}
    used = (term for term in world.case.terms if actor in term.used_by)
    return [term for term in used if places & _places(term)][:_MOST]


def _places(claim: Claim) -> set[tuple[str, str | None]]:
    return {(cite.source, cite.at) for cite in claim.cites}


def _wants(world: Seen, actor: str, issues: tuple[Issue, ...]) -> list[Position]:
    """Return what an actor says it wants of the issues of the route at the date."""
    held = world.moment.situation.positions.get(actor, {})
    found = (each.position for issue in issues if issue.id in held for each in held[issue.id].standing)
    return [position for position in found if position.stance][:_MOST]


def _stance(position: Position) -> str:
    return sentence(position.stance or "").rstrip(".")

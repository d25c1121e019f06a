"""Capitals: what each state calls the way, what it wants of it, and what it gains, all told alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.corridor.balance.rows import actors_of
from detente.lenses.corridor.balance.words import gained, paid, where
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
_MANY = 4


def capitals(world: Seen, whom: Balance) -> Iterator[Statement]:
    """Yield for each state of the balance what it calls the way, what it wants of it and what it gains."""
    actors, issues = actors_of(world), _issues(world)
    for place in whom.countries:
        code = world.model.countries[place]
        actor = actors.get(code)
        if actor is None or not actor.role:
            continue
        terms, wants = _terms(world, actor.id, issues), _wants(world, actor.id, issues)
        says = listed([f"“{term.term}”" for term in terms]) or "nothing of its own on record"
        asks = listed([f"“{_stance(each)}”" for each in wants]) or "nothing on record"
        text = f"{actor.name} calls it: {says}. It wants: {asks}. In the model, its {_gains(world, whom, place)}."
        cites = dict.fromkeys(cite for each in (*terms, *wants) for cite in evidence(each.cites))
        yield Statement(text, tuple(cites))


def _gains(world: Seen, whom: Balance, place: int) -> str:
    code = world.model.countries[place]
    told = []
    for number in whom.worlds if len(whom.worlds) <= _MANY else [n for n in whom.worlds if _is_regime(world, n)]:
        each = "; ".join(filter(None, (gained(world, number, place), paid(world, number, code))))
        told.append(f"{each}{where(world, number)}")
    return listed(told, last="and") or "transit stays as it is"


def _is_regime(world: Seen, number: int) -> bool:
    return world.model.worlds[number].kind == "regime"


def _issues(world: Seen) -> tuple[Issue, ...]:
    """Return the issues of which an outcome takes the same options as a regime of the route."""
    taken = {frozenset(regime.takes) for regime in world.corridor.regimes if regime.takes}
    return tuple(
        issue
        for issue in world.case.issues
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

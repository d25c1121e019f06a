"""Affected: for whom a source expects something, by the names that stand in its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.lenses.chronicle.positions.sides import members_of, parties_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.case.actor import Actor
    from detente.case.forecast import Forecast
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look

_MOST = 5


def affecting(look: Look[ChronicleOptions]) -> tuple[tuple[Forecast, tuple[str, ...]], ...]:
    """Return the first conditional forecasts that name somebody, with whom: those about outsiders before all others.

    What a claim of the corridor tests is told there. An outsider is neither a party nor part of one. Where what is
    expected names nobody, an outsider counts who is named in its condition; where it names parties only, they do.
    """
    case = look.case
    inside = {actor.id for party in parties_of(case) for actor in members_of(case, party)}
    claims = case.corridor.claims if case.corridor is not None else ()
    tested = {claim.forecast for claim in claims if claim.predicate is not None}
    outside, among = [], []
    for forecast in look.moment.past.forecasts:
        if forecast.if_ is None or forecast.id in tested:
            continue
        then, if_ = named(case, forecast.then or ""), named(case, forecast.if_)
        others = [actor for actor in then or if_ if actor.id not in inside]
        if others:
            outside.append((forecast, tuple(actor.name for actor in others)))
        elif then:
            among.append((forecast, tuple(actor.name for actor in then)))
    return tuple([*outside, *among][:_MOST])


def named(case: Case, text: str) -> tuple[Actor, ...]:
    """Return the actors whose name or alias stands in a text as words of its own, in the order of the text."""
    called = sorted(_names(case), key=lambda each: -len(each[0]))
    found: dict[int, Actor] = {}
    for name, actor in called:
        word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for match in word.finditer(text):
            found.setdefault(match.start(), actor)
        text = word.sub(lambda match: "\0" * len(match.group()), text)  # no name within a longer one
    return tuple({found[place].id: found[place] for place in sorted(found)}.values())


def _names(case: Case) -> Iterator[tuple[str, Actor]]:
    for actor in case.actors:
        yield from ((name, actor) for name in (actor.name, *actor.aliases) if name)

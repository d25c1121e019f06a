"""Supposing: a case otherwise than it is written, beside what it is, and as a scenario that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.case.corridor.network import Link
from detente.casefile.naming import Ids
from detente.casefile.rows.adding import ids_of
from detente.changes.result import Turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.case import Case
    from detente.case.value import Value
    from detente.findings import Brief
    from detente.session.opened import OpenCase
    from detente.session.sight import Sight

_ID = "what-if"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish that may be left out.

    Attributes
    ----------
    path
        Where it stands, as scenarios write it.
    who
        Whose it is.
    text
        What it is.
    """

    path: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Reservation:
    """What no deal is worth to a party, which may be another number.

    Attributes
    ----------
    path
        Where it stands, as scenarios write it.
    who
        The party.
    low, high
        Between which numbers it lies. [0..1]
    """

    path: str
    who: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Way:
    """A link that may be opened or closed.

    Attributes
    ----------
    path
        Where it stands, as scenarios write it.
    text
        What to call it.
    is_open
        Whether it can be used.
    choices
        What may be set, as scenarios write it, and in words: a status, or the regime that it runs under.
    """

    path: str
    text: str
    is_open: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Supposable:
    """What may be supposed otherwise.

    Attributes
    ----------
    wishes, reservations, ways
        Wishes, reservation values and links that hold at the date; of the links those first that are closed.
    """

    wishes: tuple[Wish, ...]
    reservations: tuple[Reservation, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Supposed:
    """What a case says under changes, beside what it says as it is.

    Attributes
    ----------
    before, now
        The brief as it is, and under the changes.
    turned
        The verdicts that are others.
    """

    before: Brief
    now: Brief
    turned: tuple[Turned, ...]


def supposable(sight: Sight) -> Supposable:
    """Return what may be supposed otherwise of a case at a date."""
    case = sight.moment.case
    names = {actor.id: actor.name or actor.id for actor in case.actors}
    ways = sorted(_ways(case), key=lambda way: way.is_open)
    return Supposable(tuple(_wishes(case, names)), tuple(_reservations(case, names)), tuple(ways))


def supposed(before: Sight, now: Sight) -> Supposed:
    """Return what a case says under the changes of a scenario, beside what it says as it is.

    Raises
    ------
    CaseError
        If it cannot be modelled so.
    """
    return Supposed(before.brief(), now.brief(), now.since(before).verdicts)


def changes_of(
    dropped: Iterable[str], reservations: Mapping[str, Sequence[float]], ways: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return changes as scenarios write them.

    Parameters
    ----------
    dropped
        Paths of the wishes that are left out.
    reservations
        By path, the least and the most that no deal is worth.
    ways
        By path of a link, what is set: ``status`` or ``regime``, an equals sign, and a word.
    """
    moved = ((path, [*dict.fromkeys(bounds)]) for path, bounds in reservations.items())
    return [
        *({"drop": path} for path in dropped),
        *({"set": path, "to": bounds if len(bounds) > 1 else bounds[0]} for path, bounds in moved),
        *(_set(path, choice) for path, choice in ways.items()),
    ]


def scenario_of(case: OpenCase, title: str, changes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a scenario of a case that makes some changes, with an id that nothing has yet."""
    name = Ids(ids_of(case.case)).make(title, _ID)
    changed = [dict(each) for each in changes]
    return {"id": name, "title": title, "assumption": "Supposed, as no source says so.", "changes": changed}


def _wishes(case: Case, names: Mapping[str, str]) -> Iterator[Wish]:
    for maker in case.conflict.decision_makers if case.conflict else ():
        for wish in (maker.preferences.statements or ()) if maker.preferences else ():
            if wish.id is not None:
                path = f"conflict.{maker.actor}.{wish.id}"
                yield Wish(path, names.get(maker.actor, maker.actor), wish.why or wish.when)


def _reservations(case: Case, names: Mapping[str, str]) -> Iterator[Reservation]:
    for party in case.settlement.parties if case.settlement else ():
        if party.batna is not None:
            low, high = _bounds(party.batna)
            yield Reservation(f"settlement.{party.actor}.batna", names.get(party.actor, party.actor), low, high)


def _bounds(value: Value) -> tuple[float, float]:
    return float(value.low), float(value.high)


def _ways(case: Case) -> Iterator[Way]:
    corridor = case.corridor
    if corridor is None:
        return
    closing = {regime.id for regime in corridor.regimes if regime.kind == "closed"}
    places = {node.id: node.name or node.id for node in corridor.nodes}
    for link in corridor.links:
        open_ = link.status == "open" and link.regime not in closing
        regimes = [
            (f"regime={each.id}", each.name or each.id)
            for each in corridor.regimes
            if link.regime not in (None, each.id)
        ]
        status = [("status=closed", "closed")] if link.status == "open" else [("status=open", "open")]
        yield Way(f"corridor.links.{link.id}", _named(link, places), open_, (*status, *regimes))


def _named(link: Link, places: Mapping[str, str]) -> str:
    ends = f"{places.get(link.a, link.a)} – {places.get(link.b, link.b)}"
    return f"{link.name or ends} ({link.mode})"


def _set(path: str, choice: str) -> dict[str, Any]:
    key, _, word = choice.partition("=")
    return {"set": f"{path}.{key}", "to": word}

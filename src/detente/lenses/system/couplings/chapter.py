"""Couplings of tracks: which of those that the case tells of a judgement takes up, and which none does."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import evidence, say
from detente.lenses.system.couplings.result import Coupled, Couplings, Direction, Judgement
from detente.lenses.system.region import region
from detente.lenses.wording import counted, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.negotiation_format import Coupling, Format
    from detente.findings import Statement
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region


def find(look: Look[SystemOptions]) -> Couplings | None:
    """Return the couplings; ``None`` where the case has no region at the date.

    They bear no dates: of a day before that of the case none is told.
    """
    found = look.once(region)
    if found is None:
        return None
    return Couplings(tuple(_coupled(found, track, told) for track, told in _told(found, look)))


def _told(found: Region, look: Look[SystemOptions]) -> Iterator[tuple[Format, Coupling]]:
    """Yield the couplings of two tracks for which two conditions stand, with the track that has them."""
    for track in look.moment.past.formats:
        yield from ((track, told) for told in track.coupled_with if any(_pairs(found, track.id, told.format)))


def _pairs(found: Region, one: str, other: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of every two conditions that stand for two tracks."""
    standing = ([k for k, own in enumerate(found.descriptors) if track in own.tracks] for track in (one, other))
    yield from ((source, target) for source, target in product(*standing) if source != target)


def _coupled(found: Region, track: Format, told: Coupling) -> Coupled:
    pairs = dict.fromkeys(
        way for one, other in _pairs(found, track.id, told.format) for way in ((one, other), (other, one))
    )
    directions = tuple(_direction(found, *pair) for pair in pairs)
    taken_up = any(each.impacts or each.requirements for each in directions)
    cites = tuple(map(str, evidence(told.cites)))
    return Coupled((track.id, told.format), told.text, cites, taken_up, directions)


def _direction(found: Region, source: int, target: int) -> Direction:
    names, owner = found.model.states, found.web.owner
    acts = [pair for pair in found.model.impacts if (owner[pair[0]], owner[pair[1]]) == (source, target)]
    needs = [
        (state, need.state)
        for need in found.model.needs
        if owner[need.state] == target
        for state in need.clause.nonzero()[0].tolist()
        if owner[state] == source
    ]
    impacts, requirements = (
        tuple(Judgement(names[one], names[other]) for one, other in sorted(pairs)) for pairs in (acts, needs)
    )
    return Direction(found.descriptors[source].id, found.descriptors[target].id, impacts, requirements)


def show(found: Couplings, look: Look[SystemOptions]) -> Finding | None:
    """Say which couplings no judgement takes up, with what they rest on, and of the others what does."""
    region_now = look.once(region)
    if region_now is None or not found.couplings:
        return None
    told = tuple(told for _, told in _told(region_now, look))
    open_ = sum(not each.taken_up for each in found.couplings)
    return Finding(
        "How tracks hang together",
        _headline(len(found.couplings), open_),
        statements=tuple(_statement(look, *each) for each in zip(found.couplings, told, strict=True)),
        depth=Depth.DETAIL if open_ else Depth.APPENDIX,
    )


def _headline(number: int, hanging: int) -> str:
    which = one_or_many(number, "two tracks", f"{number} pairs of tracks")
    said = f"The case says of {which} that they hang together"
    if not hanging:
        return f"{said}, and judgements say how."
    return (
        f"{said}; of {hanging} of them no judgement says how."
        if hanging < number
        else f"{said}; no judgement says how."
    )


def _statement(look: Look[SystemOptions], coupled: Coupled, told: Coupling) -> Statement:
    one, other = (look.situation.names[track] for track in coupled.tracks)
    number = sum(len(each.impacts) + len(each.requirements) for each in coupled.directions)
    judged = f"{counted(number, 'judgement')} {one_or_many(number, 'takes', 'take')} it up" if number else "Open"
    return say(f"{one}, {other}: {sentence(told.text)} {judged}.", told, noted=True)


CHAPTER = Chapter("couplings", 65, find, show)

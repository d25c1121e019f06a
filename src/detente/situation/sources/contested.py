"""Contested claims: what rests on sources alone of which something has become.

What rests on nothing but retracted or refuted sources stays, and is held like an assumption: whatever uses it says so
beside the result. What rests on nothing but such and disputed sources is noted as doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.case.citation import Claim
from detente.case.record import Record
from detente.case.shape import records
from detente.case.source import SourceStatus
from detente.situation.sources.standing import standings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.shape import Path
    from detente.situation.clock import Clock
    from detente.situation.sources.standing import SourceStanding


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim that rests alone on sources of which something has become.

    Attributes
    ----------
    path, claim
        Where it stands, and the record.
    standings
        By id of each source that it cites, what had become of it.
    """

    path: Path
    claim: Claim
    standings: Mapping[str, SourceStanding]

    @property
    def is_withdrawn(self) -> bool:
        """Whether all its sources are retracted or refuted, rather than some only disputed."""
        return all(standing.is_withdrawn for standing in self.standings.values())

    @property
    def why(self) -> str:
        """What became of its sources, in words."""
        return " and ".join(dict.fromkeys(standing.said for standing in self.standings.values()))


def contested_claims(clock: Clock) -> Iterator[Contested]:
    """Yield every claim of the clock's case that rests alone on sources of which something had become."""
    standings = standings_of(clock) if any(source.status for source in clock.case.sources) else {}
    for path, record in records(clock.case) if standings else ():
        if isinstance(record, Claim) and record.cites and not isinstance(record, SourceStatus):
            own = {cite.source: standings[cite.source] for cite in record.cites if cite.source in standings}
            if all(cite.source in own for cite in record.cites):
                yield Contested(path, record, own)


def marked(clock: Clock) -> Case:
    """Return the clock's case with a mark on every contested claim; the very same where none is."""
    marks = {id(each.claim): _mark(each) for each in contested_claims(clock)}
    return _rebuilt(clock.case, marks) if marks else clock.case


def _mark(found: Contested) -> Mapping[str, str]:
    """Return what a contested claim says of itself: as an assumption where nothing holds it, else as a note."""
    key, word = ("assumption", "contested") if found.is_withdrawn else ("note", "doubtful")
    said = getattr(found.claim, key)
    mark = f"{word}, as {found.why}"
    if key == "note":
        mark = f"{mark[:1].upper()}{mark[1:]}."
    return {key: f"{said.rstrip('.;')}{'.' if key == 'note' else ';'} {mark}" if said else mark}


def _rebuilt(value: Any, marks: Mapping[int, Mapping[str, str]]) -> Any:
    """Return a value with its marked records changed, and all that holds none as it is."""
    if isinstance(value, Record):
        held = {name: getattr(value, name) for name in type(value).model_fields}
        new = {name: made for name, each in held.items() if (made := _rebuilt(each, marks)) is not each}
        changes = {**new, **marks.get(id(value), {})}
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, tuple):
        several = tuple(_rebuilt(each, marks) for each in value)
        return several if any(a is not b for a, b in zip(several, value, strict=True)) else value
    if isinstance(value, dict):
        by_key = {key: _rebuilt(each, marks) for key, each in value.items()}
        return by_key if any(by_key[key] is not value[key] for key in value) else value
    return value

"""Sides: what each party wants on each issue, by itself and through those who belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from detente.case import Case
    from detente.case.actor import Actor
    from detente.case.issue import Issue
    from detente.case.position import Position
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look
    from detente.situation import Situation

    _ByPair: TypeAlias = Mapping[tuple[str, str], Sequence[Position]]
    """By actor and issue."""

_KINDS = ("demand", "refusal", "claim", "offer", "stance")
"""Which of several positions is shown first: what is asked for, what is refused, and what is said to be so."""
_CONTESTED = ("demand", "refusal")


@dataclass(frozen=True, slots=True)
class Voice:
    """A position, who took it, and the earlier ones whose place it took."""

    actor: Actor
    position: Position
    instead_of: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What one party says on one issue.

    Attributes
    ----------
    party
        The party.
    voices
        What it and those who belong to it say: what moved first, then demands, then its own before theirs.
    unsure
        What may have been said by the date.
    """

    party: Actor
    voices: tuple[Voice, ...]
    unsure: tuple[Voice, ...]

    @property
    def speaks(self) -> bool:
        """Whether it says anything, or may have."""
        return bool(self.voices or self.unsure)

    @property
    def moves(self) -> tuple[Voice, ...]:
        """The positions that took the place of earlier ones."""
        return tuple(voice for voice in self.voices if voice.instead_of)


@dataclass(frozen=True, slots=True)
class Contest:
    """An issue, and what each party says on it."""

    issue: Issue
    on_agenda: Truth
    sides: tuple[Side, ...]

    @property
    def order(self) -> tuple[int, int, int, int]:
        """What issues are sorted by: on the agenda, how many parties speak, and how much they demand and say."""
        heard = [side for side in self.sides if side.speaks]
        kinds = [voice.position.kind for side in heard for voice in side.voices]
        return list(Truth).index(self.on_agenda), -len(heard), -sum(kind in _CONTESTED for kind in kinds), -len(kinds)


def parties_of(case: Case) -> tuple[Actor, ...]:
    """Return the parties of a case; where nobody is said to be one, whoever holds a position."""
    holders = {position.actor for position in case.positions}
    parties = tuple(actor for actor in case.actors if "party" in actor.role)
    return parties or tuple(actor for actor in case.actors if actor.id in holders)


def contests(look: Look[ChronicleOptions]) -> tuple[Contest, ...]:
    """Return the issues on which a party speaks, the most contested of those on the agenda first."""
    situation, past = look.situation, look.moment.past
    members = [members_of(past, party) for party in parties_of(look.case)]
    unsure = _by_pair(doubted(situation))
    found = (
        Contest(
            issue,
            situation.issues[issue.id],
            tuple(_side(situation, issue, among, unsure) for among in members),
        )
        for issue in past.issues
    )
    heard = [contest for contest in found if any(side.speaks for side in contest.sides)]
    return tuple(sorted(heard, key=lambda contest: contest.order))


def members_of(case: Case, party: Actor) -> tuple[Actor, ...]:
    """Return a party and those who belong to it, but for those who are parties themselves."""
    found, rest = {party.id: party}, [each for each in case.actors if "party" not in each.role]
    while joining := [each for each in rest if each.part_of in found and each.id not in found]:
        found |= {each.id: each for each in joining}
    return tuple(found.values())


def _side(situation: Situation, issue: Issue, members: Sequence[Actor], unsure: _ByPair) -> Side:
    found = [voice for actor in members for voice in _voices(situation, actor, issue)]
    found.sort(key=lambda voice: (not voice.instead_of, _KINDS.index(voice.position.kind)))
    may_be = (Voice(actor, position) for actor in members for position in unsure.get((actor.id, issue.id), ()))
    return Side(members[0], tuple(found), tuple(may_be))


def _voices(situation: Situation, actor: Actor, issue: Issue) -> Iterator[Voice]:
    held = situation.positions.get(actor.id, {}).get(issue.id)
    for each in held.standing if held else ():
        gone = (one.position for one in held.given_up if each.position in one.by) if held else ()
        yield Voice(actor, each.position, tuple(gone))


def elsewhere(situation: Situation, found: Sequence[Contest], silent: Contest, place: int) -> str | None:
    """Return the first issue on which a silent side demands or refuses something that belongs to the same subject.

    That is part of the issue it is silent on, or else of what this is part of, if a party speaks on that.
    """
    parents = {issue.id: issue.parent for issue in situation.case.issues}
    spoken = {contest.issue.id for contest in found}
    for whole in (silent.issue.id, silent.issue.parent):
        for other in found if whole in spoken else ():
            asked = any(voice.position.kind in _CONTESTED for voice in other.sides[place].voices)
            if asked and whole in upwards(other.issue.id, parents):
                return other.issue.label
    return None


def upwards(issue: str | None, parents: Mapping[str, str | None]) -> Iterator[str]:
    """Yield an issue and all that it is part of."""
    seen: set[str] = set()
    while issue is not None and issue not in seen:
        seen.add(issue)
        yield issue
        issue = parents.get(issue)


def doubted(situation: Situation) -> Iterator[Position]:
    """Yield the positions of which it cannot be said whether they were taken by the date."""
    held = [held for by_issue in situation.positions.values() for held in by_issue.values()]
    told = {id(each.position) for among in held for each in among.standing}
    told |= {id(each.position) for among in held for each in among.given_up}
    now, days = situation.as_of.interval, situation.calendar
    for position in situation.case.positions:
        if id(position) not in told and days.happened(position.date).by(now) is not Truth.FALSE:
            yield position


def _by_pair(positions: Iterable[Position]) -> _ByPair:
    found: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        found.setdefault((position.actor, position.issue), []).append(position)
    return found

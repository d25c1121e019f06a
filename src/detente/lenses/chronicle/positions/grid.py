"""The grid: issue by issue, what each party wants, since when, and whether it has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Figure, Finding, Statement
from detente.findings.figures.grid import Grid, Subject
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.sides import Contest, contests
from detente.lenses.chronicle.positions.tables import by_issue
from detente.lenses.chronicle.positions.voicing import LONGEST, saying, wants
from detente.lenses.chronicle.words import plainly, remarked
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.issue import Issue
    from detente.case.position import Position
    from detente.situation import Situation

_MOST_ISSUES, _MOST_SIDES, _MOST_MOVES, _MOST_NAMES = 8, 4, 2, 3


def find(look: Look[ChronicleOptions]) -> tuple[Contest, ...] | None:
    """Return the issues on which a party speaks, the most contested first."""
    return look.once(contests) or None


def show(found: tuple[Contest, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say what each party wants on each issue, and who has moved."""
    situation = look.situation
    tabled = [contest for contest in found if contest.on_agenda is Truth.TRUE]
    heard = {side.party.id for contest in found for side in contest.sides if side.speaks}
    places = [place for place, side in enumerate(found[0].sides) if side.party.id in heard]
    names = [found[0].sides[place].party.name for place in places]
    drawn = (tabled or found)[:_MOST_ISSUES]
    subjects = tuple(_subject(situation, contest, places[:_MOST_SIDES]) for contest in drawn)
    described = (
        "One row for each issue and one column for each party: what it wants, and below that of what kind this is and "
        "when it was stated. Where most parties speak, and most is demanded, comes first. The table has every word."
    )
    spec = Grid(tuple(names[:_MOST_SIDES]), subjects)
    return Finding(
        "What each side wants",
        f"{_moved(found)}; {_spoken(found, tabled)}.",
        statements=(*_moves(situation, found), *_left(found, drawn, names[_MOST_SIDES:])),
        figures=(Figure("grid", "What each party wants, by issue", described, spec, by_issue(situation, found)),),
    )


def _subject(situation: Situation, contest: Contest, places: Sequence[int]) -> Subject:
    said = tuple(saying(situation, contest.issue, contest.sides[place]) for place in places)
    return Subject(contest.issue.label, said)


def _moved(found: Sequence[Contest]) -> str:
    """Return which parties have moved, and on how many issues."""
    parties = [side.party.name for side in found[0].sides]
    times = [sum(bool(contest.sides[place].moves) for contest in found) for place in range(len(parties))]
    moved = sorted(zip(parties, times, strict=True), key=lambda each: -each[1])
    movers = [(name, often) for name, often in moved if often]
    if not movers:
        return "No move of a party is on record"
    (first, often), *others = movers[:_MOST_NAMES]
    still = [name for name, often in moved if not often]
    words = [f"{first} has moved on {counted(often, 'issue')}", *(f"{name} on {number}" for name, number in others)]
    words += [f"{len(movers) - _MOST_NAMES} more on some"] if len(movers) > _MOST_NAMES else []
    words += [f"{still[0] if len(still) == 1 else 'the others'} on none"] if still else []
    return ", ".join(words)


def _spoken(found: Sequence[Contest], tabled: Sequence[Contest]) -> str:
    """Return on how many issues of the agenda several parties speak, and on how many only one."""
    if not tabled:
        return "no issue that they speak on is certainly on the agenda"
    speakers = [sum(bool(side.voices) for side in contest.sides) for contest in tabled]
    several, alone = sum(number > 1 for number in speakers), speakers.count(1)
    if not several:
        return f"one alone speaks on {counted(alone, 'issue')} of the agenda"
    who = "both speak" if len(found[0].sides) == 2 else "several speak"
    return f"{who} on {counted(several, 'issue')} of the agenda" + (f", one alone on {alone}" if alone else "")


def _moves(situation: Situation, found: Sequence[Contest]) -> Iterator[Statement]:
    """Yield the first moves: on which issue, and what took the place of what."""
    every = [(contest.issue, voice) for contest in found for side in contest.sides for voice in side.moves]
    for issue, voice in every[:_MOST_MOVES]:
        before = listed([_dated(situation, issue, position) for position in voice.instead_of])
        now = _dated(situation, issue, voice.position)
        yield say(f"{voice.actor.name} on {issue.label}: earlier {before}, now {now}.", voice.position)


def _dated(situation: Situation, issue: Issue, position: Position) -> str:
    words = shortened(wants(issue, position), LONGEST)
    return remarked(f"“{words}”", plainly(situation, position.date) or "not dated")


def _left(found: Sequence[Contest], drawn: Sequence[Contest], parties: Sequence[str]) -> Iterator[Statement]:
    """Yield what is left to the table."""
    tabled = sum(contest.on_agenda is Truth.TRUE for contest in found)
    more = max(tabled - len(drawn), 0)
    other = len(found) - len(drawn) - more
    parts = [f"{counted(more, 'issue')} of the agenda"] if more else []
    if other:
        parts.append(f"{counted(other, 'issue')} not certainly on {'it' if more else 'the agenda'}")
    parts += [f"what {listed(parties)} {one_or_many(len(parties), 'wants', 'want')}"] if parties else []
    if parts:
        yield Statement(f"Left to the table: {listed(parts)}.")


CHAPTER = Chapter("grid", 5, find, show)

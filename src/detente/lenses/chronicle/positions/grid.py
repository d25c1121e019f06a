"""The grid: issue by issue, what each party wants, since when, and whether it has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Figure, Finding, Statement
from detente.findings.figures.grid import Grid, Subject
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.sides import Contest, contests, elsewhere
from detente.lenses.chronicle.positions.tables import by_issue
from detente.lenses.chronicle.positions.voicing import saying
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.situation import Situation

_MOST_ISSUES, _MOST_SIDES, _MOST_MOVES, _MOST_NAMES = 4, 4, 2, 3


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
    subjects = tuple(_subject(situation, found, contest, places[:_MOST_SIDES]) for contest in drawn)
    described = (
        "One row for each issue and one column for each party: what it wants, and below that of what kind this is and "
        "when it was stated. Where most parties speak, and most is demanded, comes first. The table has every word. A "
        "concession counts only where an earlier position is on record."
    )
    title = f"What each party wants, by issue{_left(found, drawn, names[_MOST_SIDES:])}"
    spec = Grid(tuple(names[:_MOST_SIDES]), subjects)
    return Finding(
        "What each side wants",
        f"{_moved(found)}; {_spoken(found, tabled)}.",
        statements=tuple(_moves(found)),
        figures=(Figure("grid", title, described, spec, by_issue(situation, found)),),
    )


def _subject(situation: Situation, found: Sequence[Contest], contest: Contest, places: Sequence[int]) -> Subject:
    said = (
        saying(situation, contest.issue, contest.sides[place], elsewhere(situation, found, contest, place))
        for place in places
    )
    return Subject(contest.issue.label, tuple(said))


def _moved(found: Sequence[Contest]) -> str:
    """Return which parties have replaced earlier positions, and on how many issues."""
    parties = [side.party.name for side in found[0].sides]
    times = [sum(bool(contest.sides[place].moves) for contest in found) for place in range(len(parties))]
    moved = sorted(zip(parties, times, strict=True), key=lambda each: -each[1])
    movers = [(name, often) for name, often in moved if often]
    if not movers:
        return "No party has replaced an earlier position on record"
    (first, often), *others = movers[:_MOST_NAMES]
    still = [name for name, often in moved if not often]
    words = [
        f"{first} has replaced an earlier position on {counted(often, 'issue')}",
        *(f"{name} on {number}" for name, number in others),
    ]
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


def _moves(found: Sequence[Contest]) -> Iterator[Statement]:
    """Yield the first moves, which the table tells, and what is no move here."""
    every = [(contest.issue, voice) for contest in found for side in contest.sides for voice in side.moves]
    for issue, voice in every[:_MOST_MOVES]:
        yield say(f"{voice.actor.name} replaced one on {issue.label}.", voice.position)


def _left(found: Sequence[Contest], drawn: Sequence[Contest], parties: Sequence[str]) -> str:
    """Return what is left to the table, to stand behind the figure's title."""
    more = len(found) - len(drawn)
    parts = [counted(more, "more issue")] if more else []
    parts += [f"what {listed(parties)} {one_or_many(len(parties), 'wants', 'want')}"] if parties else []
    return f"; in the table only: {listed(parts)}" if parts else ""


CHAPTER = Chapter("grid", 5, find, show)

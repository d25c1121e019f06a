"""Steps: what has to happen, and what has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Depth, Finding, Result, Row, Statement, Table
from detente.lenses.bearings import apart
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import amount, dated, filled, held
from detente.lenses.evidence import row_of, say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.step import Requirement, Step
    from detente.models.roadmap.road import Road
    from detente.situation import Situation

_MOST = 12

_COLUMNS = (
    Column("step", "Step"),
    Column("met", "Met", "truth"),
    Column("status", "Status"),
    Column("date", "Date", "date"),
    Column("requires", "Waits for"),
    Column("demanded_by", "Demanded by"),
    Column("issue", "About"),
    Column("duration", "Takes"),
)
_ASIDE = Column("apart", "Where the goal does not need it")


@dataclass(frozen=True, slots=True)
class Met:
    """How far a step is.

    Attributes
    ----------
    met
        Whether it was met.
    """

    met: Truth


@dataclass(frozen=True, slots=True)
class Steps(Result):
    """What has to happen first.

    Attributes
    ----------
    steps
        By step: whether it was met.
    """

    steps: Mapping[str, Met]


def find(look: Look[ChronicleOptions]) -> Steps:
    """Return which steps were met."""
    return Steps({name: Met(met) for name, met in look.situation.steps.items()})


def show(found: Steps, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which of the steps that lead to the goal are met or still demanded."""
    every = look.moment.past.steps
    if not found.steps or not every:
        return None
    situation, road = look.situation, look.moment.roads.towards_goal
    steps = [road.model.steps[number] for number in road.required] if road else every
    met = [step for step in steps if situation.steps[step.id] is Truth.TRUE]
    towards = f" towards “{situation.names[road.model.steps[road.goal].id]}”" if road else ""
    headline = f"Of {counted(len(steps), 'step')}{towards}, {len(met) or 'none'} {'is' if len(met) < 2 else 'are'} met"
    doubtful = sum(situation.steps[step.id] is Truth.UNDETERMINED for step in steps)
    if doubtful:
        headline += f", and of {doubtful} it cannot be said"
    demanded = list(_demanded(situation, steps))
    if demanded:
        headline += f"; {len(demanded)} {one_or_many(len(demanded), 'is', 'are')} still demanded"
    table = _table(situation, every, road)
    return Finding(
        "What has to happen first",
        f"{headline}.",
        statements=(*_still(demanded), *_whole(situation)),
        tables=(table,),
        depth=Depth.DETAIL,
    )


def _still(demanded: Sequence[str]) -> Iterator[Statement]:
    """Yield what is still demanded, and by whom."""
    more = [f"{len(demanded) - _MOST} more"] if len(demanded) > _MOST else []
    if demanded:
        yield Statement(f"Still demanded: {listed([*demanded[:_MOST], *more])}.")


def _whole(situation: Situation) -> Iterator[Statement]:
    """Yield what the road to the goal rests on as a whole, where the case says so."""
    road = situation.case.roadmap
    if road is not None and (road.cites or road.certainty or road.hedge or road.assumption or road.note):
        goal = f" to “{situation.names[road.goal]}”" if road.goal else ""
        yield say(f"The road{goal} as a whole.", road, noted=True)


def _demanded(situation: Situation, steps: Sequence[Step]) -> Iterator[str]:
    """Yield what of some steps is still demanded, by whom, and the softening words of those who require it.

    What was agreed to has been conceded, though it may not have been done.
    """
    hedges: dict[str, list[str]] = {}
    for step in steps:
        for part in step.requirements():
            if part.step is not None and part.hedge and not part.accelerates:
                hedges.setdefault(part.step, []).append(part.hedge)
    for step in steps:
        if step.demanded_by and step.status != "agreed" and situation.steps[step.id] is not Truth.TRUE:
            by = listed([situation.names[actor] for actor in step.demanded_by])
            softened = dict.fromkeys([*([step.hedge] if step.hedge else []), *hedges.get(step.id, [])])
            words = "".join(f", “{hedge}”" for hedge in softened)
            yield f"{step.name} (by {by}{words})"


def _table(situation: Situation, steps: Sequence[Step], road: Road | None) -> Table:
    """Return all steps that are known, and of those that the goal does not need what they have to do with it."""
    asides = ["" for _ in steps]
    if road:
        numbers = [road.model.number[step.id] for step in steps]
        asides = ["" if number in road.required else apart(road, number) for number in numbers]
    columns = (*_COLUMNS, _ASIDE) if any(asides) else _COLUMNS
    rows = (_row(situation, step, (aside,) if any(asides) else ()) for step, aside in zip(steps, asides, strict=True))
    return filled(Table("steps", "Steps and preconditions", columns, tuple(rows)))


def _row(situation: Situation, step: Step, aside: tuple[str, ...]) -> Row:
    """Return the row of a step; of one that was met only later the day does not know that and when."""
    called = situation.names
    is_later = step.status == "met" and situation.steps[step.id] is Truth.FALSE
    return row_of(
        (step, *step.requirements()),
        step.name,
        situation.steps[step.id],
        None if is_later else step.status,
        None if is_later else dated(situation, step.date),
        tuple(_requirement(part, called) for part in step.requires),
        tuple(called[actor] for actor in step.demanded_by),
        called.get(step.issue or ""),
        amount(step.duration, "days"),
        *aside,
    )


def _requirement(part: Requirement, called: Mapping[str, str]) -> str:
    if part.step is not None:
        words = held(called[part.step] + (" (strictly before)" if part.strict else ""), part)
        return f"made easier by: {words}" if part.accelerates else words
    inner = [_requirement(item, called) for item in part.any or part.all]
    return f"({listed(inner, last='or' if part.any else 'and')})"


CHAPTER = Chapter("steps", 50, find, show)

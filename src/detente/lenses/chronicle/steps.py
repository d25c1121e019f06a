"""Steps: what has to happen, and what has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Finding, Row, Table
from detente.lenses.chronicle.words import dated
from detente.lenses.evidence import row_of
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case.step import Requirement, Step
    from detente.situation import Situation

_COLUMNS = (
    Column("step", "Step"),
    Column("met", "Met", "truth"),
    Column("status", "Status"),
    Column("date", "Date", "date"),
    Column("requires", "Waits for"),
    Column("demanded_by", "Demanded by"),
)


def finding(situation: Situation) -> Finding | None:
    """Return the steps towards the goal, and which are met."""
    steps = situation.case.steps
    if not steps:
        return None
    met = [step for step in steps if situation.steps[step.id] is Truth.TRUE]
    goal = situation.case.roadmap.goal if situation.case.roadmap else None
    towards = f" towards “{situation.names[goal]}”" if goal else ""
    headline = f"Of {counted(len(steps), 'step')}{towards}, {len(met) or 'none'} {'is' if len(met) < 2 else 'are'} met"
    doubtful = sum(truth is Truth.UNDETERMINED for truth in situation.steps.values())
    if doubtful:
        headline += f", and of {doubtful} it cannot be said"
    demanded = [step.name for step in steps if step.demanded_by and situation.steps[step.id] is not Truth.TRUE]
    if demanded:
        headline += f"; still demanded: {listed(demanded)}"
    table = Table("steps", "Steps and preconditions", _COLUMNS, tuple(_row(situation, step) for step in steps))
    return Finding("chronicle", "steps", "What has to happen first", f"{headline}.", tables=(table,))


def _row(situation: Situation, step: Step) -> Row:
    called = situation.names
    return row_of(
        (step, *_claims(step.requires)),
        step.name,
        situation.steps[step.id],
        step.status,
        dated(situation, step.date),
        tuple(_requirement(part, called) for part in step.requires),
        tuple(called[actor] for actor in step.demanded_by),
    )


def _claims(parts: Iterable[Requirement]) -> Iterator[Requirement]:
    """Yield every requirement, and those inside it."""
    for part in parts:
        yield part
        yield from _claims((*part.any, *part.all))


def _requirement(part: Requirement, called: Mapping[str, str]) -> str:
    if part.step is not None:
        words = called[part.step]
        if part.accelerates:
            return f"made easier by: {words}"
        words += " (strictly before)" if part.strict else ""
        return words + (f" (“{part.hedge}”)" if part.hedge else "")
    inner = [_requirement(item, called) for item in part.any or part.all]
    return f"({listed(inner, last='or' if part.any else 'and')})"

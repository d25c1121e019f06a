"""The agenda: what is on the table, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Depth, Finding, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import dated, filled, held, remarked, stretch
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.wording import listed
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.issue import Continuum, Issue, Outcome
    from detente.situation import Situation

_MOST = 4

_COLUMNS = (
    Column("issue", "Issue"),
    Column("parent", "Part of"),
    Column("on_agenda", "On the agenda", "truth"),
    Column("since", "Since", "date"),
    Column("outcomes", "Possible outcomes"),
    Column("scale", "Scale"),
    Column("note", "Where it stands"),
)


@dataclass(frozen=True, slots=True)
class Tabled:
    """Where an issue stands.

    Attributes
    ----------
    on_agenda
        Whether it is on the table.
    """

    on_agenda: Truth


@dataclass(frozen=True, slots=True)
class Agenda(Result):
    """What is on the table.

    Attributes
    ----------
    issues
        By issue: whether it is on the agenda.
    """

    issues: Mapping[str, Tabled]


def find(look: Look[ChronicleOptions]) -> Agenda:
    """Return which issues are on the agenda."""
    return Agenda({name: Tabled(on_agenda) for name, on_agenda in look.situation.issues.items()})


def show(found: Agenda, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which issues are on the agenda, and which are absent from it."""
    situation = look.situation
    issues = look.moment.past.issues
    if not found.issues or not issues:
        return None
    on = {issue.id for issue in issues if situation.issues[issue.id] is Truth.TRUE}
    main = _main(situation)
    off = [issue for issue in issues if situation.issues[issue.id] is Truth.FALSE]
    absent = [issue.label for issue in off if not issue.on_agenda]
    elsewhen = [issue.label for issue in off if issue.on_agenda]
    doubtful = len(on) + len(off) < len(issues)
    nothing = "No issue is certainly on the agenda" if doubtful else "No issue is on the agenda"
    aside = {"Known to be absent": absent, "On the agenda at another time": elsewhen}
    ordered = sorted(range(len(issues)), key=lambda k: (list(Truth).index(situation.issues[issues[k].id]), k))
    written = {issue.id: issue.outcomes for issue in look.moment.written.issues}  # what an outcome is, it is on any day
    whole = [issue.model_copy(update={"outcomes": written[issue.id]}) for issue in issues]
    rows = tuple(_row(situation, whole[k], noted=look.moment.clock.is_current) for k in ordered)
    return Finding(
        "What is on the table",
        f"On the agenda: {_some(main)}." if main else f"{nothing}.",
        statements=tuple(Statement(f"{where}: {listed(names)}.") for where, names in aside.items() if names),
        tables=(filled(Table("issues", "Issues and their place on the agenda", _COLUMNS, rows)),),
        depth=Depth.APPENDIX,
    )


def _some(names: list[str]) -> str:
    """Return names, the first of many."""
    return listed(names if len(names) <= _MOST else [*names[: _MOST - 1], f"{len(names) - _MOST + 1} more"])


def _main(situation: Situation) -> list[str]:
    """Return the broadest issues on the agenda; one that only gathers others stands back behind them."""
    on = [issue for issue in situation.case.issues if situation.issues[issue.id] is Truth.TRUE]
    ids = {issue.id for issue in on}
    roots = [issue for issue in on if issue.parent not in ids]
    if len(roots) == 1:
        roots = [issue for issue in on if issue.parent == roots[0].id] or roots
    return [issue.label for issue in roots]


def _row(situation: Situation, issue: Issue, *, noted: bool) -> Row:
    """Return the row of an issue, with its note where the day is not earlier than what the note knows."""
    labels = {other.id: other.label for other in situation.case.issues}
    since = tuple(stretch(situation, period.from_, period.to) for period in issue.on_agenda or ())
    return row_of(
        (issue.model_copy(update={"note": None}), *issue.outcomes),
        issue.label,
        labels.get(issue.parent or "", ""),
        situation.issues[issue.id],
        tuple(each for each in since if each),
        tuple(held(_outcome(situation, outcome), outcome) for outcome in issue.outcomes),
        _scale(issue.continuum) if issue.continuum else None,
        issue.note if noted else None,
    )


def _outcome(situation: Situation, outcome: Outcome) -> str:
    """Return an outcome with what it waits for."""
    when = outcome.available
    if when is None:
        return outcome.label
    if when.step is not None:
        return remarked(outcome.label, f"once “{situation.names[when.step]}” is met")
    return remarked(
        outcome.label, "not to be had" if when.never else f"from {plain_date(dated(situation, when.from_))}"
    )


def _scale(scale: Continuum) -> tuple[str, ...]:
    """Return the ends of a scale, and what marked places on it mean."""
    ends = quantity(scale.low, scale.high, scale.unit)
    return (ends, *(f"{quantity(at, at, None)}: {meaning}" for at, meaning in sorted(scale.labels.items())))


CHAPTER = Chapter("agenda", 20, find, show)

"""Sections that no lens reads: what an analyst wrote there would be lost without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.record import Record
from detente.diagnostics import Rule, Severity
from detente.lenses.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.diagnostics import Diagnostic, SourceMap

UNREAD = Rule(
    "DT230",
    "a section that no lens reads",
    "The section is kept and checked, and scenarios may change it, but nothing on the page or in the JSON comes from "
    "it yet. Keep it for a later version, or say the same in a section that is read.",
    Severity.WARNING,
)

_READ_BY_ALL = ("case", "scenarios")


def unread_sections(case: Case, spans: SourceMap) -> Iterator[Diagnostic]:
    """Yield the sections that no lens reads and that have something in them, at first or in a scenario."""
    unread = {*type(case).model_fields}.difference(_READ_BY_ALL, *(lens.sections for lens in shipped().values()))
    told: set[str] = set()
    for name, places in _written(case):
        if name in unread - told:
            told.add(name)
            yield UNREAD.at(spans.span(*places), f"no lens reads '{name}': nothing in it reaches the page")


def _written(case: Case) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield each section that has something in it, then each that a scenario changes, and where that is written."""
    for name, held in case:
        if any(each for _, each in held) if isinstance(held, Record) else held:
            yield name, (name,)
    for number, scenario in enumerate(case.scenarios):
        for place, change in enumerate(scenario.changes):
            yield change.target.split(".")[0], ("scenarios", number, "changes", place)

"""Sections that no lens reads: what an analyst wrote there would be lost without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """Yield the sections of a case that have something in them and that no lens reads."""
    read = {*_READ_BY_ALL, *(section for lens in shipped().values() for section in lens.sections)}
    for name in type(case).model_fields:
        if name not in read and getattr(case, name):
            yield UNREAD.at(spans.span(name), f"no lens reads '{name}': nothing in it reaches the page")

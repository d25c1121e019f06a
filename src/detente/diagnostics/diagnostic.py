"""Diagnostics: problems in a case, each with a stable code and an exact place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.diagnostics.span import Span


class Severity(StrEnum):
    """How bad it is: errors stop the analysis, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem: where it is, what is wrong, and what to do about it.

    Attributes
    ----------
    span
        Where it is.
    code
        The stable name of its kind (``DT403``).
    message
        What is wrong.
    hint
        What to do about it, or ``""``.
    severity
        Whether it stops the analysis.
    cause
        The id that is wrong, where one is; problems of one case with the same cause are said once.
    evidence
        Whether it is about evidence, so that a strict check counts it as an error.
    """

    span: Span
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    cause: str = field(default="", compare=False)
    evidence: bool = field(default=False, compare=False)

    def strict(self) -> Diagnostic:
        """Return the problem as a strict check counts it: a warning about evidence is an error."""
        return replace(self, severity=Severity.ERROR) if self.evidence else self

    def __str__(self) -> str:
        head = f"{self.span}: {self.severity} {self.code} {self.message}"
        return f"{head}\n    hint: {self.hint}" if self.hint else head


def number_of_errors(found: Iterable[Diagnostic]) -> int:
    """Return how many of some problems are errors."""
    return sum(problem.severity is Severity.ERROR for problem in found)


def is_clean(found: Iterable[Diagnostic]) -> bool:
    """Whether there is no error among some problems."""
    return number_of_errors(found) == 0

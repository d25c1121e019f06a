"""What is wrong with a case, for programs: ``detente.check/1``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from detente.diagnostics import Diagnostic, Severity
from detente.findings import Result

CHECK = "detente.check/1"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem.

    Attributes
    ----------
    path
        The file that it stands in.
    line, column
        Where in the file, counted from 1.
    severity
        Errors stop an analysis, warnings do not.
    code
        What ``detente explain`` explains.
    message
        What is wrong.
    hint
        What to do about it; may be empty.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str

    @classmethod
    def of(cls, found: Diagnostic) -> Self:
        """Return a diagnostic for programs."""
        span = found.span
        return cls(span.path, span.line, span.column, found.severity, found.code, found.message, found.hint)


@dataclass(frozen=True, slots=True)
class Checked(Result):
    """Everything that is wrong with a case.

    Attributes
    ----------
    format
        Name and version of the document.
    diagnostics
        The problems, by file, line and column.
    """

    format: str
    diagnostics: tuple[Problem, ...]

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Self:
        """Return diagnostics for programs."""
        return cls(CHECK, tuple(map(Problem.of, diagnostics)))

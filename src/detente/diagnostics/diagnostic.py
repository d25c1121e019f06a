"""Diagnostics: problems in a case, each with a stable code and an exact place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.diagnostics.span import Span


class Severity(StrEnum):
    """How bad it is: errors stop the analysis, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem: where it is, what is wrong, and what to do about it."""

    span: Span
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        head = f"{self.span}: {self.severity} {self.code} {self.message}"
        return f"{head}\n    hint: {self.hint}" if self.hint else head

"""Flaws: why a record cannot be made into a model, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.diagnostics import Diagnostic, Rule, SourceMap


@dataclass(frozen=True, slots=True)
class Flaw:
    """One reason why a record cannot be modelled.

    Attributes
    ----------
    rule
        The kind of problem.
    path
        Keys and indices of the value at fault, from the top of the case.
    message, hint
        What is wrong, and what to do about it.
    offset
        Place of the character at fault within a text value, from 0, where one is.
    cause
        The id that is wrong, where one is.
    """

    rule: Rule
    path: tuple[str | int, ...]
    message: str
    hint: str = ""
    offset: int | None = None
    cause: str = ""

    def diagnostic(self, spans: SourceMap) -> Diagnostic:
        """Return the flaw as a diagnostic at its line and column."""
        place = spans.place(*self.path)
        span = place.character(self.offset) if self.offset is not None else place.span
        return self.rule.at(span, self.message, self.hint, cause=self.cause)


class FlawedModelError(ValueError):
    """Records that cannot be modelled; ``flaws`` says why, all at once."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("; ".join(flaw.message for flaw in self.flaws))

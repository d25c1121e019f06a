"""What stops an analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.diagnostics import Diagnostic

NOTHING_TO_SEE = Rule(
    "DT800",
    "a case with nothing for this lens",
    "The lens looks at a section that the case does not have. Write the section, or look through another lens.",
)

NOTHING_READ = Rule(
    "DT801",
    "a day on which nothing can be told",
    "A reading holds since and until when the case says; on this day none does, or what follows hangs on a date that "
    "may have come or not. Ask about another day, or date the readings of the section more exactly.",
)


class CaseError(ValueError):
    """A case that cannot be analysed.

    Attributes
    ----------
    diagnostics
        Why, all at once.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(found) for found in self.diagnostics))

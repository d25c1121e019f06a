"""What a lens must provide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from detente.case import Case
from detente.findings import Findings
from detente.situation import Situation


class AskError(ValueError):
    """An option of a lens that does not fit the situation.

    Attributes
    ----------
    option
        The option's name.
    """

    def __init__(self, option: str, message: str) -> None:
        super().__init__(message)
        self.option = option


@dataclass(frozen=True, slots=True)
class Lens:
    """A way of looking at a situation.

    Attributes
    ----------
    key
        Its name in commands and code.
    order
        Place on the page.
    question
        The reader's question it answers.
    applies
        Whether a case has something for it.
    look
        ``look(situation, options)``: what it says; ``None`` for its usual options.
    wants
        What to write in a case that has nothing for it.
    command
        The command that looks through it, where that is another word than its key.
    """

    key: str
    order: int
    question: str
    applies: Callable[[Case], bool]
    look: Callable[[Situation, Any], Findings]
    wants: str = ""
    command: str = ""


def document_head(name: str, situation: Situation) -> dict[str, Any]:
    """Return the first keys of every document for programs."""
    return {
        "format": name,
        "case": situation.case.case.id,
        "as_of": str(situation.as_of),
        "scenario": situation.scenario.id if situation.scenario else None,
    }

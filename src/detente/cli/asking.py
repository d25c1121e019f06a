"""Asking at a terminal what a new case is about."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from detente.casefile.beginning import Beginning


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked and can answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def ask(beginning: Beginning, known: frozenset[str]) -> Beginning | None:
    """Return what a new case is about; ``None`` where nothing is known, and the first answer is empty.

    What is known already is not asked.

    Parameters
    ----------
    beginning
        What is said already, and what stands where nothing is answered.
    known
        Which of its attributes are said already.
    """
    from detente.casefile.beginning import TEMPLATES

    if "who" not in known:
        nothing = ", ".join(beginning.who) if known else "a small example"
        answer = typer.prompt("Who? Names with commas between them", default=nothing)
        if answer == nothing and not known:
            return None
        beginning = replace(beginning, who=names(answer))
    if "what" not in known:
        beginning = replace(beginning, what=typer.prompt("About what?", default=beginning.what))
    if "since" not in known:
        answer = typer.prompt("Since when? Such as 2020-11 or 13 March 2025", default="today")
        beginning = replace(beginning, since="" if answer == "today" else answer)
    if "template" not in known:
        question = f"What is looked at? {', '.join(TEMPLATES)}"
        beginning = replace(beginning, template=typer.prompt(question, default=beginning.template))
    return beginning


def names(text: str) -> tuple[str, ...]:
    """Return the names that stand between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())

"""Named states: the status quo and the outcomes asked about, by what sentences call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.subject import Subject


def spoken(analysis: Subject, name: str) -> str:
    """Return what a sentence calls a named state: its text, or its name where it has none."""
    return analysis.conflict.named_states[name].called(name)


def names_of(analysis: Subject, state: int) -> list[str]:
    """Return what the case calls a state."""
    return [spoken(analysis, name) for name, named in analysis.model.named.items() if named == state]


def status_quo_named(analysis: Subject, quo: int) -> str:
    """Return what to call the status quo, with what else the case calls it."""
    names = names_of(analysis, quo)
    return f"status quo ({', '.join(names)})" if names else "status quo"


def asked_about(analysis: Subject) -> dict[str, int]:
    """Return the outcomes asked about that can be now, other than the status quo, by what to call them."""
    model = analysis.model
    possible = ((spoken(analysis, name), state) for name, state in model.named.items() if state is not None)
    return {name: state for name, state in possible if model.can_be(state) and state != model.status_quo}

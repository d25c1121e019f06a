"""Conditions on the region: what a text such as ``guarantor is present and not (format is direct)`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.preference.expressions import Expression, Pattern, StatementError, names, walk
from detente.methods.gmcr.preference.parser import WORDS
from detente.methods.gmcr.preference.statements import parse
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from detente.case.shape import Path
    from detente.case.system import System

BAD_CONDITION = Rule(
    "DT1000",
    "a condition on the region that cannot be read",
    "Conditions say 'DESCRIPTOR is STATE', joined by 'not', 'and', 'or', 'if', 'implies', 'iff' and parentheses. Where "
    "a descriptor reads another part of the case, those of its states say 'met' of a step, the ids of options taken in "
    "the status quo, or the id of a regime.",
)
UNKNOWN_WORD = Rule(
    "DT1001",
    "a word of a condition that the system does not have",
    "Conditions on the region speak of descriptors and their states by id, as in 'format is direct'. Those of a state "
    "that stands for something elsewhere speak of what is read there: 'met', options or regimes.",
)

IS = " is "
RESERVED = WORDS | {IS.strip()}
"""The words of conditions, which can name neither a descriptor nor a state."""


def states_by_descriptor(system: System) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the states of each descriptor."""
    return {each.id: tuple(state.id for state in each.states) for each in system.descriptors}


def read_condition(text: str, path: Path, states: Mapping[str, Collection[str]]) -> Expression | tuple[Flaw, ...]:
    """Return the condition on the region that a text at some place writes, or all that is wrong with it.

    Parameters
    ----------
    text, path
        What is written, and where.
    states
        The ids of the states of each descriptor.
    """
    expression = _parsed(text, path)
    if isinstance(expression, tuple):
        return expression
    wrong = (_wrong(name, offset, path, states) for name, offset in names(expression))
    return tuple(flaw for flaw in wrong if flaw) or expression


def read_answer(text: str, path: Path, words: Collection[str]) -> Expression | tuple[Flaw, ...]:
    """Return what a text says of another part of the case, of which so many words may be used, or what is wrong."""
    expression = _parsed(text, path)
    if isinstance(expression, tuple):
        return expression
    unknown = ((name, offset) for name, offset in names(expression) if name not in words)
    return tuple(_unread(name, offset, path, words) for name, offset in unknown) or expression


def _parsed(text: str, path: Path) -> Expression | tuple[Flaw, ...]:
    try:
        expression = parse(text)
    except StatementError as error:
        return (Flaw(BAD_CONDITION, path, error.message, offset=error.offset),)
    return tuple(_patterns(expression, path)) or expression


def _patterns(expression: Expression, path: Path) -> Iterator[Flaw]:
    for part, _ in walk(expression):
        if isinstance(part, Pattern):
            message = "a pattern of Y, N and '-' lists options and has no place here"
            yield Flaw(BAD_CONDITION, path, message, offset=part.offset)


def _wrong(name: str, offset: int, path: Path, states: Mapping[str, Collection[str]]) -> Flaw | None:
    """Return what is wrong with a name in a condition on the region, if anything is."""
    descriptor, said, state = name.partition(IS)
    if descriptor not in states:
        hint = did_you_mean(descriptor, states) or _known("descriptors", states)
        return Flaw(UNKNOWN_WORD, path, f"no descriptor has the id '{descriptor}'", hint, offset, cause=descriptor)
    if not said:
        message = f"say in which state '{descriptor}' is"
        first = next(iter(states[descriptor]), "…")
        return Flaw(BAD_CONDITION, path, message, f"such as '{descriptor} is {first}'", offset)
    if state in states[descriptor]:
        return None
    hint = did_you_mean(state, states[descriptor]) or _known("states", states[descriptor])
    message = f"'{descriptor}' has no state '{state}'"
    return Flaw(UNKNOWN_WORD, path, message, hint, offset, cause=f"{descriptor}.{state}")


def _unread(name: str, offset: int, path: Path, words: Collection[str]) -> Flaw:
    hint = did_you_mean(name, words) or _known("words", words)
    return Flaw(UNKNOWN_WORD, path, f"'{name}' is nothing that is read here", hint, offset, cause=name)


def _known(what: str, words: Collection[str]) -> str:
    return f"the {what} are {', '.join(words)}" if words else f"there are no {what}"

"""Asking: an option of the wrong kind is refused by its name before anything is worked out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.lenses.look import AskError


def of_type(value: object) -> str:
    """Return a value of the wrong kind, and which kind it is."""
    return f"{value!r:.60}, which is of the type {type(value).__name__}"


def refuse_all_but_texts(**asked: object) -> None:
    """Raise ``TypeError`` for an option that is neither a text nor ``None``."""
    for name, value in asked.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name}: expected a text, got {of_type(value)}")


def refuse_all_but_truths(**asked: object) -> None:
    """Raise ``TypeError`` for an option that is neither true nor false."""
    for name, value in asked.items():
        if not isinstance(value, bool):
            raise TypeError(f"{name}: expected True or False, got {of_type(value)}")


def refuse_all_but_numbers(least: int, **asked: object) -> None:
    """Raise ``TypeError`` for an option that is no whole number, and ``AskError`` for one below ``least``."""
    for name, value in asked.items():
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{name}: expected a whole number, got {of_type(value)}")
        if value < least:
            raise AskError(name, f"{name}: expected {least} or more, got {value}")


def several_texts(name: str, asked: object) -> tuple[str, ...]:
    """Return an option that holds several texts; raise ``TypeError`` for one text alone, and for anything else."""
    if isinstance(asked, str) or not isinstance(asked, Iterable):
        raise TypeError(f"{name}: expected several texts, such as ['sim', 'l2'], got {of_type(asked)}")
    texts = tuple(asked)
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"{name}: expected texts only, such as ['sim', 'l2'], got {of_type(text)}")
    return texts

"""Uncertain preferences in words: what is not known of them, and that most chapters take them as written."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.words import condition, maker_names
from detente.lenses.evidence import row_of, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.conflict import Statement as Stated
    from detente.case.value import Value
    from detente.lenses.conflict.subject import Subject


def taken_as_written(analysis: Subject) -> Iterator[Statement]:
    """Yield the assumption behind every result that follows the statements as the case writes them."""
    for name, item in _statements(analysis):
        if is_uncertain(item):
            held = f"taken as held, {chance(item)}"
            yield replace(say(f"{name} prefers {condition(analysis, item.when)}.", item), assumption=held)
    for name, group in _groups(analysis):
        order = ", then ".join(condition(analysis, item.when) for item in group)
        said = _about(group, f"{name} prefers {order}.")
        yield replace(said, assumption="order within the group as written")


def left_open(analysis: Subject) -> Iterator[Statement]:
    """Yield everything that the case leaves open, with what it rests on."""
    for name, item in _statements(analysis):
        if is_uncertain(item):
            yield say(f"Open: whether {name} prefers {condition(analysis, item.when)} ({chance(item)}).", item)
    for name, group in _groups(analysis):
        among = "; ".join(condition(analysis, item.when) for item in group)
        yield _about(group, f"Open: in which order these matter to {name}: {among}.")


def wanted(analysis: Subject, item: Stated) -> str:
    """Return what a statement asks for, and in brackets what is not known of it."""
    doubts = [chance(item)] if is_uncertain(item) else []
    doubts += [f"in any order among “{item.group}”"] if item.group else []
    words = condition(analysis, item.when)
    return f"{words} ({'; '.join(doubts)})" if doubts else words


def is_uncertain(item: Stated) -> bool:
    """Whether it is not certain that a statement is held."""
    return item.probability is not None and (item.probability.low, item.probability.high) != (1.0, 1.0)


def chance(item: Stated) -> str:
    """Return the probability of an uncertain statement in words."""
    return "probability " + _number(item.probability) if item.probability else ""


def _about(group: tuple[Stated, ...], text: str) -> Statement:
    """Return what is said of several statements, with all that they rest on, each citation and assumption once."""
    row = row_of(group)
    return Statement(text, row.cites, row.certainty, row.hedge, row.assumption)


def _number(value: Value) -> str:
    if value.is_point:
        return f"{value.low:g}"
    middle = "" if value.mode is None else f", most likely {value.mode:g}"
    return f"{value.low:g} to {value.high:g}{middle}"


def _statements(analysis: Subject) -> Iterator[tuple[str, Stated]]:
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for item in (maker.preferences and maker.preferences.statements) or ():
            yield name, item


def _groups(analysis: Subject) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield every group of two or more statements, and whose it is."""
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        stated = (maker.preferences and maker.preferences.statements) or ()
        for label, run in groupby(stated, key=lambda item: item.group):
            group = tuple(run)
            if label is not None and len(group) > 1:
                yield name, group

"""Errors: how far each model was off on the issues whose outcome is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, isfinite
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.issues.models import readings
from detente.lenses.settlement.issues.reading import by_order
from detente.lenses.settlement.issues.words import model_name
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.issues.reading import Reading
    from detente.lenses.settlement.options import SettlementOptions

MIDDLE = "middle"
"""The rule that knows nothing: always the middle of the scale."""


@dataclass(frozen=True, slots=True)
class Missed:
    """By how much a rule missed.

    Attributes
    ----------
    key, title
        The rule; readings of the challenge model are ``challenge:`` and their key.
    mean_absolute
        How far it was off on average. [0..100, a share of the scale]
    issues
        On how many issues; those are left out on which it has no answer.
    same
        How far the middle of the scale was off on those issues.
    """

    key: str
    title: str
    mean_absolute: float
    issues: int
    same: float


@dataclass(frozen=True, slots=True)
class ModelError:
    """How far a model was off on the issues whose outcome is known.

    Attributes
    ----------
    mean_absolute
        How far on average. [0..100, a share of the scale]
    n
        On how many issues.
    """

    mean_absolute: float
    n: int


@dataclass(frozen=True, slots=True)
class Errors(Result):
    """How far the models were off.

    Attributes
    ----------
    errors
        By the key of the model, and that of the middle of the scale; ``null`` where no outcome is known.
    """

    errors: Mapping[str, ModelError] | None


def find(look: Look[SettlementOptions]) -> Errors:
    """Return how far each model was off."""
    missed = look.once(_missed)
    return Errors({each.key: ModelError(round(each.mean_absolute, 9), each.issues) for each in missed} or None)


def _missed(look: Look[SettlementOptions]) -> tuple[Missed, ...]:
    """Return how far each rule was off, in the order of the rules; none where no outcome is known."""
    titles: dict[str, str] = {}
    misses: dict[str, list[tuple[float, float]]] = {}
    for reading in look.once(readings):
        outcome, scale = reading.model.issue.outcome, reading.model.scale
        if outcome is None:
            continue
        length = scale.high - scale.low
        middle = scale.low + length / 2
        for key, title, said in (*_said(reading), (MIDDLE, "Always the middle of the scale", middle)):
            titles[key] = title
            if isfinite(said):
                off = tuple(100 * abs(place - outcome) / length for place in (said, middle))
                misses.setdefault(key, []).append((off[0], off[1]))
    return tuple(
        Missed(key, title, _mean([off for off, _ in found]), len(found), _mean([off for _, off in found]))
        for key, title in titles.items()
        if (found := misses.get(key))
    )


def _said(reading: Reading) -> Iterator[tuple[str, str, float]]:
    for key, answer in reading.estimates.items():
        yield key, answer.rule.title, answer.value
    for pressure in by_order(reading.pressures):
        title = f"Challenge model, {pressure.preset.title.lower()}, after {len(pressure.rounds)} rounds"
        yield f"challenge:{pressure.preset.key}", title, pressure.rounds[-1][0]


def _mean(numbers: list[float]) -> float:
    return fsum(numbers) / len(numbers)


def show(found: Errors, look: Look[SettlementOptions]) -> Finding | None:
    """Say how far each rule was off; nothing where no outcome is known."""
    del found
    missed = look.once(_missed)
    if not missed:
        return None
    middle = next(each for each in missed if each.key == MIDDLE)
    best = min((each for each in missed if each is not middle), key=lambda each: each.mean_absolute)
    columns = (
        Column("rule", "Model"),
        Column("error", "Off by, of 100, on average", "number"),
        Column("middle", "The middle of the scale on the same issues", "number"),
        Column("issues", "Issues", "number"),
    )
    rows = tuple(Row((each.title, round(each.mean_absolute, 1), round(each.same, 1), each.issues)) for each in missed)
    return Finding(
        "How far off the models were",
        f"On {counted(middle.issues, 'issue')} with a known outcome, {model_name(best.title)} came nearest: off by "
        f"{best.mean_absolute:.1f} of 100 on average; always saying the middle was off by {best.same:.1f}.",
        statements=(Statement(_skill(best)), Statement("The outcomes are compared with the models, and enter none.")),
        tables=(Table("errors", "How far each model was off", columns, rows),),
        depth=Depth.DETAIL,
    )


def _skill(best: Missed) -> str:
    saved = best.same - best.mean_absolute
    if saved <= 0:
        return "No model beats always saying the middle of the scale: on these issues they show no skill."
    said = f"the best model, picked after the fact, saves {saved:.1f} of 100 against saying the middle of the scale"
    small = saved < best.same / 2
    return f"The skill is small: {said}." if small else f"{said[:1].upper()}{said[1:]}."


CHAPTER = Chapter("errors", 30, find, show)

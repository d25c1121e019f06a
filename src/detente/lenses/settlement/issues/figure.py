"""The picture of an issue: where each stands on its scale, and where it could settle."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Figure
from detente.findings.figures.scale import Rows, Scale, Stand
from detente.lenses.settlement.issues.tables import stances
from detente.lenses.settlement.issues.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.issue import Continuum
    from detente.lenses.settlement.issues.reading import Reading
    from detente.situation import Situation

_BOUNDS = "where a party stands, and the bounds of that"
_ANSWERS = "where it would settle by a model, and where four of five trials lie"
_LIKELY = "four of five trials of the compromise"


def figure(situation: Situation, reading: Reading) -> Figure:
    """Return the picture of an issue."""
    scale, compromise = reading.model.scale, reading.compromise
    spec = Scale(
        scale.low,
        scale.high,
        tuple(_signs(scale)),
        Rows("Where they stand", _BOUNDS, tuple(_held(situation, reading))),
        Rows("Where it would settle", _ANSWERS, tuple(_answers(reading))),
        (compromise.low, compromise.high, _LIKELY),
    )
    parties = ", ".join(f"{stand.name} at {stand.said}" for stand in spec.held.stands)
    answers = ", ".join(f"{stand.name} {stand.said}" for stand in spec.answers.stands)
    description = (
        f"The scale goes from {number(scale, scale.low)} to {number(scale, scale.high)}. {parties}. {answers}."
    )
    title = f"“{reading.model.issue.label}”: where they stand, and where it would settle"
    return Figure(f"scale-{reading.model.issue.id}", title, description, spec, stances(situation, reading))


def _signs(scale: Continuum) -> Iterator[tuple[float, str]]:
    """Yield the labelled places and the ends, from the low end on, each with its number."""
    for mark in sorted({scale.low, scale.high, *scale.labels}):
        words = f": {scale.labels[mark]}" if mark in scale.labels else ""
        yield mark, f"{number(scale, mark)}{words}"


def _held(situation: Situation, reading: Reading) -> Iterator[Stand]:
    scale = reading.model.scale
    for stake, at in zip(reading.model.stakes, reading.model.inputs.centre.tolist(), strict=False):
        low, high = stake.value.low, stake.value.high
        stance = situation.positions[stake.actor][reading.model.issue.id].counts.stance or ""
        yield Stand(situation.names[stake.actor], at, low, high, number(scale, low, high), stance)


def _answers(reading: Reading) -> Iterator[Stand]:
    scale = reading.model.scale
    for answer in reading.estimates.values():
        if isfinite(answer.value):
            said = number(scale, answer.value)
            yield Stand(answer.rule.title, answer.value, answer.low, answer.high, said, answer.rule.meaning)

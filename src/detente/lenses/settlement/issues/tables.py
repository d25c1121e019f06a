"""Tables: who stands where and how hard it pulls, what each model says, and what that hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.evidence import row_of
from detente.lenses.settlement.issues.flips import flips
from detente.lenses.settlement.issues.words import cell, number
from detente.lenses.wording import sentence
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.value import Value
    from detente.lenses.settlement.issues.reading import Reading
    from detente.models.spatial.stakes import Stake
    from detente.situation import Situation


def stances(situation: Situation, reading: Reading) -> Table:
    """Return who stands where, and how hard it pulls."""
    columns = (
        Column("actor", "Actor"),
        Column("position", "Stands at"),
        Column("salience", "Salience"),
        Column("capability", "Capability"),
        Column("lever", "If it moved by 1, the compromise would move by", "number"),
    )
    scale = reading.model.scale
    rows = tuple(
        row_of(
            stake.claims,
            situation.names[stake.actor],
            number(scale, stake.value.low, stake.value.high),
            _stated(stake.salience, stated=stake.salience_stated),
            _stated(stake.capability, stated=stake.capability_stated),
            round(lever, 3),
        )
        for stake, lever in zip(reading.model.stakes, reading.levers, strict=True)
    )
    return Table(f"stakes-{reading.model.issue.id}", "Who stands where, and how hard it pulls", columns, rows)


def models(reading: Reading) -> Table:
    """Return what each model says."""
    unit = reading.model.scale.unit or ""
    columns = (
        Column("model", "Model"),
        Column("value", "Settlement", "number", unit),
        Column("low", "Four of five trials from", "number", unit),
        Column("high", "to", "number", unit),
        Column("meaning", "What it supposes"),
    )
    scale = reading.model.scale
    rows = [
        Row(
            (
                answer.rule.title,
                *(cell(scale, value) for value in (answer.value, answer.low, answer.high)),
                answer.rule.meaning,
            )
        )
        for answer in reading.estimates.values()
    ]
    return Table(f"models-{reading.model.issue.id}", "What each model says", columns, tuple(rows))


def hinges(situation: Situation, reading: Reading) -> Table | None:
    """Return what the compromise hangs on; ``None`` where every number is known."""
    if not reading.hinges:
        return None
    unit = reading.model.scale.unit or ""
    columns = (
        Column("input", "Number in doubt"),
        Column("at_low", "Compromise with it at its low bound", "number", unit),
        Column("at_high", "at its high bound", "number", unit),
        Column("share", "Part in the spread", "number"),
        Column("flips", "Could change the answer", "text"),
    )
    scale = reading.model.scale
    rows = tuple(
        Row(
            (
                sentence(named(situation, hinge.actor, hinge.kind)).rstrip("."),
                cell(scale, hinge.at_low),
                cell(scale, hinge.at_high),
                round(hinge.share, 2),
                "yes" if flips(reading, hinge) else "no",
            )
        )
        for hinge in reading.hinges
    )
    return Table(f"hinges-{reading.model.issue.id}", "What the compromise hangs on", columns, rows)


def challenge(reading: Reading) -> Table:
    """Return mean and median of the positions after each round of challenges, in each reading of the model."""
    unit = reading.model.scale.unit or ""
    columns = [Column("round", "After round", "number")]
    for pressure in reading.pressures:
        title = pressure.preset.title
        columns.append(Column(f"mean_{pressure.preset.key}", f"{title}: weighted mean", "number", unit))
        columns.append(Column(f"median_{pressure.preset.key}", "median", "number", unit))
    by_round = zip(*(pressure.rounds for pressure in reading.pressures), strict=True)
    rows = tuple(
        Row((number, *(cell(reading.model.scale, value) for pair in found for value in pair)))
        for number, found in enumerate(by_round, 1)
    )
    caption = "Under pressure: the challenge model, in each of its readings"
    return Table(f"challenge-{reading.model.issue.id}", caption, tuple(columns), rows)


def named(situation: Situation, actor: str, kind: str) -> str:
    """Return an input in words: whose number it is, and of which kind."""
    name = situation.names[actor]
    return f"what {name} has without a deal" if kind == "no deal" else f"the {kind} of {name}"


def actors(situation: Situation, chosen: list[Stake]) -> list[str]:
    """Return the names of some actors."""
    return [situation.names[stake.actor] for stake in chosen]


def _stated(value: Value, *, stated: bool) -> str:
    return quantity(value.low, value.high, None) + ("" if stated else ", not stated")

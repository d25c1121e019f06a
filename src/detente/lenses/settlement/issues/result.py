"""Issues for programs: the key ``issues`` of ``detente.settlement/1``."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from detente.lenses.settlement.issues.flips import flips
from detente.lenses.settlement.issues.reading import by_order
from detente.methods.bargaining.spatial.registry import shipped_rules

if TYPE_CHECKING:
    from detente.lenses.settlement.issues.reading import Answer, Pressure, Reading

_DIGITS = 9


def document(reading: Reading) -> dict[str, Any]:
    """Return what the models say of an issue."""
    answers = reading.answers
    return {
        **{key: _answer(answers.get(key)) for key in shipped_rules()},
        "challenge": _pressure(reading.pressures[0]),
        "challenges": {pressure.preset.key: _last(pressure) for pressure in by_order(reading.pressures)},
        "levers": {
            stake.actor: _plain(lever) for stake, lever in zip(reading.model.stakes, reading.levers, strict=True)
        },
        "hangs_on": [
            {
                "actor": hinge.actor,
                "input": hinge.kind,
                "at_low": _plain(hinge.at_low),
                "at_high": _plain(hinge.at_high),
                "share": _plain(hinge.share),
                "flips": flips(reading, hinge),
            }
            for hinge in reading.hinges
        ],
    }


def _pressure(pressure: Pressure) -> dict[str, Any]:
    rounds = enumerate(pressure.rounds, 1)
    return {
        "variant": pressure.preset.key,
        "rounds": [
            {"round": number, "mean": _plain(mean), "median": _plain(median)} for number, (mean, median) in rounds
        ],
    }


def _last(pressure: Pressure) -> dict[str, float | None]:
    mean, median = pressure.rounds[-1]
    return {"mean": _plain(mean), "median": _plain(median)}


def _answer(answer: Answer | None) -> dict[str, float | None] | None:
    if answer is None:
        return None
    return {"value": _plain(answer.value), "low": _plain(answer.low), "high": _plain(answer.high)}


def _plain(number: float) -> float | None:
    return round(number, _DIGITS) if isfinite(number) else None

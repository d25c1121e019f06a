"""Obstacles: why an outcome cannot be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.case.conflict import Option
    from detente.lenses.conflict.engine.explicit import Analysis

_RULED_OUT = "the model rules it out"


def closed(analysis: Analysis, name: str) -> str:
    """Return which of the options that an outcome needs are not open at this date, and why not."""
    needed = set(analysis.conflict.named_states[name])
    answers = analysis.situation.options
    shut = [option for option in _options(analysis) if option.id in needed and not answers[option.id].open]
    words = [f"“{option.text or option.id}” is not open ({answers[option.id].reason})" for option in shut]
    return listed(words) or _RULED_OUT


def irreversible(analysis: Analysis, start: int, state: int) -> str:
    """Return which options would have to change in a direction in which nobody can change them."""
    model = analysis.model
    if model.labels is not None:
        return "no moves lead there"
    marks = zip(_options(analysis), model.name(start), model.name(state), strict=True)
    stuck = [
        f"“{option.text or option.id}” cannot be {'taken' if there == 'Y' else 'dropped'}"
        for option, here, there in marks
        if here != there and option.direction == ("drop-only" if there == "Y" else "take-only")
    ]
    return listed(stuck) or "no moves lead there past what cannot be"


def _options(analysis: Analysis) -> list[Option]:
    return [option for maker in analysis.conflict.decision_makers for option in maker.options]

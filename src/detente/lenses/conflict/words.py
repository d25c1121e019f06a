"""Words: states and moves as a diplomat would say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.lenses.conflict.analysis import Analysis


def maker_names(analysis: Analysis) -> tuple[str, ...]:
    """Return the names of the decision makers."""
    called = {actor.id: actor.name for actor in analysis.situation.case.actors}
    return tuple(called.get(maker, maker) for maker in analysis.model.decision_makers)


def taken(analysis: Analysis, state: int) -> tuple[str, ...]:
    """Return what is done in a state, one phrase for each who does something; in graph form its name."""
    model = analysis.model
    name = model.name(state)
    if not model.options:
        return (f"state {name}",)
    phrases = []
    marks = iter(name)
    for maker, called in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        said = [(option.text or option.id, next(marks)) for option in maker.options]
        done = [f"{text}, or not" if mark == "-" else text for text, mark in said if mark != "N"]
        if done:
            phrases.append(f"{called}: {'; '.join(done)}")
    return tuple(phrases) or ("none of the options is taken",)


def condition(analysis: Analysis, text: str) -> str:
    """Return a condition with the options' own words in place of their ids."""
    options = {option.id: option for maker in analysis.conflict.decision_makers for option in maker.options}

    def said(match: re.Match[str]) -> str:
        option = options.get(match.group())
        return f"“{option.text or option.id}”" if option else match.group()

    return re.sub(r"[a-z][a-z0-9-]*", said, text)


def move(analysis: Analysis, before: int, after: int) -> str:
    """Return the change from one state to another: what is taken up and what is dropped."""
    model = analysis.model
    if model.labels is not None:
        return f"to state {model.name(after)}"
    options = [option for maker in analysis.conflict.decision_makers for option in maker.options]
    pairs = zip(options, model.name(before), model.name(after), strict=True)
    changes = [
        f"{'take' if there == 'Y' else 'drop'} “{option.text or option.id}”"
        for option, here, there in pairs
        if here != there
    ]
    return " and ".join(changes)

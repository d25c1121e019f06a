"""Words: states and moves as a diplomat would say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.lenses.conflict.analysis import Analysis


def maker_names(analysis: Analysis) -> tuple[str, ...]:
    """Return the names of the decision makers."""
    called = {actor.id: actor.name for actor in analysis.situation.case.actors}
    return tuple(called.get(maker, maker) for maker in analysis.model.decision_makers)


def taken(analysis: Analysis, state: int) -> tuple[str, ...]:
    """Return what is done in a state, one phrase for each option taken; in graph form its name."""
    model = analysis.model
    name = model.name(state)
    if not model.options:
        return (f"state {name}",)
    phrases = []
    marks = iter(name)
    for maker, called in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for option in maker.options:
            mark = next(marks)
            if mark == "Y":
                phrases.append(f"{called}: {option.text or option.id}")
            elif mark == "-":
                phrases.append(f"{called}: {option.text or option.id}, or not")
    return tuple(phrases) or ("none of the options is taken",)


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

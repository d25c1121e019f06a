"""Conditions on the region, what gates lead to, and shares of trials, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.lenses.wording import out_of_hundred
from detente.methods.gmcr.preference.statements import mentioned
from detente.models.system.conditions import IS

if TYPE_CHECKING:
    from detente.lenses.system.region import Region
    from detente.models.system.targets import Target
    from detente.study import Moment


def condition_words(found: Region, text: str) -> str:
    """Return a condition with conditions and states called as on the page."""
    places = {name: number for number, name in enumerate(found.model.states)}
    for name, offset in reversed(mentioned(text)):
        written = re.compile(name.replace(" ", r"\s+")).match(text, offset)
        if written:
            called = found.called(places[name.replace(IS, ".")])
            text = f"{text[:offset]}“{called}”{text[written.end() :]}"
    return text


def target_words(moment: Moment, target: Target) -> str:
    """Return what to call what a gate leads to."""
    match target.kind:
        case "outcome":
            issue = next(each for each in moment.case.issues if each.id == target.issue)
            return f"{issue.label}: {next(each.label for each in issue.outcomes if each.id == target.id)}"
        case "option":
            return moment.situation.names.get(target.id, target.id)
    corridor = moment.case.corridor
    regimes = {each.id: each.label for each in (corridor.regimes if corridor else ())}
    links = {each.id: each.name or each.id for each in (corridor.links if corridor else ())}
    return {**links, **regimes}[target.id]


def in_trials(share: float) -> str:
    """Return in how many trials at least something is so: "in 67 of 100 trials or more"; nothing where in all."""
    return "" if share == 1 else f"in {out_of_hundred(share)} or more"

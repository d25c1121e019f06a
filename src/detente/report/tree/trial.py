"""Trials: what a reader can change, as data for the page's script, and what scenarios do, in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.findings import Finding, plain
from detente.findings.trial import Trial

_SIGNS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_SPARE = {"why": "", "alike": "", "weight": 0, "open": False, "weighed": False, "ranks": [], "accepts": None}
"""What the script takes for granted where nothing is said; of a scenario, what the case as it is says."""

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class TrialNode:
    """What a reader can change.

    Attributes
    ----------
    data
        The conflicts as JSON that can stand between tags.
    trouble
        Why nothing can be tried, or ``""``.
    scenarios
        Each scenario under which findings say something else, and what they say then.
    """

    data: str
    trouble: str
    scenarios: tuple[tuple[str, tuple[str, ...]], ...]


def effects_of(findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """Return by scenario what findings say under it, where that is something else."""
    found: dict[str, tuple[str, ...]] = {}
    for finding in findings:
        for effect in finding.effects:
            found[effect.scenario] = (*found.get(effect.scenario, ()), effect.text)
    return found


def trial_node(trial: Trial, effects: Mapping[str, tuple[str, ...]]) -> TrialNode:
    """Return a trial for the page.

    Parameters
    ----------
    effects
        By scenario, what findings say under it.
    """
    data = _brief(_clean(plain(trial)))
    for game in data["games"]:
        game["effects"] = [*game.pop("notes"), *effects.get(game["scenario"], ())]
    first = data["games"][0]
    data["games"][1:] = [
        {key: value for key, value in game.items() if value != first[key]} for game in data["games"][1:]
    ]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    changed = tuple((game.title, effects[game.scenario]) for game in trial.games if game.scenario in effects)
    escaped = re.sub("[<>&\u2028\u2029]", lambda sign: _SIGNS[sign[0]], text)
    return TrialNode(escaped, trial.games[0].trouble, changed)


def _clean(value: Any) -> Any:
    """Return plain data without control characters, which no page may hold, however they are spelt."""
    if isinstance(value, str):
        return _CONTROLS.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return {key: _clean(each) for key, each in value.items()} if isinstance(value, dict) else value


def _brief(value: Any) -> Any:
    """Return plain data without what goes without saying."""
    if isinstance(value, list):
        return [_brief(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: _brief(each) for key, each in value.items() if key not in _SPARE or each != _SPARE[key]}

"""The conflict as a game in which everybody chooses once and at the same time.

Each decision maker chooses which of its own options to take, from the status quo: an option that can only be
taken up stays once it is taken, one that can only be dropped stays dropped. That is a game only if every
combination of choices can be. Payoffs are ordinal: their order means something, their distances do not. Names
and texts in letters that Gambit cannot read are replaced by ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from detente.exports.export import ExportError
from detente.exports.texts.gambit_text import label
from detente.findings import Findings
from detente.lenses.conflict.equilibria.states import States
from detente.lenses.conflict.model.whole import WholeModel

NOTE = "Payoffs are ordinal: bigger is better, distances mean nothing, and neither do mixed strategies."


@dataclass(frozen=True, slots=True)
class Game:
    """A game in strategic form.

    Attributes
    ----------
    title, note
        What it is about, and how to read it.
    players
        Names of the players.
    strategies
        For each player, what it can choose: in words, and as marks of its own options.
    outcomes
        For each combination of marks: the name of the state, and the payoff of each player.
    """

    title: str
    note: str
    players: tuple[str, ...]
    strategies: tuple[dict[str, str], ...]
    outcomes: Mapping[tuple[str, ...], tuple[str, tuple[int, ...]]]


def game(findings: Findings) -> Game:
    """Return the game of what the conflict lens found, with its model.

    Raises
    ------
    ExportError
        If the conflict is not a game; says why.
    """
    model, status_quo = findings.result(WholeModel), findings.result(States).status_quo
    if not model.options or model.merged:
        raise ExportError("a game is made of choices; this conflict is a graph of states, or merges states")
    allowed = _allowed(model, status_quo)
    own = [[k for k, option in enumerate(model.options) if option.owner == maker.id] for maker in model.decision_makers]
    outcomes = {}
    for number, name in enumerate(model.states):
        if all(mark in marks for mark, marks in zip(name, allowed, strict=True)):
            profile = tuple("".join(name[k] for k in mine) for mine in own)
            outcomes[profile] = (name, tuple(payoffs[number] for payoffs in model.payoffs.values()))
    choices = [sorted({profile[i] for profile in outcomes}) for i in range(len(own))]
    labels = [_unique([_words(model, mine, marks) for marks in each]) for mine, each in zip(own, choices, strict=True)]
    players = _unique([label(maker.name, maker.id) for maker in model.decision_makers])
    if prod(map(len, choices)) > len(outcomes):
        missing = next(profile for profile in product(*choices) if profile not in outcomes)
        chosen = (named[each.index(mark)] for named, each, mark in zip(labels, choices, missing, strict=True))
        said = "; ".join(f"{player}: {what}" for player, what in zip(players, chosen, strict=True))
        raise ExportError(f"in a game every combination of choices can be, but here this one cannot: {said}")
    strategies = tuple(dict(zip(named, each, strict=True)) for named, each in zip(labels, choices, strict=True))
    title = label(model.title, findings.head.case)
    return Game(title, _note(model), tuple(players), strategies, outcomes)


def _allowed(model: WholeModel, status_quo: str | None) -> list[str]:
    """Return the marks that each option can have, from the status quo on."""
    one_way = [option.text for option in model.options if option.direction != "both"]
    if one_way and status_quo is None:
        message = f"'{one_way[0]}' can change only one way, so what can be chosen depends on a status quo; state one"
        raise ExportError(message)
    found = []
    for k, option in enumerate(model.options):
        stuck = {"take-only": "Y", "drop-only": "N"}.get(option.direction)
        found.append(stuck if stuck is not None and status_quo is not None and status_quo[k] == stuck else "NY")
    return found


def _note(model: WholeModel) -> str:
    one_way = any(option.direction != "both" for option in model.options)
    start = " Everybody chooses once, from the status quo; some options can change only one way." if one_way else ""
    return f"{NOTE}{start}"


def _words(model: WholeModel, own: list[int], marks: str) -> str:
    taken = [model.options[k] for k, mark in zip(own, marks, strict=True) if mark == "Y"]
    return "; ".join(label(option.text, option.id) for option in taken) or "nothing"


def _unique(words: list[str]) -> list[str]:
    """Return labels with a number added to those that would repeat an earlier one."""
    found: dict[str, None] = {}
    for word in words:
        unique, number = word, 2
        while unique in found:
            unique, number = f"{word} ({number})", number + 1
        found[unique] = None
    return list(found)

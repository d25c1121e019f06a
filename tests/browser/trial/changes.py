"""Changes that a reader of the page might make to a conflict, made to its records instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np

from detente.case.conflict import Conflict, DecisionMaker, Infeasible, Preferences, Statement
from detente.methods.gmcr.states import state_name
from detente.models.conflict.model import model_conflict
from detente.models.flaw import FlawedModelError

Change = tuple[str, int, int, int]
"""What is done (off, turned, swap, bar), whose, to which block or act, and which of the block."""


@dataclass
class Item:
    """A wish as a reader changes it: a statement, or the option of a weight."""

    stated: Any
    off: bool = False
    turned: bool = False


Blocks = list[list[Item]]


def blocks_of(conflict: Conflict) -> list[Blocks]:
    """Return by decision maker its wishes in blocks that count alike, as the page lists them."""
    options = [option.id for option in conflict.options]
    return [_blocks(maker.preferences, options) for maker in conflict.decision_makers]


def alter(blocks: list[Blocks], barred: set[int], change: Change) -> None:
    """Make a change."""
    kind, maker, k, item = change
    mine = blocks[maker]
    match kind:
        case "off":
            mine[k][item].off ^= True
        case "turned":
            mine[k][item].turned ^= True
        case "swap":
            mine[k + 1], mine[k] = mine[k], mine[k + 1]
        case "bar":
            barred ^= {k}


def changed(conflict: Conflict, changes: Sequence[Change], acts: Sequence[str]) -> Conflict:
    """Return a conflict in plain form with changes made.

    Parameters
    ----------
    acts
        Under which condition each act that can be ruled out is done.
    """
    blocks, barred = blocks_of(conflict), set[int]()
    for change in changes:
        alter(blocks, barred, change)
    makers = tuple(
        maker.model_copy(update={"preferences": maker.preferences and _written(maker.preferences, mine)})
        for maker, mine in zip(conflict.decision_makers, blocks, strict=True)
    )
    ruled_out = (*conflict.infeasible, *(Infeasible(when=acts[k]) for k in sorted(barred)))
    found = conflict.model_copy(update={"decision_makers": makers, "infeasible": ruled_out, "status_quo": None})
    return _ranked_anew(found) if barred else found


def _blocks(stated: Preferences | None, options: Sequence[str]) -> Blocks:
    if stated is None or stated.ranking is not None:
        return []
    weights = stated.weights
    if weights is not None:
        weighed = [option for option in options if weights.get(option)]
        return [[Item(option)] for option in sorted(weighed, key=lambda option: -abs(weights[option]))]
    runs = groupby(enumerate(stated.statements or ()), key=lambda pair: pair[1].equal or pair[0])
    return [[Item(item) for _, item in run] for _, run in runs]


def _written(stated: Preferences, blocks: Blocks) -> Preferences:
    kept = [item for block in blocks for item in block if not item.off]
    if stated.weights is not None:
        signs = {item.stated: -1 if item.turned else 1 for item in kept}
        weights = stated.weights
        return stated.model_copy(update={"weights": {name: sign * weights[name] for name, sign in signs.items()}})
    if stated.statements is not None:
        return stated.model_copy(update={"statements": tuple(map(_statement, kept))})
    return stated


def _statement(item: Item) -> Statement:
    stated: Statement = item.stated
    return stated.model_copy(update={"when": f"not ({stated.when})"}) if item.turned else stated


def _ranked_anew(conflict: Conflict) -> Conflict:
    """Return a conflict whose rankings leave out what has been ruled out: a case may rank only what can be."""
    try:
        feasible = model_conflict(_with(conflict, lambda _: None)).engine.feasible
    except FlawedModelError:
        return _with(conflict, lambda _: None)
    left = {state_name(int(s), len(conflict.options)) for s in np.flatnonzero(feasible)}

    def again(stated: Preferences) -> Preferences:
        groups = [tuple(name for name in group if name in left) for group in stated.ranking or ()]
        return stated.model_copy(update={"ranking": tuple(group for group in groups if group)})

    return _with(conflict, again)


def _with(conflict: Conflict, other: Any) -> Conflict:
    """Return a conflict with other rankings."""

    def of(maker: DecisionMaker) -> DecisionMaker:
        stated = maker.preferences
        ranked = stated is not None and stated.ranking is not None
        return maker.model_copy(update={"preferences": other(stated)}) if ranked else maker

    return conflict.model_copy(update={"decision_makers": tuple(map(of, conflict.decision_makers))})

"""Readings: what each decision maker may want, where the case leaves something open, put together.

A *completion* settles for one decision maker which of its statements count and in which order; a *reading* is
one completion for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import prod

import numpy as np

from detente.case.conflict import Conflict, DecisionMaker
from detente.methods.gmcr.arrays import Numbers, Ordinal, States
from detente.methods.gmcr.ensembles.ensemble import Profiles
from detente.methods.gmcr.ensembles.open_orders import OpenOrder
from detente.methods.gmcr.ensembles.places import Placed, Places, joined
from detente.models.conflict.model import ConflictModel
from detente.models.conflict.wishes import Wishes, wishes_of

MOST_READINGS = 20_000
"""So many readings are gone through one by one; of more, some are drawn."""

MOST_CELLS = 1 << 26
"""So many states times readings are looked at, unless a number of draws is asked for."""

DRAWS, FEWEST_DRAWS = 4096, 64


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """The readings of a conflict.

    Attributes
    ----------
    orders
        What is known of each decision maker's order of statements; of one without open statements, nothing.
    places
        The completions of each. [each shape (D, k)]
    profiles
        Their payoffs, which completions each reading puts together, and its share among all. [B readings]
    draws
        How many readings were drawn; ``None`` where they are all there.
    """

    orders: tuple[OpenOrder, ...]
    places: tuple[Places, ...]
    profiles: Profiles
    draws: int | None

    @property
    def exact(self) -> bool:
        """Whether every possible reading is there, rather than a sample."""
        return self.draws is None

    def shares(self, held: Sequence[Sequence[float]]) -> Numbers:
        """Return the share of each reading if statements were as likely to count as ``held`` says [shape (B,)].

        Parameters
        ----------
        held
            By decision maker, the chance of each statement of ``orders``.
        """
        shares = np.ones(self.profiles.choice.shape[1])
        for order, places, chances, chosen in zip(self.orders, self.places, held, self.profiles.choice, strict=True):
            shares = shares * order.weights(places, chances)[chosen]
        return shares


def open_order(maker: DecisionMaker) -> OpenOrder:
    """Return what is known of a decision maker's order of statements; of no statements where none is open."""
    stated = (maker.preferences and maker.preferences.statements) or ()
    labels = [(item.group, None if item.group else k) for k, item in enumerate(stated)]
    runs = tuple(len(list(run)) for _, run in groupby(labels))
    order = OpenOrder(runs, tuple(item.probability.mean if item.probability else 1.0 for item in stated))
    return OpenOrder((), ()) if order.settled else order


def count_of(conflict: Conflict) -> int:
    """Return how many readings of a conflict there are; 1 where the case leaves nothing open."""
    return prod(open_order(maker).count() for maker in conflict.decision_makers)


def read(conflict: Conflict, model: ConflictModel, *, draws: int | None, seed: int) -> Readings | None:
    """Return the readings of a conflict, or ``None`` where the case leaves nothing open.

    Parameters
    ----------
    conflict
        The conflict that ``model`` was made of.
    draws
        How many to draw where there are too many to go through; ``None`` for 4096, or fewer where there are very many
        states.
    seed
        Seed of the draws.
    """
    orders = tuple(open_order(maker) for maker in conflict.decision_makers)
    if all(order.settled for order in orders):
        return None
    states = model.engine.feasible.size
    counts = [order.count() for order in orders]
    number = prod(counts)
    if number <= min(MOST_READINGS, MOST_CELLS // states):
        places = tuple(order.completions() for order in orders)
        choice = np.array(np.unravel_index(np.arange(number), counts), dtype=np.intp)
        found = Readings(orders, places, Profiles(_payoffs(conflict, model, places), choice, np.ones(number)), None)
        shares = found.shares([order.held for order in orders])
        return Readings(orders, places, Profiles(found.profiles.payoffs, choice, shares), None)
    drawn = draws or max(FEWEST_DRAWS, min(DRAWS, MOST_CELLS // states))
    places, choice, shares = _sample(orders, np.random.default_rng(seed), drawn)
    return Readings(orders, places, Profiles(_payoffs(conflict, model, places), choice, shares), drawn)


def _sample(
    orders: Sequence[OpenOrder], rng: np.random.Generator, number: int
) -> tuple[tuple[Places, ...], States, Numbers]:
    """Draw readings; each that was drawn stands there once, with its share of the draws."""
    found = [np.unique(order.draw(rng, number), axis=0, return_inverse=True) for order in orders]
    drawn = np.array([which.reshape(number) for _, which in found], dtype=np.intp)
    choice, times = np.unique(drawn, axis=1, return_counts=True)
    return tuple(places for places, _ in found), choice, times / number


def _payoffs(conflict: Conflict, model: ConflictModel, places: Sequence[Places]) -> tuple[_Payoffs, ...]:
    return tuple(_Payoffs.of(conflict, model, i, rows) for i, rows in enumerate(places))


def _placed(wishes: Wishes, places: Places) -> Placed:
    """Return the payoffs of many orders of wishes; that no red line is crossed stands first in each."""
    shared = joined(places, wishes.runs)
    if wishes.accepted is None:
        return Placed(wishes.truths, shared)
    first = np.zeros((len(places), 1), dtype=places.dtype)
    return Placed(np.vstack([wishes.accepted, wishes.truths]), np.hstack([first, np.where(shared < 0, -1, shared + 1)]))


@dataclass(frozen=True, slots=True, eq=False)
class _Payoffs:
    """The payoffs of one decision maker: in each of its completions, or the same ones always."""

    placed: Placed | None
    settled: Ordinal

    @classmethod
    def of(cls, conflict: Conflict, model: ConflictModel, number: int, places: Places) -> _Payoffs:
        wishes = wishes_of(conflict, model, number) if places.shape[1] else None
        placed = None if wishes is None else _placed(wishes, places)
        return cls(placed, model.engine.payoffs[number])

    def __call__(self, which: States) -> Ordinal:
        if self.placed is not None:
            return self.placed.payoffs(which)
        return np.broadcast_to(self.settled[:, None], (self.settled.size, which.size))

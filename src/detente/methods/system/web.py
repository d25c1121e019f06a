"""Webs: descriptors with states, and what each state does to the states of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.system.arrays import Bool, Int


@dataclass(frozen=True, slots=True, eq=False)
class Web:
    """Descriptors, each in one of its states; states are numbered through all descriptors.

    Attributes
    ----------
    sizes
        How many states each descriptor has, at least 1. [shape (N,)]
    impact
        What each state (row) does to each state (column), where positive promotes; 0 within a descriptor.
        [shape (S, S)]
    background
        What is done to each state at all times. [shape (S,)]
    closed
        Whether each state cannot be taken. [shape (S,)]
    slack
        How much pressure each descriptor stands without moving, at least 0. [shape (N,)]
    moves
        Whether each descriptor moves; a context does not, and is never under pressure. [shape (N,)]
    ordered
        Whether the states of each descriptor are in an order, along which it may move step by step. [shape (N,)]
    needs
        A state, and states [shape (S,)] of which one at least has to be present for it to be taken. All needs of a
        state have to hold.

    Raises
    ------
    ValueError
        If the shapes do not fit, a descriptor acts on itself, there is none, or a slack is below 0.

    References
    ----------
    WeimerJehle2006, WeimerJehle2023
    """

    sizes: Int
    impact: Int
    background: Int
    closed: Bool
    slack: Int
    moves: Bool
    ordered: Bool
    needs: tuple[tuple[int, Bool], ...] = ()

    def __post_init__(self) -> None:
        for flaw in self._flaws():
            raise ValueError(flaw)

    def _flaws(self) -> Iterator[str]:
        descriptors, states = len(self.sizes), self.states
        if not descriptors or (self.sizes < 1).any():
            yield "there has to be a descriptor, and each has to have a state"
        per_state = (self.background, self.closed, *(clause for _, clause in self.needs))
        per_descriptor = (self.slack, self.moves, self.ordered)
        if self.impact.shape != (states, states) or any(each.shape != (states,) for each in per_state):
            yield f"there has to be a value for each of the {states} states"
        if any(each.shape != (descriptors,) for each in per_descriptor):
            yield f"there has to be a value for each of the {descriptors} descriptors"
        if self.impact[self.owner[:, np.newaxis] == self.owner].any():
            yield "no state acts on the states of its own descriptor"
        if (self.slack < 0).any():
            yield "no slack is below 0"
        if any(not 0 <= state < states for state, _ in self.needs):
            yield "a need is that of a state that there is not"

    @property
    def states(self) -> int:
        """How many states there are in all."""
        return int(self.sizes.sum())

    @property
    def starts(self) -> Int:
        """The number of the first state of each descriptor [shape (N,)]."""
        return np.cumsum(self.sizes) - self.sizes

    @property
    def owner(self) -> Int:
        """The descriptor of each state [shape (S,)]."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    def clauses(self) -> tuple[Int, Bool]:
        """Return the states that need something [shape (Q,)] and what of other descriptors each needs [shape (Q, S)].

        A need is looked at with the state taken: one that the state fulfils by itself is none, and no other state of
        its descriptor fulfils it.
        """
        owner = self.owner
        left = [(state, clause & (owner != owner[state])) for state, clause in self.needs if not clause[state]]
        return (
            np.array([state for state, _ in left], np.int64),
            np.array([clause for _, clause in left], bool).reshape(len(left), self.states),
        )

    def numbers(self, configurations: Int) -> Int:
        """Return the numbers of the present states through all descriptors [shape (M, N)].

        Parameters
        ----------
        configurations
            The state of each descriptor, counted within it. [shape (M, N)]
        """
        return configurations + self.starts

    def present(self, configurations: Int) -> Bool:
        """Return whether each state is present [shape (M, S)].

        Parameters
        ----------
        configurations
            The state of each descriptor, counted within it. [shape (M, N)]
        """
        found = np.zeros((len(configurations), self.states), bool)
        np.put_along_axis(found, self.numbers(configurations), values=True, axis=1)
        return found

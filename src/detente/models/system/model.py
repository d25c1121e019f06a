"""The model of the region: its records as plain arrays, one row and column for each state of each descriptor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.models.flaw import Flaw, FlawedModelError
from detente.models.system.needs import read_needs
from detente.models.system.summing import J, Judgements, Key, selected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.system import Background, Descriptor, Impact, StateRequirement, System

Whole: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_INERTIA = 1
"""A slow descriptor moves only under more pressure than this."""


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """What one state needs: one of several others has to hold.

    Attributes
    ----------
    state
        The number of the state that needs it.
    clause
        The states of which one has to hold. [shape (states,)]
    requirement
        The record that says so.
    """

    state: int
    clause: Flags
    requirement: StateRequirement


@dataclass(frozen=True, slots=True, eq=False)
class Strengths:
    """Effects as they are taken to be, and between which whole numbers they lie.

    Attributes
    ----------
    central, low, high
        The middle, of two whole numbers the weaker, and the bounds. [all of one shape]
    """

    central: Whole
    low: Whole
    high: Whole


@dataclass(frozen=True, slots=True, eq=False)
class SystemModel:
    """The region at a date.

    Attributes
    ----------
    descriptors
        The conditions, in the order of the case.
    states
        Every state as ``descriptor.state``, descriptor after descriptor.
    sizes
        How many states each descriptor has. [shape (descriptors,)]
    impact
        What the state of a row does to the state of a column. [shape (states, states)]
    background
        What is at work on each state whatever the others are. [shape (states,)]
    closed
        Which states cannot be. [shape (states,)]
    slack
        The pressure up to which each descriptor stays as it is. [shape (descriptors,)]
    moves
        Which descriptors are moved at all. [shape (descriptors,)]
    ordered
        Which have their states in order. [shape (descriptors,)]
    needs
        What states need.
    impacts
        By row and column, the records that an impact comes from.
    backgrounds
        By state, the records that its background comes from.
    """

    descriptors: tuple[Descriptor, ...]
    states: tuple[str, ...]
    sizes: Whole
    impact: Strengths
    background: Strengths
    closed: Flags
    slack: Whole
    moves: Flags
    ordered: Flags
    needs: tuple[Need, ...]
    impacts: Mapping[tuple[int, int], tuple[Impact, ...]]
    backgrounds: Mapping[int, tuple[Background, ...]]

    def number(self, descriptor: str, state: str) -> int:
        """Return the number of a state."""
        return self.states.index(f"{descriptor}.{state}")

    def local(self, descriptor: str, state: str) -> int:
        """Return the number of a state among those of its descriptor."""
        found = next(each for each in self.descriptors if each.id == descriptor)
        return [each.id for each in found.states].index(state)


def model_system(system: System, *, cited_only: bool = False, coder: str | None = None) -> SystemModel:
    """Return the region as arrays.

    Parameters
    ----------
    system
        What of the records holds at the date.
    cited_only
        Whether to leave out what is assumed.
    coder
        Whose judgements count, beside those that are everybody's; all where left out. Then the bounds of a pair are the
        widest of anybody, and its middle is the mean of theirs, rounded.

    Raises
    ------
    FlawedModelError
        If a requirement cannot be read.
    """
    states = tuple(f"{each.id}.{state.id}" for each in system.descriptors for state in each.states)
    place = {name: k for k, name in enumerate(states)}
    needs = _needs(system, place)
    impacts: Judgements[tuple[int, int], Impact] = Judgements()
    for impact in selected(system.impacts, cited_only=cited_only):
        if coder is None or impact.coder in (None, coder):
            impacts.add((place[impact.source], place[impact.on]), impact, impact.coder)
    backgrounds: Judgements[tuple[int], Background] = Judgements()
    for background in selected(system.background, cited_only=cited_only):
        backgrounds.add((place[background.on],), background)
    return SystemModel(
        descriptors=system.descriptors,
        states=states,
        sizes=np.array([len(each.states) for each in system.descriptors], dtype=np.int64),
        impact=_strengths(impacts, (len(states), len(states))),
        background=_strengths(backgrounds, (len(states),)),
        closed=np.array([s.closed is not None for each in system.descriptors for s in each.states], dtype=np.bool_),
        slack=np.array([_INERTIA * (each.pace == "slow") for each in system.descriptors], dtype=np.int64),
        moves=np.array([each.is_moved for each in system.descriptors], dtype=np.bool_),
        ordered=np.array([each.ordered for each in system.descriptors], dtype=np.bool_),
        needs=needs,
        impacts=impacts.records,
        backgrounds={state: records for (state,), records in backgrounds.records.items()},
    )


def _strengths(judged: Judgements[Key, J], shape: tuple[int, ...]) -> Strengths:
    found = Strengths(*(np.zeros(shape, dtype=np.int64) for _ in range(3)))
    for key in judged.records:
        found.central[key], found.low[key], found.high[key] = judged.strength(key)
    return found


def _needs(system: System, place: Mapping[str, int]) -> tuple[Need, ...]:
    read = read_needs(system)
    flaws = [each for each in read if isinstance(each, Flaw)]
    if flaws:
        raise FlawedModelError(flaws)
    found = []
    for needed in read:
        if isinstance(needed, Flaw):
            continue
        for clause in needed.clauses:
            row = np.zeros(len(place), dtype=np.bool_)
            row[[place[f"{name}.{state}"] for name, state in clause]] = True
            found.append(Need(place[needed.requirement.state], row, needed.requirement))
    return tuple(found)

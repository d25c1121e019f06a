"""Rounds: everybody looks at the challenges it faces, and takes the offer that it cannot refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.bargaining.challenge.expectations import Arena

if TYPE_CHECKING:
    from detente.methods.bargaining.challenge.preset import Preset
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers

_ROUNDING = 1e-12

Bool: TypeAlias = npt.NDArray[np.bool_]
"""One truth value for each two actors."""


def play(bargain: Bargain, salience: Numbers, preset: Preset, rounds: int) -> Numbers:
    """Return where each actor stands after each round.

    Actors are looked at from the lowest position on, so that nothing depends on the order in which they are given.

    Parameters
    ----------
    bargain
        Positions, and capability times salience.
    salience
        How much each cares: the chance that it resists a challenge. [0..1, shape (..., actors)]
    preset
        The reading of the model.
    rounds
        How many rounds are played.

    Returns
    -------
    Numbers
        [unit of the scale, shape (rounds, ..., actors)]

    References
    ----------
    BuenodeMesquita1994, ScholzCalbertSmith2011, BuenodeMesquita2009
    """
    order = np.lexsort((bargain.weights, salience, bargain.positions), axis=-1)
    positions, weights, cares = (
        np.take_along_axis(part, order, axis=-1) for part in (bargain.positions, bargain.weights, salience)
    )
    width = np.ptp(positions, axis=-1)[..., None, None]
    width = np.where(width > 0, width, 1.0)
    history = np.empty((rounds, *positions.shape))
    for number in range(rounds):
        apart = np.minimum(np.abs(positions[..., :, None] - positions[..., None, :]) / width, 1.0)
        positions = _moved(positions, Arena(apart, weights, cares), preset)
        np.put_along_axis(history[number], order, positions, axis=-1)
    return history


def _moved(positions: Numbers, arena: Arena, preset: Preset) -> Numbers:
    risk = arena.risk(preset)
    chances = arena.chances(risk, preset)
    mine = arena.promise(chances, risk[..., :, None])
    eyes = risk[..., None, :] if preset.own_eyes else risk[..., :, None]
    theirs = np.swapaxes(arena.promise(chances, eyes), -1, -2)  # [i, j]: what j gains by challenging i
    apart = positions[..., :, None] != positions[..., None, :]
    confronted = apart & (theirs > mine) & (mine > 0)
    pressed = apart & (theirs > 0) & (mine < 0)
    if preset.blends:
        return _met(positions, arena.weights, confronted | pressed)
    compromised = pressed & (theirs > -mine)
    part = np.divide(-mine, theirs, out=np.ones_like(mine), where=compromised)
    ways = (positions[..., None, :] - positions[..., :, None]) * part
    kinds = (confronted, compromised, pressed & ~compromised)
    far = np.abs(ways)
    if not preset.confrontation_first:
        return _taken(positions, ways, kinds[0] | kinds[1] | kinds[2], (far, -theirs))
    after = _taken(positions, ways, kinds[2], (far, -theirs))
    after = np.where(kinds[1].any(axis=-1), _taken(positions, ways, kinds[1], (-theirs, far)), after)
    return np.where(kinds[0].any(axis=-1), _taken(positions, ways, kinds[0], (far, -theirs)), after)


def _met(positions: Numbers, weights: Numbers, gives_way: Bool) -> Numbers:
    """Return where each stands when all who give way or are given way to meet at weighted means."""
    bargains = gives_way | np.swapaxes(gives_way, -1, -2) | np.eye(positions.shape[-1], dtype=bool)
    pull = bargains * weights[..., None, :]
    total = pull.sum(axis=-1)
    moved = (pull * (positions[..., None, :] - positions[..., :, None])).sum(axis=-1)
    return np.asarray(positions + np.divide(moved, total, out=np.zeros_like(total), where=total > 0))


def _taken(positions: Numbers, ways: Numbers, offered: Bool, keys: tuple[Numbers, Numbers]) -> Numbers:
    """Return where each stands after the offer with the least first key, and of several such the least second one.

    Between offers that are alike in both it comes to rest half way.
    """
    left = offered
    for key in keys:
        least = np.where(left, key, np.inf).min(axis=-1, keepdims=True)
        scale = np.where(left, np.abs(key), 0.0).max(axis=-1, keepdims=True)
        left = left & (key <= least + _ROUNDING * scale)
    lowest = np.where(left, ways, np.inf).min(axis=-1)
    highest = np.where(left, ways, -np.inf).max(axis=-1)
    moves = left.any(axis=-1)
    return np.asarray(positions + (np.where(moves, lowest, 0.0) + np.where(moves, highest, 0.0)) / 2)

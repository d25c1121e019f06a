"""Rounds: everybody looks at the challenges it faces, and takes the offer that it cannot refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.bargaining.challenge.expectations import Arena

if TYPE_CHECKING:
    from detente.methods.bargaining.challenge.preset import Preset
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers


Bool: TypeAlias = npt.NDArray[np.bool_]
"""One truth value for each two actors."""


def play(bargain: Bargain, salience: Numbers, preset: Preset, rounds: int) -> Numbers:
    """Return where each actor stands after each round.

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
    BuenodeMesquita1994, ScholzCalbertSmith2011
    """
    positions = bargain.positions
    capability = np.divide(bargain.weights, salience, out=np.zeros_like(positions), where=salience > 0)
    width = np.ptp(positions, axis=-1)[..., None, None]
    width = np.where(width > 0, width, 1.0)
    history = []
    for _ in range(rounds):
        apart = np.minimum(np.abs(positions[..., :, None] - positions[..., None, :]) / width, 1.0)
        positions = _moved(positions, Arena(apart, capability, salience), preset)
        history.append(positions)
    return np.stack(history) if history else np.empty((0, *positions.shape))


def _moved(positions: Numbers, arena: Arena, preset: Preset) -> Numbers:
    risk = arena.risk(preset)
    chances = arena.chances(risk, preset)
    mine = arena.promise(chances, risk[..., :, None])
    eyes = risk[..., None, :] if preset.own_eyes else risk[..., :, None]
    theirs = np.swapaxes(arena.promise(chances, eyes), -1, -2)  # [i, j]: what j gains by challenging i
    apart = positions[..., :, None] != positions[..., None, :]
    confronted = apart & (theirs > mine) & (mine > 0)
    pressed = apart & (theirs > 0) & (mine < 0)
    compromised = pressed & (theirs > -mine)
    part = np.divide(-mine, theirs, out=np.ones_like(mine), where=compromised)
    ways = (positions[..., None, :] - positions[..., :, None]) * part
    kinds = (confronted, compromised, pressed & ~compromised)
    if not preset.confrontation_first:
        return _least(positions, ways, kinds[0] | kinds[1] | kinds[2], np.abs(ways))
    blend = _blend(positions, mine, theirs, compromised)
    after = _least(positions, ways, kinds[2], np.abs(ways))
    after = np.where(kinds[1].any(axis=-1), _least(positions, ways, kinds[1], blend), after)
    return np.where(kinds[0].any(axis=-1), _least(positions, ways, kinds[0], np.abs(ways)), after)


def _blend(positions: Numbers, mine: Numbers, theirs: Numbers, compromised: Bool) -> Numbers:
    """Return ``[i, j]``: the mean of both positions, each weighted by what its holder expects."""
    both = np.abs(mine) * positions[..., :, None] + np.abs(theirs) * positions[..., None, :]
    return np.asarray(np.divide(both, np.abs(mine) + np.abs(theirs), out=np.zeros_like(both), where=compromised))


def _least(positions: Numbers, ways: Numbers, offered: Bool, key: Numbers) -> Numbers:
    """Return where each actor stands after it takes the offer with the least ``key``, the first of several."""
    pick = np.where(offered, key, np.inf).argmin(axis=-1)[..., None]
    way = np.take_along_axis(np.where(offered, ways, 0.0), pick, axis=-1)[..., 0]
    return np.asarray(positions + way)

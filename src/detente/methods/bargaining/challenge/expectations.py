"""Expectations: what a challenge promises to each actor against each other one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.votes import support

if TYPE_CHECKING:
    from detente.methods.bargaining.challenge.preset import Preset
    from detente.methods.bargaining.spatial.rule import Numbers

_RISK = 3.0  # the scale of eq. 33, which keeps exponents within 1/2 and 2


@dataclass(frozen=True, slots=True, eq=False)
class Arena:
    """A round: the actors with their places.

    Attributes
    ----------
    apart
        Distance of each two actors, as a share of the widest at the outset. [unitless, shape (..., actors, actors)]
    weights
        Capability times salience. [unitless, shape (..., actors)]
    salience
        [0..1, shape (..., actors)]
    """

    apart: Numbers
    weights: Numbers
    salience: Numbers

    def chances(self, risk: Numbers, preset: Preset) -> Numbers:
        """Return ``[i, j]``: how likely ``i`` prevails over ``j`` [shape (..., actors, actors)].

        References
        ----------
        ScholzCalbertSmith2011
        """
        losses = self.apart ** risk[..., :, None] if preset.risky_votes else self.apart
        backing = support(losses, self.weights)
        if preset.over_all_pairs:
            votes = np.broadcast_to(2 * backing.sum(axis=(-2, -1), keepdims=True), backing.shape)
        else:
            votes = backing + np.swapaxes(backing, -1, -2)
        return np.asarray(np.divide(backing, votes, out=np.zeros_like(backing), where=votes > 0))

    def promise(self, chances: Numbers, risk: Numbers) -> Numbers:
        """Return ``[i, j]``: what ``i`` gains by challenging ``j``, over leaving things as they are.

        The challenged one resists as often as it cares about the issue. With ``Q = 1`` nobody expects things to change
        without a challenge.

        Parameters
        ----------
        chances
            ``[i, j]``: how likely ``i`` prevails over ``j``. [shape (..., actors, actors)]
        risk
            Exponent by which each such gain is valued. [shape (..., actors, actors), or one that broadcasts to it]

        References
        ----------
        ScholzCalbertSmith2011
        """
        success = 2 - 4 * (0.5 - 0.5 * self.apart) ** risk
        failure = 2 - 4 * (0.5 + 0.5 * self.apart) ** risk
        resists = self.salience[..., None, :]
        fought = chances * success + (1 - chances) * failure
        return np.asarray(resists * fought + (1 - resists) * success - (2 - 4 * 0.5**risk))

    def risk(self, preset: Preset) -> Numbers:
        """Return each actor's appetite for risk: below 1 is careful, above 1 is bold [shape (..., actors)].

        The more its challengers expect of challenging it, compared with the others, the more careful it is.

        References
        ----------
        ScholzCalbertSmith2011
        """
        neutral = np.ones(self.weights.shape)
        gains = self.promise(self.chances(neutral, preset), neutral[..., :, None])
        danger = gains.sum(axis=-2) - np.einsum("...ii->...i", gains)
        most, least = danger.max(axis=-1, keepdims=True), danger.min(axis=-1, keepdims=True)
        spread = most - least
        relative = np.divide(2 * danger - most - least, spread, out=np.zeros_like(danger), where=spread > 0)
        return np.asarray((1 - relative / _RISK) / (1 + relative / _RISK))

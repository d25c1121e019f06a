"""Margins under doubt: within which bounds the gains of a few packages over no deal lie in most draws."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from detente.methods.bargaining.packages.draws import affordable, held
from detente.methods.bargaining.packages.space import Numbers, Packages
from detente.methods.bargaining.packages.utility import Doubt, UtilityModel
from detente.methods.uniforms import uniforms

_BAND = (0.1, 0.9)


def draw_margins(
    utility: UtilityModel, doubt: Doubt, packages: Packages, draws: int, rng: np.random.Generator
) -> tuple[Numbers, Numbers]:
    """Return the bounds between which four of five draws of each party's gain by each package lie.

    Where there are many packages there are fewer draws, as :func:`affordable` says.

    Parameters
    ----------
    utility, doubt
        The numbers, and what each may be.
    packages
        For which packages. [shape (n,)]
    draws
        How many rows of numbers to draw.
    rng
        Where randomness comes from.

    Returns
    -------
    low, high
        One tenth of the draws lies below, and one tenth above. [both shape (parties, n)]
    """
    some = replace(utility, among=packages)
    blocks = uniforms(doubt.uncertain.size, affordable(draws, utility), rng, held=held(utility))
    gains = np.concatenate([some.gains(doubt.at(block.T)) for block in blocks])
    low, high = np.quantile(gains, _BAND, axis=0)
    return low, high

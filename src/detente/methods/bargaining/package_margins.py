"""Margins under doubt: within which bounds the gains of a few packages over no deal lie in most draws."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.package_draws import spread
from detente.methods.bargaining.package_numbers import Doubt, Layout
from detente.methods.bargaining.package_space import Numbers, Packages
from detente.methods.bargaining.package_zone import gains

_BAND = (0.1, 0.9)


def draw_margins(
    layout: Layout, doubt: Doubt, choices: Packages, draws: int, rng: np.random.Generator
) -> tuple[Numbers, Numbers]:
    """Return the bounds between which four of five draws of each party's gain by each package lie.

    Parameters
    ----------
    layout, doubt
        The numbers, and what each may be.
    choices
        The outcome on each issue in the packages. [shape (n, issues)]
    draws
        How many rows of numbers to draw.
    rng
        Where randomness comes from.

    Returns
    -------
    low, high
        One tenth of the draws lies below, and one tenth above. [both shape (parties, n)]
    """
    rows = doubt.at(spread(doubt.uncertain.size, draws, rng))
    parts = layout.parts(rows)
    worth = sum((part[..., choices[:, k]] for k, part in enumerate(parts)), np.zeros(()))
    low, high = np.quantile(gains(worth, layout.batna(rows)), _BAND, axis=0)
    return low, high

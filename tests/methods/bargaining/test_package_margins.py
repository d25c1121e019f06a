"""Margins under doubt: bounds that are known exactly, and the same draws over all packages at once."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import qmc

from detente.methods.bargaining.packages.margins import draw_margins
from detente.methods.bargaining.packages.utility import Doubt, UtilityModel

NONE = float("nan")


def test_bounds_of_an_even_alternative_are_a_tenth_from_its_ends() -> None:
    # Two outcomes, worth 1 and 0.5 to the only one in doubt, whose alternative is anywhere in 0.4..0.8.
    low = np.array([0.4, 0.3, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.4, 1.0])
    high = low.copy()
    high[0] = 0.8
    doubt = Doubt(low, high, np.full(10, NONE))
    least, most = draw_margins(UtilityModel(2, (2,)), doubt, np.array([1, 0]), 4096, np.random.default_rng(1))

    assert least[0].tolist() == pytest.approx([0.5 - 0.76, 1 - 0.76], abs=1e-3)
    assert most[0].tolist() == pytest.approx([0.5 - 0.44, 1 - 0.44], abs=1e-3)
    assert least[1].tolist() == most[1].tolist() == pytest.approx([0.7, 0.1])


def test_a_few_packages_have_the_bounds_that_all_have() -> None:
    utility = UtilityModel(3, (2, 3))
    random = np.random.default_rng(3)
    low = random.random(utility.count) / 2 + 0.1
    doubt = Doubt(low, low + random.random(utility.count) / 3, np.full(utility.count, NONE))
    some = np.array([5, 0, 3])
    found = draw_margins(utility, doubt, some, 256, np.random.default_rng(7))

    every = utility.gains(doubt.at(qmc.Sobol(doubt.uncertain.size, rng=np.random.default_rng(7)).random(256)))
    for bound, share in zip(found, (10, 90), strict=True):
        assert bound == pytest.approx(np.percentile(every[..., some], share, axis=0))

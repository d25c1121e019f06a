"""Bargains that Hypothesis invents."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from detente.methods.bargaining.spatial.rule import Bargain, Numbers

LOW, HIGH = 0.0, 100.0


def _numbers(count: int, low: int, high: int, per: float = 1.0) -> st.SearchStrategy[Numbers]:
    return st.lists(st.integers(low, high), min_size=count, max_size=count).map(lambda found: np.array(found) / per)


@st.composite
def bargains(draw: st.DrawFn, most: int = 6) -> Bargain:
    """One bargain of 1-6 actors on a scale from 0 to 100: ties, idle actors, and no deal worth less than any deal."""
    count = draw(st.integers(1, most))
    weights = draw(_numbers(count, 0, 8, 4.0).filter(lambda found: found.sum() > 0))
    return Bargain(draw(_numbers(count, 0, 100)), weights, (LOW, HIGH), -draw(_numbers(count, 1, 40, 10.0)))


@st.composite
def salient(draw: st.DrawFn, most: int = 6) -> tuple[Bargain, Numbers]:
    """Return a bargain in which each actor cares to some degree, and by how much."""
    count = draw(st.integers(1, most))
    salience = draw(_numbers(count, 1, 10, 10.0))
    capability = draw(_numbers(count, 1, 8, 4.0))
    return Bargain(draw(_numbers(count, 0, 100)), capability * salience, (LOW, HIGH)), salience

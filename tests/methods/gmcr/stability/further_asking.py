"""Asking for further concepts in tests, and small games to ask about."""

from __future__ import annotations

import numpy as np

from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.concept import Concept
from detente.methods.gmcr.stability.registry import further_concept

NN, NY, YN, YY = range(4)


def named(key: str) -> Concept:
    """Return the further concept of a key."""
    concept = further_concept(key)
    assert concept is not None
    return concept


def stable(key: str, engine: Engine) -> Bool:
    """Return the stability table of a further concept."""
    return np.array([named(key).stable(engine, i) for i in range(len(engine.payoffs))])


def game(first: list[int], second: list[int]) -> OptionForm:
    """Build a 2x2 game: each has one option; payoffs at NN, NY, YN and YY, the first one's option first."""
    payoffs = np.array([first, second], dtype=np.int32)
    return OptionForm((0, 1), (Direction.BOTH,) * 2, np.ones(4, dtype=np.bool_), payoffs)


def equilibria(key: str, engine: Engine) -> list[int]:
    """Return the states at which everybody stays."""
    return np.flatnonzero(stable(key, engine).all(axis=0)).tolist()

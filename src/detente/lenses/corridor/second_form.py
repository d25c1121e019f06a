"""The second form of the model: a plain logit between corridors, with all numbers in their middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.logit import corridor_logit

if TYPE_CHECKING:
    from detente.lenses.corridor.seen import Seen
    from detente.methods.transport.arrays import Float


def both_forms(world: Seen) -> tuple[Float, Float]:
    """Return what crosses each country in each world, by the nested logit and by the plain one between corridors.

    Returns
    -------
    Float, Float
        Cargo that crosses a country [thousand tonnes a year; shape (W, C) each].
    """
    routing, outcome = world.model.routing, world.model.centre
    nested, plain = [], []
    for number in range(len(world.model.worlds)):
        loads = outcome.at(number)
        theta = loads.rows[routing.terms[number].parameter("logit")] / routing.least[:, None]
        found = corridor_logit(loads.costs, routing.flow, routing.choice.nest, theta=theta)
        cargo = found.share * loads.tonnes[routing.flow]
        nested.append(loads.transit[:, 0])
        plain.append((routing.passed.transit @ cargo)[:, 0])
    return np.array(nested), np.array(plain)

"""Nash bargaining, each step away from a position hurting more than the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.bargaining.spatial.nash import solve
from detente.methods.bargaining.spatial.rule import Rule

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers


def settle(bargain: Bargain) -> Numbers:
    """Return the Nash solution under quadratic loss; ``nan`` where no deal is better for somebody [shape (...)].

    References
    ----------
    NashBargaining1950, Kalai1977
    """
    return solve(bargain, 2)


RULE = Rule(
    key="nash",
    order=30,
    title="Nash bargaining, quadratic loss",
    meaning="The weighted product of what each gains over no deal is largest; distance hurts more the larger it is.",
    references=("NashBargaining1950", "Kalai1977"),
    settle=settle,
    needs_disagreement=True,
)

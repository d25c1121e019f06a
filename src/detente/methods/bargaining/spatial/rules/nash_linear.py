"""Nash bargaining, every step away from a position hurting alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.methods.bargaining.spatial.nash import solve
from detente.methods.bargaining.spatial.rule import Rule

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers


def settle(bargain: Bargain) -> Numbers:
    """Return the Nash solution under linear loss; ``nan`` where no deal is better for somebody [shape (...)].

    References
    ----------
    NashBargaining1950, Kalai1977
    """
    return solve(bargain, 1)


RULE = Rule(
    key="nash-linear",
    order=31,
    title="Nash bargaining, linear loss",
    meaning="The weighted product of what each gains over no deal is largest; every step away hurts alike.",
    references=("NashBargaining1950", "Kalai1977"),
    settle=settle,
    needs_disagreement=True,
)

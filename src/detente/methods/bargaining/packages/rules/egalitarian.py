"""Egalitarian: whoever gains least gains as much as can be."""

from __future__ import annotations

from detente.methods.bargaining.packages.leximin import leximin
from detente.methods.bargaining.packages.rule import Rule
from detente.methods.bargaining.packages.space import Mask, Numbers
from detente.methods.bargaining.packages.zone import zone


def egalitarian(gains: Numbers, power: Numbers) -> Mask:
    """Return the packages where whoever gains least gains most, by leximin; all that tie [shape (..., packages)].

    Parameters
    ----------
    gains
        By how much each package beats each party's alternative. [shape (..., parties, packages)]
    power
        Bargaining weights, which do not matter here.

    References
    ----------
    KalaiProportional1977, Imai1983
    """
    del power
    return leximin(gains, zone(gains))


RULE = Rule(
    key="egalitarian",
    order=30,
    name="Equal gains",
    whose="the egalitarian",
    meaning="the largest gain for whoever gains least",
    references=("KalaiProportional1977",),
    choose=egalitarian,
)

"""What the dispute looks like under other states of the region, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Impasse:
    """What becomes of the conflict.

    Attributes
    ----------
    status_quo_holds
        Whether the status quo is an equilibrium by sequential stability; ``null`` where it cannot be, or the states
        that are taken together here disagree.
    why_not
        Why that cannot be said, where the conflict has no model then.
    """

    status_quo_holds: bool | None
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Deals:
    """What becomes of packages.

    Attributes
    ----------
    possible
        How many are known to be possible; ``null`` where the case does not say of any outcome what it needs.
    acceptable
        How many of those nobody would rather do without, and no red line rules out; ``null`` where an alternative to a
        deal is not stated.
    best
        Of those the ones by which whoever gains least gains most, each as outcomes by issue: the first ten.
    """

    possible: int | None
    acceptable: int | None
    best: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A state of the region.

    Attributes
    ----------
    id
        The date of the region that it is, or the shock that leads there; where one leads to several, ``ID:2`` and on.
    states
        By descriptor, its state; ``null`` where the ends of a shock that are taken together differ in it.
    share
        In which share of the draws at least the shock leads there, under the rule that has it least. [0..1]
    closed
        What the region closes then, as gates name it.
    conflict, packages
        What that does to the others; ``null`` where the case has none, packages also where they cannot be modelled, or
        the ends that are taken together differ.
    """

    id: str
    states: Mapping[str, str | None]
    share: float
    closed: tuple[str, ...]
    conflict: Impasse | None
    packages: Deals | None


@dataclass(frozen=True, slots=True)
class Way:
    """Shocks, one after the other, after which the status quo does not hold any more.

    Attributes
    ----------
    shocks
        Their ids, in order; none where the region comes there by itself.
    share
        In which share of the draws they lead there too. [0..1]
    """

    shocks: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Settings(Result):
    """States of the region, and what the dispute would be under each.

    Attributes
    ----------
    settings
        Today, the region of each earlier date at which it was otherwise, and where shocks lead, those ends of a shock
        together under which the same is open and closed; none where the state of the region is not known.
    unlocking
        By rule, the shortest rows of shocks after which the status quo does not hold, none where there is no such row
        of up to three; ``null`` where it does not hold today, nothing is known of it, or moves are too many to follow.
    """

    settings: tuple[Setting, ...]
    unlocking: Mapping[str, tuple[Way, ...]] | None

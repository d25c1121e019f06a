"""The settlement of a case as numbers: what each party's utilities are made of, and what is unsure of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.methods.bargaining.packages.space import Mask, Packages, PackageSpace
from detente.methods.bargaining.packages.utility import Conditions, Doubt, UtilityModel
from detente.methods.gmcr.preference.state_sets import true_in
from detente.methods.gmcr.preference.truth import as_array, as_set
from detente.models.flaw import FlawedModelError
from detente.models.settlement.flaws import flaws
from detente.models.settlement.outline import NONE, ONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case import Case
    from detente.case.issue import Issue, Outcome
    from detente.case.settlement import Party
    from detente.case.value import Value
    from detente.models.settlement.conditions import OnPackages, Stated
    from detente.models.settlement.outline import Outline


@dataclass(frozen=True, slots=True)
class Input:
    """One number that packages rest on.

    Attributes
    ----------
    kind, party
        What it says of which party.
    issue, outcome, stated
        Of what, where it is a weight or a value.
    """

    kind: Literal["batna", "power", "weight", "value", "condition"]
    party: Party
    value: Value
    issue: Issue | None = None
    outcome: Outcome | None = None
    stated: Stated | None = None


@dataclass(frozen=True, slots=True)
class SettlementModel:
    """Packages ready for analysis.

    Attributes
    ----------
    outline
        Whose and which.
    space
        The packages.
    utility, doubt
        What packages are worth by a row of numbers, and what each number may be.
    inputs
        What each number of a row is.
    crossed
        Which packages cross each red line of the outline. [shape (red lines, packages)]
    """

    outline: Outline
    space: PackageSpace
    utility: UtilityModel
    doubt: Doubt
    inputs: tuple[Input, ...]
    crossed: Mask

    def refused(self, party: Party) -> Mask:
        """Return which packages cross a red line of a party [shape (packages,)]."""
        own = [barrier.party is party for barrier in self.outline.barriers]
        return np.asarray(self.crossed[own].any(axis=0))

    @property
    def without_alternative(self) -> tuple[Party, ...]:
        """The parties of which the case does not say what they have without a deal."""
        return tuple(party for party in self.outline.parties if party.batna is None)


def model_settlement(case: Case, outline: Outline) -> SettlementModel:
    """Return the packages of a case that has parties who value outcomes, and of which the outline is given.

    Raises
    ------
    FlawedModelError
        If they cannot be worked out; says every reason.
    TooManyPackagesError
        If there are more packages than are enumerated.
    """
    found = tuple(flaws(case, outline))
    if found:
        raise FlawedModelError(found)
    space = PackageSpace(tuple(len(issue.outcomes) for issue in outline.issues))
    inputs = tuple(_inputs(outline))
    modes = [np.nan if given.value.mode is None else given.value.mode for given in inputs]
    doubt = Doubt(
        np.array([given.value.low for given in inputs]),
        np.array([given.value.high for given in inputs]),
        np.array(modes),
    )
    crossed = ~_truths(outline.barriers, outline, space)
    barred = np.asarray(crossed.any(axis=0)) if outline.barriers else None
    utility = UtilityModel(len(outline.parties), space.sizes, _conditions(outline, space), barred)
    return SettlementModel(outline, space, utility, doubt, inputs, crossed)


def _conditions(outline: Outline, space: PackageSpace) -> Conditions:
    """Return in which packages each condition holds."""
    if not outline.conditions:
        return Conditions()
    owners = tuple(outline.parties.index(each.party) for each in outline.conditions)
    return Conditions(owners, _truths(outline.conditions, outline, space))


def _truths(several: Sequence[OnPackages], outline: Outline, space: PackageSpace) -> Mask:
    """Return in which packages each of several conditions holds [shape (conditions, packages)]."""
    if not several:
        return np.empty((0, space.count), dtype=np.bool_)
    chosen = space.choices(np.arange(space.count))
    return np.array([_holds(each, outline, chosen) for each in several])


def _holds(stated: OnPackages, outline: Outline, chosen: Packages) -> Mask:
    """Return in which packages a condition holds, given the outcomes in each [shape (packages,)]."""
    columns = {issue.id: (k, [outcome.id for outcome in issue.outcomes]) for k, issue in enumerate(outline.issues)}
    sets: dict[str, int] = {}
    for name, choices in stated.choices.items():
        where = np.zeros(len(chosen), dtype=np.bool_)
        for issue, outcome in choices:
            k, outcomes = columns[issue]
            where |= chosen[:, k] == outcomes.index(outcome)
        sets[name] = as_set(where)
    return as_array(true_in(stated.expression, sets, (1 << len(chosen)) - 1), len(chosen))


def _inputs(outline: Outline) -> Iterator[Input]:
    """Yield every number in the order of ``UtilityModel``; an alternative that is not stated holds a place only."""
    for party in outline.parties:
        yield Input("batna", party, party.batna or NONE)
    for party in outline.parties:
        yield Input("power", party, party.power or ONE)
    for party in outline.parties:
        for issue in outline.issues:
            yield Input("weight", party, outline.weight(party, issue), issue)
    for issue in outline.issues:
        for party in outline.parties:
            for outcome in issue.outcomes:
                value = outline.value(party, issue, outcome.id)
                yield Input("value", party, value if outline.matters(party, issue) else NONE, issue, outcome)
    for stated in outline.conditions:
        yield Input("condition", stated.party, outline.condition_weight(stated), stated=stated)

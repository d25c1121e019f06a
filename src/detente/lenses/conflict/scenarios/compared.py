"""Scenarios compared: the conflict as things are and under each scenario, and whether the status quo holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.lenses.conflict import LENS
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.scenarios.outlook import outlooks
from detente.lenses.conflict.uncertainty.hanging import Hanging, hanging
from detente.lenses.look import Look
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case.scenario import Scenario
    from detente.lenses.conflict.scenarios.outlook import Outlook
    from detente.study import Moment


@dataclass(frozen=True, slots=True)
class Other:
    """The conflict under a scenario, or why nothing is said of it."""

    scenario: Scenario
    analysis: Explicit | None
    then: Mapping[str, Outlook]
    hangs: Hanging | None = None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """How the outcomes asked about stand as things are, and under each scenario."""

    now: Mapping[str, Outlook]
    others: Sequence[Other]

    @property
    def sure(self) -> tuple[tuple[str, bool], ...]:
        """The scenarios in which it is sure whether the status quo holds, and whether it does."""
        known = [(other.scenario.label, other.analysis, other.hangs) for other in self.others]
        return tuple((label, holds(then)) for label, then, hangs in known if then is not None and hangs is None)

    @property
    def open_in(self) -> tuple[str, ...]:
        """The scenarios in which that hangs on an open reading."""
        return tuple(other.scenario.label for other in self.others if other.hangs)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The scenarios of which nothing is said."""
        return tuple(other.scenario.label for other in self.others if other.analysis is None)

    def changed(self, *, now: bool) -> tuple[str, ...]:
        """Return the scenarios in which it is sure that the status quo stands otherwise than ``now``."""
        return tuple(label for label, then in self.sure if then is not now)


def compared(look: Look[ConflictOptions]) -> Compared | None:
    """Return the scenarios beside things as they are; ``None`` in a scenario, or in a case without any."""
    analysis = if_listed(look)
    if analysis is None:
        return None
    moments = ((moment, moment.scenario) for moment in look.moment.alternatives())
    others = [_other(look, moment, scenario) for moment, scenario in moments if scenario is not None]
    return Compared(outlooks(analysis), others) if others else None


def holds(analysis: Explicit) -> bool:
    """Whether the status quo holds under some concept; no where there is none."""
    quo = analysis.model.status_quo
    return quo is not None and bool(analysis.holding[quo])


def or_if(labels: Sequence[str]) -> str:
    """Join what is supposed in scenarios, to go on from "if: "."""
    return "; or if: ".join(labels)


def _other(look: Look[ConflictOptions], moment: Moment, scenario: Scenario) -> Other:
    if undecided := LENS.undecided(moment):
        return Other(scenario, None, {}, why_not=f"not determined: {undecided}")
    before, options = look.situation.options, moment.situation.options
    closed = [name for name, found in options.items() if not found.open and name in before and before[name].open]
    try:
        changed = Explicit.of(moment)
    except FlawedModelError as error:
        return Other(scenario, None, {}, why_not=f"not computed, as {error}")
    plain = ConflictOptions(seed=look.options.seed, draws=look.options.draws)
    return Other(scenario, changed, outlooks(changed, closed), hanging(Look(moment, plain)))

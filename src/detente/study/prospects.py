"""Prospects: whether each outcome can be had at a date, and what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.models.settlement.outcome_options import needed, option_ids, says_what_it_needs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.availability import Availability as Opening
    from detente.case.issue import Issue, Outcome
    from detente.situation import Situation
    from detente.situation.answers import Availability
    from detente.study import Moment


@dataclass(frozen=True, slots=True)
class Need:
    """Something that an outcome needs: an option to be open, or a day or a step to have come.

    Attributes
    ----------
    met
        Whether that is so.
    reason
        Why or why not, in words.
    step
        The step that it waits for, if it is one.
    assumed
        Whether it is met only on the assumption that a plan was kept.
    never
        Whether nothing that the case knows of could ever meet it.
    """

    met: Truth
    reason: str
    step: str | None = None
    assumed: bool = False
    never: bool = False


@dataclass(frozen=True, slots=True)
class Prospect:
    """Whether an outcome can be had.

    Attributes
    ----------
    possible
        The answer; undetermined where one of its needs is, or where the case says of none.
    needs
        What it needs; ``None`` where the case does not say.
    """

    possible: Truth
    needs: tuple[Need, ...] | None

    def lacking(self, met: Truth) -> Iterator[Need]:
        """Yield the needs that are met, are not met, or of which that cannot be said."""
        return (need for need in self.needs or () if need.met is met)


def prospects(moment: Moment) -> tuple[tuple[Prospect, ...], ...] | None:
    """Return whether each outcome of packages can be had, by issue; ``None`` where the case says of none what it needs.

    What outcomes need is asked of the case with all its readings: an option of which it has none at the date cannot be
    taken.
    """
    case = moment.clock.case
    if not (says_what_it_needs(case) or moment.situation.outcomes):
        return None
    written = {(issue.id, outcome.id): outcome for issue in case.issues for outcome in issue.outcomes}
    return tuple(
        tuple(_prospect(moment, issue, written[issue.id, outcome.id]) for outcome in issue.outcomes)
        for issue in moment.outline.issues
    )


def _prospect(moment: Moment, issue: Issue, outcome: Outcome) -> Prospect:
    options = needed(outcome, option_ids(moment.clock.case.conflict))
    if options is None and outcome.id not in moment.situation.outcomes.get(issue.id, {}):
        return Prospect(Truth.UNDETERMINED, None)
    missing = (options or frozenset()) - moment.situation.options.keys()
    needs = tuple(_missing(moment.situation, missing) if missing else _read(moment.situation, issue, outcome, options))
    return Prospect(reduce(and_, (need.met for need in needs), Truth.TRUE), needs)


def _missing(found: Situation, options: frozenset[str]) -> Iterator[Need]:
    """Yield the options that an outcome takes and of which the case has no reading at the date."""
    for name in sorted(options):
        yield Need(
            Truth.FALSE, f"of “{found.names.get(name, name)}” the case gives no reading at this date", never=True
        )


def _read(found: Situation, issue: Issue, outcome: Outcome, options: frozenset[str] | None) -> Iterator[Need]:
    """Yield the options that bring an outcome about, in the order of the conflict, and from when it can be had.

    An option of which it cannot be said whether it is open counts as closed, here as in the conflict.
    """
    conflict = found.case.conflict
    for option in conflict.options if conflict and options else ():
        if option.id in (options or ()):
            answer = found.options[option.id]
            yield _need(answer, option.available, Truth.of(answer.open))
    own = found.outcomes.get(issue.id, {}).get(outcome.id)
    if own is not None:
        yield _need(own, outcome.available, Truth.UNDETERMINED if own.undetermined else Truth.of(own.open))


def _need(answer: Availability, rule: Opening | None, met: Truth) -> Need:
    never = rule is not None and rule.never
    step = rule.step if rule and not answer.gated else None
    return Need(met, answer.reason, step, answer.assumed, never)

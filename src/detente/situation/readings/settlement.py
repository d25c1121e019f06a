"""The settlement of a day: parties, conditions and red lines that hold, and outcomes that could not be had yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.case.availability import Availability
from detente.case.settlement import Condition, Party, Settlement
from detente.methods.gmcr.preference.expressions import Expression, Name, Or, StatementError
from detente.methods.gmcr.preference.statements import mentioned, parse
from detente.methods.gmcr.preference.writer import renamed, spelled
from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.issue import Issue, Outcome
    from detente.case.position import Capability
    from detente.case.red_line import RedLine


def settlement_of_day(
    case: Case, conflict: Conflict | None, gone: frozenset[str], holding: Holding
) -> Settlement | None:
    """Return what holds of a settlement at a date; ``None`` where nothing of what any party wants does.

    Parameters
    ----------
    case
        The case as it is written.
    conflict, gone
        Its conflict of that day, and the ids of the options that are not there.
    """
    if case.settlement is None:
        return None
    whole = Read("settlement", (case.settlement,), (("settlement", "the settlement"),))
    own = {
        (maker.actor, statement.id)
        for maker in (conflict.decision_makers if conflict else ())
        for statement in (maker.preferences and maker.preferences.statements) or ()
    }
    words = _Words(_takers(case, gone), own, holding)
    parties = tuple(found for party in case.settlement.parties if (found := words.party(party, whole)) is not None)
    if not parties and case.settlement.parties:
        return None
    return case.settlement.model_copy(update={"parties": parties})


def issues_of_day(case: Case, gone: frozenset[str]) -> tuple[Issue, ...]:
    """Return the issues, with outcomes that take an option which is not there as such that cannot be had yet."""
    if not gone:
        return case.issues
    return tuple(_issue(issue, gone) for issue in case.issues)


def capabilities_of_day(case: Case, holding: Holding) -> tuple[Capability, ...]:
    """Return the capabilities that hold."""
    called = holding.clock.names
    return tuple(
        each
        for each in case.capabilities
        if holding.holds(
            Read("capabilities", (each,), ((each.id or each.actor, f"the capability of {called.get(each.actor)}"),))
        )
    )


def _issue(issue: Issue, gone: frozenset[str]) -> Issue:
    outcomes = tuple(_outcome(each, gone) for each in issue.outcomes)
    same = all(new is old for new, old in zip(outcomes, issue.outcomes, strict=True))
    return issue if same else issue.model_copy(update={"outcomes": outcomes})


def _outcome(outcome: Outcome, gone: frozenset[str]) -> Outcome:
    takes = (outcome.id,) if outcome.takes is None else outcome.takes
    if gone.isdisjoint(takes):
        return outcome
    left = tuple(name for name in takes if name not in gone)
    return outcome.model_copy(update={"takes": left, "available": Availability(never=True)})


def _takers(case: Case, gone: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the outcomes that take each option which is not there."""
    found: dict[str, list[str]] = {name: [] for name in gone}
    for outcome in (outcome for issue in case.issues for outcome in issue.outcomes):
        for name in gone.intersection((outcome.id,) if outcome.takes is None else outcome.takes):
            found[name].append(outcome.id)
    return {name: tuple(ids) for name, ids in found.items() if ids}


class _Words:
    """What the parties of a settlement say at a date.

    Parameters
    ----------
    takers
        By option that is not there, the outcomes that take it.
    own
        The preference statements that hold in the conflict, each with its actor.
    holding
        What holds at the date.
    """

    def __init__(
        self, takers: Mapping[str, tuple[str, ...]], own: Collection[tuple[str, str | None]], holding: Holding
    ) -> None:
        self._takers = takers
        self._own = own
        self._holding = holding

    def party(self, party: Party, whole: Read) -> Party | None:
        """Return what holds of a party; ``None`` where nothing of it does."""
        read = whole.below(party, party.id or party.actor, self._holding.clock.names.get(party.actor, party.actor))
        conditions = tuple(self._conditions(party, read))
        lines = tuple(self._lines(party, read))
        if self._holding.holds(read):
            return party.model_copy(update={"conditions": conditions, "red_lines": lines})
        if not conditions and not lines:
            return None
        nothing: dict[str, Any] = {"batna": None, "power": None, "weights": {}, "values": {}, "budget": None}
        return party.model_copy(update={"conditions": conditions, "red_lines": lines, **nothing})

    def _conditions(self, party: Party, read: Read) -> Iterable[Condition]:
        for each in party.conditions:
            what = each.why or each.when or f"the condition '{each.statement}'"
            lives = each.statement is None or (party.actor, each.statement) in self._own
            if self._holding.holds(read.below(each, each.id, what)) and lives:
                yield each if each.when is None else each.model_copy(update={"when": self._reworded(each.when)})

    def _lines(self, party: Party, read: Read) -> Iterable[RedLine]:
        for each in party.red_lines:
            if self._holding.holds(read.below(each, each.id, each.why or each.when)):
                yield each.model_copy(update={"when": self._reworded(each.when)})

    def _reworded(self, text: str) -> str:
        """Return a condition that speaks of outcomes in place of options which are not there."""
        try:
            if not any(name in self._takers for name, _ in mentioned(text)):
                return text
            return spelled(renamed(parse(text), self._outcomes))
        except StatementError:
            return text  # which is told where the packages are modelled

    def _outcomes(self, name: Name) -> Expression:
        several = tuple(Name(each) for each in self._takers.get(name.id, ()))
        return Or(several) if len(several) > 1 else (several[0] if several else name)

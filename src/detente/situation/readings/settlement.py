"""The settlement of a day: parties, conditions and red lines that hold, and outcomes that could not be had yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.case.availability import Availability
from detente.case.settlement import Condition, Party, Settlement
from detente.methods.gmcr.preference.expressions import Expression, Name, Or, StatementError
from detente.methods.gmcr.preference.statements import mentioned, parse
from detente.methods.gmcr.preference.writer import renamed, spelled
from detente.situation.readings.conflict import statements_of_day
from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from detente.case import Case
    from detente.case.conflict import Statement
    from detente.case.issue import Issue, Outcome
    from detente.case.position import Capability
    from detente.case.red_line import RedLine


def settlement_of_day(case: Case, gone: frozenset[str], holding: Holding) -> Settlement | None:
    """Return what holds of a settlement at a date; ``None`` where nothing of what any party wants does.

    Parameters
    ----------
    case
        The case as it is written.
    gone
        The ids of the options of its conflict that are not there.
    """
    if case.settlement is None:
        return None
    whole = Read("settlement", (case.settlement,), (("settlement", "the settlement"),))
    own = statements_of_day(case.conflict, holding) if case.conflict else {}
    words = _Words(_takers(case, gone), gone, own, holding)
    entries: dict[str, list[Party]] = {}
    for party in case.settlement.parties:
        entries.setdefault(party.actor, []).append(party)
    parties = tuple(found for several in entries.values() if (found := words.party(several, whole)) is not None)
    if not parties and case.settlement.parties:
        return None
    return holding.copy(case.settlement, {"parties": parties})


def issues_of_day(case: Case, gone: frozenset[str], holding: Holding) -> tuple[Issue, ...]:
    """Return the issues, with outcomes that take an option which is not there as such that cannot be had yet."""
    if not gone:
        return case.issues
    return tuple(_issue(issue, gone, holding) for issue in case.issues)


def capabilities_of_day(case: Case, holding: Holding) -> tuple[Capability, ...]:
    """Return the capabilities that hold."""
    return tuple(
        each
        for each in case.capabilities
        if holding.holds(
            Read("capabilities", (each,), ((each.id or each.actor, f"the capability of {holding.called(each.actor)}"),))
        )
    )


def _issue(issue: Issue, gone: frozenset[str], holding: Holding) -> Issue:
    outcomes = tuple(_outcome(each, gone, holding) for each in issue.outcomes)
    same = all(new is old for new, old in zip(outcomes, issue.outcomes, strict=True))
    return issue if same else holding.copy(issue, {"outcomes": outcomes})


def _outcome(outcome: Outcome, gone: frozenset[str], holding: Holding) -> Outcome:
    if gone.isdisjoint(outcome.named):
        return outcome
    left = tuple(name for name in outcome.named if name not in gone)
    return holding.copy(outcome, {"takes": left, "available": Availability(never=True)})


def _takers(case: Case, gone: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the outcomes that take each option which is not there."""
    found: dict[str, list[str]] = {name: [] for name in gone}
    for outcome in (outcome for issue in case.issues for outcome in issue.outcomes):
        for name in gone.intersection(outcome.named):
            found[name].append(outcome.id)
    return {name: tuple(ids) for name, ids in found.items() if ids}


class _Words:
    """What the parties of a settlement say at a date.

    Parameters
    ----------
    takers
        By option that is not there, the outcomes that take it.
    gone
        The options that are not there.
    own
        The preference statements that hold in the conflict, by actor and id.
    holding
        What holds at the date.
    """

    def __init__(
        self,
        takers: Mapping[str, tuple[str, ...]],
        gone: frozenset[str],
        own: Mapping[tuple[str, str], Statement],
        holding: Holding,
    ) -> None:
        self._takers = takers
        self._gone = gone
        self._own = own
        self._holding = holding

    def party(self, several: Sequence[Party], whole: Read) -> Party | None:
        """Return what holds of a party, whose entries are each of its own time; ``None`` where nothing of it does."""
        called = self._holding.called(several[0].actor)
        reads = [whole.below(party, party.id or party.actor, called) for party in several]
        entries = list(zip(several, reads, strict=True))
        held = [party for party, read in entries if self._holding.holds(read)]
        own: dict[str, Any] = {
            "conditions": tuple(each for entry in entries for each in self._conditions(*entry)),
            "red_lines": tuple(each for entry in entries for each in self._lines(*entry)),
        }
        if held:
            return self._holding.copy(held[0], own)
        if not any(own.values()):
            return None
        nothing: dict[str, Any] = {"batna": None, "power": None, "weights": {}, "values": {}, "budget": None}
        return self._holding.copy(several[0], own | nothing)

    def _conditions(self, party: Party, read: Read) -> Iterable[Condition]:
        for each in party.conditions:
            what = each.why or each.when or f"the condition '{each.statement}'"
            if not self._holding.holds(read.below(each, each.id, what)):
                continue
            if each.when is not None:
                yield self._holding.copy(each, {"when": self._reworded(each.when)})
            elif (shared := self._own.get((party.actor, each.statement or ""))) is not None:
                yield self._shared(each, shared)

    def _shared(self, condition: Condition, statement: Statement) -> Condition:
        """Return a condition that shares a statement, with its words where the conflict has only some of them left."""
        if not self._speaks(statement.when, self._gone):
            return condition
        text, why = self._reworded(statement.when), condition.why or statement.why
        return self._holding.copy(condition, {"statement": None, "when": text, "why": why})

    def _lines(self, party: Party, read: Read) -> Iterable[RedLine]:
        for each in party.red_lines:
            if self._holding.holds(read.below(each, each.id, each.why or each.when)):
                yield self._holding.copy(each, {"when": self._reworded(each.when)})

    def _reworded(self, text: str) -> str:
        """Return a condition that speaks of outcomes in place of options which are not there."""
        return spelled(renamed(parse(text), self._outcomes)) if self._speaks(text, self._takers) else text

    @staticmethod
    def _speaks(text: str, options: Container[str]) -> bool:
        """Whether a condition speaks of some options; one that cannot be read is told where packages are modelled."""
        try:
            return any(name in options for name, _ in mentioned(text))
        except StatementError:
            return False

    def _outcomes(self, name: Name) -> Expression:
        several = tuple(Name(each) for each in self._takers.get(name.id, ()))
        return Or(several) if len(several) > 1 else (several[0] if several else name)

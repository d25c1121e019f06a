"""Hidden uses: ids that some kinds of record use without saying so in the type of a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.conflict import Conflict, NamedState, Preferences
from detente.case.corridor import Border, Control, Permission, Premium, Regime
from detente.case.forecast import Forecast
from detente.case.scenario import Change
from detente.case.settlement import Condition, Party
from detente.case.system import Descriptor, Shock
from detente.session.editing.mention import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.case.record import Record
    from detente.case.shape import Path


CONDITIONS = frozenset({"when", "only_if", "closes", "opens", "predicate", "reads", "measure"})
"""The keys of texts that ids stand in, among other words."""

_STATES = frozenset({"status_quo", "take"})


def texts_of_words(path: Path, record: Record) -> Iterator[Path]:
    """Yield where the words of a record may be ids without a type that says so."""
    if isinstance(record, Conflict):
        yield from ((*path, "status_quo", k) for k in range(len(record.status_quo or ())))
    if isinstance(record, NamedState):
        yield from ((*path, "take", k) for k in range(len(record.take)))
    if isinstance(record, Preferences):
        for k, group in enumerate(record.ranking or ()):
            yield from ((*path, "ranking", k, number) for number in range(len(group)))
    if isinstance(record, Change) and record.set is not None and _holds_words(record.set):
        yield (*path, "to")
    if isinstance(record, Control):
        yield from ((*path, "holders", k) for k in range(len(record.holders)))
    if isinstance(record, Regime):
        yield from ((*path, "users", k) for k in range(len(record.users)))
    if isinstance(record, Premium | Permission) and record.cargo is not None:
        yield (*path, "cargo")


def keys_of_words(path: Path, record: Record) -> Iterator[Path]:
    """Yield the keys of a record that may be ids without a type that says so."""
    if isinstance(record, Control):
        yield from ((*path, "names", name) for name in record.names)
    if isinstance(record, Border | Regime):
        yield from ((*path, "fee_to", name) for name in record.fee_to)


def _holds_words(target: str) -> bool:
    return target.rpartition(".")[2] in CONDITIONS | _STATES


@dataclass(frozen=True, slots=True)
class Hidden:
    """Uses of ids that are unique only in a list, which the case tells.

    Attributes
    ----------
    case
        The case.
    """

    case: Case

    def names(self, path: Path, record: Record) -> Iterator[tuple[Path, Name]]:
        """Yield where a record names an outcome, a state or a statement, as a key or a value, and what is meant."""
        if isinstance(record, Party):
            yield from self._outcomes(path, record)
        if isinstance(record, Forecast) and isinstance(record.probability, dict):
            bands: Path = (*path, "resolves", "bands")
            yield from (((*path, "probability", band), Name(band, bands)) for band in record.probability)
        if isinstance(record, Condition) and record.statement is not None:
            yield from self._statement(path, record.statement)
        if isinstance(record, Descriptor):
            for k, entry in enumerate(record.history):
                yield (*path, "history", k, "is"), Name(entry.state, (*path, "states"))
        if isinstance(record, Shock):
            yield from self._states(path, record)

    def _outcomes(self, path: Path, party: Party) -> Iterator[tuple[Path, Name]]:
        """Yield the outcomes that a party gives values to."""
        numbers = {issue.id: k for k, issue in enumerate(self.case.issues)}
        for issue, values in party.values.items():
            if issue in numbers:
                scope: Path = ("issues", numbers[issue], "outcomes")
                yield from (((*path, "values", issue, outcome), Name(outcome, scope)) for outcome in values)

    def _states(self, path: Path, shock: Shock) -> Iterator[tuple[Path, Name]]:
        """Yield the states that a shock puts descriptors into."""
        descriptors = self.case.system.descriptors if self.case.system else ()
        numbers = {each.id: k for k, each in enumerate(descriptors)}
        for descriptor, state in shock.states.items():
            if descriptor in numbers:
                own = Name(state, ("system", "descriptors", numbers[descriptor], "states"))
                yield (*path, "set", descriptor), own

    def _statement(self, path: Path, statement: str) -> Iterator[tuple[Path, Name]]:
        """Yield the preference statement that a condition of a party shares with the same actor in the conflict."""
        settlement, conflict = self.case.settlement, self.case.conflict
        if settlement is None or conflict is None or not isinstance(path[2], int):
            return
        actor = settlement.parties[path[2]].actor
        for k, maker in enumerate(conflict.decision_makers):
            if maker.actor == actor:
                scope = ("conflict", "decision_makers", k, "preferences", "statements")
                yield (*path, "statement"), Name(statement, scope)

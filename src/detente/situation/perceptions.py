"""Perceptions: the case as one of its decision makers reads it, or why it cannot be read so.

A perception is applied like a scenario, on top of one. All models of a conflict speak of the same states, so a
perception changes what is open, what cannot be, what moves there are and what is preferred; never who decides,
which options have a name, or where the dispute stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.case.scenario import Scenario
from detente.diagnostics import did_you_mean
from detente.situation.scenario import changed
from detente.situation.tree import ScenarioError
from detente.situation.written import Written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.perception import Perception
    from detente.case.scenario import Change

_ADDS = "a perception cannot add, remove or rename options, joint acts or decision makers"
_HINT_ADDS = "write the option in the case with 'available: false', and let the perception set its 'available' to null"
_SAME = "all models speak of the same states, so that they can be compared"


class PerceptionError(ValueError):
    """A perception that cannot be applied.

    Attributes
    ----------
    perception, change
        Its number in the conflict, and that of the change at fault in it, from 0; ``None`` for all together.
    """

    def __init__(self, message: str, perception: int, change: int | None, *, hint: str = "") -> None:
        super().__init__(message)
        self.perception = perception
        self.change = change
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Perceived:
    """One perception, applied.

    Attributes
    ----------
    number
        Its number in the conflict, from 0.
    perception
        The perception.
    before, case
        The case without it, and with it; both with the earlier ones by the same decision maker.
    """

    number: int
    perception: Perception
    before: Case
    case: Case


def perceived(
    case: Case, maker: str, written: Written | None = None, *, held: Collection[Perception] | None = None
) -> Iterator[Perceived]:
    """Yield the perceptions of one decision maker that change the model, applied one after the other.

    The last one is its model.

    Parameters
    ----------
    case, maker
        The case, and the actor that perceives it.
    written
        The case written out, or the one that it was made from, where there is one.
    held
        The perceptions that hold, where not all do.

    Raises
    ------
    PerceptionError
        If one changes what it may not, or cannot be applied.
    """
    if case.conflict is None:
        return
    conflict = case.conflict.model_copy(update={"perceptions": ()})
    before = case.model_copy(update={"conflict": conflict, "settlement": None})  # which has one reading
    for number, perception in enumerate(case.conflict.perceptions):
        if perception.by == maker and perception.changes and (held is None or perception in held):
            written = Written(before, written)
            after = _applied(written, number, perception)
            yield Perceived(number, perception, before, after)
            before = after


def _applied(written: Written, number: int, perception: Perception) -> Case:
    for k, change in enumerate(perception.changes):
        section = change.target.split(".")[0]
        if section != "conflict":
            hint = did_you_mean(section, ["conflict"]) or "begin with 'conflict.'; the rest is for scenarios to change"
            raise PerceptionError(f"a perception changes only the conflict, not '{section}'", number, k, hint=hint)
    try:
        after = _changed(written, perception.changes)
    except ScenarioError as error:
        raise PerceptionError(str(error), number, error.change, hint=error.hint) from error
    if wrong := _overstepped(written.case, after):
        message, hint = wrong
        raise PerceptionError(message, number, _culprit(written, perception.changes), hint=hint)
    return after


def _changed(written: Written, changes: tuple[Change, ...]) -> Case:
    return changed(written, Scenario(id="perceived", changes=changes))


def _overstepped(before: Case, after: Case) -> tuple[str, str] | None:
    """Return what a perception changed that it may not, and what to do instead; ``None`` where all is well."""
    if before.conflict is None or after.conflict is None:
        return None
    if _who_and_what(before.conflict) != _who_and_what(after.conflict):
        return _ADDS, _HINT_ADDS
    was, now = _fixed(before.conflict), _fixed(after.conflict)
    touched = [key for key in was if was[key] != now[key]]
    return (f"a perception cannot change '{touched[0]}'", _SAME) if touched else None


def _who_and_what(conflict: Conflict) -> list[tuple[str, list[str]]]:
    acts = [(act.id, list(act.by)) for act in conflict.joint]
    return [*acts, *((maker.actor, [option.id for option in maker.options]) for maker in conflict.decision_makers)]


def _fixed(conflict: Conflict) -> dict[str, Any]:
    dated = (conflict, *conflict.decision_makers, *conflict.options)
    return {
        "from": [each.from_ for each in dated],
        "to": [each.to for each in dated],
        "status_quo": None if conflict.status_quo is None else frozenset(conflict.status_quo),
        "named_states": conflict.named_states,
        "coalesce": conflict.coalesce,
        "graph.states": conflict.graph and conflict.graph.states,
        "perceptions": conflict.perceptions,
    }


def _culprit(written: Written, changes: tuple[Change, ...]) -> int | None:
    """Return the first change with which a perception oversteps, where one alone can be told."""
    for k in range(len(changes)):
        try:
            if _overstepped(written.case, _changed(written, changes[: k + 1])):
                return k
        except ScenarioError:
            continue
    return None

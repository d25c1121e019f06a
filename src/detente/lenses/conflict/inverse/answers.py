"""What would have to change, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from detente.methods.gmcr.inverse.requirements import Requirement, requirements
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from detente.lenses.conflict.inverse.inverse import Inverse
    from detente.methods.gmcr.inverse.changes import Change
    from detente.methods.gmcr.inverse.search import Outcome

_MOST_ANSWERS = 200
_MOST_STATES = 2000


@dataclass(frozen=True, slots=True)
class EditMade:
    """An edit of somebody's preferences.

    Attributes
    ----------
    by
        Whose preferences change.
    edit
        Whether two neighbouring statements change places, one goes, or a wish is put in.
    statements
        The statements that change places or go, by id or by number from 1.
    wish
        The wish put in; null where none is.
    before
        The statement before which it is put; null for the end.
    """

    by: str
    edit: Literal["swap", "remove", "insert"]
    statements: tuple[str, ...]
    wish: str | None
    before: str | None


Answer: TypeAlias = tuple[EditMade, ...]
"""The edits that make one smallest change."""


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The smallest changes where they are too many to list.

    Attributes
    ----------
    count
        How many there are.
    first
        The first ones.
    """

    count: int
    first: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Fewest:
    """The smallest changes under one concept.

    Attributes
    ----------
    edits
        The fewest edits of all together, 0 where the state holds as things are; null where no change was found.
    searched
        No change of up to so many edits does, except those found.
    at_most
        A number of edits that does, known from a concept that asks more; null where none is known.
    count
        How many smallest changes there are.
    answers
        The smallest changes.
    """

    edits: int | None
    searched: int
    at_most: int | None
    count: int
    answers: tuple[Answer, ...] | FirstAnswers


Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""Lists of states of which one must hold nothing that the decision maker prefers."""


@dataclass(frozen=True, slots=True)
class FirstRequirements:
    """Conditions where they are too long to list.

    Attributes
    ----------
    count
        How many there are.
    first
        The first ones.
    """

    count: int
    first: tuple[Alternatives, ...]


@dataclass(frozen=True, slots=True)
class SmallestChanges:
    """What would have to change for a state to hold.

    Attributes
    ----------
    state
        The state.
    concepts
        By concept, the smallest changes.
    conditions
        By concept and decision maker, what its preferences must fulfil for it to stay; null where that is too long to
        find.
    """

    state: str
    concepts: Mapping[str, Fewest]
    conditions: Mapping[str, Mapping[str, tuple[Alternatives, ...] | FirstRequirements | None]]


def smallest_changes(inverse: Inverse) -> SmallestChanges:
    """Return the smallest changes and the conditions; long lists become counts with the first ones."""
    makers = inverse.analysis.model.decision_makers
    return SmallestChanges(
        inverse.analysis.model.name(inverse.state),
        {key: _fewest(inverse, outcome) for key, outcome in inverse.outcomes.items()},
        {key: {maker: _required(inverse, i, key) for i, maker in enumerate(makers)} for key in inverse.outcomes},
    )


def _fewest(inverse: Inverse, outcome: Outcome) -> Fewest:
    answers = tuple(
        tuple(edit for maker, change in answer for edit in _edits(inverse, maker, change))
        for answer in outcome.answers[:_MOST_ANSWERS]
    )
    told = FirstAnswers(outcome.count, answers) if outcome.count > _MOST_ANSWERS else answers
    return Fewest(outcome.edits, outcome.searched, outcome.at_most, outcome.count, told)


def _edits(inverse: Inverse, maker: int, change: Change) -> list[EditMade]:
    labels, wishes = inverse.varied.labels[maker], inverse.varied.wishes
    return [
        EditMade(
            inverse.analysis.model.decision_makers[maker],
            edit.kind,
            tuple(labels[k] for k in edit.items),
            None if edit.wish is None else str(wishes[edit.wish]),
            None if edit.before is None else labels[edit.before],
        )
        for edit in change.edits(inverse.varied.preferences[maker].blocks)
    ]


def _required(inverse: Inverse, i: int, key: str) -> tuple[Alternatives, ...] | FirstRequirements | None:
    model, concept = inverse.analysis.model, shipped()[key]
    if not concept.by_sanctions:
        return None
    try:
        found = requirements(model.engine, i, concept.sanctions, s=inverse.state)
    except TooManyStatesError:
        return None
    named = tuple(tuple(tuple(model.name(s) for s in states) for states in each) for each in found)
    if sum(map(_length, found)) <= _MOST_STATES:
        return named
    first, room = [], _MOST_STATES
    for requirement, names in zip(found, named, strict=True):
        room -= _length(requirement)
        if room < 0:
            break
        first.append(names)
    return FirstRequirements(len(found), tuple(first))


def _length(requirement: Requirement) -> int:
    return sum(map(len, requirement))

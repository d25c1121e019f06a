"""Issues: what is negotiated, and what is absent from the table."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from detente.case.availability import Availability
from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import IssueId, OptionId, Record, Slug, Text
from detente.case.value import Number


class Period(Record):
    """A stretch of time; a missing side means that none is stated."""

    from_: When | None = Field(None, alias="from")
    to: When | None = None


def _periods(value: Any) -> Any:
    """Read ``true``, ``false``, a date, one period, or a list of either as a list of periods."""
    if value is None or value is False:
        return value if value is None else []
    if value is True:
        return [{}]
    items = value if isinstance(value, list | tuple) else [value]
    return [_period(item) for item in items]


def _period(item: Any) -> Any:
    if isinstance(item, Period):
        return item
    is_period = isinstance(item, dict) and not {"before", "after"} & set(item)
    return item if is_period else {"from": item}


_Agenda = bool | When | Period | tuple[When | Period, ...] | None


_FARTHEST, _SHORTEST = 1e30, 1e-30


class Continuum(Record):
    """A scale from one extreme outcome to the other.

    Attributes
    ----------
    low, high
        Its ends.
    unit
        Unit of its numbers, where it has one.
    labels
        What marked places on it mean.
    """

    low: Number = 0.0
    high: Number = 100.0
    unit: Text | None = None
    labels: dict[float, Text] = {}

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.low >= self.high:
            raise PydanticCustomError("number", "a continuum must rise: low must be below high")
        if max(-self.low, self.high) > _FARTHEST or self.high - self.low < _SHORTEST:
            message = "a continuum must lie within ±1e30 and be at least 1e-30 long; choose another unit"
            raise PydanticCustomError("number", message)
        if outside := [mark for mark in self.labels if not self.low <= mark <= self.high]:
            raise PydanticCustomError("number", f"a label must lie on the continuum, not at {outside[0]:g}")
        return self


class Outcome(Claim):
    """One way an issue may be settled; its id is unique within the issue.

    Attributes
    ----------
    takes
        The options of the conflict that are taken where it is chosen; other options that outcomes of the issue take
        are left; an empty list says that nothing has to be done. When not given, the option of the same id, if there
        is one.
    available
        From when it is possible: a date or a step.
    """

    id: Slug
    text: Text | None = None
    takes: tuple[OptionId, ...] | None = None
    available: Availability | None = None

    @property
    def label(self) -> str:
        """What to call it: its text, or its id where it has none."""
        return self.text or self.id

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the options that it takes, as far as there are such: those it lists, or its own."""
        return (self.id,) if self.takes is None else self.takes


class Issue(Claim):
    """A subject of the dispute.

    Attributes
    ----------
    parent
        Id of the issue it is part of.
    on_agenda
        Since when it is on the agenda: a date, periods, or ``false`` for a subject known to be absent.
    continuum, outcomes
        The scale or the discrete ways it may be settled.
    outcome
        Where on the scale it was settled in the end [unit of the scale]; only compared with what the models say.
    """

    id: Slug
    name: Text | None = None
    parent: IssueId | None = None
    on_agenda: Annotated[tuple[Period, ...] | None, BeforeValidator(_periods, json_schema_input_type=_Agenda)] = None
    continuum: Continuum | None = None
    outcomes: tuple[Outcome, ...] = ()
    outcome: Number | None = None

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id

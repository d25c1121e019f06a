"""Steps: what has to happen on the way to the goal, and what each waits for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.reading import Reading
from detente.case.record import ActorId, IssueId, Slug, StepId, Text
from detente.case.value import Value


class Requirement(Reading):
    """What a step waits for. Short form: the id of another step.

    Attributes
    ----------
    step
        Id of the step that must be met.
    any, all
        Requirements of which one is enough, or all are needed.
    strict
        Whether it must be strictly before, not on the same day.
    accelerates
        Whether it only makes the step easier, without having to come first.
    """

    short_forms: ClassVar = ({"type": "string"},)

    step: StepId | None = None
    any: tuple[Requirement, ...] = ()
    all: tuple[Requirement, ...] = ()
    strict: bool = False
    accelerates: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"step": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum((self.step is not None, bool(self.any), bool(self.all))) != 1:
            raise PydanticCustomError("choice", "a requirement is a step's id, {step: id}, {any: […]} or {all: […]}")
        return self


class Step(Claim):
    """An event on the way to the goal that is met or not.

    Attributes
    ----------
    status
        Met, agreed, scheduled, due, unmet or open, at the case's own date.
    requires
        All of the list must be met first.
    date
        When it was met, or is planned.
    duration
        Time it takes after its last requirement [days].
    probability
        Chance that it succeeds [0..1].
    demanded_by, responsible
        Ids of those who ask for it and of those who must do it.
    """

    id: Slug
    name: Text
    status: Literal["met", "agreed", "scheduled", "due", "unmet", "open"] = "open"
    date: When | None = None
    requires: tuple[Requirement, ...] = ()
    duration: Value | None = None
    probability: Value | None = None
    demanded_by: tuple[ActorId, ...] = ()
    responsible: tuple[ActorId, ...] = ()
    issue: IssueId | None = None

    def requirements(self) -> Iterator[Requirement]:
        """Yield every requirement, and those inside it, in the order written."""
        pending = list(reversed(self.requires))
        while pending:
            part = pending.pop()
            yield part
            pending += reversed((*part.any, *part.all))


class Roadmap(Reading):
    """Where the steps lead.

    Attributes
    ----------
    goal
        Id of the step that settles the matter.
    """

    goal: StepId | None = None

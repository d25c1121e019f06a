"""The settlement: what each party could take, and what it has without a deal."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from detente.case.reading import Reading
from detente.case.record import ActorId, IssueId, Slug, Text
from detente.case.red_line import RedLine
from detente.case.value import Value


class Condition(Reading):
    """Something that matters to a party whichever issue it is about, or across several: it holds or it does not.

    Attributes
    ----------
    when
        The condition, in ids of outcomes, or of options that outcomes take, with ``not``, ``and``, ``or``, ``if``,
        ``implies`` and ``iff``.
    statement
        Instead of ``when``: the id of one of the actor's preference statements in the conflict.
    weight
        How much it matters beside the weights of the issues [unitless, >= 0].
    why
        The reason, in words.
    """

    known_by: ClassVar = ("when", "statement")

    weight: Value
    id: Slug | None = None
    when: Text | None = None
    statement: Slug | None = None
    why: Text | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.when is None) == (self.statement is None):
            raise PydanticCustomError("choice", "a condition needs either when or statement")
        return self


class Party(Reading):
    """What a party gets from outcomes, and from no deal at all.

    Attributes
    ----------
    batna
        Utility of its best alternative to a negotiated agreement [0..1].
    power
        Bargaining weight relative to the other parties [unitless, >= 0].
    weights
        Importance of each issue to it [unitless, >= 0].
    values
        By issue, then by outcome: its utility [0..1].
    conditions
        What counts beside the issues.
    red_lines
        What it accepts in no case: a package that crosses one is taken by nobody.
    budget
        The most that it can pay or be paid beside a package, in its own utility [0..1].
    """

    known_by: ClassVar = ("actor",)

    actor: ActorId
    id: Slug | None = None
    batna: Value | None = None
    power: Value | None = None
    weights: dict[IssueId, Value] = {}
    values: dict[IssueId, dict[Slug, Value]] = {}
    conditions: tuple[Condition, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    budget: Value | None = None


class Settlement(Reading):
    """Who would have to agree to a package."""

    parties: tuple[Party, ...] = ()

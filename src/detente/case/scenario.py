"""Scenarios: named changes to a case."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from detente.case.citation import Claim
from detente.case.record import Record, Slug, Text


class Change(Record):
    """One change, in exactly one of three ways.

    Attributes
    ----------
    drop
        Path of what is taken away, such as ``conflict.south.s2``.
    set, to
        Path of a value, such as ``steps.referendum.status``, and its new value.
    add, record
        Path of a list, such as ``steps``, and what is added to it.
    """

    in_order: ClassVar = True

    drop: Text | None = None
    set: Text | None = None
    to: Any = None
    add: Text | None = None
    record: dict[str, Any] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = sum(kind is not None for kind in (self.drop, self.set, self.add))
        fitting = ("to" in self.model_fields_set) == (self.set is not None)
        if kinds != 1 or not fitting or (self.record is None) != (self.add is None):
            message = "a change is {drop: path}, {set: path, to: value} or {add: path, record: …}"
            raise PydanticCustomError("choice", message)
        return self

    @property
    def target(self) -> str:
        """The path that this changes."""
        return self.drop or self.set or self.add or ""


class Scenario(Claim):
    """A what-if: the case with some things changed."""

    id: Slug
    title: Text | None = None
    changes: tuple[Change, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: its title, or its id where it has none."""
        return self.title or self.id

    @property
    def sections(self) -> frozenset[str]:
        """The sections of the case that it changes."""
        return frozenset(change.target.partition(".")[0] for change in self.changes)

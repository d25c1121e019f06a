"""Perceptions: how one decision maker reads the conflict, and what that changes in the model."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from detente.case.reading import Reading
from detente.case.record import ActorId, Slug, Text
from detente.case.scenario import Change

_NEITHER = "a perception needs reads, changes or both: how somebody reads the conflict, or what that changes in it"


def _some(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    if not changes:
        raise PydanticCustomError("empty", "expected at least one change, such as {drop: conflict.south.s2}")
    return changes


class Perception(Reading):
    """How one decision maker reads what another may read in another way, and what that changes in the conflict.

    Readings stand on equal terms. The model without any changes is a reading, too: that of whoever has a perception
    that says how it reads the matter and changes nothing.

    Attributes
    ----------
    id
        Its name, by which a scenario can drop it.
    by
        The decision maker whose reading it is.
    reads
        What it reads the matter as: words that go on from "reads it as", such as "a claim on its land".
    changes
        What is different in the model under this reading, written as in a scenario; every path begins with
        ``conflict``. Without any, the model as it is written follows this reading.
    why
        The reason, in words.
    """

    known_by: ClassVar = ("by", "reads")
    in_order: ClassVar = True
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["reads"]}, {"required": ["changes"]}]})

    id: Slug | None = None
    by: ActorId
    reads: Text | None = None
    changes: Annotated[tuple[Change, ...], AfterValidator(_some), Field(json_schema_extra={"minItems": 1})] = ()
    why: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.reads is None and not self.changes:
            raise PydanticCustomError("choice", _NEITHER)
        return self

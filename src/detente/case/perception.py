"""Perceptions: how one decision maker sees the conflict, where it sees it otherwise."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from detente.case.citation import Claim
from detente.case.record import ActorId, Slug, Text
from detente.case.scenario import Change


def _some(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    if not changes:
        raise PydanticCustomError("empty", "expected at least one change, such as {drop: conflict.south.s2}")
    return changes


class Perception(Claim):
    """What a decision maker sees otherwise than the case does, as changes to the conflict.

    Attributes
    ----------
    id
        Its name, by which a scenario can drop it.
    by
        The decision maker who sees it so.
    changes
        What differs in its eyes, written as in a scenario; every path begins with ``conflict``.
    why
        The reason, in words.
    """

    id: Slug | None = None
    by: ActorId
    changes: Annotated[tuple[Change, ...], AfterValidator(_some), Field(json_schema_extra={"minItems": 1})]
    why: Text | None = None

"""Descriptors: conditions of the region, the states of each, and how it came to be in the present one."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from detente.case.citation import Claim
from detente.case.fields import When
from detente.case.record import ActorId, FormatId, Slug, Text
from detente.case.system.state import DescriptorState

_READABLE = re.compile(r"conflict\.status_quo|corridor\.regime|steps\.[a-z][a-z0-9-]*")


def _readable(value: str) -> str:
    if not _READABLE.fullmatch(value):
        raise PydanticCustomError("choice", "expected steps.ID, conflict.status_quo or corridor.regime")
    return value


ReadPlace = Annotated[Text, AfterValidator(_readable)]
"""What another part of the case decides: its status quo, the regime that this brings about, or a step."""


class HistoryEntry(Claim):
    """Since when a condition was in a state, until its next entry.

    Attributes
    ----------
    state
        Id of the state.
    from_
        Since when.
    """

    state: Slug = Field(alias="is")
    from_: When | None = Field(None, alias="from")


class Descriptor(Claim):
    """A condition of the region with a few mutually exclusive states.

    Attributes
    ----------
    kind
        ``setting`` moves under influence and influences others; ``context`` is given from outside and moved by none of
        the others; ``output`` is moved and influences nobody.
    pace
        Whether it moves at the least pressure, or only above one of 1: ``slow`` is the only place for inertia.
    ordered
        Whether its states are written in their order, so that it can move by one step.
    actor
        Whose choice it is, where it is somebody's.
    tracks
        Ids of the negotiation tracks that it stands for: what the case says of their couplings, judgements should say.
    states
        What it can be: two to four.
    history
        In which of them it was since when; the dates tell the order.
    reads
        What decides it instead of a history: ``steps.referendum``, ``conflict.status_quo`` or ``corridor.regime``;
        then every state says with ``when`` what it stands for.
    """

    id: Slug
    name: Text | None = None
    kind: Literal["setting", "context", "output"] = "setting"
    pace: Literal["fast", "slow"] = "fast"
    ordered: bool = False
    actor: ActorId | None = None
    tracks: tuple[FormatId, ...] = ()
    states: tuple[DescriptorState, ...]
    history: tuple[HistoryEntry, ...] = ()
    reads: ReadPlace | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if self.reads is not None and self.history:
            raise PydanticCustomError("choice", "expected either a history or 'reads', not both")
        return self

    @property
    def label(self) -> str:
        """What to call it: its name, or its id where it has none."""
        return self.name or self.id

    @property
    def is_moved(self) -> bool:
        """Whether others move it: nothing moves what comes from outside, or what another part of the case decides."""
        return self.kind != "context" and self.reads is None

"""Joint acts: what is done only when several have consented."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from detente.case.availability import Availability
from detente.case.reading import Reading
from detente.case.record import ActorId, Slug, Text


def _some(by: tuple[str, ...]) -> tuple[str, ...]:
    if not by:
        raise PydanticCustomError("empty", "expected at least two decision makers whose consent it needs")
    return by


class JointAct(Reading):
    """Something that is done only when several have consented, such as a signature.

    Each of ``by`` gets the option to consent, ``sign@north`` for the act ``sign``; the word ``sign`` in conditions,
    outcomes and named states means that all have.

    Attributes
    ----------
    by
        Ids of the decision makers whose consent it needs.
    direction, available
        As for an option, of each consent.
    """

    id: Slug
    by: Annotated[tuple[ActorId, ...], AfterValidator(_some), Field(json_schema_extra={"minItems": 1})]
    text: Text | None = None
    direction: Literal["both", "take-only", "drop-only"] = "both"
    available: Availability | None = None

    @property
    def label(self) -> str:
        """What to call it: its text, or its id where it has none."""
        return self.text or self.id


def consent_id(act: str, actor: str) -> str:
    """Return the id of the option by which an actor consents to a joint act."""
    return f"{act}@{actor}"

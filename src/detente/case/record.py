"""The base of every case record, and the small field types they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, StringConstraints, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Record(BaseModel):
    """Base of every case record: immutable, and closed to misspelt keys.

    A kind of record that may be written more briefly says in ``short_forms`` how, as JSON Schemas. One that has no id,
    or need not have one, says in ``known_by`` which of its keys tell it from others of its kind; one that says
    something by its place in a list is ``in_order``.
    """

    short_forms: ClassVar[tuple[Mapping[str, Any], ...]] = ()
    known_by: ClassVar[tuple[str, ...]] = ()
    in_order: ClassVar[bool] = False

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
        defer_build=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of the record, or of one of its short forms."""
        schema = handler(core)
        return {"anyOf": [*map(dict, cls.short_forms), schema]} if cls.short_forms else schema


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text is the id of a record in one of ``sections``."""

    sections: tuple[str, ...]


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]

ActorId = Annotated[Slug, Ref(("actors",))]
BorderId = Annotated[Slug, Ref(("borders",))]
DescriptorId = Annotated[Slug, Ref(("descriptors",))]
EpisodeId = Annotated[Slug, Ref(("episodes",))]
EventId = Annotated[Slug, Ref(("events",))]
ForecastId = Annotated[Slug, Ref(("forecasts",))]
FormatId = Annotated[Slug, Ref(("formats",))]
GROUNDS = ("events", "sources", "conclusions", "episodes", "positions", "commitments", "measures", "findings")
GroundId = Annotated[Slug, Ref(GROUNDS)]
IssueId = Annotated[Slug, Ref(("issues",))]
NodeId = Annotated[Slug, Ref(("nodes",))]
OptionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(@[a-z][a-z0-9-]*)?$"), Ref(("options",))]
RegimeId = Annotated[Slug, Ref(("regimes",))]
SourceId = Annotated[Slug, Ref(("sources",))]
SpeakerId = Annotated[Slug, Ref(("actors", "sources"))]
StateId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$"),  # half of it is a reference to nothing
    WithJsonSchema({"type": "string", "pattern": r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$"}),
    Ref(("states",)),
]
StepId = Annotated[Slug, Ref(("steps",))]

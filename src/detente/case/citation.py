"""Citations: where a claim comes from, and how its source holds it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from detente.case.record import Record, SourceId, Text

_SHORT = re.compile(r"(?P<source>\S+)(?:(?:[ \t\n]+|\s+(?=[¶§\d]))(?P<at>\S.*))?")
"""Spaces of other kinds may stand before a paragraph; elsewhere they are a slip inside the id."""

_UNSEEN = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
_PARAGRAPHS = re.compile(r"¶{0,2}\s*(\d{1,6})(?:\s*[-–]\s*¶?(\d{1,6}))?", re.ASCII)

Certainty = Literal["fact", "attributed", "inference", "forecast"]


class Citation(Record):
    """A place in a named source; the unit of evidence. Short form: ``article ¶24``.

    Attributes
    ----------
    source
        Id of the source.
    at
        Paragraph, page, section or clause, such as ``¶24``, ``¶24-26`` or ``p. 3``.
    quote
        The words themselves, where the wording is the evidence; must stand at that place.
    hedge
        The source's own softening word, such as "practically".
    credibility
        Credibility of the information itself, 1 (confirmed) to 6 (cannot be judged): the Admiralty code.
    """

    short_forms: ClassVar = ({"type": "string"},)

    source: SourceId
    at: Text | None = None
    quote: Text | None = None
    hedge: Text | None = None
    credibility: Annotated[int, Field(strict=True, ge=1, le=6)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, str) and (match := _SHORT.fullmatch(value.strip())):
            return {key: text for key, text in match.groupdict().items() if text}
        return value

    def paragraphs(self) -> tuple[int, ...] | None:
        """Return the paragraphs this names, or ``None`` when its place is not a paragraph."""
        match = _PARAGRAPHS.fullmatch(_UNSEEN.sub("", self.at or "").strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        return tuple(range(first, min(last, first + 1000) + 1))

    def __str__(self) -> str:
        return f"{self.source} {self.at}" if self.at else self.source


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class Claim(Record):
    """A record that says something about the world, and therefore says on what authority.

    Attributes
    ----------
    cites
        The places that support it.
    certainty
        How the source holds it: fact, attributed, inference or forecast.
    hedge
        The source's own softening word, kept.
    assumption
        Why it may be used without a citation; printed beside every result that used it.
    note
        Anything a reader of the case should know.
    """

    cites: Annotated[
        tuple[Citation, ...],
        BeforeValidator(_listed, json_schema_input_type=Citation | tuple[Citation, ...]),
    ] = ()
    certainty: Certainty | None = None
    hedge: Text | None = None
    assumption: Text | None = None
    note: Text | None = None

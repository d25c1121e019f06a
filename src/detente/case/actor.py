"""Actors: states, organisations, persons, bodies and whoever else takes part or is affected."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from detente.case.citation import Claim
from detente.case.fields import AbsoluteDate
from detente.case.record import ActorId, Language, Record, Slug, Text


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Role = Literal["party", "mediator", "host", "guarantor", "operator", "patron", "spoiler", "bystander"]


class Office(Record):
    """An office that a person held.

    Attributes
    ----------
    title
        Name of the office.
    of
        Id of the actor it belongs to.
    """

    title: Text
    of: ActorId | None = None
    from_: AbsoluteDate | None = Field(None, alias="from")
    to: AbsoluteDate | None = None


class Actor(Claim):
    """Someone who acts, speaks, or is affected.

    Attributes
    ----------
    name, names
        Name in the language of the case, and by language tag.
    iso
        ISO 3166 code of a state.
    aliases
        Other names and metonyms, such as a capital for its government.
    part_of
        Id of the actor it belongs to: a minister's state, a mission's organisation.
    role
        What it is in this dispute; one or several.
    """

    id: Slug
    name: Text
    kind: Literal["state", "organisation", "person", "body", "media", "company", "community"]
    names: dict[Language, Text] = {}
    iso: Text | None = None
    aliases: tuple[Text, ...] = ()
    part_of: ActorId | None = None
    offices: tuple[Office, ...] = ()
    role: Annotated[tuple[Role, ...], BeforeValidator(_listed, json_schema_input_type=Role | tuple[Role, ...])] = ()

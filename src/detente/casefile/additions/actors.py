"""``actors``: who takes part or is affected, one a row.

Columns for the name and for the kind are needed. Ids are made of names where there are none, and an actor that the case
has already is left out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.actor import Actor
from detente.casefile.rows.adding import Addition
from detente.casefile.rows.foreign import CLAIMS, Form
from detente.casefile.rows.known import plain
from detente.casefile.rows.listed import Listed, read_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.rows.known import Sameness
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic

_OTHERS = MappingProxyType(
    {
        **CLAIMS,
        "actor": "name",
        "label": "name",
        "title": "name",
        "type": "kind",
        "iso code": "iso",
        "country code": "iso",
        "alias": "aliases",
        "also called": "aliases",
        "other names": "aliases",
        "belongs to": "part_of",
        "member of": "part_of",
    }
)


def _same(actor: Actor) -> Iterator[Sameness]:
    yield "name", plain(actor.name)


_ACTORS = Listed(
    section="actors",
    noun="an actor",
    form=Form(Actor, _OTHERS, (("name",), ("kind",))),
    refers=MappingProxyType({"part_of": "actors", "cites": "sources"}),
    words=("kind", "certainty", "role"),
    called="name",
    same=_same,
)


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the actors that a table adds to a case, ``None`` where it adds none, and all there is to say about it."""
    return read_listed(_ACTORS, file, case)


ADDITION = Addition("actors", "who takes part or is affected", read)

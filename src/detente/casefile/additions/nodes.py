"""``nodes``: places of a network, one a row.

A column ``id`` or ``name`` is needed. Ids are made of names where there are none, and a node that the case has already
is left out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT
from detente.casefile.naming import Ids
from detente.casefile.rows.adding import Addition, ids_of
from detente.casefile.rows.foreign import Form, read_foreign
from detente.casefile.rows.identity import Identity
from detente.casefile.rows.listing import listings
from detente.casefile.rows.table import section_of
from detente.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree

_OTHERS = MappingProxyType(
    {
        "identifier": "id",
        "code": "id",
        "title": "name",
        "label": "name",
        "latitude": "lat",
        "y": "lat",
        "longitude": "lon",
        "lng": "lon",
        "x": "lon",
        "country code": "country",
        "iso2": "country",
        "iso a2": "country",
        "type": "kind",
    }
)


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the nodes that a table adds to a case, ``None`` where it adds none, and all there is to say about it."""
    problems: list[Diagnostic] = []
    listing = listings()["corridor.nodes.csv"]
    form = Form(listing.kind, _OTHERS, (("id", "name"),))
    identity = Identity(Ids(ids_of(case)), problems)
    there = _there(case)
    kept: list[Tree] = []
    for record in read_foreign(file, form, problems):
        name = record.value.get("id") or record.value.get("name")
        if not name:
            problems.append(BAD_SHAPE.at(record.place.span, "a node with neither an id nor a name", "name it"))
        elif name.casefold() in there:
            problems.append(LEFT_OUT.at(record.place.span, f"the case has a node '{name}'; this one is left out"))
        elif identity.give(record, name, "node"):
            kept.append(record)
    return section_of(listing, kept, Span(file.path)) if kept else None, problems


def _there(case: Case | None) -> frozenset[str]:
    """Return what the nodes of a case are called, in small letters."""
    nodes = case.corridor.nodes if case and case.corridor else ()
    return frozenset(word.casefold() for node in nodes for word in (node.id, node.label))


ADDITION = Addition("nodes", "the nodes of a network", read)

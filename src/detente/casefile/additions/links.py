"""``links``: ways between the nodes of a network, one a row.

Columns for both ends and the mode are needed. Ends are ids or names of nodes; ids are made of the ends and the mode
where there are none, and a link that the case has already is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.naming import Ids, slug
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
        "from": "a",
        "source": "a",
        "start": "a",
        "to": "b",
        "target": "b",
        "end": "b",
        "length km": "km",
        "length (km)": "km",
        "distance km": "km",
        "distance (km)": "km",
        "label": "name",
        "country code": "country",
        "capacity kt": "capacity",
    }
)


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the links that a table adds to a case, ``None`` where it adds none, and all there is to say about it."""
    problems: list[Diagnostic] = []
    listing = listings()["corridor.links.csv"]
    form = Form(listing.kind, _OTHERS, (("a",), ("b",), ("mode",)))
    identity = Identity(Ids(ids_of(case)), problems)
    places = _Places.of(case, problems)
    kept: list[Tree] = []
    for record in read_foreign(file, form, problems):
        for end in ("a", "b"):
            if end in record.value:
                record.value[end] = places.node(record.value[end], record.place.inside[end].span)
        if _key(record.value) in places.links or record.value.get("id") in places.links:
            problems.append(LEFT_OUT.at(record.place.span, "the case has this link; it is left out"))
        elif identity.give(record, "-".join(str(record.value.get(key, "")) for key in ("a", "b", "mode")), "link"):
            kept.append(record)
    return section_of(listing, kept, Span(file.path)) if kept else None, problems


@dataclass(frozen=True, slots=True)
class _Places:
    """The nodes of the case by what they may be called, and its links by what makes them the same."""

    problems: list[Diagnostic]
    called: dict[str, set[str]] = field(default_factory=dict)
    links: set[Any] = field(default_factory=set)

    @classmethod
    def of(cls, case: Case | None, problems: list[Diagnostic]) -> _Places:
        places = cls(problems)
        corridor = case.corridor if case else None
        for node in corridor.nodes if corridor else ():
            places.called.setdefault(node.label.casefold(), set()).add(node.id)
        for node in corridor.nodes if corridor else ():
            places.called[node.id.casefold()] = {node.id}
        for link in corridor.links if corridor else ():
            places.links.update((link.id, (frozenset((link.a, link.b)), link.mode, link.km)))
        return places

    def node(self, written: str, span: Span) -> str:
        """Return the id of the node that is called so."""
        found = self.called.get(written.casefold(), {slug(written) or written})
        if len(found) > 1:
            hint = f"write the id: {', '.join(sorted(found))}"
            self.problems.append(BAD_SHAPE.at(span, f"several nodes are called '{written}'", hint))
        elif written.casefold() not in self.called and written not in found:
            self.problems.append(READ_AS.at(span, f"'{written}' is read as the id '{min(found)}'"))
        return min(found)


def _key(link: dict[str, Any]) -> object:
    return frozenset((link.get("a"), link.get("b"))), link.get("mode"), link.get("km")


ADDITION = Addition("links", "the links of a network", read)

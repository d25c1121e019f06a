"""``events``: what happened, one event a row.

Columns for the date and for what happened are needed. Actors, issues, tracks and sources are named by their ids or
names; ids are made of what happened where there are none, and an event that the case has already is left out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.event import Event
from detente.case.fields import written
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
        "day": "date",
        "when": "date",
        "description": "what",
        "event": "what",
        "headline": "what",
        "summary": "what",
        "text": "what",
        "title": "what",
        "what happened": "what",
        "actor": "actors",
        "participants": "actors",
        "parties": "actors",
        "who": "actors",
        "location": "place",
        "where": "place",
        "track": "format",
        "topic": "issue",
        "type": "kind",
    }
)


def _same(event: Event) -> Iterator[Sameness]:
    yield (
        "date, actors and text",
        (repr(written(event.date)), frozenset(each.actor for each in event.actors), plain(event.what)),
    )


_EVENTS = Listed(
    section="events",
    noun="an event",
    form=Form(Event, _OTHERS, (("date",), ("what",)), frozenset({"date", "reported"})),
    refers=MappingProxyType({"actors": "actors", "issue": "issues", "format": "formats", "cites": "sources"}),
    words=("kind", "certainty"),
    called="what",
    same=_same,
)


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the events that a table adds to a case, ``None`` where it adds none, and all there is to say about it."""
    return read_listed(_EVENTS, file, case)


ADDITION = Addition("events", "what happened", read)

"""``positions``: what actors want on issues, one position a row.

Columns for the actor and for the issue are needed, by id or name; a position that the case has already is left out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.case.fields import written
from detente.case.position import Position
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
        "name": "actor",
        "party": "actor",
        "who": "actor",
        "subject": "issue",
        "topic": "issue",
        "description": "stance",
        "position": "stance",
        "text": "stance",
        "wants": "stance",
        "day": "date",
        "since": "date",
        "when": "date",
        "type": "kind",
    }
)


def _same(position: Position) -> Iterator[Sameness]:
    date = written(position.date) if position.date else ""
    said = (position.kind, plain(position.stance), repr(position.value), repr(position.salience))
    yield "date, actor, issue and text", (repr(date), position.actor, position.issue, said)


_POSITIONS = Listed(
    section="positions",
    noun="a position",
    form=Form(Position, _OTHERS, (("actor",), ("issue",)), frozenset({"date"})),
    refers=MappingProxyType({"actor": "actors", "issue": "issues", "cites": "sources"}),
    words=("kind", "certainty"),
    called="",
    same=_same,
)


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the positions that a table adds to a case, ``None`` where there are none, and all to say about it."""
    return read_listed(_POSITIONS, file, case)


ADDITION = Addition("positions", "what actors want on issues", read)

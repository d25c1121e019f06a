"""The JSON Schemas of all that Detente reads and prints for programs."""

from __future__ import annotations

from typing import Any

from detente.brief.document import BRIEF
from detente.changes.result import DIFF, Changes
from detente.diagnostics import did_you_mean
from detente.findings import Brief, Head
from detente.findings.schema import document_schema
from detente.lenses.registry import shipped
from detente.models.readouts.results import Comparison
from detente.session.checking import CHECK, Checked
from detente.session.comparing import COMPARE, Named


def schema_of(document: str) -> dict[str, Any]:
    """Return the schema of a document: ``check``, ``brief``, ``compare``, ``diff``, or of a lens, such as ``roadmap``.

    Raises
    ------
    LookupError
        If there is no such document.
    """
    lenses = {_word(lens.document): lens for lens in shipped().values()}
    if document in lenses:
        return lenses[document].schema()
    if document == _word(CHECK):
        return document_schema(CHECK, [(Checked, True)])
    if document == _word(BRIEF):
        return document_schema(BRIEF, [(Head, True), (Brief, True)])
    if document == _word(COMPARE):
        return document_schema(COMPARE, [(Named, True), (Comparison, True)])
    if document == _word(DIFF):
        return document_schema(DIFF, [(Head, True), (Changes, True)])
    known = [*lenses, _word(CHECK), _word(BRIEF), _word(COMPARE), _word(DIFF)]
    hint = did_you_mean(document, known) or f"there are {', '.join(known)}"
    raise LookupError(f"there is no document '{document}'; {hint}")


def _word(name: str) -> str:
    """Return the word in the name of a document: "roadmap" in "detente.roadmap/1"."""
    return name.partition(".")[2].partition("/")[0]

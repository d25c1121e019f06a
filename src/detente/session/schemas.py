"""The JSON Schemas of all that Detente reads and prints for programs."""

from __future__ import annotations

from collections.abc import Callable
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
    """Return the schema of a document: ``check``, ``brief``, ``score`` or so, or of a lens, such as ``roadmap``.

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
    others = _others()
    if document in others:
        return others[document]()
    known = [*lenses, _word(CHECK), _word(BRIEF), *others]
    hint = did_you_mean(document, known) or f"there are {', '.join(known)}"
    raise LookupError(f"there is no document '{document}'; {hint}")


def _others() -> dict[str, Callable[[], dict[str, Any]]]:
    """Return what makes the schemas of the documents of no lens, by their words."""
    from detente.casefile.beside.seals import SEAL
    from detente.session.foresight.scores import SCORE, Score
    from detente.session.foresight.sealing import Seal
    from detente.session.foresight.verifying import VERIFY, Verified

    return {
        _word(COMPARE): lambda: document_schema(COMPARE, [(Named, True), (Comparison, True)]),
        _word(DIFF): lambda: document_schema(DIFF, [(Head, True), (Changes, True)]),
        _word(SEAL): lambda: document_schema(SEAL, [(Seal, True)]),
        _word(VERIFY): lambda: document_schema(VERIFY, [(Verified, True)]),
        _word(SCORE): lambda: document_schema(SCORE, [(Head, True), (Score, True)]),
    }


def _word(name: str) -> str:
    """Return the word in the name of a document: "roadmap" in "detente.roadmap/1"."""
    return name.partition(".")[2].partition("/")[0]

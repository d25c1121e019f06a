"""``bibtex``: the sources that a bibliography in BibTeX lists; one that the case has already is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.bibliography.bibtex import read_bibtex
from detente.casefile.bibliography.sources import read_sources
from detente.casefile.rows.adding import Addition

if TYPE_CHECKING:
    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sources that a file adds to a case, ``None`` where it adds none, and all there is to say about it."""
    works, problems = read_bibtex(file)
    return read_sources(works, file, case, problems)


ADDITION = Addition("bibtex", "the sources of a bibliography in BibTeX", read)

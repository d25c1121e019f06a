"""``ktab``: actors, issues, positions and capabilities of a table as KTAB reads it, or as a spreadsheet saves it.

Actors and issues that the case has already are taken for the same, and are not added again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.files import is_zipped
from detente.casefile.imports import csv, xlsx
from detente.casefile.rows.adding import Addition
from detente.casefile.rows.merging import without_known

if TYPE_CHECKING:
    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return what a table adds to a case, ``None`` where it adds nothing, and all there is to say about it."""
    importer = xlsx.IMPORTER if is_zipped(file.data) else csv.IMPORTER
    tree, problems = importer.read(file)
    return without_known(tree, case, problems), problems


ADDITION = Addition("ktab", "actors, issues, positions and capabilities", read)

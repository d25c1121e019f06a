"""``gmcr``: the conflict of a file of GMCR+.

A case has one conflict, so a case that has one already takes no other. Decision makers whose actors the case has
already are told of, since whether they are the same the file does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.imports import gmcr
from detente.casefile.rows.adding import Addition
from detente.casefile.rows.merging import without_known
from detente.diagnostics import Span

if TYPE_CHECKING:
    from detente.case import Case
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the conflict that a file adds to a case, ``None`` where it adds none, and all there is to say about it."""
    tree, problems = gmcr.read(file)
    if tree is not None and case is not None and case.conflict is not None:
        hint = "look at it with 'detente new --from', and take over what the other lacks"
        return None, [*problems, BAD_SHAPE.at(Span(file.path), "the case has a conflict already", hint)]
    return without_known(tree, case, problems), problems


ADDITION = Addition("gmcr", "the conflict of a file of GMCR+", read)

"""``.gmcr``: the open JSON of GMCR+, read from a description of it.

Options and their directions, decision makers, preferences and infeasible combinations become the conflict of a
case. Misperceptions become notes; coalitions, and keys we do not know, are left out; each of these is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.document import read_document
from detente.casefile.gmcr.nodes import Node, Reading
from detente.casefile.importer import Importer
from detente.casefile.json_tree import read_json
from detente.casefile.naming import clean

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_tree import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    tree, problems = read_json(file.text, file.path)
    if tree is None:
        return None, problems
    reading = Reading(clean(file.name), problems)
    return read_document(reading, Node(tree.value, tree.place)), reading.problems


IMPORTER = Importer(".gmcr", "GMCR+", read)

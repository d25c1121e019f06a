"""``.scw``: a project of ScenarioWizard.

Descriptors, their states and the effects that are not 0 become the system of a case; each carries an assumption,
because the file names no sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.importer import Importer
from detente.casefile.scw.document import read_document
from detente.casefile.tables.files.encoding import decode
from detente.diagnostics import Diagnostic

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    text = decode(file.data, file.path)
    return (None, [text]) if isinstance(text, Diagnostic) else read_document(file, text, set())


IMPORTER = Importer(".scw", "ScenarioWizard", read, is_text=False)

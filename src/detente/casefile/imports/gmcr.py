"""``.gmcr``: the open JSON of GMCR+.

Options and their directions, decision makers, preferences and infeasible combinations become the conflict of a
case. Misperceptions become notes; coalitions, and keys we do not know, are left out; each of these is a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.files import decoded
from detente.casefile.gmcr.document import read_document
from detente.casefile.gmcr.nodes import Node, Reading
from detente.casefile.import_rules import PICKLED
from detente.casefile.importer import Importer
from detente.casefile.json_tree import read_json
from detente.casefile.naming import clean
from detente.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree

_PICKLE = re.compile(rb"\x80[\x01-\x05]|\([dl]p\d+\n|\(i\w+\n|c[\w.]+\n\w+\n|[\]}]q")
"""How the bytes of a pickled object begin, in each of the protocols; no JSON begins so."""


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    if _is_pickle(file.data):
        message = "this file is of an old version of GMCR+, which saved Python objects ('pickles')"
        return None, [PICKLED.at(Span(file.path), message, "open it in GMCR+ and save it again as JSON")]
    text = decoded(file.path, file.data)
    if isinstance(text, Diagnostic):
        return None, [text]
    tree, problems = read_json(text, file.path)
    if tree is None:
        return None, problems
    reading = Reading(clean(file.name), problems)
    return read_document(reading, Node(tree.value, tree.place)), reading.problems


def _is_pickle(data: bytes) -> bool:
    """Whether bytes are a pickled object, or the beginning of one, saved as bytes or as text; nothing in it is run."""
    data = data.replace(b"\r\n", b"\n")
    return bool(_PICKLE.match(data)) or _is_whole(data)


def _is_whole(data: bytes) -> bool:
    """Whether bytes are a pickled object from beginning to end, be it a bare number."""
    if not data.rstrip().endswith(b"."):
        return False
    from pickletools import genops

    try:
        *_, (_, _, end) = genops(data)
    except ValueError:
        return False
    return end is not None and not data[end + 1 :].strip()


IMPORTER = Importer(".gmcr", "GMCR+", read, is_text=False)

"""``.tsv``: a table of actors and issues, with tabs between its cells."""

from __future__ import annotations

from detente.casefile.importer import Importer
from detente.casefile.tables.text_file import read

IMPORTER = Importer(".tsv", "a table", read, is_text=False)

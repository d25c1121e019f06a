"""``.txt``: a table of actors and issues, as a spreadsheet saves it as Unicode text."""

from __future__ import annotations

from detente.casefile.importer import Importer
from detente.casefile.tables.text_file import read

IMPORTER = Importer(".txt", "a table", read, is_text=False)

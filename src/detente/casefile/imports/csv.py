"""``.csv``: a table of actors and issues, as a spreadsheet saves it, or as KTAB reads it.

Actors, issues with scales, positions and capabilities of a case come of it; every number carries an assumption,
because the file names no sources.
"""

from __future__ import annotations

from detente.casefile.importer import Importer
from detente.casefile.tables.text_file import read

IMPORTER = Importer(".csv", "a table", read, is_text=False)

"""Write the report whole or not at all."""

from __future__ import annotations

from pathlib import Path

from detente.findings import Edition
from detente.report.page import render
from detente.writing import write_whole


def write_report(edition: Edition, path: Path) -> None:
    """Write the page to ``path``; a reader never sees half of it.

    Parameters
    ----------
    edition
        All that the page holds.
    path
        The file to create or replace; its folder must exist.

    Raises
    ------
    OSError
        If the folder cannot be written; the old file, if any, is then untouched.
    """
    write_whole(path, [render(edition)])

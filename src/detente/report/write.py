"""Write the report whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.findings import Findings, Stamp
from detente.report.page import render
from detente.writing import write_whole


def write_report(findings: Sequence[Findings], stamp: Stamp, path: Path) -> None:
    """Write the page to ``path``; a reader never sees half of it.

    Parameters
    ----------
    findings
        What the lenses say, in the order a reader should meet it.
    stamp
        What it takes to obtain the same page again.
    path
        The file to create or replace; its folder must exist.

    Raises
    ------
    OSError
        If the folder cannot be written; the old file, if any, is then untouched.
    """
    write_whole(path, [render(findings, stamp)])

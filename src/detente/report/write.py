"""Write the report whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from detente.findings import Findings, Stamp
from detente.report.page import render


def write_report(findings: Sequence[Findings], stamp: Stamp, path: Path) -> None:
    """Write the page to ``path``; a reader never sees half of it.

    The page is written beside its place and then renamed, which is atomic on one file system. A link is followed.

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
    page = render(findings, stamp).encode("utf-8", errors="replace")
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(page)  # a device or a pipe is written to, never replaced
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(page)
        beside.chmod(_mode(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file replaced, or those a new page should have."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644

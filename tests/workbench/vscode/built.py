"""The extension for VS Code as ``make vscode`` packs it, or a loud notice that there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

from detente.session.version import program

NOTICE = "THE VS CODE EXTENSION WAS NOT TRIED: install npm, Node 20"
VERSION = program().split()[1]
_PACKAGE = Path(__file__).parents[3] / "build" / f"detente-vscode-{VERSION}.vsix"


def built() -> str | None:
    """Return the path of the packed extension, or ``None`` where there is none, or nothing to run it with."""
    return str(_PACKAGE) if _PACKAGE.exists() and shutil.which("node") else None

"""The system's Neovim, or a loud notice that no editor spoke with the language server."""

from __future__ import annotations

import shutil

NOTICE = "NO EDITOR SPOKE WITH THE LANGUAGE SERVER: install neovim"


def neovim() -> str | None:
    """Return the path of the system's Neovim, or ``None``."""
    return shutil.which("nvim")

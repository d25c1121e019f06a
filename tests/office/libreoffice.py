"""The system's LibreOffice, or a loud notice that nobody opened the documents."""

from __future__ import annotations

import shutil

NOTICE = "OFFICE TESTS DID NOT RUN: install libreoffice-writer-nogui"


def libreoffice() -> str | None:
    """Return the path of the system's LibreOffice, or ``None``."""
    return next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)

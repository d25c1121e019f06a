"""Drawn cases, opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import assume

from detente.session import OpenCase, open_case

Case = dict[str, Any]


def opened(case: Case, folder: Path) -> OpenCase:
    """Return a drawn case, opened; one in which ``check`` finds an error is not looked at."""
    found = open_case(written(case, folder))
    assume(not found.errors)
    return found


def written(case: Case, folder: Path) -> Path:
    """Write a case to a file, and return which."""
    file = folder / "drawn.yaml"
    file.write_text(json.dumps(case), encoding="utf-8")
    return file

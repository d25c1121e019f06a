"""A copy of the flagship for each test of an editor."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the flagship."""
    return Path(shutil.copytree(root / "examples" / "south-caucasus", tmp_path / "case"))

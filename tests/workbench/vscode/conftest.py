"""The packed extension, unpacked as VS Code does."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.workbench.vscode.built import NOTICE, built


@pytest.fixture(scope="session")
def package() -> Path:
    """Return the packed extension."""
    found = built()
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(NOTICE)
    if found is None:
        pytest.skip(NOTICE)
    return Path(found)


@pytest.fixture(scope="session")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the extension."""
    folder = tmp_path_factory.mktemp("extension")
    with ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / "extension"

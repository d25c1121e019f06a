"""A real LibreOffice for the tests of documents, or a loud notice that they did not run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.office.libreoffice import NOTICE, libreoffice

Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return a function that opens a document in LibreOffice and saves it as another kind: ``convert(path, "odt")``."""
    program = libreoffice()
    if program is None and os.environ.get("CI") == "true":
        pytest.fail(NOTICE)
    if program is None:
        pytest.skip(NOTICE)
    folder = tmp_path_factory.mktemp("office")

    def converted(path: Path, kind: str) -> Path:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(path),
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=300)
        return folder / f"{path.stem}.{kind}"

    return converted

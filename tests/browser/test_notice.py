"""Without a browser, an office or an editor the suite says so, also in parallel; continuous runs fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.browser.chromium import NOTICE
from tests.office.libreoffice import NOTICE as OFFICE_NOTICE
from tests.workbench.neovim.neovim import NOTICE as EDITOR_NOTICE
from tests.workbench.vscode.built import NOTICE as EXTENSION_NOTICE

PAGES = ("tests/browser/test_page_checks.py::test_overflow_is_seen", NOTICE)
DOCUMENTS = ("tests/office/test_brief.py::test_its_headings_survive", OFFICE_NOTICE)
EDITED = ("tests/workbench/neovim/test_neovim.py::test_references_are_listed", EDITOR_NOTICE)
EXTENDED = ("tests/workbench/vscode/test_package.py::test_it_is_of_the_same_version_as_detente", EXTENSION_NOTICE)
MISSED = {"browser": PAGES, "office": DOCUMENTS, "editor": EDITED, "extension": EXTENDED}

RUNS = (("1", "", "1 skipped"), ("0", "true", "1 error"))


@pytest.mark.parametrize(("test", "notice"), MISSED.values(), ids=MISSED)
@pytest.mark.parametrize("run", RUNS, ids=["parallel", "continuous"])
def test_a_missing_program_is_said_aloud(
    run: tuple[str, str, str], test: str, notice: str, root: Path, tmp_path: Path
) -> None:
    processes, continuous, outcome = run
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", processes, test]
    without = {**os.environ, "PATH": str(tmp_path), "CI": continuous}

    result = subprocess.run(words, cwd=root, env=without, capture_output=True, text=True, check=False)

    banner = [line for line in result.stdout.splitlines() if line.startswith("!!!") and notice in line]
    assert len(banner) == 1
    assert outcome in result.stdout.splitlines()[-1]
    assert result.returncode == (1 if continuous else 0)

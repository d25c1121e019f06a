"""Without a browser the suite says so aloud, also when its tests run in parallel, and fails where it must not pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.browser.chromium import NOTICE


@pytest.mark.parametrize(("processes", "continuous", "outcome"), [("1", "", "1 skipped"), ("0", "true", "1 error")])
def test_a_missing_browser_is_said_aloud(
    processes: str, continuous: str, outcome: str, root: Path, tmp_path: Path
) -> None:
    test = "tests/browser/test_page_checks.py::test_overflow_is_seen"
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", processes, test]
    without = {**os.environ, "PATH": str(tmp_path), "CI": continuous}

    result = subprocess.run(words, cwd=root, env=without, capture_output=True, text=True, check=False)

    banner = [line for line in result.stdout.splitlines() if line.startswith("!!!") and NOTICE in line]
    assert len(banner) == 1
    assert outcome in result.stdout.splitlines()[-1]
    assert result.returncode == (1 if continuous else 0)

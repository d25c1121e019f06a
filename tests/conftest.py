"""Fixtures that many tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from detente.session import OpenCase, open_case

ROOT = Path(__file__).parents[1]

Opener = Callable[[str], OpenCase]


@pytest.fixture
def root() -> Path:
    """Return the root of the repository."""
    return ROOT


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    """Return a function that opens a case written as text; a header is added where the text has none."""

    def open_text(text: str) -> OpenCase:
        body = dedent(text)
        if "case:" not in body:
            body = "case: {id: demo, as_of: 2025-07-10}\n" + body
        path = tmp_path / "demo.yaml"
        path.write_text(body, encoding="utf-8")
        return open_case(path)

    return open_text

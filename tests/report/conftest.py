"""Shared pages of the report's tests."""

from __future__ import annotations

import pytest
from tests.report.sample import edition

from detente.report import render


@pytest.fixture(scope="session")
def page() -> str:
    """Return the sample page."""
    return render(edition())

"""The JSON export: deterministic, readable, and honest about numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from detente.exports import to_json
from detente.findings import Findings


def _findings(document: dict[str, Any]) -> Findings:
    return Findings("conflict", "Why is it stuck?", (), (), document)


def test_it_keeps_the_order_and_the_letters_and_ends_with_a_newline() -> None:
    text = to_json(_findings({"format": "detente.conflict/1", "case": "Հուն", "as_of": "2025-07-10"}))

    assert text.endswith("}\n")
    assert "Հուն" in text
    assert list(json.loads(text)) == ["format", "case", "as_of"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(_findings({"deep": [{"value": number}]}))

"""The JSON export: deterministic, readable, and honest about numbers."""

from __future__ import annotations

import json

import pytest
from tests.told import Keys, findings

from detente.exports import to_json


def test_it_keeps_the_order_and_the_letters_and_ends_with_a_newline() -> None:
    text = to_json(findings("conflict", result=Keys({"states": "Հուն", "count": 4})))

    assert text.endswith("}\n")
    assert "Հուն" in text
    assert list(json.loads(text)) == ["format", "case", "as_of", "scenario", "states", "count"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(findings("conflict", result=Keys({"deep": [{"value": number}]})))

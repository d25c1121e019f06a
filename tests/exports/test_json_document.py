"""The JSON export: deterministic, readable, and honest about numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from tests.told import findings

from detente.exports.json_document import to_json
from detente.findings import Result


@dataclass(frozen=True, slots=True)
class Odd(Result):
    """A result with values that a document may not hold."""

    deep: tuple[Mapping[str, float | str], ...]


def test_it_keeps_the_order_and_the_letters_and_ends_with_a_newline() -> None:
    text = to_json(findings("conflict", result=Odd(({"name": "Հուն"},))))

    assert text.endswith("}\n")
    assert "Հուն" in text
    assert list(json.loads(text)) == ["format", "case", "as_of", "scenario", "deep"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(findings("conflict", result=Odd(({"value": number},))))

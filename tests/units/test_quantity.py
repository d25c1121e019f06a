"""Numbers as a reader writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.units import quantity


@pytest.mark.parametrize(
    ("low", "high", "unit", "comparator", "expected"),
    [
        (1000, 1000, "km", "more-than", "more than 1,000 km"),
        (60, 80, None, None, "60–80"),
        (12.7, 12.7, "km", None, "12.7 km"),
        (12.7, 12.7, "km", "exactly", "12.7 km"),
        (0.2, 0.4, None, "at-least", "at least 0.2–0.4"),
        (-4, -4, None, None, "−4"),
        (-4, -1.5, "points", None, "−4 to −1.5 points"),
        (-1, 2, None, None, "−1 to 2"),
        (0, 0, "%", "nearly", "nearly 0 %"),
        (1.5, 2, "%", None, "1.5–2 %"),
        (-0.0, -0.0, None, None, "0"),
        (1234567.891, 1234567.891, "t", "about", "about 1,234,567.9 t"),
        (1234567, 1234567, None, None, "1,234,567"),
        (0.0000001, 0.0000001, None, None, "0.0000001"),
        (1e18, 1e18, None, None, "1,000,000,000,000,000,000"),
        (1.0 / 3, 1.0 / 3, None, None, "0.333333"),
        (0.1 + 0.2, 0.1 + 0.2, None, None, "0.3"),
    ],
)
def test_quantities(low: float, high: float, unit: str | None, comparator: str | None, expected: str) -> None:
    assert quantity(low, high, unit, comparator=comparator) == expected


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_to_six_digits(value: float) -> None:
    read = float(quantity(value, value, None).replace(",", "").replace("−", "-"))

    assert read == pytest.approx(value, rel=1e-5)

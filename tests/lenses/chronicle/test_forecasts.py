"""What is expected."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_a_forecast_says_by_when_and_what_would_show_it(opened: Opener) -> None:
    forecast = "{id: f, by: s, if: a, then: b, until: 2026-06, hedge: may, observable: o, probability: [0.2, 0.4]}"
    (found,) = rows(read(opened, "forecasts", f"forecasts: [{forecast}]"), "forecasts")

    assert [found[key] for key in ("then", "if", "until", "by", "probability", "observable")] == [
        "b",
        "a",
        "2026-06",
        "A source",
        "0.2–0.4",
        "o",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forecasts: [{id: f}]", "1 forecast on record, and it is not conditional."),
        ("forecasts: [{id: f, if: a}]", "1 forecast on record, and it is conditional."),
        ("forecasts: [{id: f}, {id: g}]", "2 forecasts on record, none of them conditional."),
        ("forecasts: [{id: f, if: a}, {id: g}]", "2 forecasts on record, 1 of them conditional."),
        ("forecasts: [{id: f, if: a}, {id: g, if: b}]", "2 forecasts on record, all of them conditional."),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "forecasts", text) == expected

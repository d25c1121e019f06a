"""How far it has come."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import headline, read
from tests.lenses.reading import rows


def test_measures_show_the_last_observation_and_the_others(opened: Opener) -> None:
    text = """measures:
      - id: m
        what: Delimited
        unit: km
        cites: [s ¶9]
        observations:
          - {value: 12.7, date: 2024, cites: [s ¶10]}
          - {value: [1, 2], date: 2023, comparator: about, assumption: guess}
          - {value: 99, date: 2026}
      - {id: k, observations: [{value: 1000, comparator: more-than}]}
    """
    finding = read(opened, "measures", text)
    delimited, border = rows(finding, "measures")
    (earlier,) = rows(finding, "observations")

    assert (delimited["value"], delimited["as_of"], delimited["observations"]) == ("12.7 km", "2024", 2)
    assert (earlier["value"], earlier["date"], earlier["assumed"]) == ("about 1–2 km", "2023", "guess")
    assert (delimited["cites"], earlier["cites"]) == (["s ¶10", "s ¶9"], ["s ¶9"])
    assert (border["value"], border["as_of"]) == ("more than 1,000", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("measures: [{id: m, observations: [{value: 1}]}]", "1 quantity observed by this date."),
        (
            "measures: [{id: m, observations: [{value: 1}]}, {id: k, observations: [{value: 1}]}]",
            "2 quantities observed by this date.",
        ),
    ],
)
def test_the_headline(text: str, expected: str, opened: Opener) -> None:
    assert headline(opened, "measures", text) == expected

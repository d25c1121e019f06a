"""What part of one measure another one is, as far as the bounds of their sources tell."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE
from tests.lenses.reading import chapter, rows

from detente.case.measure import Observation
from detente.case.value import Value
from detente.lenses.chronicle.measures.shares import in_words, share


def observed(value: Any, comparator: Any = None) -> Observation:
    return Observation(value=Value.model_validate(value), comparator=comparator)


# Worked out by hand: the part over the whole at both ends, rounded so that the bound still holds.
WORKED = [
    ((12.7, None), (1000, "more-than"), "at most 1.3 %"),
    ((12.7, "exactly"), (1000, "at-least"), "at most 1.3 %"),
    ((12.7, None), (1000, None), "1.3 %"),
    ((12.7, None), (984, None), "1.3 %"),
    ((12.7, None), ([900, 1000], None), "1.2–1.5 %"),
    ((10, "more-than"), (1000, None), "at least 1 %"),
    ((10, "at-most"), (1000, None), "at most 1 %"),
    ((10, "less-than"), (1000, "more-than"), "at most 1 %"),
    ((10, "more-than"), (1000, "less-than"), "at least 1 %"),
    ((10, "more-than"), (1000, "more-than"), None),
    ((10, "less-than"), (1000, "less-than"), None),
    ((12.7, None), (1000, "about"), "about 1.3 %"),
    ((12.7, "nearly"), (1000, "more-than"), "at most about 1.3 %"),
    ((250, "about"), (1000, "at-most"), "at least about 25 %"),
    (([20, 30], "about"), (90, None), "about 22–34 %"),
    ((996, None), (1000, None), "99.6 %"),
    ((1000, None), (1000, None), "100 %"),
    ((0, None), (1000, None), "0 %"),
    ((0, None), (1000, "more-than"), "0 %"),
    ((1, None), (3, None), "33 %"),
    ((1, "at-least"), (3, None), "at least 33 %"),
    ((0.07, None), (0.1, "more-than"), "at most 70 %"),
    ((5, None), (0, None), None),
    ((-5, None), (10, None), None),
]


@pytest.mark.parametrize(("part", "whole", "expected"), WORKED)
def test_shares_keep_the_bounds_of_both(part: tuple[Any, Any], whole: tuple[Any, Any], expected: str | None) -> None:
    found = share("whole", observed(*part), observed(*whole))

    assert (in_words(found) if found else None) == expected


COMPARATORS = (None, "exactly", "more-than", "less-than", "at-least", "at-most")
bounds = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


def possible(number: int, bound: list[int], comparator: str | None) -> bool:
    """Whether a source that bounds a quantity so allows that it is just this number, read word by word."""
    low, high = bound
    return {
        "more-than": number > low,
        "at-least": number >= low,
        "less-than": number < high,
        "at-most": number <= high,
    }.get(comparator or "", low <= number <= high)


@given(
    part=bounds,
    part_is=st.sampled_from(COMPARATORS),
    whole=bounds,
    whole_is=st.sampled_from(COMPARATORS),
)
def test_every_share_that_the_sources_allow_lies_within_the_bounds(
    part: list[int], part_is: str | None, whole: list[int], whole_is: str | None
) -> None:
    """All pairs of whole numbers that both sources allow, one by one."""
    pairs = [
        (a, b) for b in range(1, 80) if possible(b, whole, whole_is) for a in range(b + 1) if possible(a, part, part_is)
    ]
    assume(pairs)
    found = share("whole", observed(part, part_is), observed(whole, whole_is))

    assert found is not None
    least, most = (bound(100 * a / b for a, b in pairs) for bound in (min, max))
    assert found.low <= least + 1e-9
    assert most <= found.high + 1e-9
    if part_is in COMPARATORS[:2] and whole_is in COMPARATORS[:2] and part[1] <= whole[0]:
        assert found.low == pytest.approx(least)
        assert found.high == pytest.approx(most)


MEASURES = """measures:
  - {id: border, what: Border, unit: km,
     observations: [{value: 1000, comparator: more-than, date: 2023, cites: [s ¶1]}]}
  - {id: done, what: Border delimited, unit: km, share_of: border,
     observations: [{value: 12.7, date: 2024, cites: [s ¶2]}]}
  - {id: alone, observations: [{value: 3, date: 2022, cites: [s ¶2]}]}
"""


def test_page_and_document_print_it(opened: Opener) -> None:
    case = opened(BASE + MEASURES)
    finding = chapter(case.at().chronicle(), "measures")
    found = case.at().chronicle().document["measures"]

    assert [row["share"] for row in rows(finding, "measures")] == [None, "at most 1.3 % of “Border”", None]
    assert finding.headline == ("3 quantities observed by this date; “Border delimited” is at most 1.3 % of “Border”.")
    assert found["done"]["share"] == {"of": "border", "low": 0.0, "high": pytest.approx(1.27), "rough": False}
    assert "share" not in found["border"]


@pytest.mark.parametrize(("as_of", "measures"), [("2022-12-31", ["alone"]), ("2023-12-31", ["border", "alone"])])
def test_nothing_is_a_share_before_it_was_observed(as_of: str, measures: list[str], opened: Opener) -> None:
    finding = chapter(opened(BASE + MEASURES).at(as_of).chronicle(), "measures")

    assert all("share" not in row for row in rows(finding, "measures"))
    assert len(rows(finding, "measures")) == len(measures)


def test_a_share_of_what_was_not_observed_is_null(opened: Opener) -> None:
    text = MEASURES.replace("date: 2023", "date: 2025-01").replace("date: 2024", "date: 2023")
    found = opened(BASE + text).at("2024-06").chronicle().document["measures"]

    assert found["done"]["share"] is None

"""The chronicle as a whole."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE


def test_a_case_with_nothing_has_no_chapter(opened: Opener) -> None:
    assert opened("case: {id: demo, as_of: 2025}").at().chronicle().findings == ()


def test_sources_are_listed_as_a_bibliography_lists_them(opened: Opener) -> None:
    (reference,) = opened(BASE).at().chronicle().references

    assert (reference.source, reference.text, reference.url) == ("s", "A source. Press.", "https://example.org")
    assert reference.details == ("newspaper", "reliability C")

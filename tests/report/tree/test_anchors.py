"""Ids that stand on the page a thousand times are short, and no two are the same."""

from __future__ import annotations

from detente.report.tree.anchors import Anchors, brief


def test_numbers_are_as_short_as_lower_case_allows_and_all_different() -> None:
    found = [brief(number) for number in range(3000)]

    assert [found[k] for k in (0, 7, 35, 36, 1295, 1296)] == ["0", "7", "z", "10", "zz", "100"]
    assert len(set(found)) == len(found)
    assert [int(each, 36) for each in found] == list(range(3000))


def test_an_id_that_is_taken_gets_a_number() -> None:
    anchors = Anchors()

    assert [anchors.claim("p", brief(10)), anchors.claim("p a"), anchors.claim("P-A")] == ["p-a", "p-a-2", "p-a-3"]

"""Assumptions: each reason once, for what it is given first, among those that the same findings rest on."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from tests.report.sample import edition

from detente.findings import Column, Finding, Row, Statement, Table
from detente.report.tree.assumptions import gather
from detente.report.tree.build import build_page


def gathered(*findings: Finding) -> list[tuple[list[str], list[tuple[str, tuple[str, ...]]]]]:
    """Return by group the titles of its findings, and each reason with what it is given for."""
    page = build_page(replace(edition(), findings=(), gathered=tuple(findings)))
    nodes = [node for section in page.sections for node in section.shown]
    numbers = count(1)
    return [
        ([title for _, title in group.used], [(each.reason, each.texts) for each in group.listed])
        for group in gather(nodes, lambda _: f"as-{next(numbers)}")
    ]


def finding(title: str, *said: tuple[str, str]) -> Finding:
    return Finding(
        title, f"{title}.", statements=tuple(Statement(text, assumption=why) for text, why in said), id=title
    )


def test_a_reason_says_what_it_is_given_for_where_it_is_given_first() -> None:
    found = gathered(
        finding("a", ("It rains.", "clouds"), ("It pours.", "clouds")), finding("b", ("It drips.", "clouds"))
    )

    assert found == [(["a", "b"], [("clouds", ("It rains.", "It pours."))])]


def test_reasons_of_the_same_findings_stand_together() -> None:
    found = gathered(
        finding("a", ("It rains.", "clouds"), ("It is cold.", "snow"), ("It is late.", "dark")),
        finding("b", ("It rains.", "clouds"), ("It is late.", "dark")),
    )

    assert [(titles, [reason for reason, _ in listed]) for titles, listed in found] == [
        (["a", "b"], ["clouds", "dark"]),
        (["a"], ["snow"]),
    ]


def test_rows_of_a_table_are_told_after_its_caption() -> None:
    rows = (Row(("North",), assumption="clouds"), Row(("South",), assumption="clouds"))
    table = Table("t", "Who is wet", (Column("who", "Who"),), rows)

    assert gathered(Finding("a", "a.", tables=(table,), id="a")) == [
        (["a"], [("clouds", ("Who is wet: North; South",))])
    ]

"""The briefs of a page, each sentence with the finding that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from detente.report.tree.nodes import AnswerNode, BriefNode

if TYPE_CHECKING:
    from detente.findings import Brief, Edition


def briefs(edition: Edition, anchor_of: Callable[[str], str]) -> Iterator[BriefNode]:
    """Yield the brief of the page, and those at other dates and under scenarios, which lead nowhere."""
    stamp = edition.stamp
    if edition.brief is not None:
        yield _node(edition.brief, stamp.as_of, stamp.scenario, anchor_of)
    for glance in edition.glances:
        yield _node(glance.brief, glance.as_of, glance.scenario, lambda _: "")


def _node(brief: Brief, as_of: str, scenario: str, anchor_of: Callable[[str], str]) -> BriefNode:
    answers = tuple(
        AnswerNode(said.answers.label, said.text, said.model, next(filter(None, map(anchor_of, said.because)), ""))
        for said in brief.sentences
    )
    return BriefNode(as_of, scenario, brief.rests_on, answers, brief.least_certain.text if brief.least_certain else "")

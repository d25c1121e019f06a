"""The briefs of a page, each sentence with the finding that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from detente.report.tree.nodes import AnswerNode, BriefNode

if TYPE_CHECKING:
    from detente.findings import Brief, Edition


_NONE = "The case cannot be worked out at this date under this scenario."


def briefs(edition: Edition, lead: Callable[[Sequence[str]], str]) -> tuple[BriefNode, ...]:
    """Return the brief of the page, and one for every other date and scenario that can be chosen.

    Only the sentences of the first lead to findings of the page.
    """
    if edition.brief is None:
        return ()
    stamp = edition.stamp
    found = {(stamp.as_of, stamp.scenario): _node(edition.brief, stamp.as_of, stamp.scenario, lead)}
    for glance in edition.glances:
        found[glance.as_of, glance.scenario] = _node(glance.brief, glance.as_of, glance.scenario, lambda _: "")
    days, scenarios = (dict.fromkeys(key) for key in zip(*found, strict=True))
    chosen = list(product(days, scenarios))
    return tuple(found.get(key) or BriefNode(*key, _NONE, (), "") for key in chosen)


def _node(brief: Brief, as_of: str, scenario: str, lead: Callable[[Sequence[str]], str]) -> BriefNode:
    answers = tuple(
        AnswerNode(said.label, said.text, said.model, lead(said.because))
        for said in brief.sentences
    )
    return BriefNode(as_of, scenario, brief.rests_on, answers, brief.least_certain.text if brief.least_certain else "")

"""The briefs of a page, each sentence with the finding that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from detente.findings import Question
from detente.report.tree.beside import AnswerNode, BriefNode, Told

if TYPE_CHECKING:
    from detente.findings import Brief, Edition


_LAST = "Least certain"
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


def told(briefs: Sequence[BriefNode]) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Return what briefs rest on, and what they answer in the order of the questions, each sentence once."""
    rests_on = [[AnswerNode("", brief.rests_on, model=False, anchor="")] for brief in briefs]
    answers = [list(_answers(brief)) for brief in briefs]
    return tuple(_once(rests_on)), tuple(sorted(_once(answers), key=lambda each: _place(each.said.question)))


def _answers(brief: BriefNode) -> Iterator[AnswerNode]:
    yield from brief.answers
    if brief.least_certain:
        yield AnswerNode(_LAST, brief.least_certain, model=False, anchor="")


def _once(several: Sequence[Sequence[AnswerNode]]) -> Iterator[Told]:
    """Yield each sentence with the numbers of the briefs that say it; it leads where its first one leads."""
    found: dict[tuple[str, str, bool], tuple[AnswerNode, list[int]]] = {}
    for number, answers in enumerate(several, start=1):
        for each in answers:
            found.setdefault((each.question, each.text, each.model), (each, []))[1].append(number)
    for said, numbers in found.values():
        yield Told(said, () if len(numbers) == len(several) else tuple(numbers))


def _place(question: str) -> int:
    """Return where a question stands among those of a brief; what could last stands for what would settle it."""
    labels = [each.label for each in Question]
    if question == _LAST:
        return len(labels)
    return labels.index(question) if question in labels else labels.index(Question.SETTLES.label)


def _node(brief: Brief, as_of: str, scenario: str, lead: Callable[[Sequence[str]], str]) -> BriefNode:
    answers = tuple(AnswerNode(said.label, said.text, said.model, lead(said.because)) for said in brief.sentences)
    return BriefNode(as_of, scenario, brief.rests_on, answers, brief.least_certain.text if brief.least_certain else "")

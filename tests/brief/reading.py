"""Briefs in tests: each sentence by its question, and what every brief must be like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.findings import Brief, Question
from detente.session.sight import Sight

FORBIDDEN = re.compile(
    r"\b(operator only|draws?|nash|gmr|smr|seq|sseq|utilit(?:y|ies)|zopa|pareto|equilibri(?:um|a)|batna|[YN]{3,})\b"
)
"""What only readers of the method know; state codes are in capitals."""

MOST_WORDS = 160
LONGEST_AVERAGE = 18


def said(brief: Brief, question: Question) -> str:
    """Return the answer to a question; nothing where there is none."""
    return next((answer.text for answer in brief.sentences if answer.answers is question), "")


def texts(brief: Brief) -> Iterator[str]:
    """Yield every line of a brief."""
    yield from (brief.title, brief.rests_on, *(answer.text for answer in brief.sentences))
    if brief.least_certain is not None:
        yield brief.least_certain.text


def words(brief: Brief) -> int:
    """Return how many words its sentences have."""
    return sum(len(answer.text.split()) for answer in brief.sentences)


def average(brief: Brief) -> float:
    """Return how many words a sentence has on average."""
    ended = [re.split(r"(?<=[.!?])\s+", answer.text) for answer in brief.sentences]
    lengths = [len(sentence.split()) for each in ended for sentence in each]
    return sum(lengths) / len(lengths)


def hold_to_the_laws(sight: Sight) -> Brief:
    """Return the brief of a sight, after holding it against what is true of every brief."""
    brief, again = sight.brief(), sight.brief()
    anchors = {f"{finding.lens}-{finding.id}" for each in sight.look_around() for finding in each.findings}
    asked = [answer.answers for answer in brief.sentences]

    assert brief == again
    assert brief == sight.edition("detente report").brief
    assert asked == [question for question in Question if question in asked]
    for answer in brief.sentences:
        assert answer.because
        assert set(answer.because) <= anchors, answer
        assert answer.model == ("n the model" in answer.text)
    ids = _hyphenated(sight)
    for text in texts(brief):
        assert re.fullmatch(r"[^a-z\s](.*\S)?\.", text), text
        assert not re.search(r"\s{2}|\s[.,;]|\.\.", text), text
        assert text == brief.title or not FORBIDDEN.search(_unquoted(text)), text
        assert not ids & set(re.findall(r"[\w-]+", text)), text
    return brief


def _unquoted(text: str) -> str:
    """Return a text without what the case itself says, as far as that stands in quotation marks."""
    return re.sub("“[^”]*”", "", text)


def _hyphenated(sight: Sight) -> set[str]:
    """Return the ids that no reader should meet."""
    return {name for name in sight.situation.names if "-" in name and name not in sight.situation.names.values()}

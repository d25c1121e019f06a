"""Briefs: what a reader of one minute gets: five sentences and the one thing to find out next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.findings.result import Result


class Question(StrEnum):
    """What a reader of one minute asks, in this order."""

    STANDS = "stands"
    STUCK = "stuck"
    SETTLES = "settles"
    WHEN = "when"
    GAINS = "gains"

    @property
    def label(self) -> str:
        """The question in words, as the label of its answer."""
        return {
            Question.STANDS: "Where it stands",
            Question.STUCK: "Why it is stuck",
            Question.SETTLES: "What would settle it",
            Question.WHEN: "When",
            Question.GAINS: "Who gains",
        }[self]


@dataclass(frozen=True, slots=True)
class Answer:
    """One sentence of a brief, or a few that belong together.

    Attributes
    ----------
    answers
        The question it answers.
    text
        The answer in the words of the case.
    model
        Whether a model says it, rather than the sources alone.
    because
        Ids of the findings that it was composed from, each ``lens-id`` as on the page; never empty.
    assumptions
        Ids of the records whose assumptions it rests on.
    """

    answers: Question
    text: str
    model: bool
    because: tuple[str, ...]
    assumptions: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it says in words: without a way to a goal, what a model holds to be lasting settles nothing yet."""
        return "What could last" if self.model and self.answers is Question.SETTLES else self.answers.label


@dataclass(frozen=True, slots=True)
class LeastCertain:
    """The one input to find out next.

    Attributes
    ----------
    text
        What it is, in words.
    input
        Where it stands in the case: sections and ids, such as ``settlement.south.batna``.
    """

    text: str
    input: str


@dataclass(frozen=True, slots=True)
class Brief(Result):
    """What a reader of one minute gets.

    Attributes
    ----------
    title
        The case as a sentence.
    rests_on
        The day and what is known by then, the scenario where there is one, and the sources it rests on, in sentences:
        the whole line under the title.
    sentences
        The answers, in the order of the questions; a case that has nothing for a question has no answer to it.
    least_certain
        What to find out next; ``None`` where no input is uncertain.
    """

    title: str
    rests_on: str
    sentences: tuple[Answer, ...]
    least_certain: LeastCertain | None

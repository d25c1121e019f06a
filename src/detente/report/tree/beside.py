"""What templates print beside findings: sentences of briefs with where they lead, and assumptions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerNode:
    """A sentence of a brief: the question before it, and the anchor of the finding that it leads to, or ``""``."""

    question: str
    text: str
    model: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of briefs, and the numbers of those that say it, counted from 1; none where all do."""

    said: AnswerNode
    by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BriefNode:
    """A brief at a date under a scenario."""

    as_of: str
    scenario: str
    rests_on: str
    answers: tuple[AnswerNode, ...]
    least_certain: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted: why, and what it says."""

    anchor: str
    reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the very same findings take for granted, and these (anchor and title)."""

    used: tuple[tuple[str, str], ...]
    listed: tuple[Assumption, ...]

"""What the status quo hangs on: the reading of somebody's wishes that decides whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Statement as Said
from detente.lenses.conflict.uncertainty.questions import questions
from detente.lenses.conflict.uncertainty.readings import uncertainty
from detente.lenses.conflict.uncertainty.tables import asked_about, wording
from detente.lenses.evidence import say
from detente.lenses.wording import sentence
from detente.models.conflict.readings import count_of

if TYPE_CHECKING:
    from detente.case.conflict import Statement
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.uncertainty.readings import Uncertainty
    from detente.lenses.look import Look
    from detente.methods.gmcr.arrays import Bool

MOST_READINGS = 64
"""Of a conflict with more readings, only what holds as written is said here."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Readings of which some let the status quo hold and some do not.

    Attributes
    ----------
    question
        The open question that alone decides it, in words; empty where several do together.
    about
        The preference statements that it asks about.
    if_so
        Whether the status quo holds where the answer is yes.
    """

    question: str = ""
    about: tuple[Statement, ...] = ()
    if_so: bool = False

    @property
    def verdict(self) -> str:
        """In words, what decides; to go on from "whether the status quo holds"."""
        if not self.about:
            return "hangs on several open readings together."
        so, else_so = ("it holds", "it does not") if self.if_so else ("it does not hold", "it does")
        return f"hangs on an open question. {self.question} If so, {so}; if not, {else_so}."

    def said(self, what: str) -> Said:
        """Return as a sentence, with its evidence, on which question something hangs."""
        words = f"{what} {self.verdict}"
        if not self.about:
            return Said(words)
        return say(" ".join((words, *(sentence(item.why) for item in self.about if item.why))), self.about[0])


def hanging(look: Look[ConflictOptions]) -> Hanging | None:
    """Return what decides whether the status quo holds; ``None`` where all readings agree, or there is only one."""
    conflict = look.case.conflict
    if conflict is None or not 1 < count_of(conflict) <= MOST_READINGS:
        return None
    uncertain = look.once(uncertainty)
    quo = None if uncertain is None else uncertain.analysis.model.status_quo
    if uncertain is None or quo is None or quo not in uncertain.watched:
        return None
    holds = _holds(uncertain, quo)
    return None if holds.all() or not holds.any() else _deciding(uncertain, holds)


def _holds(uncertain: Uncertainty, state: int) -> Bool:
    """Return in which readings a state holds under some concept [shape (B,)]."""
    row = uncertain.watched.index(state)
    found: Bool = np.logical_or.reduce([held[row] for held in uncertain.stability.watched.values()])
    return found


def _deciding(uncertain: Uncertainty, holds: Bool) -> Hanging:
    """Return the first question whose answer is the same as whether the status quo holds, or the opposite."""
    for question in questions(uncertain):
        if not (question.yes | question.no).all():
            continue
        for if_so, answer in ((True, question.yes), (False, question.no)):
            if np.array_equal(answer, holds):
                return Hanging(wording(uncertain, question), tuple(asked_about(uncertain, question)), if_so)
    return Hanging()

"""Descriptors that read another part of the case: in which words their states speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.preference.expressions import Expression
from detente.models.conflict.joint import Words
from detente.models.flaw import Flaw
from detente.models.system.conditions import read_answer

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.shape import Path
    from detente.case.system import Descriptor

NOTHING_TO_READ = Rule(
    "DT1002",
    "a descriptor that reads what there is not",
    "'reads' names a step of the case ('steps.referendum'), the status quo of its conflict ('conflict.status_quo'), or "
    "the regime of the corridor that this status quo brings about ('corridor.regime').",
)
NO_ANSWER = Rule(
    "DT1003",
    "a state that does not say what it stands for",
    "Where a descriptor reads another part of the case, each of its states says with 'when' what holds there: 'met' or "
    "'not met' of a step, options taken in the status quo, or the id of a regime. A descriptor with a history has "
    "states without 'when'.",
)

MET = "met"
"""What is said of a step."""


@dataclass(frozen=True, slots=True)
class Readable:
    """What a descriptor reads.

    Attributes
    ----------
    words
        What the conditions of its states may speak of.
    answers
        By state, its condition, as far as it can be read.
    flaws
        Why others cannot.
    """

    words: frozenset[str]
    answers: dict[str, Expression]
    flaws: tuple[Flaw, ...]


def read_elsewhere(case: Case, descriptor: Descriptor, path: Path) -> Readable:
    """Return what a descriptor with ``reads`` reads.

    Parameters
    ----------
    path
        Where the descriptor stands.
    """
    words = _words(case, descriptor)
    if isinstance(words, str):
        hint = did_you_mean((descriptor.reads or "").partition(".")[2], [step.id for step in case.steps])
        return Readable(frozenset(), {}, (Flaw(NOTHING_TO_READ, (*path, "reads"), words, hint),))
    answers: dict[str, Expression] = {}
    flaws: list[Flaw] = []
    for k, state in enumerate(descriptor.states):
        where: Path = (*path, "states", k)
        if state.when is None:
            message = f"'{descriptor.id}.{state.id}' does not say what it stands for"
            flaws.append(Flaw(NO_ANSWER, where, message, "add 'when'"))
            continue
        found = read_answer(state.when, (*where, "when"), words)
        if isinstance(found, tuple):
            flaws += found
        else:
            answers[state.id] = found
    return Readable(words, answers, tuple(flaws))


def _words(case: Case, descriptor: Descriptor) -> frozenset[str] | str:
    """Return the words that say what is read, or why there is nothing to read."""
    section, _, name = (descriptor.reads or "").partition(".")
    if section == "steps":
        known = {step.id for step in case.steps}
        return frozenset({MET}) if name in known else f"no step has the id '{name}'"
    if case.conflict is None or case.conflict.status_quo is None:
        return "the conflict has no status quo to read" if case.conflict else "the case has no conflict to read"
    if section == "conflict":
        return _doings(case.conflict)
    regimes = case.corridor.regimes if case.corridor else ()
    return frozenset(regime.id for regime in regimes) or "the corridor has no regimes to read"


def _doings(conflict: Conflict) -> frozenset[str]:
    return frozenset(conflict.graph.states) if conflict.graph else conflict.doings


def done_in(conflict: Conflict) -> frozenset[str]:
    """Return the words that are true of the status quo of a conflict: the options taken, and acts all consented to."""
    if conflict.graph is not None:
        return frozenset(conflict.status_quo or ())
    words = Words.of(conflict)
    taken = frozenset(words.ids(conflict.status_quo or ()))
    return taken | {act for act, consents in words.consents.items() if taken.issuperset(consents)}

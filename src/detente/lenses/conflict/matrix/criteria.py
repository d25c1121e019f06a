"""Tests in plain words that an outcome passes or does not, each read off results that other chapters speak of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.coalitions.judged import judged
from detente.lenses.conflict.concepts import FEARED, NASH
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.perceptions.seen import perceptions
from detente.lenses.conflict.robustness.survival import robustness
from detente.lenses.conflict.uncertainty.readings import uncertainty
from detente.lenses.conflict.ways.found import Kind, givers, ways_from_here
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, maker_names
from detente.lenses.wording import counted, listed, one_or_many
from detente.models.conflict.views import place_of
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.engine.symbolic import Symbolic
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.perceptions.seen import Perceptions
    from detente.lenses.conflict.robustness.survival import Robustness
    from detente.lenses.conflict.uncertainty.readings import Uncertainty
    from detente.lenses.conflict.ways.found import Way
    from detente.lenses.look import Look
    from detente.methods.gmcr.coalitions.analysis import CoalitionStability
    from detente.methods.gmcr.coalitions.joint_moves import Members

ALONE = "cnash"
"""The coalitional concept of a test: no group gains by leaving, whatever the answers."""

YES, NO = "yes", "no"
"""What a cell begins with where an outcome passes, and where it does not."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a test says of an outcome.

    Attributes
    ----------
    words
        Whether it passes, and if not by whom.
    of_all
        The same as a sentence about outcomes of all of which it is so.
    """

    words: str
    of_all: str = ""

    @property
    def failed(self) -> bool:
        """Whether the outcome does not pass."""
        return self.words == NO or self.words.startswith(f"{NO}:")


UNTRIED = Cell("–")
"""Where there is nothing to test: of the status quo itself, or of what does not hold."""

OPEN = Cell("not determined", "Whether anybody would leave them is not determined.")
"""Where a concept could not be worked out."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One test of outcomes.

    Attributes
    ----------
    key, title
        Its name for programs, and the column's heading.
    cell
        Returns what it says of a state.
    """

    key: str
    title: str
    cell: Callable[[int], Cell]


def criteria(analysis: Explicit | Symbolic, look: Look[ConflictOptions]) -> Iterator[Criterion]:
    """Yield the tests that this conflict has results for, in reading order."""
    yield Criterion("holds", "Nobody gains by leaving it", lambda state: _holds(analysis, state))
    title = "Nobody leaves it, as others would answer"
    yield Criterion("answered", title, lambda state: _answered(analysis, state))
    if isinstance(analysis, Explicit):
        yield from _listed(analysis, look)


def undoing(analysis: Explicit | Symbolic, state: int) -> list[str]:
    """Return who would leave a state that nobody can leave, if what was done could be undone."""
    names = maker_names(analysis)
    if isinstance(analysis, Explicit):
        return [name for name, own in zip(names, analysis.trapped, strict=True) if own[state]]
    return [names[i] for i in analysis.trapped.get(state, ())]


def _holds(analysis: Explicit | Symbolic, state: int) -> Cell:
    if NASH not in {concept.key for concept in analysis.concepts}:
        return OPEN
    if stuck := listed(undoing(analysis, state)):
        return Cell(f"{CANNOT_BE_UNDONE}; {stuck} would leave", f"None can be undone, though {stuck} would leave.")
    who = _leaving(analysis, state, NASH)
    if not who:
        return Cell(YES, "Nobody gains by leaving any of them.")
    return Cell(f"{NO}: {who} would gain", f"{who} would gain by leaving any of them.")


def _answered(analysis: Subject, state: int) -> Cell:
    """Return whether answers keep all there: such as others would give in their own interest, or such as are feared."""
    keys, known = analysis.keys_of(state), {concept.key for concept in analysis.concepts}
    if NASH in keys or CREDIBLE in keys:
        return Cell(YES, "Nobody would leave any of them, as others would answer.")
    if not {CREDIBLE, FEARED} <= known:
        return OPEN
    if FEARED in keys:
        return Cell("only out of fear", "Only fear of what others may answer keeps everybody there.")
    who = _leaving(analysis, state, FEARED)
    return Cell(f"{NO}: {who} would leave", f"{who} would leave any of them, whatever others answer.")


def _leaving(analysis: Subject, state: int, key: str) -> str:
    """Return who does not stay under a concept; nothing where all do."""
    names = enumerate(maker_names(analysis))
    return listed([name for i, name in names if key not in analysis.stays_under(i, state)])


def _listed(analysis: Explicit, look: Look[ConflictOptions]) -> Iterator[Criterion]:
    """Yield the tests that walk through states, as far as there are not too many of them."""
    quo, names = analysis.model.status_quo, maker_names(analysis)
    if quo is not None:
        who = {1: f"{names[0]} prefers", 2: "Both prefer"}.get(len(names), "All prefer")
        yield Criterion("better", f"{who} it to the status quo", lambda state: _better(analysis, quo, state))
    groups = look.once(judged)
    if len(names) > 1 and not isinstance(groups, str):
        title = "No group gains by leaving it together"
        yield Criterion("groups", title, lambda state: _groups(names, groups, state))
    changes = look.once(robustness)
    if changes is not None:
        yield Criterion("survives", "Survives small changes of wishes", lambda state: _survives(names, changes, state))
    uncertain, views = look.once(uncertainty), look.once(perceptions)
    if uncertain is not None and uncertain.shares.size > 1:
        yield Criterion("open", "Hangs on an open question", lambda state: _open(uncertain, state))
    if views is not None and views.differ:
        yield Criterion("readings", "Hangs on whose reading counts", lambda state: _readings(views, state))
    ways = look.once(ways_from_here)
    if ways is not None:
        there = {way.state: way for way in ways if way.state is not None}
        yield Criterion(
            "reached", "Who must move without a gain to get there", lambda s: _reached(analysis, there.get(s))
        )


def untried(analysis: Subject, look: Look[ConflictOptions]) -> Iterator[str]:
    """Yield what was not looked at because there are too many states."""
    if not isinstance(analysis, Explicit):
        yield from ("what each prefers", "groups", "small changes of wishes", "ways")
        return
    if len(maker_names(analysis)) > 1 and isinstance(look.once(judged), str):
        yield "groups"
    if look.once(robustness) is None and any(maker.preferences for maker in analysis.conflict.decision_makers):
        yield "small changes of wishes"
    if analysis.model.status_quo is not None and look.once(ways_from_here) is None:
        yield "ways"


def _better(analysis: Explicit, quo: int, state: int) -> Cell:
    """Return whether everybody prefers a state to the status quo, else who prefers that, or likes both equally."""
    if state == quo:
        return UNTRIED
    signs = np.sign(analysis.model.engine.payoffs[:, state] - analysis.model.engine.payoffs[:, quo]).tolist()
    named = list(zip(maker_names(analysis), signs, strict=True))
    worse, even = ([name for name, sign in named if sign == k] for k in (-1, 0))
    if worse:
        who, prefer = listed(worse), one_or_many(len(worse), "prefers", "prefer")
        do = one_or_many(len(worse), "does", "do")
        return Cell(f"{NO}: {who} {do} not", f"{who} {prefer} the status quo to each of the others.")
    if even:
        return Cell(
            f"{NO}: as good for {listed(even)}", f"For {listed(even)}, the status quo is as good as the others."
        )
    return Cell(YES, "Everybody prefers each of the others to the status quo.")


def _groups(names: Sequence[str], found: CoalitionStability, state: int) -> Cell:
    """Return whether no coalition of two or more leaves a state, else the smallest that do."""
    leaving: list[Members] = []
    for members, stable in found.stable.items():
        within = any(set(fewer) < set(members) for fewer in leaving)
        if len(members) > 1 and not stable[ALONE][state] and not within:
            leaving.append(members)
    if not leaving:
        return Cell(YES, "No group gains by leaving any of them together.")
    more = f", or {counted(len(leaving) - 1, 'other group')}" if len(leaving) > 1 else ""
    who = f"{listed([names[i] for i in leaving[0]])}{more}"
    return Cell(f"{NO}: {who}", f"By leaving any of them together would gain: {who}.")


def _survives(names: Sequence[str], found: Robustness, state: int) -> Cell:
    """Return whether a state that holds does so after each small change, else whose wishes undo it."""
    if found.strongest(state) is None:
        return UNTRIED
    who = listed(list(dict.fromkeys(names[found.changes[k].maker] for k in found.ending(state))))
    if who:
        return Cell(f"{NO}: wishes of {who}", f"Small changes in the wishes of {who} would undo each of them.")
    return Cell(YES)


def _open(uncertain: Uncertainty, state: int) -> Cell:
    """Return whether a state holds under some concept in some readings of what is open, and not in others."""
    counts = (int(found[state]) for found in uncertain.stability.profiles.values())
    hangs = any(0 < count < uncertain.shares.size for count in counts)
    return Cell(YES, "Whether they hold hangs on an open question, for each of them.") if hangs else Cell(NO)


def _readings(views: Perceptions, state: int) -> Cell:
    """Return whether a state holds under some concept by one reading, and not by another."""
    found = set()
    for stance in views.stances:
        place = place_of(views.analysis.model, stance.analysis.model, state)
        found.add(stance.analysis.keys_of(place) if place >= 0 else None)
    hangs = len(found) > 1
    return Cell(YES, "Whether they hold hangs on whose reading counts, for each of them.") if hangs else Cell(NO)


def _reached(analysis: Explicit, way: Way | None) -> Cell:
    """Return who must move without a gain for a state to be reached from the status quo."""
    if way is None:
        return UNTRIED
    if way.kind is Kind.NO_WAY:
        return Cell("no way there", "No moves lead from the status quo to any of the others.")
    who = listed(list(dict.fromkeys(listed(givers(analysis, path)) for path in way.paths)), last="or")
    if not who:
        return Cell("nobody", "Gains alone lead from the status quo to each of the others.")
    return Cell(who, f"To get to any of the others, {who} must move without a gain.")

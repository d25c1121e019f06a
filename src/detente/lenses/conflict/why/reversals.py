"""Reversals: what turns the verdict on the status quo into another, each in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.perceptions.seen import held, perceptions
from detente.lenses.conflict.scenarios.compared import compared, holds, or_if
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


def reversals(look: Look[ConflictOptions]) -> Iterator[Statement]:
    """Yield in which scenarios and by whose reading the status quo would stand differently; nothing without one."""
    analysis = if_listed(look)
    if analysis is None or analysis.model.status_quo is None:
        return
    now = holds(analysis)
    yield from _by_scenario(look, now=now)
    yield from _by_reading(look, analysis, now=now)


def _by_scenario(look: Look[ConflictOptions], *, now: bool) -> Iterator[Statement]:
    found = look.once(compared)
    if found is None:
        return
    would = "would not hold" if now else "would hold"
    if changed := found.changed(now=now):
        yield Statement(f"The status quo {would} if: {or_if(changed)}.")
    if open_in := found.open_in:
        yield Statement(f"Whether it holds is open if: {or_if(open_in)}.")


def _by_reading(look: Look[ConflictOptions], analysis: Explicit, *, now: bool) -> Iterator[Statement]:
    views, quo = look.once(perceptions), analysis.model.status_quo
    if views is None or quo is None:
        return
    other = [stance.called for stance in views.stances if holds(stance.analysis) is not now]
    would = "does not hold" if now else "holds"
    if other:
        yield Statement(f"By {listed(other, last='or')}, the status quo {would}.")
    if bool(held(views.hypergame, quo)) is not now:
        yield Statement(f"Where each acts on its own reading, the status quo {would}.")

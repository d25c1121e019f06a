"""Coalitions: who would gain by leaving the status quo together, and what no coalition would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import UNASKED, Depth, Finding, Method, Result, Statement, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.coalitions.judged import judged
from detente.lenses.conflict.coalitions.tables import by_coalition, counts, lasting, named, together
from detente.lenses.conflict.concepts import short_for_coalitions
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.listing import Listing, NamedBy
from detente.lenses.conflict.words import maker_names, move
from detente.lenses.look import AskError
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped_for_coalitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.arrays import States
    from detente.methods.gmcr.coalitions.analysis import CoalitionStability
    from detente.methods.gmcr.coalitions.joint_moves import Members

_TITLE = "What they could do together"
_MOST = 5


@dataclass(frozen=True, slots=True)
class Coalitions(Result):
    """Where coalitions stay.

    Attributes
    ----------
    coalitions
        By coalition, its members joined by ``+``, and by concept, the states at which it stays, if it is asked for.
    """

    coalitions: Mapping[str, NamedBy] | Unasked


def find(look: Look[ConflictOptions]) -> Coalitions | None:
    """Return by coalition and concept the states at which it stays; long lists become counts.

    Raises
    ------
    AskError
        If it is asked for, and there are too many states to compute it.
    """
    analysis = if_listed(look)
    if analysis is None:
        return None
    if not look.options.coalitions:
        return Coalitions(UNASKED)
    found, listing = look.once(judged), Listing.of(analysis, look.options.max_states)
    if isinstance(found, str):
        raise AskError("coalitions", found)
    return Coalitions(
        {
            "+".join(analysis.model.decision_makers[i] for i in members): {
                key: listing.held(held) for key, held in stable.items()
            }
            for members, stable in found.stable.items()
        }
    )


def show(result: Coalitions, look: Look[ConflictOptions]) -> Iterator[Finding]:
    """Yield what coalitions would do, or why that is not said; then the states that none leaves."""
    del result
    analysis = explicit(look)
    if len(analysis.model.decision_makers) < 2:
        return
    found = look.once(judged)
    if isinstance(found, str):
        yield Finding(_TITLE, f"Not computed: {found}.", depth=Depth.APPENDIX)
        return
    quo = analysis.model.status_quo
    if quo is not None:
        jumps = _jumps(analysis, found, quo)
        yield Finding(
            _TITLE,
            _headline(analysis, jumps),
            statements=tuple(_gains(analysis, jumps, quo)),
            tables=(by_coalition(analysis, found, quo),),
            method=_method(),
            assumptions=assumptions(look),
            depth=Depth.APPENDIX,
        )
    yield Finding(
        "What no group would leave",
        _survivors(analysis, found),
        statements=(*_among(analysis, found), Statement(counts(found))),
        tables=(lasting(analysis, found),),
        method=_method(),
        assumptions=assumptions(look),
        depth=Depth.APPENDIX,
        id="lasting",
    )


def _jumps(analysis: Explicit, found: CoalitionStability, quo: int) -> dict[Members, States]:
    """Return where each coalition of two or more would go from the status quo, beyond what a part of it would.

    A coalition counts if no smaller one within it gains, or if it gains by an outcome asked about that none of
    those does: then it stands with these outcomes only.
    """
    asked = np.array([s for s in analysis.model.named.values() if s is not None], dtype=np.intp)
    jumps: dict[Members, States] = {}
    for members in found.stable:
        if len(members) > 1:
            better = found.improvements(members, s=quo)
            within = [jumps[fewer] for fewer in jumps if set(fewer) < set(members)]
            fresh = better
            if within:
                fresh = better[np.isin(better, asked) & ~np.isin(better, np.concatenate(within))]
            if fresh.size:
                jumps[members] = fresh
    return jumps


def _headline(analysis: Explicit, jumps: Mapping[Members, States]) -> str:
    if not jumps:
        return "No two or more of them can leave the status quo together so that each of them gains."
    first, *rest = jumps
    places = _quoted(analysis, jumps[first])
    words = f"{together(analysis, first)} would gain by leaving the status quo"
    more = f"; so would {counted(len(rest), 'more coalition')}" if rest else ""
    full = f"{words} for {listed(places, last='or')}{more}." if places else f"{words}{more}."
    return fitting(full, f"{words}{more}.")


def _gains(analysis: Explicit, jumps: Mapping[Members, States], quo: int) -> Iterator[Statement]:
    """Yield for each coalition where it would go, and how; the rest is in the table."""
    for members, better in list(jumps.items())[:_MOST]:
        asked = better[np.isin(better, [s for s in analysis.model.named.values() if s is not None])]
        best = _favourite(analysis, members, asked if asked.size else better, quo=quo)
        place = _quoted(analysis, np.array([best]))
        goal = f"moving to {listed(place, last='or')}" if place else "leaving the status quo"
        said = f"{together(analysis, members)} would gain by {goal}: {_parts(analysis, quo, best)}."
        others = better[better != best]
        if others.size:
            among = _quoted(analysis, others)
            said += f" Each of them would gain by {counted(int(others.size), 'other outcome')} as well"
            said += f", among them {listed(among)}." if among else "."
        yield Statement(said)


def _parts(analysis: Explicit, quo: int, state: int) -> str:
    """Return what each would do to get from the status quo to another state; in graph form only where."""
    model = analysis.model
    if model.labels is not None:
        return f"they would {move(analysis, quo, state)}"
    parts = []
    below = len(model.options)
    for maker, called in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        below -= len(maker.options)
        own = ((1 << len(maker.options)) - 1) << below
        alone = quo & ~own | state & own  # what this one does, as a state: it need not be feasible
        if alone != quo:
            parts.append(f"{called} would {move(analysis, quo, alone)}")
    return "; ".join(parts)


def _favourite(analysis: Explicit, members: Members, better: States, *, quo: int) -> int:
    """Return the outcome by which the member that gains least, counted in its ranks, gains most."""
    payoffs = analysis.model.engine.payoffs[list(members)]
    return int(better[np.argmax((payoffs[:, better] - payoffs[:, [quo]]).min(axis=0))])


def _quoted(analysis: Explicit, states: States) -> tuple[str, ...]:
    return tuple(f"“{name}”" for name in named(analysis, states))


def _survivors(analysis: Explicit, found: CoalitionStability) -> str:
    """Return how many states no coalition leaves because none gains."""
    feasible = int(analysis.states.size)
    held = found.lasting("cnash")
    if not held.size:
        return f"In each of the {feasible} possible states some coalition gains by leaving it."
    states = one_or_many(feasible, "state", "states")
    return f"{held.size} of {feasible} possible {states} would be left by no coalition, as none gains by leaving."


def _among(analysis: Explicit, found: CoalitionStability) -> Iterator[Statement]:
    """Yield which outcomes asked about are among them."""
    if asked := named(analysis, found.lasting("cnash")):
        yield Statement(f"Among them, of the outcomes asked about: {', '.join(asked)}.")


def _method() -> Method:
    concepts = shipped_for_coalitions()
    keys = tuple(dict.fromkeys(ref for concept in concepts.values() for ref in concept.references))
    parameters = tuple((short_for_coalitions(key), concept.meaning) for key, concept in concepts.items())
    return Method("Graph Model for Conflict Resolution", "coalition analysis", parameters, references=keys)


CHAPTER = Chapter("coalitions", 100, find, show)

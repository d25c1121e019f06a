"""The impasse: what is demanded and refused, and whether anybody gains by moving first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.findings import Finding, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import method
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.holding import holding
from detente.lenses.conflict.inputs import deterred, foremost_wishes, status_quo_said
from detente.lenses.conflict.named import asked_about
from detente.lenses.conflict.uncertainty.hanging import hanging
from detente.lenses.conflict.why.demands import demands, foremost
from detente.lenses.conflict.why.reversals import reversals
from detente.lenses.conflict.why.sanctions import at_status_quo, because, why
from detente.lenses.conflict.why.standing import gaining
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.symbolic import Symbolic
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

_FORMULA = (
    "Somebody gains by moving first if it prefers where a move of its own leads. The status quo holds if nobody does, "
    "or if the others could take every such gain away."
)


def find(look: Look[ConflictOptions]) -> int | None:
    """Return the status quo."""
    return subject(look).model.status_quo


def show(quo: int, look: Look[ConflictOptions]) -> Finding:
    """Return what is demanded and refused, whether anybody gains by moving first, and what turns that around."""
    analysis = subject(look)
    asked = foremost(demands(analysis))
    hung = hanging(look) if isinstance(analysis, Explicit) else None
    verdict = "Whether the status quo holds is open." if hung else _verdict(analysis, quo)
    holds = any(key in shipped() for key in analysis.keys_of(quo))
    lead = [each.said.text for each in asked[:1] if each.awaited and (holds or hung)]
    return Finding(
        "The impasse",
        fitting(" ".join((*lead, verdict)), verdict),
        statements=(
            *(said for each in asked for said in (each.said, *each.refused)),
            *([hung.said("Whether the status quo holds")] if hung else []),
            *_said(look, quo),
            *reversals(look),
        ),
        method=replace(method(analysis), formula=_FORMULA),
        assumptions=assumptions(look),
        because=tuple(_because(look, quo)),
    )


def _verdict(analysis: Explicit | Symbolic, quo: int) -> str:
    """Return in one sentence whether the status quo holds in the model, and by what."""
    return f"In the model, {holding(analysis, quo)}."


def _said(look: Look[ConflictOptions], quo: int) -> Iterator[Statement]:
    """Yield what everybody would rather have though nobody moves first, or by which move who gains."""
    analysis = subject(look)
    if not isinstance(analysis, Explicit):
        yield from gaining(analysis, quo)
        return
    found = look.once(at_status_quo)
    yield from (why(analysis, i, each, state=quo) for i, each in enumerate(found) if each is not None)
    better = _better(analysis, quo)
    if better and all(each is None for each in found):
        first = "yet no first step there gains whoever takes it"
        names = listed([f"“{name}”" for name in better], last="or")
        many = one_or_many(len(better), names, f"any of {len(better)} outcomes below")
        yield Statement(f"Everybody would rather have {many}, {first}.")


def _better(analysis: Explicit, quo: int) -> list[str]:
    """Return the outcomes asked about that everybody prefers to the status quo."""
    payoffs = analysis.model.engine.payoffs
    return [name for name, s in asked_about(analysis).items() if (payoffs[:, s] > payoffs[:, quo]).all()]


def _because(look: Look[ConflictOptions], quo: int) -> Iterator[Statement]:
    """Yield the status quo, and the wishes that decide: against each single move, or for a gain and its answer."""
    analysis = subject(look)
    yield status_quo_said(analysis, quo)
    found: list[Statement] = []
    if isinstance(analysis, Explicit):
        held = look.once(at_status_quo)
        found += because(analysis, held)
        found += [said for i, each in enumerate(held) if each is None for said in deterred(analysis, i, quo)]
    yield from found or foremost_wishes(analysis)


CHAPTER = Chapter("impasse", 10, find, show)

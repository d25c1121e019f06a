"""The status quo in the model: who would leave it, and what keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import CREDIBLE, NASH
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.uncertainty.shares import Shares
from detente.lenses.conflict.words import maker_names
from detente.lenses.look import Look
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.lenses.conflict.engine.symbolic import Symbolic


def held(matter: Matter) -> str:
    """Return in a sentence what the model says of the status quo; nothing where the case names none."""
    if why := matter.why_not("conflict"):
        return f"What the model says cannot be told: {why}."
    if not matter.tells("conflict"):
        return ""
    analysis = judged(matter)
    quo = analysis.model.status_quo
    if quo is None:
        return ""
    if hangs := _hangs(matter, analysis, quo):
        return hangs
    return f"In the model, {_verdict(analysis, quo)}."


def judged(matter: Matter) -> Explicit | Symbolic:
    """Return the conflict, judged."""
    return subject(Look(matter.moment, ConflictOptions()))


def _verdict(analysis: Explicit | Symbolic, quo: int) -> str:
    names, keys = maker_names(analysis), analysis.keys_of(quo)
    if isinstance(analysis, Explicit) and analysis.irreversible[quo]:
        who = sorted(name for name, own in zip(names, analysis.trapped, strict=True) if own[quo])
        return f"{listed(who)} would leave this, but it cannot be undone"
    if NASH in keys:
        return "nobody gains by moving first"
    makers = range(len(names))
    gaining = sorted(names[i] for i in makers if NASH not in analysis.stays_under(i, quo))
    gain = f"{listed(gaining)} would gain by moving first"
    if CREDIBLE in keys:
        return f"{gain}, but the others would then act in their own interest and undo it"
    if any(key in shipped() for key in keys):
        return f"{gain}, but {one_or_many(len(gaining), 'fears', 'fear')} what the others may answer"
    leaving = sorted(names[i] for i in makers if not analysis.stays_under(i, quo))
    verb = one_or_many(len(leaving), "gains", "gain")
    return f"it need not stay so: {listed(leaving)} {verb} by moving first, whatever the others answer"


def _hangs(matter: Matter, analysis: Explicit | Symbolic, quo: int) -> str:
    """Return that the verdict is another one in some reading of what they want, and whose wishes decide."""
    shares = matter.found("conflict", Shares)
    if shares is None or not isinstance(analysis, Explicit):
        return ""
    name = analysis.model.name(quo)
    found = [shares.equilibria[key].get(name, 0.0) for key in shipped()]
    if all(np.isclose(share, 0) or np.isclose(share, 1) for share in found):
        return ""
    called = dict(zip(analysis.model.decision_makers, maker_names(analysis), strict=True))
    whose = next((called[each.decision_maker] for each in shares.questions if each.state == name), "")
    wants = f"what {whose} wants" if whose else "what they want"
    return f"In the model, whether anybody gains by moving first hangs on {wants}, which is open."

"""The status quo in the model: who would leave it, and what keeps them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from detente.brief.speech import some
from detente.lenses.conflict.concepts import NASH
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.uncertainty.shares import OpenQuestion, Shares
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import one_or_many
from detente.methods.gmcr.stability.registry import shipped
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.brief.matter import Matter
    from detente.lenses.conflict.engine.symbolic import Symbolic


def held(matter: Matter) -> str:
    """Return in a sentence or two what the model says of the status quo; nothing where there is none, or no model."""
    analysis = matter.conflict
    quo = analysis.model.status_quo if analysis is not None else None
    if analysis is None or quo is None:
        return ""
    if hangs(matter):
        deciding = question(matter)
        whose = "they want" if deciding is None else f"{matter.speech.names[deciding.decision_maker]} wants"
        return f"In the model, whether anybody gains by moving first hangs on what {whose}, which is open."
    readers = otherwise(matter)
    own = f" It is otherwise as {_row(readers)} {one_or_many(len(readers), 'reads', 'read')} it." if readers else ""
    return f"In the model, {_verdict(analysis, quo)}.{own}"


def hangs(matter: Matter) -> bool:
    """Whether the status quo holds in some readings of what they want, and in others not, by any concept."""
    shares = matter.found("conflict", Shares)
    if shares is None or shares.status_quo is None:
        return False
    return any(not np.isclose(share, (0, 1)).any() for share in shares.status_quo.values())


def question(matter: Matter) -> OpenQuestion | None:
    """Return the open question that most changes whether the status quo holds."""
    shares, name = matter.found("conflict", Shares), _name(matter)
    return next((each for each in shares.questions if each.state == name), None) if shares is not None else None


def otherwise(matter: Matter) -> list[str]:
    """Return the names of those who read the conflict so that the status quo holds otherwise: more firmly, or less."""
    analysis = matter.conflict
    quo = analysis.model.status_quo if analysis is not None else None
    if not isinstance(analysis, Explicit) or quo is None:
        return []
    own = {maker: Explicit.of(glimpses[-1].after) for maker, glimpses in matter.moment.glimpses.items()}
    as_written = _firmness(analysis.keys_of(quo))
    return [
        matter.speech.names[each] for each in matter.by_name(own) if _firmness(own[each].keys_of(quo)) != as_written
    ]


def _name(matter: Matter) -> str:
    """Return the name of the status quo in the model; nothing where there is none."""
    analysis = matter.conflict
    quo = analysis.model.status_quo if analysis is not None else None
    return analysis.model.name(quo) if analysis is not None and quo is not None else ""


def _firmness(keys: Sequence[str]) -> tuple[bool, bool, bool]:
    """Return by what a state holds: no gain, a credible answer, or any concept at all."""
    return NASH in keys, CREDIBLE in keys, bool(keys)


def _verdict(analysis: Explicit | Symbolic, quo: int) -> str:
    names, keys = maker_names(analysis), analysis.keys_of(quo)
    if back := _would_go_back(analysis, quo):
        return f"{_row(back)} would go back, but what is done cannot be undone"
    if NASH in keys:
        return "nobody gains by moving first"
    gaining = sorted(name for i, name in enumerate(names) if NASH not in analysis.stays_under(i, quo))
    gain = f"{_row(gaining)} would gain by moving first"
    if CREDIBLE in keys:
        return f"{gain}, but what others would then do in their own interest undoes it"
    if any(key in shipped() for key in keys):
        return f"{gain}, but {one_or_many(len(gaining), 'fears', 'fear')} what others may do in return"
    leaving = sorted(name for i, name in enumerate(names) if not analysis.stays_under(i, quo))
    gains = one_or_many(len(leaving), "gains", "gain")
    return f"it need not stay so: {_row(leaving)} {gains} by moving first, whatever others do in return"


def _row(names: list[str]) -> str:
    """Return names in a row, "Actor 2" before "Actor 10", those after the first ones counted."""
    return some(sorted(names, key=lambda name: [part.zfill(9) for part in re.split(r"(\d+)", name)]))


def _would_go_back(analysis: Explicit | Symbolic, quo: int) -> list[str]:
    """Return the names of those who stay at the status quo only because it cannot be undone, where nobody leaves."""
    names = maker_names(analysis)
    if isinstance(analysis, Explicit):
        return sorted(name for name, own in zip(names, analysis.trapped, strict=True) if own[quo])
    return sorted(names[i] for i in analysis.trapped.get(quo, ()))

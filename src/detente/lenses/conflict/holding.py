"""Whether the status quo holds in the model, and by what, within a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.concepts import NASH
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.symbolic import Symbolic


def holding(analysis: Explicit | Symbolic, quo: int) -> str:
    """Return whether anybody would leave the status quo, and what keeps whoever gains by leaving it."""
    keys, names = analysis.keys_of(quo), maker_names(analysis)
    if isinstance(analysis, Explicit) and analysis.irreversible[quo]:
        who = listed([name for name, own in zip(names, analysis.trapped, strict=True) if own[quo]])
        return f"{who} would leave the status quo, but it cannot be undone"
    if NASH in keys:
        return "nobody gains by moving first"
    gainers = [name for i, name in enumerate(names) if NASH not in analysis.stays_under(i, quo)]
    gain = f"{listed(gainers)} would gain by moving first"
    if CREDIBLE in keys:
        return f"{gain}, but the others' own interest would undo that"
    if any(key in shipped() for key in keys):
        return f"{gain}, and {one_or_many(len(gainers), 'stays', 'stay')} only for fear of the answer"
    leaving = listed([name for i, name in enumerate(names) if not analysis.stays_under(i, quo)])
    return f"the status quo does not hold: {leaving} would leave it, whatever the others answer"

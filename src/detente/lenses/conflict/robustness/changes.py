"""Small changes of what somebody wants, in words and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.words import condition, maker_names
from detente.lenses.wording import listed
from detente.methods.gmcr.preference.blocks import block_numbers, split
from detente.models.conflict.blocks import runs

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.models.conflict.variants import Variant


def told(analysis: Explicit, change: Variant) -> str:
    """Return a change as a clause; wishes are numbered as in the table of what each prefers."""
    name = maker_names(analysis)[change.maker]
    stated = analysis.conflict.decision_makers[change.maker].preferences
    statements = (stated and stated.statements) or ()
    blocks = split(change.touched, block_numbers(runs(statements)) or range(max(change.touched) + 1))
    wishes = [listed([_wish(analysis, change, k) for k in block]) for block in blocks]
    if change.kind == "remove":
        return f"{name} gave up {wishes[0]}"
    return f"{name} put {wishes[1]} before {wishes[0]}"


def labels(analysis: Explicit, change: Variant) -> tuple[str, ...]:
    """Return what changes by id, or by number from 1 where it has none; of weights the option."""
    stated = analysis.conflict.decision_makers[change.maker].preferences
    if stated is not None and stated.weights is not None:
        return tuple(analysis.model.options[k] for k in change.touched)
    statements = stated.statements if stated is not None else None
    return tuple((statements[k].id if statements else None) or str(k + 1) for k in change.touched)


def _wish(analysis: Explicit, change: Variant, k: int) -> str:
    stated = analysis.conflict.decision_makers[change.maker].preferences
    if stated is not None and stated.weights is not None:
        return f"its weight on {condition(analysis, analysis.model.options[k])}"
    if stated is not None and stated.statements is not None:
        return f"its wish {k + 1} ({condition(analysis, stated.statements[k].when)})"
    return f"its group {k + 1}"

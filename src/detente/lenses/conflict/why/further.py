"""Why a decision maker stays at a state or leaves it under the concepts that were asked for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.concepts import short
from detente.lenses.conflict.narration import told
from detente.lenses.conflict.words import maker_names, move, taken
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.stability.certificates import prove
from detente.methods.gmcr.stability.foresight import Anticipation
from detente.methods.gmcr.stability.simultaneous import Simultaneous

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.moves.sequences import Move

_MOST = 12


def further_reasons(analysis: Explicit, state: int) -> Iterator[Statement]:
    """Yield under each concept that was asked for why each decision maker stays at a state or leaves it."""
    for concept in analysis.further:
        for i, name in enumerate(maker_names(analysis)):
            found = prove(analysis.model.engine, i, concept, s=state)
            if isinstance(found, Anticipation):
                words = _ahead(analysis, name, found)
            elif isinstance(found, Simultaneous):
                words = _at_once(analysis, name, state, found)
            else:
                words = f"{name} {'stays' if found.stays else 'would leave'}."
            yield Statement(f"Under {short(concept.key)}, {words}")


def _ahead(analysis: Explicit, name: str, found: Anticipation) -> str:
    """Return what somebody expects who looks ahead."""
    if not found.line:
        return f"{name} stays: it has no move."
    expects = f"looking {counted(found.horizon, 'move')} ahead, it expects this of its best move"
    line = f"{expects}: {_line(analysis, found.line)}; and it"
    if found.stays:
        far = ", however far both look" if found.recurring else ""
        instance = "for instance, " if found.recurring else ""
        return f"{name} stays{far}: {instance}{line} likes where that ends no better than where it stands."
    often = " again and again as both look farther" if found.recurring else ""
    return f"{name} would leave{often}: {line} prefers where that ends."


def _line(analysis: Explicit, line: Sequence[Move]) -> str:
    """Return a line of moves in words, a long one in part."""
    words = ", then ".join(told(analysis, line[:_MOST]))
    if len(line) <= _MOST:
        return words
    end = "; ".join(taken(analysis, line[-1].target))
    return f"{words}, and so on, {len(line)} moves in all to {end}"


def _at_once(analysis: Explicit, name: str, state: int, found: Simultaneous) -> str:
    """Return what becomes of somebody's gain if others make gains of their own at the same moment."""
    if not found.improvements:
        return f"{name} stays: nothing it can do alone gives it a state it prefers."
    shown = next((each for each in found.improvements if each.answer is None), found.improvements[0])
    wish = f"if it were to {move(analysis, state, shown.to)}"
    if shown.answer is None:
        return f"{name} would leave: {wish}, no gains that others could make at the same moment take its own away."
    gain = one_or_many(len(shown.answer), "for a gain of its own", "each for a gain of its own")
    every = f"; each of its {len(found.improvements)} gains could be met so" if len(found.improvements) > 1 else ""
    meeting = listed(told(analysis, shown.answer))
    return f"{name} stays: {wish}, and at the same moment {meeting}, {gain}, it would end up no better off{every}."

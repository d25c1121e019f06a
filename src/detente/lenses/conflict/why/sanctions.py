"""Sanctions: why a decision maker stays at a state or leaves it, told by its certificate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.concepts import FEARED, strongest_first
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.narration import reasons, told
from detente.lenses.conflict.why.red_lines import crossings
from detente.lenses.conflict.words import maker_names, move
from detente.lenses.wording import counted, one_or_many
from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability.analysis import improvements
from detente.methods.gmcr.stability.certificates import Improvement, replies, unanswered
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.stability.concept import Concept


@dataclass(frozen=True, slots=True)
class Sanction:
    """The unilateral improvements of a decision maker at a state, and the sanction that keeps it there, if any.

    Attributes
    ----------
    maker, state
        Who stands where.
    count
        How many improvements it has.
    best
        The state that its greatest gain leads to.
    shown
        The greatest gain with its answer where it stays, else the greatest that nobody can answer.
    concept
        The concept of the answer: the strongest under which it stays.
    """

    maker: int
    state: int
    count: int
    best: int
    shown: Improvement
    concept: Concept


def sanction(analysis: Explicit, i: int, state: int) -> Sanction | None:
    """Return what sanctions a decision maker at a state; ``None`` where it could gain nothing."""
    engine = analysis.model.engine
    better = improvements(engine, i, s=state)
    if not better.size:
        return None
    stays = set(analysis.stays_under(i, state))
    held = [key for key in strongest_first() if key in stays and shipped()[key].sanctions is not None]
    concept = shipped()[held[0] if held else FEARED]
    standing = None if held else unanswered(engine, i, s=state)
    shown = next(replies(engine, i, concept, s=state)) if standing is None else Improvement(standing, None)
    best = int(better[engine.payoffs[i][better].argmax()])
    return Sanction(i, state, int(better.size), best, shown, concept)


def sanctions(analysis: Explicit, state: int) -> tuple[Sanction | None, ...]:
    """Return the same for each decision maker."""
    return tuple(sanction(analysis, i, state) for i in range(len(analysis.model.decision_makers)))


def at_status_quo(look: Look[ConflictOptions]) -> tuple[Sanction | None, ...]:
    """Return the same at the status quo; nothing where the case states none."""
    analysis = explicit(look)
    return () if analysis.model.status_quo is None else sanctions(analysis, analysis.model.status_quo)


def why(analysis: Explicit, i: int, found: Sanction | None, *, state: int) -> Statement:
    """Return why a decision maker stays at a state, or leaves it, by what sanctions it there."""
    name = maker_names(analysis)[i]
    if found is None:
        return Statement(
            f"{name} stays: nothing it can do alone gives it a state it prefers.{_barred(analysis, i, state)}"
        )
    most = one_or_many(found.count, "gain", "gain most")
    wish = f"{name} would {most}, acting alone, if it were to {move(analysis, found.state, found.best)}"
    if found.count > 1:
        wish += f" ({found.count} of its moves would gain)"
    if found.shown.answer is None:
        return Statement(f"{wish}; {_freedom(analysis, found)}")
    return Statement(f"{wish}. {_fear(analysis, found, found.shown.answer)}")


def _barred(analysis: Explicit, i: int, state: int) -> str:
    """Return by which moves it would cross its own red lines, as a sentence; nothing where there are none."""
    each = crossings(analysis, i, state)
    if not each:
        return ""
    (_, ends), *_ = each
    more = len({end for _, reached in each for end in reached}) - 1
    others = f", and so would {counted(more, 'other move')}" if more else ""
    return f" It would cross a red line of its own if it were to {move(analysis, state, ends[0])}{others}."


def _freedom(analysis: Explicit, found: Sanction) -> str:
    """Return which gain nobody can take away."""
    if found.shown.to == found.best:
        return "that gain stands whatever the others answer, so it leaves."
    other = move(analysis, found.state, found.shown.to)
    return (
        f"the others could take that gain away, but if it were to {other}, its gain would stand whatever they "
        "answer, so it leaves."
    )


def _fear(analysis: Explicit, found: Sanction, answer: tuple[Move, ...]) -> str:
    """Return who would answer the greatest gain, and how."""
    sanctions = found.concept.sanctions
    if sanctions is not None and sanctions.credible:
        each = one_or_many(found.count, "it", "each of these gains; the greatest so")
        opening = f"It stays because the others, acting in their own interest, would answer {each}"
    else:
        each = one_or_many(found.count, "", "; the greatest gain could be answered so")
        opening = f"It stays only if it fears answers that are not in the others' own interest{each}"
    lasting = sanctions is not None and sanctions.inescapable
    end = f"{maker_names(analysis)[found.maker]} no better off"
    end += ", even after one more move of its own" if lasting else ""
    return f"{opening}: {', then '.join(told(analysis, answer))}, which leaves {end}."


def because(analysis: Explicit, found: Iterable[Sanction | None]) -> tuple[Statement, ...]:
    """Return the stated preferences behind each gain that is told of at a state, and behind the answer to it."""
    return tuple(dict.fromkeys(reasons(analysis, _steps(each for each in found if each is not None))))


def _steps(found: Iterable[Sanction]) -> Iterable[Move]:
    for each in found:
        yield Move(each.maker, each.state, each.shown.to)
        yield from each.shown.answer or ()

"""The outlook: what would have to change for the outcomes that everybody prefers to the status quo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import NASH, short
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.inverse.groups import firsts, grouped
from detente.lenses.conflict.inverse.inverse import METHOD, TITLE, Inverse, called, inverses
from detente.lenses.conflict.inverse.words import claims, sentence
from detente.lenses.conflict.named import asked_about
from detente.lenses.evidence import row_of
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.inverse.search import Limits
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings.table import Cell
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.inverse.search import Outcome

_LIMITS = Limits(edits=2, cost=2_000_000, answers=200)
_MOST = 6
_MOST_STATES = 1 << 14
_SHOWN = (NASH, CREDIBLE)

_COLUMNS = (
    Column("name", "Outcome"),
    Column("concept", "To hold under"),
    Column("edits", "Edits needed", "number"),
    Column("ways", "Ways to do so", "number"),
    Column("change", "What would have to change, for one"),
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An outcome that everybody prefers, and what it would need; ``None`` where nobody gains by leaving it."""

    name: str
    inverse: Inverse | None

    def edits(self, key: str) -> int | None:
        """Return how many edits it needs to hold under a concept; ``None`` where no change was found."""
        return 0 if self.inverse is None else self.inverse.outcomes[key].edits


def outlook(look: Look[ConflictOptions]) -> Finding | None:
    """Return what would have to change for the first outcomes that all prefer; ``None`` without such outcomes."""
    analysis = explicit(look)
    model = analysis.model
    quo = model.status_quo
    if quo is None or model.engine.feasible.size > _MOST_STATES:
        return None
    payoffs = model.engine.payoffs
    possible = dict.fromkeys(asked_about(analysis).values())
    better = [s for s in possible if (payoffs[:, s] > payoffs[:, quo]).all()]
    if not better:
        return None
    found = tuple(_wanted(analysis, better[:_MOST]))
    rows = tuple(_row(each, key) for each in found for key in _SHOWN)
    shown = f", the first {_MOST} of {len(better)}" if len(better) > _MOST else ""
    caption = f"What the outcomes that everybody prefers to the status quo would need{shown}"
    return Finding(
        TITLE,
        _headline(found),
        tables=(Table("outlook", caption, _COLUMNS, rows),),
        method=METHOD,
        assumptions=assumptions(look),
        depth=Depth.DETAIL,
    )


def _wanted(analysis: Explicit, states: Sequence[int]) -> Iterator[_Wanted]:
    """Yield what each of some states would need; of one that nobody gains by leaving that is known."""
    moving = [state for state in states if NASH not in analysis.keys_of(state)]
    found = dict(zip(moving, inverses(analysis, moving, _LIMITS) if moving else (), strict=True))
    yield from (_Wanted(called(analysis, state), found.get(state)) for state in states)


def _headline(found: Sequence[_Wanted]) -> str:
    open_ones = [each for each in found if each.edits(CREDIBLE) != 0]
    if not open_ones:
        would = one_or_many(len(found), "It holds once it is reached", "Each holds once it is reached")
        names = [listed([each.name for each in found]), f"any of {len(found)} outcomes"]
        return fitting(
            *(f"Nothing in anybody's mind, for {who}. {would}; what lacks is the way there." for who in names)
        )
    first = next((each.inverse for each in open_ones if each.edits(CREDIBLE)), None)
    if first is None:
        more = listed([each.name for each in open_ones], last="or")
        none = "No small change of preferences was found after which"
        return fitting(f"{none} {more} would hold.", f"{none} any of {len(open_ones)} outcomes would hold.")
    outcome = first.outcomes[CREDIBLE]
    words = sentence(first, firsts(grouped(outcome)))
    called, edits = first.called(), counted(outcome.edits or 0, "small change")
    return fitting(
        f"{called} would hold if {words}{_number(outcome)}.",
        f"{called} would hold if {words}.",
        f"{called} would hold after {edits} of what somebody wants.",
        f"An outcome that everybody prefers would hold after {edits} of what somebody wants.",
    )


def _number(outcome: Outcome) -> str:
    return "" if outcome.count == 1 else f" (one of {outcome.count} smallest changes)"


def _row(wanted: _Wanted, key: str) -> Row:
    name, inverse = wanted.name.strip("“”"), wanted.inverse
    if inverse is None or wanted.edits(key) == 0:
        return Row((name, short(key), 0, None, "nothing: it holds as things are"))
    outcome = inverse.outcomes[key]
    if outcome.edits is None:
        return Row((name, short(key), None, None, f"not found with up to {counted(outcome.searched, 'edit')}"))
    parts = firsts(grouped(outcome))
    cells: tuple[Cell, ...] = (name, short(key), outcome.edits, outcome.count, sentence(inverse, parts))
    held = [claim for part in parts for claim in claims(inverse, part)]
    return row_of(held, *cells) if held else Row(cells)

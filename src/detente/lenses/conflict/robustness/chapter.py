"""How robust this is: what small changes of what somebody wants would undo, and what they would bring about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.findings import UNASKED, Column, Depth, Finding, Method, Result, Row, Statement, Table, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import NASH, short
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.listing import Listing, NamedBy
from detente.lenses.conflict.named import asked_about
from detente.lenses.conflict.robustness.changes import labels, told
from detente.lenses.conflict.robustness.survival import robustness
from detente.lenses.conflict.words import CANNOT_BE_UNDONE
from detente.lenses.wording import counted, listed, one_or_many
from detente.models.conflict.blocks import runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.robustness.survival import Robustness
    from detente.lenses.look import Look

_MOST = 4

_SURVIVAL = (
    Column("outcome", "Outcome"),
    Column("holds", "Holds under"),
    Column("survives", "Survives so many changes", "number"),
    Column("changes", "Of so many", "number"),
    Column("ends", "No longer holds so if"),
    Column("strengthens", "Would hold more firmly if"),
)
_DECIDING = (
    Column("change", "If"),
    Column("lost", "Nash equilibria lost", "number"),
    Column("gained", "Nash equilibria gained", "number"),
    Column("weaker", "Of those asked about, hold less firmly"),
    Column("stronger", "Of those asked about, hold more firmly"),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A small change of what one decision maker wants.

    Attributes
    ----------
    by
        Whose wishes change.
    change
        Whether two neighbouring wishes change places, or one counts no longer.
    statements
        The wishes by id, or by number from 1; of weights the option.
    lost, gained
        By concept, the equilibria that it undoes and brings about.
    """

    by: str
    change: Literal["swap", "remove"]
    statements: tuple[str, ...]
    lost: NamedBy
    gained: NamedBy


@dataclass(frozen=True, slots=True)
class Survivals:
    """What small changes do to the equilibria.

    Attributes
    ----------
    changes
        Every change that was looked at.
    survival
        By concept and equilibrium, how many of the changes it survives.
    """

    changes: tuple[Changed, ...]
    survival: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Robust(Result):
    """What would still hold if one decision maker wanted one thing less, or in another order.

    Attributes
    ----------
    robust
        Every small change, if it is asked for.
    """

    robust: Survivals | Unasked


def find(look: Look[ConflictOptions]) -> Robust | None:
    """Return what each small change does; errors are those of ``robustness``."""
    analysis = if_listed(look)
    if analysis is None:
        return None
    if not look.options.robust:
        return Robust(UNASKED)
    found = look.once(robustness)
    return Robust(Survivals((), {}) if found is None else _survivals(analysis, found, look.options.max_states))


def _survivals(analysis: Explicit, found: Robustness, most: int) -> Survivals:
    listing = Listing.of(analysis, most)
    before, after = found.survival.before, found.survival.after
    changes = tuple(
        Changed(
            analysis.model.decision_makers[change.maker],
            change.kind,
            labels(analysis, change),
            {key: listing.held(held & ~after[key][k]) for key, held in before.items()},
            {key: listing.held(after[key][k] & ~held) for key, held in before.items()},
        )
        for k, change in enumerate(found.changes)
    )
    survived = {key: found.survival.survived(key) for key in before}
    return Survivals(
        changes, {key: listing.counts(np.flatnonzero(held), survived[key]) for key, held in before.items()}
    )


def show(result: Robust, look: Look[ConflictOptions]) -> Finding | None:
    """Return what would still hold after small changes; ``None`` where that was not computed."""
    del result
    analysis, found = explicit(look), look.once(robustness)
    if found is None:
        return None
    tried = f"{counted(len(found.changes), 'small change')} of what one of them wants"
    return Finding(
        "How robust this is",
        _headline(analysis, found, tried),
        statements=(
            Statement(
                f"Looked at, one at a time: {tried}. Either two neighbouring wishes change places, or one counts no "
                f"longer{_together(analysis)}. A state holds less firmly when the strongest concept that holds it now "
                "no longer does."
            ),
            Statement(_overall(found)),
        ),
        tables=tuple(table for table in _tables(analysis, found) if table.rows),
        method=Method(
            "Graph Model for Conflict Resolution",
            "robustness to small changes of preferences",
            (("Changes", "every swap of neighbouring wishes and every removal of one, for each decision maker"),),
            references=("FangHipelKilgourPeng2003",),
        ),
        assumptions=assumptions(look),
        depth=Depth.APPENDIX,
    )


def _together(analysis: Explicit) -> str:
    """Return what is done with wishes that count alike, where there are any."""
    stated = [maker.preferences.statements for maker in analysis.conflict.decision_makers if maker.preferences]
    alike = any(run > 1 for statements in stated for run in runs(statements or ()))
    return "; wishes that count alike change places with their neighbour together" if alike else ""


def _tables(analysis: Explicit, found: Robustness) -> tuple[Table, ...]:
    spoken = _spoken(analysis)
    return _survival(analysis, found, spoken), _deciding(analysis, found, spoken)


def _spoken(analysis: Explicit) -> dict[str, int]:
    """Return the status quo and the outcomes asked about that can be, by what they are called."""
    quo = analysis.model.status_quo
    return ({} if quo is None else {"the status quo": quo}) | asked_about(analysis)


def _headline(analysis: Explicit, found: Robustness, tried: str) -> str:
    held = {name: s for name, s in _spoken(analysis).items() if found.strongest(s) is not None}
    if not held:
        return _overall(found)
    ending = [name for name, s in held.items() if found.ending(s)]
    lasting = [name for name, s in held.items() if name not in ending and not analysis.irreversible[s]]
    if not ending:
        none = f"None of {tried} undoes"
        return fitting(f"{none} {listed(lasting or list(held), last='or')}.", f"{none} any outcome that holds.")
    words = f"Some of {tried} would undo"
    rest = f"; none would undo {listed(lasting, last='or')}" if lasting else ""
    ends = listed(ending, last="or")
    many = f"{len(ending)} of {counted(len(held), 'outcome')} that hold"
    return fitting(f"{words} {ends}{rest}.", f"{words} {ends}.", f"{words} {many}.")


def _overall(found: Robustness) -> str:
    """Return how many of the states that nobody gains by leaving survive everything."""
    held = np.flatnonzero(found.survival.before[NASH])
    after = "after every small change of a wish"
    if not held.size:
        return "There is no state that nobody gains by leaving, which small changes could undo."
    through = int(np.count_nonzero(found.survival.survived(NASH)[held] == len(found.changes)))
    if through == held.size:
        return f"Every state that nobody gains by leaving still holds {after}."
    states = counted(int(held.size), "state")
    holds = one_or_many(max(1, through), "holds", "hold")
    return f"Of {states} that nobody gains by leaving, {through or 'none'} still {holds} {after}."


def _survival(analysis: Explicit, found: Robustness, spoken: dict[str, int]) -> Table:
    rows, survived = [], found.survived()
    for name, state in spoken.items():
        key = found.strongest(state)
        rows.append(
            Row(
                (
                    name,
                    _held(analysis, state, key),
                    None if key is None else int(survived[state]),
                    len(found.changes),
                    _several(analysis, found, found.ending(state)),
                    _several(analysis, found, found.strengthening(state)),
                )
            )
        )
    return Table("survival", "What small changes would do to the outcomes asked about", _SURVIVAL, tuple(rows))


def _held(analysis: Explicit, state: int, key: str | None) -> str | tuple[str, ...]:
    """Return the strongest concept that holds a state, and that it cannot be undone where it holds for that alone."""
    if key is None:
        return "none"
    return (CANNOT_BE_UNDONE, short(key)) if analysis.irreversible[state] else short(key)


def _several(analysis: Explicit, found: Robustness, changes: Sequence[int]) -> tuple[str, ...] | str:
    said = tuple(told(analysis, found.changes[k]) for k in changes[:_MOST])
    more = (f"{len(changes) - _MOST} more",) if len(changes) > _MOST else ()
    return (*said, *more) or "never"


def _deciding(analysis: Explicit, found: Robustness, spoken: dict[str, int]) -> Table:
    """Return the changes that make a difference, those that touch most of what was asked about first."""
    weaker = {name: set(found.ending(s)) for name, s in spoken.items()}
    stronger = {name: set(found.strengthening(s)) for name, s in spoken.items()}
    nash, after = found.survival.before[NASH], found.survival.after[NASH]
    effects = []
    for k in range(len(found.changes)):
        lost, gained = int((nash & ~after[k]).sum()), int((after[k] & ~nash).sum())
        less, more = (tuple(name for name, at in table.items() if k in at) for table in (weaker, stronger))
        if lost or gained or less or more:
            effects.append((-len(less) - len(more), -lost - gained, k, (lost, gained, less or "none", more or "none")))
    rows = tuple(Row((told(analysis, found.changes[k]), *cells)) for *_, k, cells in sorted(effects))
    return Table("deciding", "Which single changes make a difference", _DECIDING, rows)


CHAPTER = Chapter("robustness", 70, find, show)

"""Coalitions in tables: what each would do at the status quo, and the states that none leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.conflict.concepts import short_for_coalitions
from detente.lenses.conflict.named import spoken
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import listed
from detente.methods.gmcr.stability.registry import shipped_for_coalitions

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.arrays import States
    from detente.methods.gmcr.coalitions.analysis import CoalitionStability
    from detente.methods.gmcr.coalitions.joint_moves import Members

_MOST = 20

_COALITIONS = (
    Column("coalition", "Coalition"),
    Column("better", "Outcomes it can reach that all its members prefer", "number"),
    Column("named", "Of those asked about"),
    Column("stays", "Stays under"),
)
_LASTING = (
    Column("taken", "What is done"),
    Column("state", "State", "state"),
    Column("concepts", "No coalition leaves it under"),
)


def together(analysis: Explicit, members: Members) -> str:
    """Return the names of a coalition, and that they act together where it has several members."""
    names = listed([maker_names(analysis)[i] for i in members])
    return f"{names} together" if len(members) > 1 else names


def named(analysis: Explicit, states: States) -> tuple[str, ...]:
    """Return the outcomes asked about among some states, as the analyst calls them."""
    there = {int(s) for s in states}
    return tuple(spoken(analysis, name) for name, s in analysis.model.named.items() if s in there)


def counts(found: CoalitionStability) -> str:
    """Return how many states no coalition leaves, by concept."""
    numbers = ", ".join(f"{short_for_coalitions(key)} {found.lasting(key).size}" for key in shipped_for_coalitions())
    return f"Number of states that no coalition leaves, by concept: {numbers}."


def by_coalition(analysis: Explicit, found: CoalitionStability, quo: int) -> Table:
    """Return what each coalition would do at the status quo."""
    rows = []
    for members, stable in found.stable.items():
        better = found.improvements(members, s=quo)
        stays = tuple(short_for_coalitions(key) for key, held in stable.items() if held[quo])
        who = listed([maker_names(analysis)[i] for i in members])
        rows.append(Row((who, int(better.size), named(analysis, better) or "none", stays or "none")))
    return Table("coalitions", "The status quo through the eyes of each coalition", _COALITIONS, tuple(rows))


def lasting(analysis: Explicit, found: CoalitionStability) -> Table:
    """Return the states that no coalition leaves, first those that hold under most concepts."""
    held = {key: set(found.lasting(key).tolist()) for key in shipped_for_coalitions()}
    under = {
        s: tuple(short_for_coalitions(key) for key in held if s in held[key])
        for s in sorted(set().union(*held.values()))
    }
    ordered = sorted(under, key=lambda s: -len(under[s]))
    rows = tuple(Row((taken(analysis, s), analysis.model.name(s), under[s])) for s in ordered[:_MOST])
    shown = f", the first {_MOST} of {len(ordered)}" if len(ordered) > _MOST else ""
    return Table("lasting", f"States that no coalition leaves{shown}", _LASTING, rows)

"""Which packages would hold: those whose outcomes the conflict knows as options, and what is stable there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.packages.assumptions import alike
from detente.lenses.settlement.packages.words import SHOWN, package_name
from detente.lenses.wording import one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Found
    from detente.methods.bargaining.packages.space import Packages

_COLUMNS = (
    Column("package", "Package"),
    Column("states", "Possible states with its outcomes", "number"),
    Column("named", "Called"),
    Column("holds", "Concepts under which one of them holds"),
)


class Held(NamedTuple):
    """A package as states of the conflict.

    Attributes
    ----------
    package
        Its number.
    states
        How many possible states have its outcomes.
    named
        What the case calls them.
    concepts
        Keys of the concepts under which one of them is an equilibrium.
    """

    package: int
    states: int
    named: tuple[str, ...]
    concepts: tuple[str, ...]


def held(found: Found, packages: Packages) -> tuple[Held, ...] | None:
    """Return some packages as states of the conflict; ``None`` where it knows none of the outcomes."""
    behind = found.behind
    if found.dealt is None or behind is None:
        return None
    rows = []
    for package, choice in zip(packages.tolist(), found.model.space.choices(packages).tolist(), strict=True):
        states = behind.of(choice)
        rows.append(Held(package, states.size, behind.names(states.tolist()), behind.holding(states)))
    return tuple(rows)


def finding(found: Found) -> Finding | None:
    """Return which packages of the zone that can be had would hold; ``None`` where the conflict does not tell."""
    rows = held(found, found.able[:SHOWN])
    if not rows:
        return None
    return Finding(
        "settlement",
        "packages-stable",
        "Which packages would hold",
        _headline(found, rows, cut=found.able.size > SHOWN),
        tables=(Table("stable", "Packages of the zone as states of the conflict", _COLUMNS, _table(found, rows)),),
        method=Method(
            "Graph Model for Conflict Resolution",
            "where an outcome is chosen its options are taken, and the other options of the issue are left",
            references=("FangHipelKilgour1993",),
        ),
        assumptions=(
            Statement(
                "A package holds if one of the states with its outcomes does.",
                assumption="packages say nothing of the other options",
            ),
            *alike(found),
        ),
    )


def _headline(found: Found, rows: tuple[Held, ...], *, cut: bool) -> str:
    firm = [row for row in rows if "nash" in row.concepts]
    other = [row for row in rows if row.concepts and "nash" not in row.concepts]
    now = " that are possible now" if found.now else ""
    shown = f"the first {len(rows)} packages of the zone{now}" if cut else f"the packages of the zone{now}"
    if firm:
        which = "any of them" if len(firm) == len(rows) > 1 else _named(found, firm)
        said = f"Of {shown}, nobody would gain by leaving {which}"
    else:
        said = f"Of {shown}, there is none that nobody would gain by leaving"
    if other:
        said += (
            f"; {_named(found, other)} {one_or_many(len(other), 'holds', 'hold')} because answers deter from leaving"
        )
    return f"{said}."


def _named(found: Found, rows: list[Held]) -> str:
    return f"“{package_name(found, rows[0].package)}”" if len(rows) == 1 else f"{len(rows)} of them"


def _table(found: Found, rows: tuple[Held, ...]) -> tuple[Row, ...]:
    titles = {key: concept.title for key, concept in shipped().items()}
    return tuple(
        Row(
            (
                package_name(found, row.package),
                row.states,
                row.named or None,
                tuple(titles[key] for key in row.concepts) or None,
            )
        )
        for row in rows
    )

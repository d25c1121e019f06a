"""Which packages would hold: those whose outcomes the conflict knows as options, and what is stable there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.entries import UNDER, chosen
from detente.lenses.settlement.packages.words import SHOWN, package_name
from detente.lenses.wording import one_or_many
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.methods.bargaining.packages.space import Packages
    from detente.models.settlement.states import PackageStates

_COLUMNS = (
    Column("package", "Package"),
    Column("states", "Possible states with its outcomes", "number"),
    Column("named", "Called"),
    Column("holds", "Concepts under which one of them holds"),
)


@dataclass(frozen=True, slots=True)
class Held:
    """A package as states of the conflict.

    Attributes
    ----------
    package
        By issue, the id of its outcome.
    count
        How many possible states have its outcomes; ``null`` where the conflict has no option for one of them.
    named
        What the case calls them.
    equilibria
        Keys of the concepts under which one of them is an equilibrium; ``null`` likewise.
    """

    package: Mapping[str, str]
    count: int | None
    named: tuple[str, ...]
    equilibria: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Stable(Result):
    """The packages of the zone as states of the conflict.

    Attributes
    ----------
    states
        Those packages that leave most to whoever gains least first; ``null`` where the conflict knows none of the
        outcomes, or an alternative to a deal is not stated.
    """

    under: ClassVar[str] = UNDER

    states: tuple[Held, ...] | None = None


def find(look: Look[SettlementOptions]) -> Stable | None:
    """Return which packages of the zone would hold."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None or analysis.states is None:
        return Stable()
    return Stable(_held(analysis, analysis.states, analysis.zopa.best[: analysis.options.max_packages]))


def _held(analysis: Analysis, states: PackageStates, packages: Packages) -> tuple[Held, ...]:
    choices = analysis.model.space.choices(packages).tolist()
    return tuple(
        Held(chosen(analysis, package), *_states(analysis, states, package, choice))
        for package, choice in zip(packages.tolist(), choices, strict=True)
    )


def _states(
    analysis: Analysis, states: PackageStates, package: int, choice: Sequence[int]
) -> tuple[int | None, tuple[str, ...], tuple[str, ...] | None]:
    """Return how many states have the outcomes of a package, their names, and under which concepts one holds."""
    if not states.tells(choice):
        return None, (), None
    if analysis.possible is not None and not analysis.possible[package] and not analysis.unknown[package]:
        return 0, (), ()
    own = states.of(choice)
    return own.size, states.names(own.tolist()), states.holding(own)


def show(found: Stable, look: Look[SettlementOptions]) -> Finding | None:
    """Say which packages of the zone that can be had would hold; nothing where the conflict does not tell."""
    del found
    analysis = look.once(analyse)
    if analysis is None or analysis.states is None or not analysis.able.size:
        return None
    able = analysis.able[:SHOWN]
    names = [package_name(analysis, package) for package in able.tolist()]
    rows = tuple(zip(names, _held(analysis, analysis.states, able), strict=True))
    return Finding(
        "Which packages would hold",
        _headline(rows, cut=analysis.able.size > SHOWN, now=analysis.feasible is not None),
        tables=(
            Table(
                "stable", "Packages of the zone as states of the conflict", _COLUMNS, _table(rows, _called(analysis))
            ),
        ),
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
        ),
        depth=Depth.APPENDIX,
        id="packages-stable",
    )


def _headline(rows: Sequence[tuple[str, Held]], *, cut: bool, now: bool) -> str:
    firm = [name for name, row in rows if "nash" in (row.equilibria or ())]
    other = [name for name, row in rows if row.equilibria and "nash" not in row.equilibria]
    zone = f"packages that nobody blocks{' and that are possible now' if now else ''}"
    shown = f"the first {len(rows)} {zone}" if cut else f"the {zone}"
    untold = sum(row.equilibria is None for _, row in rows)
    if untold == len(rows):
        return f"Of {shown}, the conflict tells of none whether it would hold: it has no options for them."
    if firm:
        which = "any of them" if len(firm) == len(rows) > 1 else _named(firm)
        said = f"Of {shown}, nobody would gain by leaving {which}"
    else:
        said = f"Of {shown}, there is none that nobody would gain by leaving"
    if other:
        verb = one_or_many(len(other), "holds", "hold")
        said += f"; {_named(other)} {verb} because answers deter from leaving"
    if untold:
        said += (
            f"; of {untold} the conflict does not tell, as it has no options for {one_or_many(untold, 'it', 'them')}"
        )
    return f"{said}."


def _named(names: list[str]) -> str:
    return f"“{names[0]}”" if len(names) == 1 else f"{len(names)} of them"


def _called(analysis: Analysis) -> dict[str, str]:
    conflict = analysis.situation.case.conflict
    return {name: state.called(name) for name, state in conflict.named_states.items()} if conflict else {}


def _table(rows: Sequence[tuple[str, Held]], called: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the packages as states; ``called`` has what sentences call named states."""
    titles = {key: concept.title for key, concept in shipped().items()}
    return tuple(
        Row(
            (
                name,
                row.count,
                tuple(called.get(each, each) for each in row.named) or None,
                tuple(titles[key] for key in row.equilibria or ()) or None,
            )
        )
        for name, row in rows
    )


CHAPTER = Chapter("stable", 160, find, show)

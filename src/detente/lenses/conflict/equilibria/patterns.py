"""What would hold in a conflict whose states are not listed: counts, what equilibria share, and their patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.conflict.engine.explicit import short
from detente.lenses.conflict.model.chapter import assumptions
from detente.lenses.conflict.why.symbolic_impasse import method
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped
from detente.models.conflict.size import what_fits

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.symbolic import SymbolicAnalysis
    from detente.methods.gmcr.symbolic.region import Region

_MOST = 20
_STRONGEST_FIRST = ("nash", "sseq", "seq", "smr", "gmr")


def finding(analysis: SymbolicAnalysis) -> Finding:
    """Return how many states would hold, and which of the outcomes asked about."""
    stability = analysis.model.stability
    feasible = stability.feasible.count
    columns = (
        Column("concept", "Concept"),
        Column("count", "Equilibria", "number"),
        Column("share", "Share of states"),
    )
    rows = [
        Row((shipped()[k].title, f"{r.count:,}", _share(r.count, feasible))) for k, r in stability.equilibria.items()
    ]
    statements = [Statement(f"{shipped()[key].title}: {shipped()[key].meaning}") for key in stability.equilibria]
    statements += [
        Statement(f"Not answered under {short(key)}: {reason}.") for key, reason in stability.too_large.items()
    ]
    if stability.too_large:
        statements.append(Statement(f"To have more answered, {what_fits(analysis.conflict)}."))
    if analysis.conflict.perceptions:
        statements.append(Statement("How decision makers see the conflict otherwise is left out here."))
    return Finding(
        "conflict",
        "equilibria",
        "What would hold",
        _headline(analysis, feasible),
        statements=tuple(statements),
        tables=(*_named(analysis), Table("counts", "How many states are equilibria", columns, tuple(rows))),
        method=method(analysis),
        assumptions=assumptions(analysis),
    )


def common(analysis: SymbolicAnalysis) -> Finding:
    """Return what the equilibria have in common, option by option, and the widest patterns of one concept."""
    equilibria = analysis.model.stability.equilibria
    shown = next((key for key in _STRONGEST_FIRST if key in equilibria and equilibria[key].count), None)
    tables = [_projection(analysis)]
    statements = []
    if shown is not None:
        patterns = equilibria[shown].cubes(_MOST + 1)
        tables.append(_cubes(analysis, patterns[:_MOST], shown))
        if len(patterns) > _MOST:
            statements.append(Statement(f"The table of patterns shows the {_MOST} widest ones; no two share a state."))
    return Finding(
        "conflict",
        "common",
        "What they share",
        _shared(analysis, shown),
        statements=tuple(statements),
        tables=tuple(tables),
        method=method(analysis),
        assumptions=assumptions(analysis),
        depth=Depth.APPENDIX,
    )


def _headline(analysis: SymbolicAnalysis, feasible: int) -> str:
    equilibria = analysis.model.stability.equilibria
    if "nash" not in equilibria:
        return f"How many of {feasible:,} possible states hold could be said only under some concepts."
    count = equilibria["nash"].count
    states = f"{feasible:,} possible {one_or_many(feasible, 'state', 'states')}"
    if not count:
        return f"In each of the {states} somebody gains by a move of its own."
    words = f"{count:,} of {states} would be left by nobody, as nobody gains by a move of its own."
    named = [(name, s) for name, s in analysis.model.named.items() if s != analysis.model.status_quo]
    holding = [name.replace("-", " ") for name, s in named if equilibria["nash"].holds(s)]
    return f"{words} Among them, of the outcomes asked about: {listed(holding)}." if holding else words


def _share(count: int, feasible: int) -> str:
    return f"{count / feasible:.2%}" if not count or count * 10_000 >= feasible else "less than 0.01%"


def _named(analysis: SymbolicAnalysis) -> tuple[Table, ...]:
    """Return the states the analyst asked about, possible now or not."""
    named = analysis.model.named
    if not named:
        return ()
    columns = (
        Column("name", "Outcome"),
        Column("taken", "What is done"),
        Column("possible", "Possible now", "truth"),
        Column("concepts", "Holds under"),
    )
    rows = []
    for name, state in named.items():
        possible = analysis.model.can_be(state)
        held = (analysis.concepts_of(state) or "none") if possible else "not possible at this date"
        rows.append(Row((name.replace("-", " "), taken(analysis, state), possible, held)))
    return (Table("named-states", "The outcomes asked about", columns, tuple(rows)),)


def _shared(analysis: SymbolicAnalysis, shown: str | None) -> str:
    if shown is None:
        return "No state is an equilibrium under any concept."
    region = analysis.model.stability.equilibria[shown]
    count, taken_in = region.count, region.taken()
    always, never = sum(each == count for each in taken_in), taken_in.count(0)
    differ = len(taken_in) - always - never
    return (
        f"Every {short(shown)} equilibrium takes {always or 'none'} of {counted(len(taken_in), 'option')} and leaves "
        f"{never or 'none'} undone; in {differ or 'none'} they differ."
    )


def _projection(analysis: SymbolicAnalysis) -> Table:
    """Return for each option whether it is taken in all, some or none of the equilibria of each concept."""
    equilibria = analysis.model.stability.equilibria
    columns = (
        Column("maker", "Decision maker"),
        Column("option", "Option"),
        *(Column(key, f"{short(key)}: taken in") for key in equilibria),
    )
    words = [_quantified(region) for region in equilibria.values()]
    rows = []
    place = 0
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for option in maker.options:
            rows.append(Row((name, option.text or option.id, *(each[place] for each in words))))
            place += 1
    return Table("projections", "What equilibria have in common, option by option", columns, tuple(rows))


def _quantified(region: Region) -> list[str]:
    count = region.count
    if not count:
        return ["no equilibrium"] * len(region.taken())
    return ["all" if each == count else _some(each, count) if each else "none" for each in region.taken()]


def _some(part: int, count: int) -> str:
    percent = 100 * part // count
    return f"some ({percent}%)" if 1 <= percent <= 99 else "some (under 1%)"


def _cubes(analysis: SymbolicAnalysis, patterns: list[str], key: str) -> Table:
    columns = (
        Column("number", "No.", "number"),
        Column("taken", "Taken"),
        Column("not-taken", "Not taken"),
        Column("free", "Either way", "number"),
        Column("states", "States", "number"),
        Column("pattern", "Pattern", "state"),
    )
    texts = [option.text or option.id for maker in analysis.conflict.decision_makers for option in maker.options]
    owners = [
        name
        for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True)
        for _ in maker.options
    ]
    rows = []
    for number, pattern in enumerate(patterns, 1):
        said = [_phrases(texts, owners, pattern, mark) or "none" for mark in "YN"]
        free = pattern.count("-")
        rows.append(Row((number, *said, free, f"{1 << free:,}", pattern)))
    return Table("cubes", f"Patterns of {short(key)} equilibria, the widest first", columns, tuple(rows))


def _phrases(texts: list[str], owners: list[str], pattern: str, mark: str) -> tuple[str, ...]:
    """Return the options with a mark in a pattern, one phrase for each owner."""
    found: dict[str, list[str]] = {}
    for text, owner, each in zip(texts, owners, pattern, strict=True):
        if each == mark:
            found.setdefault(owner, []).append(text)
    return tuple(f"{owner}: {'; '.join(said)}" for owner, said in found.items())

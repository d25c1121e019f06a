"""What would hold in a conflict whose states are not listed: counts, what equilibria share, and their patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.findings import Column, Depth, Finding, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import NASH, method, short, strongest_first
from detente.lenses.conflict.engine.choice import if_unlisted
from detente.lenses.conflict.engine.symbolic import FIRST
from detente.lenses.conflict.listing import Brief, Feasible
from detente.lenses.conflict.named import asked_about, spoken
from detente.lenses.conflict.readers import reading_followed
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, maker_names, taken
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped
from detente.models.conflict.size import what_fits

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.symbolic import Outline, Symbolic
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.symbolic.region import Region


@dataclass(frozen=True, slots=True)
class Sets(Result):
    """A conflict whose states are kept as sets that are too large to list.

    Attributes
    ----------
    engine
        How they are kept.
    decision_makers, options
        Ids, in the order of the case.
    status_quo
        The state the dispute is in; null where the case does not say.
    states
        How many states can be.
    rank
        Null: no state is ranked by itself.
    stability
        By concept and decision maker, at how many states it stays.
    equilibria
        By concept, at how many all stay.
    named
        The states that the case gives names to.
    projections
        By concept and option, in how many of the equilibria it is taken.
    cubes
        By concept, disjoint patterns that cover the equilibria, the widest first.
    too_large
        Why a concept is missing from the others.
    """

    engine: Literal["symbolic"]
    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    status_quo: str | None
    states: Feasible
    rank: None
    stability: Mapping[str, Mapping[str, Brief]]
    equilibria: Mapping[str, Brief]
    named: Mapping[str, str]
    projections: Mapping[str, Mapping[str, int]]
    cubes: Mapping[str, tuple[str, ...]]
    too_large: Mapping[str, str]


def find(look: Look[ConflictOptions]) -> Sets | None:
    """Return counts, first states, projections and cubes under the keys of the listed document."""
    analysis = if_unlisted(look)
    if analysis is None:
        return None
    model, equilibria = analysis.model, analysis.equilibria

    def brief(region: Region) -> Brief:
        return Brief(region.count, analysis.first(region))

    return Sets(
        "symbolic",
        model.decision_makers,
        model.options,
        None if model.status_quo is None else model.name(model.status_quo),
        Feasible(model.stability.feasible.count, None),
        None,
        {
            key: dict(zip(model.decision_makers, map(brief, regions), strict=True))
            for key, regions in model.stability.stable.items()
        },
        {key: Brief(each.count, each.first) for key, each in equilibria.items()},
        {name: model.name(state) for name, state in model.named.items()},
        {key: dict(zip(model.options, each.taken, strict=True)) for key, each in equilibria.items()},
        {key: each.patterns[:FIRST] for key, each in equilibria.items()},
        dict(model.stability.too_large),
    )


def show(found: Sets, look: Look[ConflictOptions]) -> Iterator[Finding]:
    """Yield how many states would hold, and what the equilibria have in common."""
    analysis = if_unlisted(look)
    if analysis is not None:
        yield _held(found, analysis, look)
        yield _common(analysis, look)


def _held(found: Sets, analysis: Symbolic, look: Look[ConflictOptions]) -> Finding:
    """Return how many states would hold, and which of the outcomes asked about."""
    feasible = found.states.count
    columns = (
        Column("concept", "Concept"),
        Column("count", "Equilibria", "number"),
        Column("share", "Share of states"),
    )
    rows = [Row((shipped()[k].title, f"{r.count:,}", _share(r.count, feasible))) for k, r in found.equilibria.items()]
    statements = [*map(Statement, _among(analysis))]
    statements += [Statement(f"{shipped()[key].title}: {shipped()[key].meaning}") for key in found.equilibria]
    statements += [Statement(f"Not answered under {short(key)}: {reason}.") for key, reason in found.too_large.items()]
    if found.too_large:
        statements.append(Statement(f"To have more answered, {what_fits(analysis.conflict)}."))
    if analysis.conflict.perceptions:
        followed = reading_followed(analysis.conflict, maker_names(analysis))
        statements.append(Statement(f"Worked out by {followed}, and by no other."))
    return Finding(
        "What would hold",
        _headline(analysis, feasible),
        statements=tuple(statements),
        tables=(*_named(analysis), Table("counts", "How many states are equilibria", columns, tuple(rows))),
        method=method(analysis),
        assumptions=assumptions(look),
        depth=Depth.APPENDIX,
        id="equilibria",
    )


def _common(analysis: Symbolic, look: Look[ConflictOptions]) -> Finding:
    """Return what the equilibria have in common, option by option, and the widest patterns of one concept."""
    equilibria = analysis.equilibria
    shown = next((key for key in strongest_first() if key in equilibria and equilibria[key].count), None)
    tables = [_projection(analysis)]
    statements = []
    if shown is not None:
        patterns = equilibria[shown].patterns
        tables.append(_cubes(analysis, patterns[:FIRST], shown))
        if len(patterns) > FIRST:
            statements.append(Statement(f"The table of patterns shows the {FIRST} widest ones; no two share a state."))
    return Finding(
        "What they share",
        _shared(analysis, shown),
        statements=tuple(statements),
        tables=tuple(tables),
        method=method(analysis),
        assumptions=assumptions(look),
        depth=Depth.APPENDIX,
        id="common",
    )


def _headline(analysis: Symbolic, feasible: int) -> str:
    equilibria = analysis.model.stability.equilibria
    if NASH not in equilibria:
        return f"How many of {feasible:,} possible states hold could be said only under some concepts."
    count = equilibria[NASH].count
    states = f"{feasible:,} possible {one_or_many(feasible, 'state', 'states')}"
    if not count:
        return f"In each of the {states} somebody gains by a move of its own."
    return f"{count:,} of {states} would be left by nobody, as nobody gains by a move of its own."


def _among(analysis: Symbolic) -> Iterator[str]:
    """Yield which outcomes asked about nobody leaves, and which of them only because they cannot be undone."""
    equilibria = analysis.model.stability.equilibria
    if NASH not in equilibria:
        return
    holding = {name: state for name, state in asked_about(analysis).items() if equilibria[NASH].holds(state)}
    free = [name for name, state in holding.items() if state not in analysis.trapped]
    if free:
        yield f"Among them, of the outcomes asked about: {listed(free)}."
    names = maker_names(analysis)
    stuck = [
        f"{name} ({listed([names[i] for i in analysis.trapped[state]])} would leave)"
        for name, state in holding.items()
        if state in analysis.trapped
    ]
    if stuck:
        yield f"Nobody leaves these only because they cannot be undone: {listed(stuck)}."


def _share(count: int, feasible: int) -> str:
    return f"{count / feasible:.2%}" if not count or count * 10_000 >= feasible else "less than 0.01%"


def _named(analysis: Symbolic) -> tuple[Table, ...]:
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
        final = (CANNOT_BE_UNDONE,) if state in analysis.trapped else ()
        concepts = (*final, *map(short, analysis.keys_of(state)))
        held = (concepts or "none") if possible else "not possible at this date"
        rows.append(Row((spoken(analysis, name), taken(analysis, state), possible, held)))
    return (Table("named-states", "The outcomes asked about", columns, tuple(rows)),)


def _shared(analysis: Symbolic, shown: str | None) -> str:
    if shown is None:
        return "No state is an equilibrium under any concept."
    outline = analysis.equilibria[shown]
    count, taken_in = outline.count, outline.taken
    always, never = sum(each == count for each in taken_in), taken_in.count(0)
    differ = len(taken_in) - always - never
    return (
        f"Every {short(shown)} equilibrium takes {always or 'none'} of {counted(len(taken_in), 'option')} and leaves "
        f"{never or 'none'} undone; in {differ or 'none'} they differ."
    )


def _projection(analysis: Symbolic) -> Table:
    """Return for each option whether it is taken in all, some or none of the equilibria of each concept."""
    equilibria = analysis.equilibria
    columns = (
        Column("maker", "Decision maker"),
        Column("option", "Option"),
        *(Column(key, f"{short(key)}: taken in") for key in equilibria),
    )
    words = [_quantified(outline) for outline in equilibria.values()]
    options = zip(_owners(analysis), analysis.conflict.options, *words, strict=True)
    rows = tuple(Row((name, option.label, *each)) for name, option, *each in options)
    return Table("projections", "What equilibria have in common, option by option", columns, rows)


def _owners(analysis: Symbolic) -> list[str]:
    """Return what to call whoever owns each option."""
    names = maker_names(analysis)
    return [names[i] for i in analysis.conflict.owners]


def _quantified(outline: Outline) -> list[str]:
    count = outline.count
    if not count:
        return ["no equilibrium"] * len(outline.taken)
    return ["all" if each == count else _some(each, count) if each else "none" for each in outline.taken]


def _some(part: int, count: int) -> str:
    percent = 100 * part // count
    return f"some ({percent}%)" if 1 <= percent <= 99 else "some (under 1%)"


def _cubes(analysis: Symbolic, patterns: Sequence[str], key: str) -> Table:
    columns = (
        Column("number", "No.", "number"),
        Column("taken", "Taken"),
        Column("not-taken", "Not taken"),
        Column("free", "Either way", "number"),
        Column("states", "States", "number"),
        Column("pattern", "Pattern", "state"),
    )
    texts = [option.label for option in analysis.conflict.options]
    owners = _owners(analysis)
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


CHAPTER = Chapter("sets", 40, find, show)

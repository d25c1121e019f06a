"""A conflict in option form: a state is the set of options taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from detente.case.conflict import Conflict
from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.preference.expressions import Expression, Name, Pattern, StatementError
from detente.methods.gmcr.preference.state_sets import holds, members, state_set
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.states import MAX_OPTIONS, state_index, state_name
from detente.models.conflict.ranking import Rankable, ranking_flaws, red_line_flaws, weight_flaws
from detente.models.conflict.states import BAD_FORM, NO_SUCH_STATE, NOT_AVAILABLE, RULED_OUT, Outline
from detente.models.conflict.text import BAD_STATEMENT, UNKNOWN_OPTION, Conditions, read_conditions
from detente.models.flaw import Flaw, FlawedModelError

TOO_MANY_OPTIONS = Rule(
    "DT507",
    "too many options",
    f"States are listed one by one up to {MAX_OPTIONS} options, fewer where very many decision makers may answer each "
    "other. Beyond, a conflict is answered without a list of its states, so no ranking can list them and none can be "
    "coalesced: write preferences as statements or weights, leave out options that nobody would change now, or join "
    "those that always go together.",
)
NOTHING_CAN_BE = Rule(
    "DT508",
    "a conflict in which nothing can be",
    "The infeasible combinations, with the options that are closed at this date, leave no state at all. Take the "
    "conditions away one by one to find the two that contradict each other.",
)
CANNOT_MERGE = Rule(
    "DT509",
    "states that cannot be merged",
    "Coalesced states become one, so no decision maker may prefer one of them to another, and none may belong to two "
    "patterns.",
)

Path = tuple[str | int, ...]

_NO_OPTIONS = "give a decision maker 'options: [{id: …}]', or the conflict a 'graph'"


def outline(conflict: Conflict, closed: Collection[str] | None, known: Outline | None = None) -> Outline:
    """Return the outline of a conflict in option form; parameters are those of ``outline_conflict``.

    Raises
    ------
    FlawedModelError
        If its conditions cannot be read, it has too many options, nothing can be, or its states do not fit.
    """
    found = known or _undated(conflict)
    names, ever = found.options, found.ever
    feasible = ever & ~_any([Name(name) for name in closed or ()], names)
    if not feasible:
        message = "the infeasible combinations leave no state" + (" at this date" if ever else "")
        raise FlawedModelError([Flaw(NOTHING_CAN_BE, ("conflict", "infeasible"), message)])
    quo = None if conflict.status_quo is None else state_number(conflict.status_quo, names)
    needed = feasible if closed is not None else feasible & ~_any(_conditional(conflict), names)
    patterns, flaws = _patterns(conflict, names, feasible)
    flaws += [*_quo_flaws(quo, ever, feasible), *ranking_flaws(conflict, _rankable(names, ever, needed))]
    flaws = flaws or [*red_line_flaws(conflict, names, found.accepted)]
    if flaws:
        raise FlawedModelError(flaws)
    return replace(found, feasible=feasible, status_quo=quo, patterns=patterns)


def _undated(conflict: Conflict) -> Outline:
    """Return what hangs on no date: the conditions, and the states that can ever be."""
    names = tuple(option.id for option in conflict.options)
    conditions = read_conditions(conflict)
    flaws = [*conditions.flaws, *_size_flaws(names), *weight_flaws(conflict)]
    if not flaws:
        flaws = [*pattern_flaws(conditions, names), *unknown_options(conflict, names)]
    if flaws:
        raise FlawedModelError(flaws)
    ever = _every(names) & ~_any(conditions.infeasible, names)
    named = {name: state_number(each.take, names) for name, each in conflict.named_states.items()}
    return Outline(names, (), ever, ever, None, named, tuple(map(tuple, conditions.statements)), conditions.accepted)


def _every(names: Sequence[str]) -> int:
    return (1 << (1 << len(names))) - 1


def _any(expressions: Sequence[Expression], names: Sequence[str]) -> int:
    """Return the states in which one of ``expressions`` is true."""
    found = 0
    for expression in expressions:
        found |= state_set(expression, names)
    return found


def state_number(taken: Sequence[str], names: Sequence[str]) -> int:
    """Return the number of the state in which some options are taken."""
    return sum(1 << (len(names) - 1 - names.index(name)) for name in set(taken))


def _conditional(conflict: Conflict) -> list[Expression]:
    """Return the options that some dates close."""
    return [Name(o.id) for o in conflict.options if o.available is not None]


def _rankable(names: Sequence[str], ever: int, needed: int) -> Rankable:
    def known(name: str) -> bool:
        return len(name) == len(names) and set(name) <= {"Y", "N"} and bool(ever >> state_index(name) & 1)

    return Rankable(known, lambda: (state_name(s, len(names)) for s in members(needed)))


def _size_flaws(names: Sequence[str]) -> Iterator[Flaw]:
    if not names:
        yield Flaw(BAD_FORM, ("conflict",), "no decision maker has an option, and there is no graph", _NO_OPTIONS)
    if len(names) > MAX_OPTIONS:
        message = f"{len(names)} options make 2^{len(names)} states; the limit is {MAX_OPTIONS} options"
        yield Flaw(TOO_MANY_OPTIONS, ("conflict",), message, "leave out or join options")


def pattern_flaws(conditions: Conditions, names: Sequence[str]) -> Iterator[Flaw]:
    """Yield the conditions whose patterns do not have one mark for each option."""
    read: dict[Path, Expression] = {
        ("conflict", "infeasible", k, "when"): expression for k, expression in enumerate(conditions.infeasible)
    } | {
        ("conflict", "decision_makers", i, "preferences", "statements", k, "when"): expression
        for i, statements in enumerate(conditions.statements)
        for k, expression in enumerate(statements)
    }
    read |= {
        ("conflict", "decision_makers", i, "red_lines", k, "when"): expression
        for i, lines in enumerate(conditions.red_lines)
        for k, expression in enumerate(lines)
    }
    for path, expression in read.items():
        try:
            holds(expression, names, state=0)
        except StatementError as error:
            yield Flaw(BAD_STATEMENT, path, error.message, offset=error.offset)


def unknown_options(conflict: Conflict, names: Sequence[str]) -> Iterator[Flaw]:
    """Yield the options that the status quo and the named states speak of and that do not exist."""
    specs: list[tuple[tuple[str, ...], Sequence[str]]] = [(("status_quo",), conflict.status_quo or ())]
    specs += [(("named_states", name, "take"), each.take) for name, each in conflict.named_states.items()]
    for where, spec in specs:
        for k, name in enumerate(spec):
            if name not in names:
                hint = did_you_mean(name, names) or f"the options are {', '.join(names)}"
                message = f"no option has the id '{name}'"
                yield Flaw(UNKNOWN_OPTION, ("conflict", *where, k), message, hint, cause=name)


def _quo_flaws(quo: int | None, ever: int, feasible: int) -> Iterator[Flaw]:
    if quo is not None and not feasible >> quo & 1:
        why, hint = NOT_AVAILABLE if ever >> quo & 1 else RULED_OUT
        yield Flaw(NO_SUCH_STATE, ("conflict", "status_quo"), f"the status quo cannot be: {why}", hint)


def _patterns(conflict: Conflict, names: Sequence[str], feasible: int) -> tuple[tuple[int, ...], list[Flaw]]:
    """Return the states that each coalescing pattern matches, and the patterns that match none."""
    found: list[int] = []
    flaws: list[Flaw] = []
    for number, text in enumerate(conflict.coalesce):
        path = ("conflict", "coalesce", number)
        try:
            expression = parse(text if text.startswith("{") else f"{{{text}}}")
            states = state_set(expression, names) & feasible
        except StatementError as error:
            flaws.append(Flaw(BAD_STATEMENT, path, error.message, offset=error.offset))
            continue
        if not isinstance(expression, Pattern) or not states:
            flaws.append(Flaw(CANNOT_MERGE, path, f"'{text}' is no pattern that a feasible state matches"))
        found.append(states)
    return tuple(found), flaws

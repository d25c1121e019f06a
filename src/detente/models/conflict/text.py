"""The conditions of a conflict: texts and lists of options as expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.case.conflict import Conflict, Infeasible, Statement
from detente.case.red_line import RedLine
from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.preference.expressions import And, Expression, Name, Not, Or, StatementError
from detente.methods.gmcr.preference.statements import mentioned, parse
from detente.models.flaw import Flaw

BAD_STATEMENT = Rule(
    "DT500",
    "a condition that cannot be read",
    "Conditions use option ids, 'not', 'and', 'or', 'A if B', 'A implies B', 'A iff B', parentheses, and patterns such "
    "as {Y-N} with one mark for each option.",
)
UNKNOWN_OPTION = Rule(
    "DT501",
    "a condition on an option that does not exist",
    "Conditions speak of the options of the conflict, by id.",
)

Path = tuple[str | int, ...]
_SHOWN = 60


@dataclass(slots=True)
class Conditions:
    """Every condition of a conflict, read.

    Attributes
    ----------
    infeasible
        What cannot be.
    statements
        By decision maker: its preference statements, most important first.
    red_lines
        By decision maker: what holds in all that it accepts.
    flaws
        What cannot be read.
    """

    infeasible: list[Expression] = field(default_factory=list)
    statements: list[list[Expression]] = field(default_factory=list)
    red_lines: list[list[Expression]] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def accepted(self) -> tuple[Expression | None, ...]:
        """By decision maker: that no red line of its own is crossed; ``None`` where it has none.

        Several red lines are one: whoever crosses any of them has crossed a line, and how many makes no difference.
        """
        return tuple(And(tuple(lines)) if lines else None for lines in self.red_lines)


def read_conditions(conflict: Conflict) -> Conditions:
    """Return the conditions of ``conflict``; those that cannot be read are flaws."""
    options = [option.id for option in conflict.options]
    found = Conditions()
    reader = _Reader([*(act.id for act in conflict.joint), *options], frozenset(options), found.flaws)
    for i, rule in enumerate(conflict.infeasible):
        expression = _infeasible(rule, ("conflict", "infeasible", i), reader)
        if expression is not None:
            found.infeasible.append(expression)
    for i, maker in enumerate(conflict.decision_makers):
        stated = maker.preferences.statements if maker.preferences else None
        here: Path = ("conflict", "decision_makers", i)
        lists: tuple[tuple[Sequence[Statement | RedLine], Path, list[list[Expression]]], ...] = (
            (stated or (), (*here, "preferences", "statements"), found.statements),
            (maker.red_lines, (*here, "red_lines"), found.red_lines),
        )
        for items, path, into in lists:
            read = [reader.read(item.when, (*path, k, "when")) for k, item in enumerate(items)]
            into.append([expression for expression in read if expression is not None])
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    spoken: Sequence[str]  # what a user may have meant, joint acts among it
    known: frozenset[str]
    flaws: list[Flaw]

    def read(self, text: str, path: Path) -> Expression | None:
        """Return the expression that ``text`` writes, or ``None`` when it has flaws."""
        expression = read_text(text, path)
        if isinstance(expression, Flaw):
            self.flaws.append(expression)
            return None
        before = len(self.flaws)
        for name, offset in mentioned(text):
            if name not in self.known:
                self.flaws.append(self._unknown(name, path, offset))
        return expression if len(self.flaws) == before else None

    def _unknown(self, name: str, path: Path, offset: int) -> Flaw:
        """Return what is wrong with a name that no option has."""
        known = f"the options are {', '.join(self.spoken)}"
        if " is " in name:
            message = f"'{name}' speaks of an outcome, and conditions of the conflict of options"
            return Flaw(UNKNOWN_OPTION, path, message, f"write which options it takes; {known}", offset, cause=name)
        hint = did_you_mean(name, self.spoken) or known
        return Flaw(UNKNOWN_OPTION, path, f"no option has the id '{name}'", hint, offset, cause=name)


def read_text(text: str, path: Path) -> Expression | Flaw:
    """Return the expression that a text at some place writes, or what keeps it from being read."""
    try:
        return parse(text)
    except StatementError as error:
        return Flaw(BAD_STATEMENT, path, f"in '{_short(text)}': {error.message}", offset=error.offset)


def _short(text: str) -> str:
    line = " ".join(re.split("[ \t\r\n]+", text.strip(" \t\r\n")))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _infeasible(rule: Infeasible, path: Path, reader: _Reader) -> Expression | None:
    if rule.when is not None:
        return reader.read(rule.when, (*path, "when"))
    if rule.take is not None:
        needed = reader.read(rule.only_if or "", (*path, "only_if"))
        return None if needed is None else And((Name(rule.take), Not(needed)))
    return combination(rule)


def combination(rule: Infeasible) -> Expression:
    """Return where a rule about a list of options is broken."""
    if rule.at_most_one is not None:
        return _two_of(tuple(map(Name, dict.fromkeys(rule.at_most_one))))
    if rule.at_least_one is not None:
        return Not(Or(tuple(map(Name, rule.at_least_one))))
    several = tuple(map(Name, rule.together or ()))
    return And((Or(several), Not(And(several))))


def _two_of(several: tuple[Expression, ...]) -> Expression:
    """Return that at least two of several hold: two in one half, or one in each. All pairs would be far too many."""
    half = len(several) // 2
    if not half:
        return Or(())
    some, more = several[:half], several[half:]
    within = (_two_of(part) for part in (some, more) if len(part) > 1)
    return Or((And((_any_of(some), _any_of(more))), *within))


def _any_of(several: tuple[Expression, ...]) -> Expression:
    return several[0] if len(several) == 1 else Or(several)

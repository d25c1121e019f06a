"""Every preference statement tells states apart, and every infeasible combination rules some out."""

from __future__ import annotations

from functools import reduce
from itertools import groupby
from operator import and_
from typing import TYPE_CHECKING

from detente.checks.declared import has_repeated_options
from detente.checks.truths import Truths, repeated
from detente.diagnostics import Rule, Severity
from detente.methods.gmcr.preference.expressions import Name, StatementError
from detente.models.conflict.joint import plain_conflict
from detente.models.conflict.text import Conditions, read_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.conflict import Conflict, Infeasible, Statement
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.methods.gmcr.preference.expressions import Expression

IDLE_STATEMENT = Rule(
    "DT513",
    "a preference statement that changes nothing",
    "A statement counts where it is true in some states that can be and false in others, among states that the "
    "statements above it do not tell apart. One that is always true, never true, or settled by the statements above "
    "prefers nothing: it may repeat or contradict one of them. Take it out, mend it, or move it up.",
    Severity.WARNING,
)
IDLE_CONDITION = Rule(
    "DT514",
    "an infeasible combination that rules out nothing",
    "The condition is true in no state that the conditions above leave, so it changes nothing. It may repeat one of "
    "them, or miss an option: 'at_most_one' needs two, for example.",
    Severity.WARNING,
)

_SHOWN = 60


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of statements that prefer nothing, and of infeasible combinations that rule out nothing."""
    written = context.case.conflict
    if written is None or written.graph is not None or has_repeated_options(written):
        return
    conflict = plain_conflict(written)
    conditions = read_conditions(conflict)
    if conditions.flaws:
        return
    try:
        yield from (*_conditions(context, conflict, conditions), *_statements(context, conflict, conditions))
    except StatementError:  # a pattern of the wrong length, which is reported
        return


def _truths(conflict: Conflict, conditions: Conditions) -> Truths:
    options = [option.id for option in conflict.options]
    return Truths(options, len(conditions.infeasible) + sum(map(len, conditions.statements)))


def _conditions(context: Context, conflict: Conflict, conditions: Conditions) -> Iterator[Diagnostic]:
    truths = _truths(conflict, conditions)
    written = context.case.conflict.infeasible if context.case.conflict else ()
    idle: dict[int, str] = {}
    if truths.listed:
        left = truths.without(())
        for k, condition in enumerate(conditions.infeasible):
            out = truths.of(condition)
            if not out & left and not _is_twice(written[k]):
                idle[k] = "this rules out nothing that the conditions above leave" if out else "this rules out nothing"
            left &= ~out
    else:
        same = ((k, first) for k, first, alike in repeated(conditions.infeasible) if alike)
        idle = {k: f"this rules out what the condition in {_line(context, first)} rules out" for k, first in same}
    for k, message in idle.items():
        yield IDLE_CONDITION.at(context.spans.span("conflict", "infeasible", k), message, "take it out, or mend it")


def _is_twice(rule: Infeasible) -> bool:
    """Whether an option stands twice in a list, which is reported."""
    listed = rule.at_most_one or rule.at_least_one or rule.together or ()
    return len(set(listed)) < len(listed)


def _line(context: Context, k: int) -> str:
    return f"line {context.spans.span('conflict', 'infeasible', k).line}"


def _statements(context: Context, conflict: Conflict, conditions: Conditions) -> Iterator[Diagnostic]:
    truths = _truths(conflict, conditions)
    never = [Name(option) for option in _never(context, conflict)]
    possible = truths.without((*conditions.infeasible, *never)) if truths.listed else 0
    shared = _shared(context)
    for i, (maker, read) in enumerate(zip(conflict.decision_makers, conditions.statements, strict=True)):
        stated = (maker.preferences and maker.preferences.statements) or ()
        if any(_is_apart(labels) for labels in ([item.group for item in stated], [item.equal for item in stated])):
            continue
        path: Path = ("conflict", "decision_makers", i, "preferences", "statements")
        texts = [_quoted(when) for when in _written(context, i)]
        lines = [truths.of(each) & possible for each in conditions.red_lines[i]] if truths.listed else []
        apart = _Apart(truths, possible, texts, lines)
        found = _told(stated, read, texts) if not truths.listed else apart.idle(stated, read)
        for k, message in found.items():
            if (maker.actor, stated[k].id) not in shared:
                yield IDLE_STATEMENT.at(context.spans.span(*path, k), message, "take it out, mend it, or move it up")


def _written(context: Context, number: int) -> list[str]:
    """Return the conditions of a decision maker as the case writes them."""
    makers = context.case.conflict.decision_makers if context.case.conflict else ()
    stated = makers[number].preferences
    return [item.when for item in (stated and stated.statements) or ()]


def _is_apart(labels: Sequence[str | None]) -> bool:
    """Whether a group does not stand together, which is reported: then there is no order to speak of."""
    runs = [label for k, label in enumerate(labels) if label is not None and labels[k - 1 : k] != [label]]
    return len(set(runs)) < len(runs)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _SHOWN else f"'{line[:_SHOWN]}…'"


def _told(stated: Sequence[Statement], read: Sequence[Expression], texts: Sequence[str]) -> dict[int, str]:
    """Return the statements written like an earlier one or its opposite, and what to say of each.

    What counts alike with others settles nothing by itself, so that something like it may follow.
    """
    found = ((k, first, same) for k, first, same in repeated(read) if stated[first].equal is None)
    return {k: _like(texts[first], same=same) for k, first, same in found}


def _like(text: str, *, same: bool) -> str:
    what = "the same as" if same else "the opposite of"
    return f"this says {what} {text}, which is more important: it changes nothing"


def _is_certain(item: Statement) -> bool:
    return item.probability is None or item.probability.low >= 1


def _together(stated: Sequence[Statement]) -> list[list[int]]:
    """Return the statements by number, those of one group, or that count alike, together."""
    labels = [(item.group, item.equal, None if item.group or item.equal else k) for k, item in enumerate(stated)]
    return [list(run) for _, run in groupby(range(len(stated)), key=labels.__getitem__)]


class _Apart:
    """Which states the red lines of one decision maker and then its statements tell apart, one after the other."""

    def __init__(self, truths: Truths, possible: int, texts: Sequence[str], lines: Sequence[int]) -> None:
        self.truths, self.possible, self.texts = truths, possible, texts
        self.accepted = reduce(and_, lines, possible)

    def idle(self, stated: Sequence[Statement], read: Sequence[Expression]) -> dict[int, str]:
        """Return the statements that prefer nothing, and what to say of each."""
        groups = self.truths.split([self.possible], self.accepted) if self.possible else None
        first: dict[int, int] = {}
        found: dict[int, str] = {}
        for together in _together(stated):
            waiting: list[tuple[int, int]] = []
            for k in together:
                true = self.truths.of(read[k]) & self.possible
                if message := self._message(true, groups, first):
                    found[k] = message
                elif _is_certain(stated[k]):
                    waiting.append((k, true))
            if len(together) > 1 and stated[together[0]].equal is not None:
                known = all(_is_certain(stated[k]) for k in together)  # else any number may tell any states apart
                groups = self._counted(groups, [true for _, true in waiting]) if known else groups
            else:
                groups = self._after(groups, first, waiting)
        return found

    def _counted(self, groups: Sequence[int] | None, truths: Sequence[int]) -> Sequence[int] | None:
        """Return the states that are told apart once as many of some statements as hold count, too."""
        return None if groups is None else self.truths.split_by_number(groups, truths)

    def _after(
        self, groups: Sequence[int] | None, first: dict[int, int], certain: list[tuple[int, int]]
    ) -> Sequence[int] | None:
        """Return the states that are told apart once some statements count, too."""
        for k, true in certain:
            first.setdefault(true, k)
            groups = None if groups is None else self.truths.split(groups, true)
        return groups

    def _message(self, true: int, groups: Sequence[int] | None, first: dict[int, int]) -> str:
        """Return why a statement prefers nothing; nothing where it does."""
        if not self.possible:
            return ""
        if true in (0, self.possible):
            return f"this is {'always' if true else 'never'} true in the states that can be: it prefers nothing"
        for truth, same in ((true, True), (self.possible & ~true, False)):
            if truth in first:
                return _like(self.texts[first[truth]], same=same)
        if groups is not None and all(group & true in (0, group) for group in groups):
            above = "the statements" if self.accepted == self.possible else "the red lines and the statements"
            return f"{above} above settle this in every state that can be: it changes nothing"
        return ""


def _never(context: Context, conflict: Conflict) -> Iterator[str]:
    """Yield the options that can never be taken, in no scenario and in nobody's eyes."""
    changes = [change for scenario in context.case.scenarios for change in scenario.changes]
    changes += [change for perception in conflict.perceptions for change in perception.changes]
    words = {word for change in changes for word in change.target.split(".")}
    for maker in conflict.decision_makers:
        for option in maker.options:
            act, _, _ = option.id.partition("@")
            if option.available is not None and option.available.never and not {option.id, act} & words:
                yield option.id


def _shared(context: Context) -> set[tuple[str, str | None]]:
    """Return the statements, by actor and id, that conditions on packages share."""
    parties = context.case.settlement.parties if context.case.settlement else ()
    return {(party.actor, each.statement) for party in parties for each in party.conditions if each.statement}

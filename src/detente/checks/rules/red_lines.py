"""Red lines leave something, and are not written as weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from detente.case.value import Value
from detente.checks.declared import has_repeated_options
from detente.diagnostics import Rule, Severity
from detente.models.conflict.clash import clashing as clashing_in_conflict
from detente.models.settlement.clash import clashing as clashing_in_settlement
from detente.models.settlement.outline import ONE, outline_settlement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.settlement import Party
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.models.settlement.outline import Outline

NOTHING_LEFT = Rule(
    "DT660",
    "red lines that leave nothing",
    "Whatever happens, somebody is where it accepts to be in no case: no state, or no package, keeps these red lines "
    "together. That may be so, and then nothing settles the dispute as it is drawn here; or one of them says more than "
    "its side does, or an outcome that all could accept is missing. The red lines named are as few as show it.",
    Severity.WARNING,
)
OUTWEIGHS = Rule(
    "DT661",
    "a weight above all others together",
    "Where one of three or more weights exceeds the sum of the others, nothing makes up for it: is it what this side "
    "would in no case give up? Weights trade, and enough of everything else buys a part of it under uncertain numbers; "
    "a red line does not trade. Write a red line, or weights that can be weighed against each other. Intervals exceed "
    "others only where they do whatever the numbers in them are.",
    Severity.WARNING,
)

READS = ("settlement", "issues", "conflict")

_FEWEST, _ROUNDING = 3, 1e-9
_IS_IT = "is this a red line? Then write it under 'red_lines'"


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of red lines that leave nothing together, and of weights that nothing outweighs."""
    if context.sound:
        return
    yield from (*_in_conflict(context), *_in_settlement(context))


def _in_conflict(context: Context) -> Iterator[Diagnostic]:
    conflict = context.case.conflict
    if conflict is None or conflict.graph is not None or has_repeated_options(conflict):
        return
    makers = conflict.decision_makers
    for i, maker in enumerate(makers):
        weights = (maker.preferences and maker.preferences.weights) or {}
        here: Path = ("conflict", "decision_makers", i, "preferences", "weights")
        stated = {(*here, option): Value(low=abs(weight), high=abs(weight)) for option, weight in weights.items()}
        yield from _outweighing(context, maker.actor, stated)
    fewest = [
        (i, k, f"'{makers[i].red_lines[k].id}' of '{makers[i].actor}'") for i, k in clashing_in_conflict(conflict)
    ]
    if fewest:
        i, k, _ = fewest[0]
        span = context.spans.span("conflict", "decision_makers", i, "red_lines", k, "when")
        yield NOTHING_LEFT.at(span, _clash([said for _, _, said in fewest], "state that can be"))


def _in_settlement(context: Context) -> Iterator[Diagnostic]:
    parties = context.case.settlement.parties if context.case.settlement else ()
    outline = outline_settlement(context.case)
    for index, party in enumerate(parties):
        if party in outline.parties:
            yield from _outweighing(context, party.actor, _weights(outline, party, index))
    fewest = clashing_in_settlement(outline)
    if fewest:
        first = fewest[0]
        index = next(k for k, party in enumerate(parties) if party is first.party)
        number = first.party.red_lines.index(first.red_line)
        span = context.spans.span("settlement", "parties", index, "red_lines", number, "when")
        said = [f"'{each.red_line.id}' of '{each.party.actor}'" for each in fewest]
        yield NOTHING_LEFT.at(span, _clash(said, "package"))


def _weights(outline: Outline, party: Party, index: int) -> Mapping[Path, Value]:
    """Return how much what matters to a party does, issues and conditions, by its place in the case."""
    here: Path = ("settlement", "parties", index)
    valued = [issue.id for issue in outline.issues if party.values.get(issue.id)]
    found: dict[Path, Value]
    if party.weights:  # a valued issue without a weight is reported
        found = {(*here, "weights", name): party.weights[name] for name in valued if name in party.weights}
    else:
        found = {(*here, "values", name): ONE for name in valued}
    return found | {(*here, "conditions", k, "weight"): each.weight for k, each in enumerate(party.conditions)}


def _outweighing(context: Context, actor: str, weights: Mapping[Path, Value]) -> Iterator[Diagnostic]:
    """Yield the weight that exceeds all others of the same side together, where at least three count."""
    counted = {path: weight for path, weight in weights.items() if weight.high > 0}
    if len(counted) < _FEWEST:
        return
    path = max(counted, key=lambda each: counted[each].low)
    others = math.fsum(weight.high for each, weight in counted.items() if each != path)
    if counted[path].low > others * (1 + _ROUNDING):
        message = f"one weight of '{actor}' ({counted[path].low:g}) exceeds all its others together ({others:g})"
        yield OUTWEIGHS.at(context.spans.span(*path), message, _IS_IT)


def _clash(fewest: list[str], what: str) -> str:
    """Return that red lines leave nothing."""
    if len(fewest) == 1:
        return f"no {what} keeps the red line {fewest[0]}"
    return f"no {what} keeps the red lines {', '.join(fewest[:-1])} and {fewest[-1]} together"

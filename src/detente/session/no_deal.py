"""Scenarios that drop what counts for a party, and leave what no deal is worth to it as it was.

What packages are worth to a party is a share of all that counts for it, and what no deal is worth to it is one number
on the same scale. Where a condition of weight ``w`` out of ``W`` counts no more, what was worth ``u`` is worth
``(uW - w) / (W - w)`` if it met the condition, which is less for all ``u`` below 1, and ``uW / (W - w)`` if it did not.
The same is true of no deal, by whether the condition holds without one. A number that stays is wrong either way; where
the condition does hold without a deal, packages that meet it leave the zone although nothing in the dispute makes them.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from detente.case.value import Value
from detente.diagnostics import Rule, Severity
from detente.situation import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.case import Case
    from detente.case.scenario import Scenario
    from detente.case.settlement import Party
    from detente.checks import Context
    from detente.diagnostics import Diagnostic
    from detente.situation import Written

LEFT = Rule(
    "DT701",
    "a scenario that drops a condition, and leaves what no deal is worth",
    "What packages are worth to a party is a share of all that counts for it. Where a condition counts no more, what "
    "meets it is worth a smaller share than before; so is no deal, if the condition holds without one. Left as it was, "
    "no deal beats packages that it did not beat, and the zone shrinks for no reason in the dispute. Set "
    "'settlement.ACTOR.batna' in the same scenario to what no deal is worth then; if it stays, say there why, by "
    "setting 'settlement.ACTOR.assumption'.",
    Severity.WARNING,
)

_SAYS = frozenset({"batna", "assumption", "note"})
"""What a scenario changes of a party to say what no deal is worth to it, or why that stays."""

_Key = tuple[str, int]
"""An actor, and which of the parties that speak for it, each of another time."""


def left_alternatives(context: Context, written: Written, index: int, after: Case) -> Iterator[Diagnostic]:
    """Warn where a scenario that can be applied drops conditions of a party, and leaves what no deal is worth to it.

    Parameters
    ----------
    context, written
        The case without the scenario, and the same written out.
    index
        Which scenario.
    after
        The case with its changes.
    """
    scenario = context.case.scenarios[index]
    gone = _gone(written, scenario) if _lacks_some(context.case, after) else {}
    parties = after.settlement.parties if gone and after.settlement else ()
    for key, party in zip(_keys(party.actor for party in parties), parties, strict=True):
        if party.batna is None or key not in gone or _is_said(scenario, party):
            continue
        number, conditions = gone[key]
        span = context.spans.span("scenarios", index, "changes", number)
        stays = f"what no deal is worth to it stays {_said(party.batna)}"
        message = f"{_named(conditions)} no more for '{party.actor}', but {stays}"
        yield LEFT.at(span, message, _hint(party, after, conditions))


def _lacks_some(before: Case, after: Case) -> bool:
    """Whether some condition of a case is not among those of the changed case as it was, so that it pays to look."""
    own, then = (
        [each for party in (case.settlement.parties if case.settlement else ()) for each in party.conditions]
        for case in (before, after)
    )
    return any(each not in then for each in own)


def _gone(written: Written, scenario: Scenario) -> Mapping[_Key, tuple[int, list[Any]]]:
    """Return the conditions with a weight that each party loses, and the number of the first change that drops one."""
    found: dict[_Key, tuple[int, list[Any]]] = {}
    if not any(change.drop is not None for change in scenario.changes):
        return found
    stages = [_conditions(tree) for _, tree in walk(written, scenario)]
    for number, (before, then) in enumerate(pairwise(stages)):
        if scenario.changes[number].drop is None:
            continue
        for key in before.keys() & then.keys():
            lost = [each for each in before[key] if each not in then[key] and _weight(each)]
            if lost:
                found.setdefault(key, (number, []))[1].extend(lost)
    return found


def _conditions(tree: Any) -> Mapping[_Key, Sequence[Any]]:
    """Return the conditions of each party in sections as plain values."""
    parties = (tree.get("settlement") or {}).get("parties", [])
    keys = _keys(str(party.get("actor")) for party in parties)
    return {key: party.get("conditions") or () for key, party in zip(keys, parties, strict=True)}


def _keys(actors: Iterable[str]) -> list[_Key]:
    met = Counter[str]()
    keys = []
    for actor in actors:
        keys.append((actor, met[actor]))
        met[actor] += 1
    return keys


def _weight(condition: Any) -> float:
    return Value.model_validate(condition["weight"]).mean


def _is_said(scenario: Scenario, party: Party) -> bool:
    """Whether a scenario says what no deal is worth to a party, or why that stays."""
    words = [change.target.split(".") for change in scenario.changes]
    return any(path[0] == "settlement" and _SAYS & set(path) and {party.actor, party.id} & set(path) for path in words)


def _named(conditions: Sequence[Any]) -> str:
    names = [f"'{each.get('id') or each.get('statement') or each['when']}'" for each in conditions]
    return f"{' and '.join(names)} {'counts' if len(names) == 1 else 'count'}"


def _hint(party: Party, after: Case, conditions: Sequence[Any]) -> str:
    """Return what to write, with what no deal is worth on the scale without the conditions."""
    path = f"settlement.{party.id or party.actor}"
    lost, left = sum(map(_weight, conditions)), _total(party, after)
    worth = ""
    if party.batna is not None and left:
        held, not_held = (_moved(party.batna, left, lost, gone) for gone in (lost, 0))
        first = f"{_said(held)} if {'this' if len(conditions) == 1 else 'all this'} holds without a deal"
        ways = [first] * (held.low >= 0) + [f"{_said(not_held)} if not"] * (not_held.high <= 1)
        worth = f" (on the new scale {', '.join(ways)})" if len(ways) > 1 else ""
    return f"set '{path}.batna'{worth}, or say in '{path}.assumption' why it stays"


def _moved(value: Value, left: float, lost: float, gone: float) -> Value:
    """Return a value on a scale of ``left`` instead of ``left + lost``, without what is gone of it."""
    low, high = ((end * (left + lost) - gone) / left for end in (value.low, value.high))
    return Value(low=low, high=high)


def _total(party: Party, case: Case) -> float:
    """Return the sum of what counts for a party, each in the middle of its interval."""
    with_outcomes = {issue.id for issue in case.issues if issue.outcomes}
    valued = [issue for issue in with_outcomes & set(party.values) if party.values[issue]]
    weights = [party.weights[issue].mean if party.weights else 1 for issue in valued]
    return sum(weights) + sum(each.weight.mean for each in party.conditions)


def _said(value: Value) -> str:
    low, high = f"{value.low:.2f}", f"{value.high:.2f}"
    return low if low == high else f"{low} to {high}"

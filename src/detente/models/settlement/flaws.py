"""What keeps the packages of a case from being worked out, party by party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.settlement import Party
    from detente.models.settlement.outline import Outline

NO_WEIGHT_AT_ALL = Rule(
    "DT621",
    "weights that add up to nothing",
    "Weights count by their share of the sum, so at least one must be above 0: of a party's issues, and of the "
    "parties' powers.",
)
NOT_VALUED = Rule(
    "DT622",
    "an outcome without a value",
    "An issue that matters to a party needs the party's utility of each of its outcomes under 'values'. An issue that "
    "does not matter to it needs neither a weight nor values.",
)
NOT_WEIGHED = Rule(
    "DT623",
    "an issue without a weight",
    "A party that weighs some issues must weigh every issue whose outcomes it values; 0 says that it does not matter. "
    "Without any weights all its issues count alike.",
)

_PARTIES = ("settlement", "parties")


def flaws(case: Case, outline: Outline) -> Iterator[Flaw]:
    """Yield what keeps the packages from being worked out.

    Values for issues or outcomes that do not exist are reported elsewhere, and passed over here.
    """
    parties = case.settlement.parties if case.settlement else ()
    outcomes = {issue.id: tuple(outcome.id for outcome in issue.outcomes) for issue in case.issues if issue.outcomes}
    for index, party in enumerate(parties):
        for issue, weight in party.weights.items():
            if issue in outcomes and weight.high > 0 and not party.values.get(issue):
                place = (*_PARTIES, index, "weights", issue)
                message = f"'{issue}' matters to '{party.actor}', but none of its outcomes has a value"
                yield Flaw(NOT_VALUED, place, message, f"value {_listed(outcomes[issue])} under 'values'")
        yield from _values(party, index, outcomes)
    voiced = [party for party in parties if party.values or party.conditions]
    powers = [party.power for party in voiced if party.power is not None]
    if powers and len(powers) == len(voiced) and not any(p.high for p in powers):
        yield Flaw(NO_WEIGHT_AT_ALL, _PARTIES, "the powers of the parties add up to nothing")
    yield from outline.unread


def _values(party: Party, index: int, outcomes: Mapping[str, tuple[str, ...]]) -> Iterator[Flaw]:
    """Yield what is wrong with what one party values."""
    here = (*_PARTIES, index)
    valued = [issue for issue in party.values if issue in outcomes and party.values[issue]]
    for issue in valued:
        missing = [outcome for outcome in outcomes[issue] if outcome not in party.values[issue]]
        if missing and set(party.values[issue]) <= set(outcomes[issue]):
            message = f"'{party.actor}' values '{issue}', but not {_listed(missing)}"
            yield Flaw(NOT_VALUED, (*here, "values", issue), message)
    weighed = [issue for issue in valued if issue in party.weights]
    counted = [*(party.weights[issue] for issue in weighed), *(each.weight for each in party.conditions)]
    if weighed == valued and counted and not any(weight.high for weight in counted):
        place = (*here, "weights" if party.weights else "conditions")
        yield Flaw(NO_WEIGHT_AT_ALL, place, f"the weights of '{party.actor}' add up to nothing")
    if not party.weights:
        return
    for issue in valued:
        if issue not in party.weights:
            message = f"'{party.actor}' values '{issue}', but gives it no weight"
            yield Flaw(NOT_WEIGHED, (*here, "values", issue), message, "add it to 'weights'")


def _listed(names: tuple[str, ...] | list[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))

"""Claims of a case with their predicates read, and what is wrong with others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.diagnostics import Rule
from detente.models.corridor.cargo import countries_of
from detente.models.corridor.predicate.expressions import PredicateError, outputs_of
from detente.models.corridor.predicate.outputs import OUTPUTS, asked
from detente.models.corridor.predicate.parser import read
from detente.models.corridor.predicate.units import check_units
from detente.models.corridor.worlds import BASE
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.case.corridor import Corridor, CorridorClaim
    from detente.case.scenario import Scenario
    from detente.models.corridor.predicate.expressions import Expression, Output
    from detente.models.corridor.predicate.outputs import Asked

BAD_PREDICATE = Rule(
    "DT973",
    "a claim whose predicate cannot be read",
    "A predicate compares numbers and outputs of the model, joined by 'and', 'or' and 'not'. The outputs are "
    f"{', '.join(kind.example for kind in OUTPUTS.values())}. The last name, where it is a regime or a scenario, says "
    "in which world; without one it is the corridor as it is.",
)


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim with its predicate.

    Attributes
    ----------
    claim, number
        The claim, and its place among those of the corridor.
    predicate
        What must hold for it to be true.
    asked
        What each output in that is asked of.
    """

    claim: CorridorClaim
    number: int
    predicate: Expression
    asked: Mapping[Output, Asked]


def read_claims(
    corridor: Corridor, scenarios: Sequence[Scenario], before: Corridor | None = None
) -> tuple[tuple[ReadClaim, ...], tuple[Flaw, ...]]:
    """Return the claims of a corridor that have a predicate, and what is wrong with others.

    Parameters
    ----------
    corridor, scenarios
        The corridor as written, with the regimes of all times, and the scenarios of the case.
    before
        The corridor without any scenario, where it is that of one: what a scenario takes away may still be named.
    """
    found: list[ReadClaim] = []
    flaws: list[Flaw] = []
    names = names_of(corridor, scenarios)
    if before is not None:
        names = {what: own | names_of(before, scenarios)[what] for what, own in names.items()}
    for number, claim in enumerate(corridor.claims):
        if claim.predicate is None:
            continue
        try:
            predicate = read(claim.predicate)
            outputs = {output: asked(output, names) for output in outputs_of(predicate)}
            check_units(predicate, outputs)
        except PredicateError as error:
            path = ("corridor", "claims", number, "predicate")
            flaws.append(Flaw(BAD_PREDICATE, path, error.message, error.hint, error.offset))
            continue
        found.append(ReadClaim(claim, number, predicate, outputs))
    return tuple(found), tuple(flaws)


def names_of(corridor: Corridor, scenarios: Sequence[Scenario]) -> Mapping[str, frozenset[str]]:
    """Return the names that predicates may use, by what they name; scenarios may add records to the corridor."""
    added = list(_added(scenarios))
    every = {
        key: {each.id for each in getattr(corridor, key)} | {str(each.get("id")) for name, each in added if name == key}
        for key in ("nodes", "links", "borders", "flows")
    }
    written = {*countries_of(corridor).values(), *(link.country for link in corridor.links)}
    countries = {each for each in written if each} | {str(each["country"]) for _, each in added if "country" in each}
    paid = {who for border in corridor.borders for who in border.fee_to}
    paid |= {who for regime in corridor.regimes for who in regime.fee_to}
    paid |= {each.to for each in corridor.premiums if each.to} | {str(who) for _, each in added for who in _paid(each)}
    worlds = {BASE, *(each.id for each in corridor.regimes), *(each.id for each in scenarios)}
    found = {
        "country": countries,
        "collector": paid | countries,
        "carrier": every["links"] | every["borders"],
        "flow": every["flows"],
        "place": countries | every["nodes"],
        "world": worlds,
    }
    return {what: frozenset(names) for what, names in found.items()}


def _added(scenarios: Iterable[Scenario]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what scenarios add to the corridor, with the list that it is added to."""
    for change in (change for scenario in scenarios for change in scenario.changes):
        section, _, name = (change.add or "").partition(".")
        if section == "corridor" and change.record is not None:
            yield name, change.record


def _paid(record: Mapping[str, Any]) -> Iterator[str]:
    shares = record.get("fee_to")
    yield from shares if isinstance(shares, dict) else ()
    if "to" in record and "usd" in record:
        yield record["to"]

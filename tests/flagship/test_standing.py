"""What Detente says of the flagship is what the article says, by date and by scenario."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from tests.flagship.reading import flagship, seed_json

from detente.case.step import Step
from detente.exports.json_document import to_json

OPTIONS = {
    "a_sign": "sign",
    "a_accept": "accept-operator",
    "a_initial": "initial-az",
    "a_force": "escalate",
    "r_const": "adopt-constitution",
    "r_cede": "cede-corridor",
    "r_oper": "accept-company",
    "r_initial": "initial-am",
    "u_offer": "offer-operator",
}
DECIDERS = {"AZE": "azerbaijan", "ARM": "armenia", "USA": "united-states"}


@cache
def told(lens: str, as_of: str | None = None, scenario: str | None = None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(to_json(flagship().at(as_of, scenario=scenario).look(lens)))
    return document


def statements(actor: str) -> list[str]:
    conflict = flagship().case.conflict
    assert conflict is not None
    maker = next(maker for maker in conflict.decision_makers if maker.actor == actor)
    assert maker.preferences is not None
    return [statement.when for statement in maker.preferences.statements or ()]


def translated(text: str) -> str:
    return re.sub(r"\w+", lambda match: OPTIONS.get(match[0], match[0]), text)


def test_the_options_are_those_of_the_reading() -> None:
    conflict = flagship().case.conflict
    assert conflict is not None
    options = {maker.actor: [option.id for option in maker.options] for maker in conflict.decision_makers}
    assert [option for group in options.values() for option in group] == list(OPTIONS.values())
    for reading in seed_json("conflict-reading.json"):
        assert options == {
            DECIDERS[maker["id"]]: [OPTIONS[option["id"]] for option in maker["options"]]
            for maker in reading["decision_makers"]
        }
        irreversible = {
            option.id
            for maker in conflict.decision_makers
            for option in maker.options
            if option.direction == "take-only"
        }
        assert irreversible == {OPTIONS[name] for name in reading["irreversible"]}


@pytest.mark.parametrize("decider", DECIDERS)
def test_the_preferences_are_those_of_the_reading(decider: str) -> None:
    own = statements(DECIDERS[decider])
    assert own[0] == "not escalate"
    for reading in seed_json("conflict-reading.json"):
        assert own == [translated(statement["s"]) for statement in reading["preferences"][decider]]


def test_the_states_are_those_that_the_reading_allows() -> None:
    found = told("conflict")
    assert found["options"] == list(OPTIONS.values())
    states = set(found["states"]["list"])
    assert states == {state for state in _all_states() if _possible(state) and state[4] == "N"}
    assert set(told("conflict", scenario="referendum-met")["states"]["list"]) == set(filter(_possible, _all_states()))


def _all_states() -> list[str]:
    return [f"{number:09b}".translate({48: "N", 49: "Y"}) for number in range(2**9)]


def _possible(state: str) -> bool:
    sign, accept, _, force, _, cede, company, _, offer = (letter == "Y" for letter in state)
    return not ((sign and force) or (cede and company) or (company and not offer) or (accept and not offer))


def test_the_impasse_holds_itself_in_place() -> None:
    found = told("conflict")
    assert found["status_quo"] == "NNNNNNNNY" == found["named"]["impasse"]
    assert found["status_quo"] in found["equilibria"]["nash"]
    # Both sides like the partial settlement better, and it holds as well: neither can get there alone.
    partial = found["named"]["partial-settlement"]
    assert partial == "NYYNNNYYY"
    assert partial in found["equilibria"]["nash"]
    for rank in found["rank"].values():
        assert rank[partial] < rank[found["status_quo"]]


def test_the_full_settlement_waits_for_the_referendum() -> None:
    full = "YYYNYNYYY"
    assert full not in told("conflict")["states"]["list"]
    after = told("conflict", scenario="referendum-met")
    assert after["named"]["full-settlement"] == full
    assert full in after["equilibria"]["nash"]
    assert after["rank"]["armenia"][full] == after["rank"]["united-states"][full] == 1


def test_without_its_demand_azerbaijan_has_no_reason_not_to_sign() -> None:
    now, freed = told("conflict"), told("conflict", scenario="constitution-demand-dropped")
    quo, signed = now["status_quo"], now["named"]["signed-without-amendment"]
    assert now["rank"]["azerbaijan"][signed] > now["rank"]["azerbaijan"][quo]
    assert freed["rank"]["azerbaijan"][signed] == freed["rank"]["azerbaijan"][quo]


def test_without_the_offer_nobody_can_run_the_route() -> None:
    found = told("conflict", scenario="no-outside-operator")
    assert found["status_quo"] == "N" * 9
    assert {(state[1], state[6], state[8]) for state in found["states"]["list"]} == {("N", "N", "N")}


def test_formats_stand_as_the_article_says() -> None:
    situation = flagship().at("2025-07-31").situation
    formats = {name: str(answer) for name, answer in situation.formats.items()}
    assert formats["direct-talks"] == "true"
    assert formats["border-talks"] == "true"
    # The article states no end of the mediated tracks: nothing is invented, so nothing is said.
    assert {formats[name] for name in ("russian-format", "brussels-track", "washington-track")} == {"undetermined"}
    tracks = {track.id: track.mediators for track in flagship().case.formats}
    assert tracks["direct-talks"] == tracks["abu-dhabi-session"] == ()
    assert tracks["russian-format"] == ("russia",)


@pytest.mark.parametrize(
    ("as_of", "known"), [("2025-07-07", "false"), ("2025-07-08", "true"), ("2025-07", "undetermined")]
)
def test_the_demand_was_repeated_two_days_before_the_summit(as_of: str, known: str) -> None:
    assert str(flagship().at(as_of).situation.events["demand-repeated"].happened) == known


def test_the_absent_topics_are_known_to_be_absent() -> None:
    agenda = {name: str(answer) for name, answer in flagship().at().situation.issues.items()}
    assert {name for name, answer in agenda.items() if answer == "false"} >= {
        "detainees",
        "nakhchivan-iran-links",
        "turkey-border",
        "links-to-russia",
    }
    assert {agenda[name] for name in ("treaty", "border", "transport")} == {"true"}


def test_point_nine_was_agreed_and_then_fell_silent() -> None:
    ledger = flagship().at("2020-12-31").situation.commitments
    assert ledger["point-nine"].status == "agreed"
    now = flagship().at().situation.commitments
    assert now["point-nine"].status == now["fsb-control"].status == "abandoned"
    assert now["treaty-text"].status == "agreed"
    assert now["parade-assurance"].status == "broken"


def steps() -> dict[str, Step]:
    return {step.id: step for step in flagship().case.steps}


def before(goal: str) -> set[str]:
    """Return every step that has to come before ``goal`` on some path."""
    known = steps()
    found: set[str] = set()
    open_ends = [goal]
    while open_ends:
        wanted = {part.step for part in known[open_ends.pop()].requirements() if part.step and not part.accelerates}
        fresh = wanted - found
        found |= fresh
        open_ends += fresh
    return found


def test_the_signature_waits_for_nothing_that_the_article_does_not_name() -> None:
    needed = before("treaty-signed")
    route_and_border = {
        "route-open",
        "regime-agreed",
        "company-acceptable",
        "border-delimited",
        "railway-restored",
        "julfa-activated",
        "principles-respected",
        "text-initialled",
    }
    assert not needed & route_and_border
    assert {"minsk-dissolved", "signing-date-agreed", "demand-dropped", "elections", "referendum"} <= needed


def test_there_are_two_ways_past_the_constitution() -> None:
    choice = [part for part in steps()["treaty-signed"].requires if part.any]
    assert [[way.step for way in part.any] for part in choice] == [["constitution-amended", "demand-dropped"]]
    after = {part.step: part.strict for part in steps()["referendum"].requires}
    assert after["elections"]
    assert not after["constitution-draft"]


def test_every_lag_is_an_assumption() -> None:
    assert [step.id for step in steps().values() if step.duration is not None and not step.assumption] == []
    lag = steps()["referendum"].duration
    assert lag is not None
    assert (lag.low, lag.high) == (50, 50)


def test_every_number_of_a_stance_is_a_wide_interval_and_an_assumption() -> None:
    case = flagship().case
    numbered = [p for p in case.positions if p.value is not None or p.salience is not None]
    assert {p.issue for p in numbered} == {"route-control"}
    assert [p.id for p in numbered if not p.assumption or not p.cites] == []
    assert [p.id for p in numbered if p.value is None or p.value.high - p.value.low < 10] == []
    assert [c.actor for c in case.capabilities if not c.assumption or c.value.high - c.value.low < 0.3] == []
    unmarked = [r.id for r in flagship().case.relations if r.goldstein is not None and not r.assumption]
    assert unmarked == []

"""What Detente says of the flagship is what the article says, by date and by scenario."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

import pytest
from tests.flagship.reading import flagship, seed_json

from detente.case.step import Step
from detente.exports.json_document import to_json

MAKERS = {"AZE": "azerbaijan", "ARM": "armenia", "USA": "united-states"}

# What the words of the first reading mean here; signing, initialling and an operator need both sides.
MEANS = {
    "a_sign": "sign",
    "a_accept": "accept-operator@azerbaijan",
    "a_initial": "initial@azerbaijan",
    "a_force": "escalate",
    "r_const": "adopt-constitution",
    "r_cede": "cede-corridor",
    "r_oper": "accept-operator@armenia",
    "r_initial": "initial@armenia",
    "u_offer": "offer-operator",
}
OWNERS = {
    "azerbaijan": ["accept-armenian-control", "escalate", "sign@azerbaijan", "initial@azerbaijan"],
    "armenia": ["adopt-constitution", "cede-corridor", "sign@armenia", "initial@armenia"],
    "united-states": ["offer-operator"],
}
OWNERS["azerbaijan"].append("accept-operator@azerbaijan")
OWNERS["armenia"].append("accept-operator@armenia")
OPTIONS = [option for options in OWNERS.values() for option in options]
ACTS = {act: (f"{act}@azerbaijan", f"{act}@armenia") for act in ("sign", "initial", "accept-operator")}
FOR_GOOD = {"escalate", "adopt-constitution", "cede-corridor", *ACTS["sign"]}

# Wishes of the first reading that the case words otherwise, and why.
ANEW = {
    "az-signature": "it wants the signature once its conditions are met or dropped, not merely after a change",
    "am-links": "it wants the links open under its own control as well as under an operator",
}
ADDED = {"az-minsk-first", "az-no-checks", "am-own-control"}
IDS = {
    "AZE": "no-force amendment-first amendment corridor operator signature initial not-alone",
    "ARM": "no-force no-corridor signature no-change-for-nothing initial links not-alone",
    "USA": "no-force signature operator initial offer",
}
PREFIX = {"AZE": "az", "ARM": "am", "USA": "us"}


@cache
def told(lens: str, as_of: str | None = None, scenario: str | None = None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(to_json(flagship().at(as_of, scenario=scenario).look(lens)))
    return document


def holds(condition: str, taken: frozenset[str]) -> bool:
    """Say whether a condition of the case holds where these options are taken; its operators are Python's."""
    done = taken | {act for act, consents in ACTS.items() if taken.issuperset(consents)}
    return bool(eval(re.sub(r"[a-z][a-z@-]*[a-z]", lambda m: m[0] if m[0] in WORDS else str(m[0] in done), condition)))  # noqa: S307


WORDS = {"not", "and", "or"}


def every_state() -> Iterator[frozenset[str]]:
    for marks in product((False, True), repeat=len(OPTIONS)):
        yield frozenset(option for option, mark in zip(OPTIONS, marks, strict=True) if mark)


def possible(taken: frozenset[str]) -> bool:
    regimes = ("cede-corridor", "accept-operator", "accept-armenian-control")
    return not holds("sign and escalate", taken) and sum(holds(each, taken) for each in regimes) <= 1


def name(taken: frozenset[str] | set[str]) -> str:
    return "".join("Y" if option in taken else "N" for option in OPTIONS)


QUO = frozenset({"sign@armenia", "offer-operator"})


def wishes(maker: str, dropped: frozenset[str] = frozenset()) -> list[str]:
    """Return what a decision maker wants, most important first; what it accepts in no case stands above all."""
    conflict = flagship().case.conflict
    assert conflict is not None
    own = next(each for each in conflict.decision_makers if each.actor == maker)
    assert own.preferences is not None
    stated = [each.when for each in own.preferences.statements or () if each.id not in dropped]
    return [*(line.when for line in own.red_lines), *stated]


def worth(maker: str, taken: frozenset[str], dropped: frozenset[str] = frozenset()) -> tuple[bool, ...]:
    return tuple(holds(wish, taken) for wish in wishes(maker, dropped))


def moves(maker: str, taken: frozenset[str], closed: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield where a decision maker can go by itself."""
    own = OWNERS[maker]
    for marks in product((False, True), repeat=len(own)):
        there = (taken - set(own)) | {option for option, mark in zip(own, marks, strict=True) if mark}
        undone = (taken - there) & FOR_GOOD
        if there != taken and possible(there) and not undone and not there & closed:
            yield there


def gains(maker: str, taken: frozenset[str], dropped: frozenset[str] = frozenset()) -> set[frozenset[str]]:
    now = worth(maker, taken, dropped)
    found = moves(maker, taken, frozenset({"adopt-constitution"}))
    return {there for there in found if worth(maker, there, dropped) > now}


def test_the_options_are_those_of_the_reading_and_one_more() -> None:
    assert told("conflict")["options"] == OPTIONS
    for reading in seed_json("conflict-reading.json"):
        for maker in reading["decision_makers"]:
            meant = {MEANS[option["id"]] for option in maker["options"]}
            owned = set(OWNERS[MAKERS[maker["id"]]])
            # Armenia consents to the signature, too; and its own offer for the route is Azerbaijan's to take up.
            assert {each if each in owned else f"{each}@azerbaijan" for each in meant} <= owned
            more = owned - meant - {"sign@azerbaijan"}
            assert more <= {"sign@armenia", "accept-armenian-control"}
        irreversible = {MEANS[each] for each in reading["irreversible"]}
        assert irreversible == {option.partition("@")[0] for option in FOR_GOOD}


@pytest.mark.parametrize("decider", MAKERS)
def test_the_preferences_are_those_of_the_reading_in_their_order(decider: str) -> None:
    conflict = flagship().case.conflict
    assert conflict is not None
    own = next(each for each in conflict.decision_makers if each.actor == MAKERS[decider])
    assert own.preferences is not None
    stated = {each.id: each.when for each in own.preferences.statements or ()}
    lines = {line.id: line.when for line in own.red_lines}
    named = [f"{PREFIX[decider]}-{each}" for each in IDS[decider].split()]

    assert [each for each in stated if each not in ADDED] == [each for each in named if each not in lines]
    for reading in seed_json("conflict-reading.json"):
        for each, read in zip(named, reading["preferences"][decider], strict=True):
            meant = re.sub(r"\w+", lambda match: MEANS.get(match[0], match[0]), read["s"])
            said = (stated | lines)[each]
            alike = all(holds(said, state) == holds(meant, state) for state in every_state())
            assert alike is (each not in ANEW), each


def test_the_states_are_those_that_the_case_allows() -> None:
    allowed = {name(state) for state in every_state() if possible(state)}
    assert set(told("conflict")["states"]["list"]) == {each for each in allowed if each[5] == "N"}
    assert set(told("conflict", scenario="referendum-met")["states"]["list"]) == allowed


@pytest.mark.parametrize("maker", OWNERS)
def test_states_are_ranked_by_the_wishes_one_after_the_other(maker: str) -> None:
    states = {name(each): each for each in every_state()}
    found = told("conflict")["rank"][maker]
    order = sorted({worth(maker, states[each]) for each in found}, reverse=True)
    assert found == {each: 1 + order.index(worth(maker, states[each])) for each in found}


def test_the_impasse_holds_itself_in_place() -> None:
    found = told("conflict")
    assert found["status_quo"] == name(QUO) == found["named"]["impasse"]
    assert found["status_quo"] in found["equilibria"]["nash"]
    assert [maker for maker in OWNERS if gains(maker, QUO)] == []
    # Both sides like the partial settlement better, and it holds as well: neither can get there alone.
    partial = QUO | {*ACTS["initial"], *ACTS["accept-operator"]}
    assert found["named"]["partial-settlement"] == name(partial)
    assert name(partial) in found["equilibria"]["nash"]
    assert [maker for maker in OWNERS if gains(maker, partial) or worth(maker, partial) <= worth(maker, QUO)] == []


def test_the_full_settlement_waits_for_the_referendum() -> None:
    full = name(
        {option for option in OPTIONS if option not in {"escalate", "cede-corridor", "accept-armenian-control"}}
    )
    assert full not in told("conflict")["states"]["list"]
    after = told("conflict", scenario="referendum-met")
    assert after["named"]["full-settlement"] == full
    assert full in after["equilibria"]["nash"]
    assert after["rank"]["united-states"][full] == 1


CONSTITUTION = frozenset({"az-amendment-first", "az-amendment"})
SIGNED = QUO | {"sign@azerbaijan"}


def test_with_every_condition_dropped_azerbaijan_gains_by_signing() -> None:
    assert SIGNED in gains("azerbaijan", QUO, CONSTITUTION | {"az-minsk-first"})
    freed = told("conflict", scenario="all-conditions-dropped")
    assert freed["rank"]["azerbaijan"][name(SIGNED)] < freed["rank"]["azerbaijan"][name(QUO)]
    assert [concept for concept, states in freed["equilibria"].items() if name(QUO) in states] == []
    assert name(SIGNED) in freed["equilibria"]["nash"]


def test_with_both_conditions_met_azerbaijan_gains_by_signing() -> None:
    met = told("conflict", scenario="conditions-met")
    assert met["status_quo"] == name(QUO | {"adopt-constitution"})
    assert [concept for concept, states in met["equilibria"].items() if met["status_quo"] in states] == []


def test_with_the_constitution_alone_dropped_it_hangs_on_the_minsk_group() -> None:
    # Held as a condition, the Group keeps Azerbaijan from signing; not held, nothing does.
    assert not gains("azerbaijan", QUO, CONSTITUTION)
    assert SIGNED in gains("azerbaijan", QUO, CONSTITUTION | {"az-minsk-first"})
    what_if = next(found for found in flagship().at().conflict().findings if found.id == "what-if")
    assert what_if.headline == "The status quo would not hold in 2 of 5 scenarios; in 1 that is open."
    impasse = next(found for found in flagship().at().conflict().findings if found.id == "impasse")
    assert [said.text for said in impasse.statements[-2:]] == [
        "The status quo would not hold if: Azerbaijan makes the signature wait for nothing any more; "
        "or if: The reference to 1990 is gone, and so is the Minsk Group.",
        "Whether it holds is open if: Azerbaijan no longer asks for a change of the constitution.",
    ]
    said = next(each for each in what_if.statements if "hangs on an open question" in each.text)
    assert "made the end of the Minsk Group a condition of any peace" in said.text
    assert (said.hedge, [str(cite) for cite in said.cites][:2]) == ("practically", ["article ¶21", "article ¶25"])


def test_the_demand_leads_why_it_is_stuck() -> None:
    impasse = next(found for found in flagship().at().conflict().findings if found.id == "impasse")
    stance = "The treaty can be signed only after Armenia's constitution drops its reference to 1990."
    demand = f"Azerbaijan demands: {stance}"
    assert impasse.headline == f"{demand} In the model, nobody gains by moving first."
    assert impasse.statements[0].text == demand
    assert str(impasse.statements[0].cites[0]) == "article ¶25"


def test_without_an_operator_nobody_can_run_the_route_for_others() -> None:
    found = told("conflict", scenario="no-outside-operator")
    assert found["status_quo"] == name({"sign@armenia"})
    consents = [OPTIONS.index(each) for each in ACTS["accept-operator"]]
    assert {state[k] for state in found["states"]["list"] for k in consents} == {"N"}


def test_an_operator_need_not_be_american() -> None:
    american = OPTIONS.index("offer-operator")
    operator = [OPTIONS.index(each) for each in ACTS["accept-operator"]]
    found = told("conflict")["states"]["list"]
    assert any(state[american] == "N" and all(state[k] == "Y" for k in operator) for state in found)


def test_armenia_ranks_the_corridor_below_all_else() -> None:
    ranks = told("conflict")["rank"]["armenia"]
    crossing = {rank for state, rank in ranks.items() if state[OPTIONS.index("cede-corridor")] == "Y"}
    assert min(crossing) > max(rank for rank in ranks.values() if rank not in crossing)


def test_what_cannot_be_undone_is_not_told_as_a_settlement_that_holds() -> None:
    found = next(found for found in flagship().at().conflict().findings if found.id == "equilibria")
    (settled,) = (said.text for said in found.statements if said.text.startswith("Left by nobody as nobody gains"))
    assert "text initialled and operator for the route" in settled
    assert not {name for name in ("resort to force", "extraterritorial corridor") if name in settled}


@pytest.mark.parametrize(
    ("as_of", "determined", "beyond"),
    [
        ("2024-01-01", False, False),
        ("2025-03-01", False, False),
        ("2025-07-10", True, False),
        ("2025-07-31", True, False),
        ("2026-06-30", True, True),
    ],
)
@pytest.mark.parametrize("lens", ["conflict", "settlement"])
def test_a_day_is_answered_only_where_the_article_shows_it(
    lens: str, as_of: str, determined: bool, beyond: bool
) -> None:
    found = told(lens, as_of)
    assert (found["determined"], found["beyond_knowledge"]) == (determined, beyond)
    assert (found["because"] is None) is determined


def test_before_the_summit_nothing_of_it_is_an_option() -> None:
    found = told("conflict", "2025-05-01")
    assert found["determined"]
    july = {"offer-operator", *ACTS["initial"], *ACTS["accept-operator"]}
    assert found["options"] == [option for option in OPTIONS if option not in july]
    assert set(told("conflict", "2025-07-10")["options"]) == set(OPTIONS)


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

"""What a reader can change: the conflict as things are and under scenarios, as the page can work with it."""

from __future__ import annotations

import json

import pytest
from tests.conftest import ROOT, Opener

from detente.findings import Depth, Part, plain
from detente.findings.trial import Act, Game, Trial, Wish
from detente.session import open_case
from detente.session.opened import OpenCase

CASE = """
case: {id: ford, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  joint: [{id: sign, text: Sign, by: [north, south]}]
  decision_makers:
    - actor: north
      options: [{id: dig, text: Dig, direction: take-only}, {id: sell, text: Sell, available: false}]
      red_lines: [{id: never, when: not sell, assumption: a}]
      preferences:
        statements: [{when: not fish}, {when: "{YNNNN}", equal: e}, {when: dig iff fish, equal: e}, fish implies sell]
        assumption: a
    - actor: south
      options: [{id: fish, text: Fish}]
      preferences: {weights: {fish: 0.1, dig: -2, sell: 0}, assumption: a}
  infeasible: [{at_most_one: [sign, fish], assumption: a}]
  status_quo: [dig]
  named_states: {peace: [sign], sale: [sell]}
scenarios:
  - {id: calm, title: North stops digging, assumption: a, changes: [{set: conflict.status_quo, to: []}]}
  - {id: sale, title: North may sell., assumption: a, changes: [{set: conflict.sell.available, to: null}]}
"""


@pytest.fixture
def found(opened: Opener) -> Trial:
    """Return what a reader of the case above can change."""
    return trial_of(opened(CASE))


def trial_of(case: OpenCase, **at: str) -> Trial:
    """Return what a reader of a case can change."""
    [found] = [finding.trial for finding in case.at(**at).conflict().findings if finding.trial]
    return found


def test_options_that_cannot_be_taken_are_no_part_of_states(found: Trial) -> None:
    now, _, sale = found.games

    assert [found.choices[k].text for k in now.options] == ["Dig", "Sign (North)", "Fish", "Sign (South)"]
    assert now.owners == (0, 0, 1, 1)
    assert [found.choices[k].text for k in sale.options] == ["Dig", "Sell", "Sign (North)", "Fish", "Sign (South)"]
    assert (now.quo, sale.quo) == (0b1000, 0b10000)


def test_outcomes_come_after_the_status_quo(found: Trial) -> None:
    asked = [[(found.outcomes[k], state) for k, state in game.outcomes] for game in found.games]

    assert asked[0] == [("The status quo", 0b1000), ("“peace”", 0b0101), ("“sale”", -1)]
    assert asked[1][0] == ("The status quo", 0)
    assert asked[2] == [("The status quo", 0b10000), ("“peace”", 0b00101), ("“sale”", 0b01000)]


GONE = CASE.replace(
    "  - {id: calm",
    """
  - {id: idle, title: Nobody digs, assumption: a, changes: [{drop: conflict.dig}]}
  - {id: dry, title: Nobody fishes, assumption: a, changes: [{drop: conflict.fish}]}
  - {id: calm""",
).replace("sale: [sell]}", "catch: [fish], works: [dig, sign]}")


def test_an_outcome_without_its_option_cannot_be_but_the_status_quo_can(opened: Opener) -> None:
    """Of what the status quo loses all outcomes are rid; what only an outcome has, it needs."""
    found = trial_of(opened(GONE))
    games = {game.scenario: game for game in found.games}
    asked = {name: {found.outcomes[k]: state for k, state in game.outcomes} for name, game in games.items()}

    assert asked["idle"] == {"The status quo": 0, "“peace”": 0b101, "“catch”": 0b010, "“works”": 0b101}
    assert asked["dry"] == {"The status quo": 0b100, "“peace”": 0b011, "“catch”": -1, "“works”": 0b111}
    assert games["idle"].notes == ("the status quo, and each outcome that had it, is looked at without “Dig”",)
    assert games["dry"].notes == ()


def test_wishes_are_told_in_plain_words(opened: Opener) -> None:
    text = CASE.replace("{when: not fish}", "{when: not (sign and not dig), why: It says so, probability: 0.5}")
    wishes = trial_of(opened(text)).wishes

    assert wishes[0].text == "“Sign” only with “Dig” (whether it is wanted is open)"
    assert (wishes[0].why, wishes[0].open) == ("It says so", True)
    assert (wishes[3].text, wishes[3].open) == ("“Fish” implies “Sell”", False)


def test_conditions_speak_of_options_by_number(found: Trial) -> None:
    dig, sell, north, fish, south = range(5)
    now = found.games[0]

    assert [found.wishes[k].when for k in now.wants[0].wishes] == [
        ("not", fish),
        ("and", dig, ("not", sell), ("not", north), ("not", fish), ("not", south)),
        ("iff", dig, fish),
        ("or", ("not", fish), sell),
    ]
    assert [found.wishes[k].alike for k in now.wants[0].wishes] == ["", "e", "e", ""]
    assert now.wants[0].accepts == ("not", sell)
    assert now.ruled_out == (("and", ("and", north, south), fish),)


def test_weights_are_wishes_the_heaviest_first(found: Trial) -> None:
    wants = found.games[0].wants[1]

    assert wants.weighed
    assert [found.wishes[k] for k in wants.wishes] == [
        Wish("no “Dig”", ("not", 0), weight=20),
        Wish("“Fish”", 3, weight=1),
    ]


def test_what_can_be_ruled_out_is_what_can_be_done(found: Trial) -> None:
    now, _, sale = ([found.acts[k] for k in game.acts] for game in found.games)

    assert now == [Act("Sign", ("and", 2, 4)), Act("Dig", 0), Act("Fish", 3)]
    assert sale == [Act("Sign", ("and", 2, 4)), Act("Dig", 0), Act("Sell", 1), Act("Fish", 3)]


def test_scenarios_are_called_by_their_titles(found: Trial) -> None:
    assert [(game.title, game.scenario) for game in found.games] == [
        ("As things are", ""),
        ("North stops digging", "calm"),
        ("North may sell", "sale"),
    ]


def test_a_scenario_is_tried_by_itself(opened: Opener) -> None:
    alone = trial_of(opened(CASE), scenario="calm")

    assert [game.title for game in alone.games] == ["North stops digging"]


def test_rankings_and_weights_of_many_digits_are_lists_of_states(opened: Opener) -> None:
    text = CASE.replace("{fish: 0.1, dig: -2, sell: 0}", "{fish: 1, dig: -1000000000000000}")
    wants = trial_of(opened(text)).games[0].wants[1]

    assert not wants.weighed
    assert wants.wishes == ()
    assert [len(rank) for rank in wants.ranks] == [3, 4, 3, 4]
    assert {state >> 1 & 1 for state in (*wants.ranks[0], *wants.ranks[2])} == {1}
    assert {state >> 3 for state in (*wants.ranks[0], *wants.ranks[1])} == {0}


def test_a_scenario_that_cannot_be_at_the_date_says_why(opened: Opener) -> None:
    change = "{set: conflict.status_quo, to: [sell]}"
    text = CASE.replace("available: false", "available: 2025-07-01").replace("  joint:", "  from: 2025-01-01\n  joint:")
    case = opened(f"{text}  - {{id: sold, title: North has sold, assumption: a, changes: [{change}]}}\n")
    later, sooner = trial_of(case).games[-1], trial_of(case, as_of="2025-06-01").games[-1]

    assert later.trouble == ""
    assert later.quo == 0b01000
    assert sooner == Game("North has sold", "sold", sooner.trouble)
    assert "the status quo cannot be" in sooner.trouble


GRAPH = """
actors: [{id: north, name: North, kind: state}]
conflict:
  decision_makers: [{actor: north, preferences: {ranking: [here, there], assumption: a}, assumption: a}]
  graph: {states: [here, there], moves: {north: {here: [there]}}}
  status_quo: here
"""
MERGED = """
actors: [{id: north, name: North, kind: state}]
conflict:
  decision_makers: [{actor: north, options: [{id: dig}, {id: fish}], assumption: a}]
  coalesce: ["Y-"]
  status_quo: []
"""


@pytest.mark.parametrize(
    ("text", "trouble"), [(GRAPH, "its states are listed by name"), (MERGED, "some of its states are merged")]
)
def test_what_the_page_cannot_work_with_says_so(opened: Opener, text: str, trouble: str) -> None:
    found = trial_of(opened(text))

    assert found.games[0].trouble.startswith(trouble)
    assert found == Trial((Game("As things are", trouble=found.games[0].trouble),))


def test_nothing_is_tried_where_nothing_is_asked_about(opened: Opener) -> None:
    text = CASE.replace("  status_quo: [dig]\n", "").replace("  named_states: {peace: [sign], sale: [sell]}\n", "")
    bare, _, _ = text.partition("scenarios:")

    assert [finding for finding in opened(bare).at().conflict().findings if finding.trial] == []


def test_the_finding_stands_behind_a_click_where_readers_ask_why_it_is_stuck(opened: Opener) -> None:
    [finding] = [finding for finding in opened(CASE).at().conflict().findings if finding.trial]

    assert (finding.title, finding.part, finding.depth) == ("What if?", Part.STUCK, Depth.DETAIL)
    assert finding.headline == "What holds hangs on 6 wishes and 3 options."


def test_the_data_of_the_flagship_are_small() -> None:
    found = trial_of(open_case(ROOT / "examples" / "south-caucasus"))

    assert len(found.games) == 6
    assert len(json.dumps(plain(found), ensure_ascii=False, separators=(",", ":")).encode()) <= 25_000

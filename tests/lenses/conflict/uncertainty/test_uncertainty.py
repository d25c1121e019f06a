"""How sure a verdict is: against every reading of the case written out and analysed by itself."""

from __future__ import annotations

import json
from itertools import chain, combinations, permutations, product
from math import factorial, prod
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_commands import run
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

from detente.exports.json_document import to_json
from detente.lenses.conflict.options import ConflictOptions
from detente.models.conflict import readings as conflict_readings

KEYS = ("nash", "gmr", "smr", "seq", "sseq")
NORTH = ("pay if sail", "sail", "not pay")
SOUTH = ("not (sail and not pay)", "wait", "sail")

Wish = tuple[str, Any, str | None]
"""A condition, the chance that it is held, and the label of its group."""


def case(north: list[Wish], south: list[Wish], rest: str = "") -> str:
    """Write a case in which North may pay and South sail or wait."""
    return f"""
    case: {{id: demo, as_of: 2025-07-10}}
    sources: [{{id: paper, title: A paper}}]
    actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
    conflict:
      cites: [paper]
      decision_makers:
        - {{actor: north, options: [{{id: pay, text: Pay}}], preferences: {{statements: [{written(north)}]}}}}
        - actor: south
          options: [{{id: sail, text: Sail}}, {{id: wait, text: Wait}}]
          preferences: {{statements: [{written(south)}]}}
      infeasible: [{{at_most_one: [sail, wait]}}]
      status_quo: []
      named_states: {{deal: [pay, sail], stalled: [wait]}}
      {rest}
    """


def written(wishes: list[Wish]) -> str:
    keys = (
        f"{{when: {when}{'' if chance is None else f', probability: {chance}'}{f', group: {group}' if group else ''}}}"
        for when, chance, group in wishes
    )
    return ", ".join(keys)


def completions(wishes: list[Wish]) -> list[tuple[list[Wish], float]]:
    """Return every list of wishes that counts, settled, with its chance: by subsets and permutations."""
    found = []
    numbers = range(len(wishes))
    for kept in chain.from_iterable(combinations(numbers, size) for size in range(len(wishes) + 1)):
        chances = [1.0 if chance is None else float(chance) for _, chance, _ in wishes]
        chance = prod(chances[k] if k in kept else 1 - chances[k] for k in numbers)
        labels = dict.fromkeys(wishes[k][2] or str(k) for k in kept)
        runs = [[k for k in kept if (wishes[k][2] or str(k)) == label] for label in labels]
        for order in product(*(permutations(each) for each in runs)):
            settled: list[Wish] = [(wishes[k][0], None, None) for each in order for k in each]
            found.append((settled, chance / prod(factorial(len(each)) for each in runs)))
    return [(settled, chance) for settled, chance in found if chance]


def equilibria(opened: Opener, text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = opened(text).at().conflict().document["equilibria"]
    return found


OPEN: list[tuple[list[Wish], list[Wish]]] = [
    ([(w, None, "all") for w in NORTH], [(w, None, None) for w in SOUTH]),
    ([(NORTH[0], 0.3, None), (NORTH[1], None, None), (NORTH[2], None, None)], [(w, None, None) for w in SOUTH]),
    (
        [(NORTH[0], None, None), (NORTH[1], 0.25, "g"), (NORTH[2], None, "g")],
        [(SOUTH[0], 0.9, None), (SOUTH[1], None, "g"), (SOUTH[2], 0.4, "g")],
    ),
    ([(w, 0.5, None) for w in NORTH], [(SOUTH[0], 0.5, None), (SOUTH[1], 0, None), (SOUTH[2], 1, None)]),
]


@pytest.mark.parametrize(("north", "south"), OPEN)
def test_shares_are_those_of_all_readings_written_out(opened: Opener, north: list[Wish], south: list[Wish]) -> None:
    found = opened(case(north, south)).at().conflict().document["uncertainty"]
    shares: dict[str, dict[str, float]] = {key: {} for key in KEYS}
    holding: dict[str, list[set[str]]] = {key: [] for key in KEYS}
    readings = list(product(completions(north), completions(south)))
    for (first, one), (second, other) in readings:
        for key, states in equilibria(opened, case(first, second)).items():
            holding[key].append(set(states))
            for state in states:
                shares[key][state] = shares[key].get(state, 0.0) + one * other

    assert (found["exact"], found["profiles"]) == (True, len(readings))
    for key in KEYS:
        expected = {state: pytest.approx(shares[key][state], abs=1e-6) for state in sorted(shares[key])}
        assert found["equilibria"][key] == expected, key
        assert found["every"][key] == sorted(set.intersection(*holding[key])), key
        assert found["some"][key] == sorted(set.union(*holding[key])), key
        assert found["status_quo"][key] == found["equilibria"][key].get("NNN", 0.0)
        assert found["named"]["deal"][key] == found["equilibria"][key].get("YYN", 0.0)


def test_questions_compare_the_readings_that_answer_them(opened: Opener) -> None:
    """The answer to a question about being held is the case with that probability 1, or 0."""
    north, south = OPEN[2]
    found = opened(case(north, south)).at().conflict().document["uncertainty"]
    asked = [each for each in found["questions"] if each["before"] is None]

    assert {(each["decision_maker"], each["statement"]) for each in asked} == {("south", "1"), ("south", "3")}
    for each in asked:
        k = int(each["statement"]) - 1
        for answer, chance in (("if_so", 1), ("if_not", 0)):
            sure = [*south[:k], (south[k][0], chance, south[k][2]), *south[k + 1 :]]
            other = opened(case(north, sure)).at().conflict().document["uncertainty"]
            for key in each["concepts"]:
                assert other["equilibria"][key].get(each["state"], 0.0) == pytest.approx(each[answer], abs=2e-6)
    changes = [abs(each["if_so"] - each["if_not"]) for each in found["questions"]]
    assert changes == sorted(changes, reverse=True)


def test_a_question_of_order_compares_both_orders(opened: Opener) -> None:
    settled: list[Wish] = [("pay if sail", None, None), ("sail", None, None)]
    found = opened(case([(NORTH[1], None, "g"), (NORTH[2], None, "g")], settled)).at().conflict().document
    orders = [equilibria(opened, case([(NORTH[k], None, None) for k in order], settled)) for order in ((1, 2), (2, 1))]

    for key, state in product(KEYS, ("NNN", "YYN", "NNY")):
        holds = [float(state in each[key]) for each in orders]
        told = [
            [each["if_so"], each["if_not"]]
            for each in found["uncertainty"]["questions"]
            if each["state"] == state and key in each["concepts"]
        ]
        assert told == ([holds] if holds[0] != holds[1] else [])
    assert {(q["statement"], q["before"]) for q in found["uncertainty"]["questions"]} == {("1", "2")}


def test_certain_statements_are_the_plain_analysis(opened: Opener) -> None:
    sure: list[Wish] = [(w, 1, None) for w in NORTH]
    plain = opened(case([(w, None, None) for w in NORTH], [])).at().conflict()
    found = opened(case(sure, [])).at().conflict()

    assert found.document == plain.document
    assert "uncertainty" not in found.document
    assert found.findings == plain.findings


def test_probability_zero_is_the_statement_left_out(opened: Opener) -> None:
    never: list[Wish] = [(NORTH[0], 0, None), (NORTH[1], None, None)]
    settled: list[Wish] = [(w, None, None) for w in SOUTH]
    found = opened(case(never, settled)).at().conflict().document["uncertainty"]
    without = equilibria(opened, case(never[1:], settled))

    assert found["profiles"] == 1
    assert found["every"] == found["some"] == without
    assert found["questions"] == []


def test_neither_labels_nor_the_written_order_of_a_group_matter(opened: Opener) -> None:
    north, south = OPEN[2]
    found = opened(case(north, south)).at().conflict().document["uncertainty"]
    relabelled = [(w, chance, group and "other") for w, chance, group in north]
    turned = [south[0], south[2], south[1]]
    again = opened(case(relabelled, turned)).at().conflict().document["uncertainty"]

    for key in ("profiles", "equilibria", "every", "some", "status_quo", "named"):
        assert again[key] == found[key], key


def test_the_order_of_the_decision_makers_does_not_matter(opened: Opener) -> None:
    text = case(*OPEN[2])
    north = next(line for line in text.splitlines() if "actor: north" in line)
    turned = text.replace(f"{north}\n", "").replace("      infeasible:", f"{north}\n      infeasible:")
    found, other = (opened(each).at().conflict().document["uncertainty"] for each in (text, turned))

    assert other["status_quo"] == pytest.approx(found["status_quo"])
    assert all(other["named"][name] == pytest.approx(found["named"][name]) for name in ("deal", "stalled"))
    for key in KEYS:
        moved = {f"{state[1:]}{state[0]}": share for state, share in found["equilibria"][key].items()}
        assert other["equilibria"][key] == pytest.approx(moved)


def test_only_none_and_all_are_written_as_such(opened: Opener) -> None:
    found = chapter(opened(case([("not pay", 0.9999, None), ("pay", None, None)], [])).at().conflict(), "shares")
    shares = {row["outcome"]: row["nash"] for row in rows(found, "shares")}

    assert (shares["status quo"], shares["deal"]) == (99.9, 0.1)


def test_draws_come_close_to_the_exact_shares(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    sight = opened(case(*OPEN[2])).at()
    exact = sight.conflict().document["uncertainty"]
    monkeypatch.setattr(conflict_readings, "MOST_READINGS", 1)
    drawn = sight.look("conflict", ConflictOptions(draws=20_000, seed=3)).document["uncertainty"]

    assert (drawn["exact"], drawn["draws"], drawn["seed"]) == (False, 20_000, 3)
    assert drawn["every"] is drawn["some"] is None
    for key in KEYS:
        for state, share in exact["equilibria"][key].items():
            error = (share * (1 - share) / 20_000) ** 0.5
            assert abs(drawn["equilibria"][key].get(state, 0.0) - share) <= 5 * error + 1e-6
    assert drawn["standard_error"] == round(0.5 / 20_000**0.5, 6)


def test_the_same_seed_gives_the_same_bytes(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflict_readings, "MOST_READINGS", 1)
    sight = opened(case(*OPEN[2])).at()

    def document(seed: int) -> str:
        return to_json(sight.look("conflict", ConflictOptions(draws=100, seed=seed)))

    assert document(7) == document(7)
    assert document(7) != document(8)


def test_too_many_states_mean_fewer_draws(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    sight = opened(case(*OPEN[2])).at()
    monkeypatch.setattr(conflict_readings, "MOST_CELLS", 8 * 30)
    usual = [sight.conflict().document["uncertainty"]["exact"]]
    for most in (8 * 10, 1):
        monkeypatch.setattr(conflict_readings, "MOST_CELLS", most)
        usual.append(sight.conflict().document["uncertainty"].get("draws"))

    assert usual == [True, 64, 64]
    monkeypatch.setattr(conflict_readings, "MOST_READINGS", 1)
    for most, number in ((8 * 100, 100), (1 << 26, 4096)):
        monkeypatch.setattr(conflict_readings, "MOST_CELLS", most)
        assert sight.conflict().document["uncertainty"]["draws"] == number


def test_bounds_are_reached_at_the_ends_of_the_intervals(opened: Opener) -> None:
    def north(first: Any, second: Any) -> list[Wish]:
        return [(NORTH[0], first, None), (NORTH[1], None, "g"), (NORTH[2], second, "g")]

    found = opened(case(north([0.2, 0.6], [0.0, 1.0]), OPEN[2][1])).at().conflict().document["uncertainty"]
    ends = [
        opened(case(north(*chances), OPEN[2][1])).at().conflict().document["uncertainty"]
        for chances in product((0.2, 0.6), (0.0, 1.0))
    ]
    middle = opened(case(north(0.4, 0.5), OPEN[2][1])).at().conflict().document["uncertainty"]

    assert found["equilibria"] == middle["equilibria"]
    for name, key in product(("deal", "stalled"), KEYS):
        shares = [end["named"][name][key] for end in ends]
        assert found["bounds"]["named"][name][key] == pytest.approx([min(shares), max(shares)], abs=2e-6)
    assert found["bounds"]["status_quo"]["nash"] == pytest.approx(
        [min(e["status_quo"]["nash"] for e in ends), max(e["status_quo"]["nash"] for e in ends)], abs=2e-6
    )
    assert "bounds" not in middle


@pytest.mark.parametrize(
    ("chance", "says"),
    [
        ([0.2, 0.6], "in 40 % of the readings of what is open."),
        (0.5, "in 50 % of the readings of what is open."),
        ([0, 1], "in some readings of what is open; no source says how likely these are."),
    ],
)
def test_no_share_is_told_where_it_may_be_any(chance: Any, says: str, opened: Opener) -> None:
    """North stays where it would rather not pay, which alone is open; South has no wish to move."""
    north: list[Wish] = [("not pay", chance, None), ("pay", None, None)]
    found = opened(case(north, [("not sail", None, None), ("not wait", None, None)])).at().conflict()

    assert chapter(found, "uncertainty").headline == f"The status quo holds {says}"


def test_bounds_of_a_sample_or_of_many_intervals_are_not_given(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    many: list[Wish] = [(w, [0.2, 0.6], None) for w in (*NORTH, *SOUTH, "pay")]
    only = "Where a probability is given as an interval, only its middle was used."
    found = opened(case(many, [])).at().conflict()
    monkeypatch.setattr(conflict_readings, "MOST_READINGS", 1)
    drawn = opened(case(many[:1], [])).at().conflict()

    for each in (found, drawn):
        assert "bounds" not in each.document["uncertainty"]
        assert only in [said.text for said in chapter(each, "shares").statements]


def test_with_many_states_only_those_asked_about_are_listed(opened: Opener) -> None:
    found = opened(case(*OPEN[0])).at().look("conflict", ConflictOptions(max_states=3)).document["uncertainty"]
    full = opened(case(*OPEN[0])).at().conflict().document["uncertainty"]

    for key in KEYS:
        asked = ("NNN", "NNY", "YYN")
        assert found["equilibria"][key] == {s: full["equilibria"][key][s] for s in asked if s in full["some"][key]}
        assert found["every"][key] == [s for s in asked if s in full["every"][key]]
    assert found["named"] == full["named"]


def test_the_command_passes_draws_and_seed_on(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(opened(case(*OPEN[2])).path)
    monkeypatch.setattr(conflict_readings, "MOST_READINGS", 1)
    document = json.loads(run("conflict", path, "--draws", "50", "--seed", "4", "--json").stdout)

    assert (document["uncertainty"]["draws"], document["uncertainty"]["seed"]) == (50, 4)
    assert run("conflict", path, "--draws", "0").exit_code == 2


def test_merged_states_are_judged_in_every_reading(opened: Opener) -> None:
    """No reading can tell states apart that agree in every statement, so merging them changes no share."""
    north: list[Wish] = [("sail", 0.5, None)]
    south: list[Wish] = [("pay if sail", None, "g"), ("sail", None, "g")]
    plain = opened(case(north, south)).at().conflict().document["uncertainty"]
    merged = opened(case(north, south, 'coalesce: ["NN-"]')).at().conflict().document["uncertainty"]

    assert merged["profiles"] == plain["profiles"] == 4
    assert merged["status_quo"]["nash"] == plain["status_quo"]["nash"]
    assert merged["named"]["deal"] == plain["named"]["deal"]


HEADLINES: list[tuple[tuple[list[Wish], list[Wish]], str]] = [
    (
        ([("not pay", 0.75, None)], [("wait or sail", 0.001, None)]),
        "The status quo holds in more than 99 % of the readings of what is open.",
    ),
    (
        ([("not pay", 0.83, None), ("pay", None, None)], []),
        "The status quo holds in 83 % of the readings of what is open.",
    ),
    (
        ([("not pay", 0.5, None)], []),
        "The status quo holds in every reading of what is open.",
    ),
    (
        ([("pay", None, "g"), ("pay or sail", None, "g")], []),
        "The status quo holds in no reading of what is open.",
    ),
    (
        ([("pay if sail", None, "g"), ("sail", None, "g")], [("sail", 0.004, None)]),
        "The status quo holds in more than 99 % of the readings of what is open.",
    ),
]


@pytest.mark.parametrize(("wishes", "expected"), HEADLINES)
def test_headlines(opened: Opener, wishes: tuple[list[Wish], list[Wish]], expected: str) -> None:
    assert chapter(opened(case(*wishes)).at().conflict(), "uncertainty").headline == expected


def test_without_a_status_quo_the_headline_counts_states(opened: Opener) -> None:
    text = case([("not pay", 0.5, None)], []).replace("status_quo: []", "")
    found = opened(text).at().conflict()

    # South is indifferent; with and without its wish North stays at the three states in which it does not pay.
    assert chapter(found, "uncertainty").headline == (
        "6 states are left by nobody in some readings of what is open, 3 of them in all."
    )
    assert found.document["uncertainty"]["status_quo"] is None


def test_an_assumption_of_an_uncertain_statement_is_said_once_with_how_it_is_taken(opened: Opener) -> None:
    text = case(*OPEN[2]).replace("probability: 0.25", "probability: 0.25, assumption: nobody says")
    assumed = chapter(opened(text).at().conflict(), "impasse").assumptions

    said = [each.assumption for each in assumed if each.text == "North prefers “Sail”."]
    assert said == ["Nobody says. Taken as held, probability 0.25."]


def test_other_chapters_say_that_they_take_uncertain_statements_as_written(opened: Opener) -> None:
    found = opened(case(*OPEN[2])).at().conflict()
    taken = [(said.text, said.assumption) for said in chapter(found, "impasse").assumptions]

    assert taken == [
        ("North prefers “Sail”.", "taken as held, probability 0.25"),
        ("South prefers not (“Sail” and not “Pay”).", "taken as held, probability 0.9"),
        ("South prefers “Sail”.", "taken as held, probability 0.4"),
        ("North prefers “Sail”, then not “Pay”.", "order within the group as written"),
        ("South prefers “Wait”, then “Sail”.", "order within the group as written"),
    ]
    wanted = [row["when"] for row in rows(chapter(found, "model"), "preferences")]
    assert wanted[:3] == [
        "“Pay” if “Sail”",
        "“Sail” (probability 0.25; in any order among “g”)",
        "not “Pay” (in any order among “g”)",
    ]


def test_the_chapter_says_what_is_open_and_what_it_takes_for_granted(opened: Opener) -> None:
    findings = opened(case([(NORTH[0], [0.2, 0.4], None), *OPEN[2][0][1:]], OPEN[2][1])).at().conflict()
    found = chapter(findings, "uncertainty")

    assert [said.text for said in found.statements[:6]] == [
        "Open: whether North prefers “Pay” if “Sail” (probability 0.2 to 0.4).",
        "Open: whether North prefers “Sail” (probability 0.25).",
        "Open: whether South prefers not (“Sail” and not “Pay”) (probability 0.9).",
        "Open: whether South prefers “Sail” (probability 0.4).",
        "Open: in which order these matter to North: “Sail”; not “Pay”.",
        "Open: in which order these matter to South: “Wait”; “Sail”.",
    ]
    assert [said.text for said in found.assumptions] == [
        "Of an unknown order, every order is equally likely.",
        "Whether one statement is held says nothing about whether another is.",
        "Within an interval, every probability is equally likely, or rises to the most likely one and falls.",
    ]
    assert found.method is not None
    assert found.method.parameters[0] == ("Readings", "36")
    first = rows(chapter(findings, "shares"), "shares")[0]
    assert (first["outcome"], first["taken"]) == ("status quo", ("none of the options is taken",))
    questions = rows(found, "questions")
    assert {row["question"] for row in questions} == {
        "Does North want “Pay” if “Sail”?",
        "Does South want not (“Sail” and not “Pay”)?",
        "Does South want “Sail”?",
        "Does “Sail” matter more to North than not “Pay”?",
        "Does “Wait” matter more to South than “Sail”?",
    }
    assert questions[0]["difference"] == pytest.approx(questions[0]["if-so"] - questions[0]["if-not"], abs=0.11)


def test_the_most_likely_probability_counts_as_much_as_the_ends(opened: Opener) -> None:
    found = (
        opened(case([("not pay", "{low: 0.2, mode: 0.3, high: 0.7}", None), ("pay", None, None)], [])).at().conflict()
    )

    assert found.document["uncertainty"]["status_quo"]["nash"] == 0.4
    assert chapter(found, "uncertainty").statements[0].text == (
        "Open: whether North prefers not “Pay” (probability 0.2 to 0.7, most likely 0.3)."
    )


def test_what_is_taken_for_granted_is_only_what_was(opened: Opener) -> None:
    one = chapter(opened(case([("not pay", 0.5, None), ("sail", 0, None)], [])).at().conflict(), "uncertainty")
    order = chapter(opened(case([("not pay", None, "g"), ("sail", None, "g")], [])).at().conflict(), "uncertainty")

    assert one.assumptions == ()
    assert [said.text for said in order.assumptions] == ["Of an unknown order, every order is equally likely."]


def test_it_is_said_when_no_open_question_changes_anything(opened: Opener) -> None:
    said = "No open question by itself changes whether the status quo or an outcome asked about holds."
    found = chapter(opened(case([("not pay", None, None), ("sail", 0.5, None)], [])).at().conflict(), "uncertainty")

    assert said in [each.text for each in found.statements]
    assert found.tables == ()


def test_the_reference_states_the_limits_of_the_code(root: Path) -> None:
    text = " ".join((root / "docs" / "reference" / "json.md").read_text(encoding="utf-8").split())
    most, cells = conflict_readings.MOST_READINGS, conflict_readings.MOST_CELLS

    assert f"Up to {most:,} readings are analysed one by one, fewer where there are more than {cells // most:,}" in text
    assert f"{conflict_readings.DRAWS}, or fewer where there are more than {cells // conflict_readings.DRAWS:,}" in text

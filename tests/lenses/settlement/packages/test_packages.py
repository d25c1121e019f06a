"""Packages, derived by hand: what beats no deal, who blocks, what could be traded, and how sure that is."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, sentences

from detente.findings.figures.margins import Margins
from detente.lenses.settlement.options import SettlementOptions
from detente.session import OpenCase

# Each bank cares three times as much for one of two issues. Half-way on both is worth 1/2 to each; each its own issue
# is worth 3/4 to each. Of the nine packages only that one is worth 0.6 to both.
CASE = """
case: {id: bridge, as_of: 2025-07-10}
sources: [{id: paper, title: A paper}]
actors: [{id: upper, name: Upper, kind: state}, {id: lower, name: Lower, kind: state}]
issues:
  - {id: line, name: The line, outcomes: [{id: ridge, text: The ridge}, {id: stream}, {id: road}]}
  - {id: toll, name: The toll, outcomes: [{id: ours}, {id: shared}, {id: theirs, text: Lower has it.}]}
settlement:
  parties:
    - actor: upper
      batna: UPPER
      weights: {line: 3, toll: 1}
      values: {line: {ridge: 1, stream: 0.5, road: 0}, toll: {ours: 1, shared: 0.5, theirs: 0}}
      assumption: as we see it
    - actor: lower
      batna: LOWER
      weights: {line: 1, toll: 3}
      values: {line: {ridge: 0, stream: 0.5, road: 1}, toll: {ours: 0, shared: 0.5, theirs: 1}}
      cites: [paper ¶1]
"""
TRADED = {"line": "ridge", "toll": "theirs"}
NAMED = "“The ridge; Lower has it”"


def bridge(opened: Opener, upper: str, lower: str) -> OpenCase:
    case = opened(CASE.replace("UPPER", upper).replace("LOWER", lower))
    assert case.errors == ()
    return case


def packages(case: OpenCase, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = case.at().look("settlement", SettlementOptions(**asked)).document["packages"]
    return found


def test_a_zone_of_one_package_that_all_rules_pick(opened: Opener) -> None:
    case = bridge(opened, "0.6", "0.55")
    found = packages(case)
    entry = {
        "package": TRADED,
        "utilities": {"upper": 0.75, "lower": 0.75},
        "margins": {"upper": pytest.approx(0.15), "lower": pytest.approx(0.2)},
    }

    assert (found["count"], found["zopa_count"], found["pareto_count"]) == (9, 1, 5)
    for key in ("zopa", "nash", "kalai_smorodinsky", "egalitarian"):
        assert found[key] == [entry]
    assert (found["blockers"], found["opening"], found["uncertainty"], found["not_stated"]) == ([], None, None, [])
    # Upper accepts utilities of at least 0.6: the ridge with any toll, and no other; it alone rejects what Lower takes.
    counts = {name: (blocked["blocks"], blocked["alone"]) for name, blocked in found["blocked"].items()}
    assert counts == {"upper": (5, 3), "lower": (5, 3)}
    assert [(t["gives"], t["changes"], t["in_zopa"]) for t in found["trades"]["list"]] == [
        (
            [
                {"actor": "lower", "issue": "line", "outcome": "ridge"},
                {"actor": "upper", "issue": "toll", "outcome": "theirs"},
            ],
            {"upper": 0.25, "lower": 0.25},
            True,
        )
    ]
    assert found["trades"]["base"]["package"] == {"line": "stream", "toll": "shared"}


def test_an_open_zone_in_words(opened: Opener) -> None:
    found = bridge(opened, "0.6", "0.55").at().settlement()

    assert chapter(found, "packages").headline == "Nobody blocks 1 of 9 packages, on the case’s assumptions."
    assert [said.text for said in chapter(found, "packages").statements][:2] == [
        "Of the packages, 8 are worth less than no deal to somebody.",
        f"The best for whoever gains least: {NAMED}.",
    ]
    assert rows(chapter(found, "packages"), "parties") == [
        {
            "party": "Upper",
            "batna": "0.60",
            "worst": 0,
            "best": 1,
            "accepts": 4,
            "cites": [],
            "assumed": "as we see it",
        },
        {
            "party": "Lower",
            "batna": "0.55",
            "worst": 0,
            "best": 1,
            "accepts": 4,
            "cites": ["paper ¶1"],
            "assumed": "",
        },
    ]
    first = rows(chapter(found, "packages"), "margins")[0]
    assert (first["package"], first["number"], first["upper"], first["lower"]) == (NAMED.strip("“”"), 1, 0.15, 0.2)
    assert first["known_for"] == ("Nash", "Kalai–Smorodinsky", "Equal gains")
    assert chapter(found, "packages-blocked").headline == (
        "In the model, Upper blocks “The line: road”; Lower blocks “The toll: ours”."
    )
    picked, traded = chapter(found, "packages-picked"), chapter(found, "packages-traded")
    assert picked.headline == "Three rules that weigh gains differently all pick the same package."
    assert picked.statements[0].text == f"All pick {NAMED}."
    assert traded.headline == (
        "Lower gives “The line: The ridge”, and Upper gives “The toll: Lower has it”: both gain."
    )
    assert traded.statements[0].text == (
        "That is held against “The line: stream; The toll: shared”, where each issue is settled by itself."
    )
    assert chapter(found, "packages-sure").headline == (
        "Every number is stated as a single point, so how sure this is cannot be said."
    )


def test_who_blocks_what_where_the_zone_is_open(opened: Opener) -> None:
    said = chapter(bridge(opened, "0.6", "0.55").at().settlement(), "packages-blocking")

    # Upper accepts the ridge, and the stream if it has the toll; Lower the toll, and the road if the toll is shared. Of
    # what only Upper rejects, stream and Lower's toll leave it most, 0.375; of what only Lower rejects, the
    # ridge and shared toll leave it most, 0.375.
    assert said.headline == "Of 9 packages, Upper blocks 5 and Lower blocks 5."
    assert [statement.text for statement in said.statements] == [
        "Upper blocks every package with “The line: road”: 3 of the 5 that it blocks.",
        "Lower blocks every package with “The toll: ours”: 3 of the 5 that it blocks.",
        "Of the 3 packages that Upper alone blocks, it is nearest to “The line: stream; Lower has it”: it is short by "
        "0.23 there.",
        "Of the 3 packages that Lower alone blocks, it is nearest to “The ridge; The toll: shared”: it is short by "
        "0.17 there.",
    ]


def test_who_blocks_nothing_for_good_is_told_by_how_much_it_blocks(opened: Opener) -> None:
    # Three issues, each worth 1/3 to one way or the other: each accepts what has at least one of its own.
    issues = "".join(f"  - {{id: i{k}, outcomes: [{{id: n{k}}}, {{id: s{k}}}]}}\n" for k in range(3))
    north, south = (", ".join(f"i{k}: {{n{k}: {value}, s{k}: {1 - value}}}" for k in range(3)) for value in (1, 0))
    text = f"""
case: {{id: three, as_of: 2025-07-10}}
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
issues:
{issues}
settlement:
  parties:
    - {{actor: north, batna: 0.3, assumption: a, values: {{{north}}}}}
    - {{actor: south, batna: 0.3, assumption: a, values: {{{south}}}}}
"""
    found = opened(text).at().settlement()

    assert chapter(found, "packages-blocked").headline == (
        "North and South alone each stand in the way of most: 1 package that all others accept."
    )
    assert [statement.text for statement in chapter(found, "packages-blocking").statements] == [
        "North alone blocks “i0: s0; i1: s1; i2: s2”: it is short by 0.30 there.",
        "South alone blocks “i0: n0; i1: n1; i2: n2”: it is short by 0.30 there.",
    ]


def test_an_empty_zone_says_who_blocks_and_what_opens_it(opened: Opener) -> None:
    case = bridge(opened, "0.8", "0.55")
    found = packages(case)

    # Nearest is (0.75, 0.75): Upper lacks 0.05. Lower alone would have to accept (0.875, 0.375): 0.175 less.
    assert found["zopa"] == found["nash"] == []
    assert found["blockers"] == [{"actor": "upper", "by": "value", "short_by": pytest.approx(0.05)}]
    assert found["opening"]["total"] == pytest.approx(0.05)
    assert found["opening"]["single"] == {"upper": pytest.approx(0.05), "lower": pytest.approx(0.175)}
    assert [entry["package"] for entry in found["opening"]["nearest"]] == [TRADED]
    # Lower's margin there is 0.2, of which it can give Upper 0.05.
    assert found["opening"]["payments"] == {
        "package": TRADED,
        "moved": pytest.approx(0.05),
        "received": {"upper": pytest.approx(0.05), "lower": pytest.approx(-0.05)},
    }
    said = chapter(case.at().settlement(), "packages-blocked")
    assert said.headline == "In the way is Upper (short by 0.05)."
    # Upper accepts 0.8 only with the ridge, and then not if Lower has the toll: 0.75. Lower accepts 0.55 with the toll
    # (0.75 or more), or with half of it and a line that suits it at least half (1/8 + 3/8 is too little, 5/8 enough).
    assert [each.text for each in chapter(case.at().settlement(), "packages-blocking").statements] == [
        "Upper blocks every package with “The line: stream”: 3 of the 7 that it blocks.",
        "Upper blocks every package with “The line: road”: 3 of the 7 that it blocks.",
        "Upper blocks every package with “Lower has it”: 3 of the 7 that it blocks.",
        "Lower blocks every package with “The toll: ours”: 3 of the 5 that it blocks.",
    ]
    assert [statement.text for statement in said.statements] == [
        f"Nearest to agreement is {NAMED}.",
        "The least that opens the door: an alternative to a deal that is worse, or a package that is worth more, for "
        "Upper by 0.05.",
        "It opens as well if that changes for Lower alone by 0.17.",
        f"Payments would open it as well, with {NAMED}: Lower gives up 0.05 and Upper receives 0.05.",
    ]
    assert chapter(case.at().settlement(), "packages").headline.startswith("Somebody blocks each of 9 packages")


@pytest.mark.parametrize(
    ("budget", "moved"),
    [("0.04", None), ("0.05", 0.05), ("[0, 0.08]", None), ("[0, 0.1]", 0.05)],
)
@pytest.mark.parametrize("who", ["upper", "lower"])
def test_nobody_pays_or_is_paid_more_than_its_budget(
    who: str, budget: str, moved: float | None, opened: Opener
) -> None:
    # Lower would have to give Upper 0.05, out of 0.2.
    text = CASE.replace("UPPER", "0.8").replace("LOWER", "0.55")
    payments = packages(opened(text.replace(f"actor: {who}\n", f"actor: {who}\n      budget: {budget}\n")))["opening"][
        "payments"
    ]

    assert (payments and payments["moved"]) == (moved and pytest.approx(moved))


def test_another_package_is_paid_for_where_the_nearest_is_too_dear(opened: Opener) -> None:
    text = """
case: {id: dear, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}, {id: west, name: W, kind: state}]
issues: [{id: i, outcomes: [{id: a}, {id: b}]}]
settlement:
  parties:
    - {actor: north, batna: 0.6, assumption: a, budget: BUDGET, values: {i: {a: 0.9, b: 0.5}}}
    - {actor: south, batna: 0.5, assumption: a, values: {i: {a: 0.3, b: 0.3}}}
    - {actor: west, batna: 0.1, assumption: a, values: {i: {a: 0.1, b: 0.6}}}
"""
    rich, poor = (packages(opened(text.replace("BUDGET", budget)))["opening"]["payments"] for budget in ("1", "0.15"))

    # The first package lacks 0.2, which only North can pay; the second 0.3, which West can.
    assert (rich["package"], rich["moved"]) == ({"i": "a"}, pytest.approx(0.2))
    assert (poor["package"], poor["moved"]) == ({"i": "b"}, pytest.approx(0.3))


def test_who_can_be_paid_little_is_not_paid_much(opened: Opener) -> None:
    # By the first package North lacks 0.2 and nobody else anything; by the second North lacks 0.1 and South 0.15.
    text = """
case: {id: proud, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}, {id: west, name: W, kind: state}]
issues: [{id: i, outcomes: [{id: a}, {id: b}]}]
settlement:
  parties:
    - {actor: north, batna: 0.6, assumption: a, budget: BUDGET, values: {i: {a: 0.4, b: 0.5}}}
    - {actor: south, batna: 0.5, assumption: a, values: {i: {a: 0.5, b: 0.35}}}
    - {actor: west, batna: 0.1, assumption: a, values: {i: {a: 0.9, b: 0.9}}}
"""
    free, proud = (packages(opened(text.replace("BUDGET", budget)))["opening"]["payments"] for budget in ("1", "0.15"))

    assert (free["package"], free["moved"]) == ({"i": "a"}, pytest.approx(0.2))
    assert (proud["package"], proud["moved"]) == ({"i": "b"}, pytest.approx(0.25))


def test_where_no_party_can_pay_enough_it_says_so(opened: Opener) -> None:
    case = bridge(opened, "0.9", "0.9")

    assert packages(case)["opening"]["payments"] is None
    said = chapter(case.at().settlement(), "packages-blocked")
    assert said.headline == "In the way are Upper (short by 0.15) and Lower (short by 0.15)."
    assert said.statements[-1].text == (
        "No payments between the parties open it: no package leaves enough to pay with."
    )


def test_an_alternative_that_is_not_stated_is_never_filled_in(opened: Opener) -> None:
    case = opened(CASE.replace("      batna: UPPER\n", "").replace("LOWER", "0.5"))
    found = packages(case)

    assert found["not_stated"] == ["upper"]
    for key in ("zopa", "zopa_count", "nash", "kalai_smorodinsky", "egalitarian", "blockers", "blocked", "opening"):
        assert found[key] is None
    assert found["uncertainty"] is None
    assert [entry["package"]["line"] for entry in found["pareto"]] == ["ridge"] * 3 + ["stream", "road"]
    assert "margins" not in found["pareto"][0]
    shown = case.at().settlement()
    assert chapter(shown, "packages").headline == (
        "Which packages beat no deal is not computed: Upper’s alternative to a deal is not stated."
    )
    assert chapter(shown, "packages-worth").headline == "5 packages cannot be improved on for one at nobody’s cost."
    assert len(rows(chapter(shown, "packages-worth"), "frontier")) == 5
    assert {finding.id for finding in shown.findings if finding.id.startswith("packages")} == {
        "packages",
        "packages-worth",
        "packages-traded",
    }


def test_the_number_that_flips_the_answer_comes_first(opened: Opener) -> None:
    case = bridge(opened, "[0.5, 0.6]", "[0.4, 0.9]")
    found = packages(case, draws=1024, seed=3)["uncertainty"]

    # The package is worth 0.75: in the zone while Lower's alternative is at most that, 0.35 of 0.5.
    assert (found["draws"], found["seed"]) == (1024, 3)
    assert found["empty"] == pytest.approx(0.3, abs=0.01)
    assert found["shares"][0]["package"] == TRADED
    assert found["shares"][0]["zopa"] == pytest.approx(0.7, abs=0.01)
    first, second = found["tornado"]
    assert (first["kind"], first["actor"], first["flips"]) == ("batna", "lower", True)
    assert first["high"] == {"value": 0.9, "slack": pytest.approx(-0.15), "nash": []}
    assert (second["actor"], second["flips"]) == ("upper", False)
    told = case.at().settlement()
    said = chapter(told, "packages-sure")
    assert said.headline == "In 70% of the trials of all uncertain numbers together, nobody blocks some package."
    assert said.statements[1].text == "What Lower has without a deal: at 0.9 somebody blocks every package."
    assert chapter(told, "packages-find-out").headline == (
        "Find out first what Lower has without a deal: at the top of its range, somebody blocks every package."
    )
    # In the middle no deal is worth 0.55 and 0.65: by the package, worth 0.75 to both, Lower gains least, 0.1.
    assert [
        (row["input"], row["low"], row["high"]) for row in rows(chapter(told, "packages-find-out"), "find-out")
    ] == [
        (
            "What Lower has without a deal",
            "gains 0.20 (at 0.4)",
            "loses 0.15 (at 0.9): somebody blocks every package",
        ),
    ]


def test_the_same_seed_gives_the_same_draws(opened: Opener) -> None:
    case = bridge(opened, "[0.5, 0.6]", "[0.4, 0.9]")

    assert packages(case, draws=64, seed=1) == packages(case, draws=64, seed=1)
    assert packages(case, draws=64, seed=1) != packages(case, draws=64, seed=2)


LONE = """
case: {id: lone, as_of: 2025-07-10}
actors:
  - {id: upper, name: Upper, kind: state}
  - {id: lower, name: Lower, kind: state}
  - {id: east, name: East, kind: state}
issues:
  - {id: line, name: Line, outcomes: [{id: a}, {id: b}]}
  - {id: toll, name: Toll, outcomes: [{id: c}, {id: d}]}
  - {id: fish, name: Fish, outcomes: [{id: e}, {id: f}]}
settlement:
  parties:
    - {actor: upper, batna: 0.2, assumption: a, values: {line: {a: 1, b: 0}, toll: {c: 1, d: 0}}}
    - {actor: lower, batna: 0.2, assumption: a, values: {line: {a: 0, b: 1}}}
    - {actor: east, batna: 0.9, assumption: a}
"""


def test_what_is_taken_for_granted_is_said(opened: Opener) -> None:
    case = opened(LONE)
    found = packages(case)
    said = [statement.text for statement in chapter(case.at().settlement(), "three").assumptions]

    assert (found["count"], found["parties"]) == (4, ["upper", "lower"])
    assert found["issues"] == {"line": ["a", "b"], "toll": ["c", "d"]}
    assert {"line": "b", "toll": "c"} in [entry["package"] for entry in found["zopa"]]
    for words in (
        "All issues whose outcomes Upper values matter to it alike.",
        "“Toll” does not matter to Lower.",
        "The bargaining power of Upper and Lower is 1.",
        "Packages do not wait for the consent of East.",
        "Packages leave “Fish” out.",
    ):
        assert words in said
    assert not any("Lower values matter to it alike" in text for text in said)


def test_the_only_issue_that_matters_counts_whatever_its_weight(opened: Opener) -> None:
    text = LONE.replace("batna: 0.2, assumption: a, values: {line: {a: 0", "W, values: {line: {a: 0")
    case = opened(text.replace("W,", "batna: 0.2, assumption: a, weights: {line: [0, 1]},"))

    assert packages(case)["uncertainty"] is None
    assert packages(case)["pareto"] == packages(opened(LONE))["pareto"]


def test_more_packages_than_are_enumerated_are_refused_in_words(opened: Opener) -> None:
    issues = "\n".join(f"  - {{id: i{k}, outcomes: [{{id: a}}, {{id: b}}]}}" for k in range(21))
    values = ", ".join(f"i{k}: {{a: 0, b: 1}}" for k in range(21))
    text = f"""
case: {{id: many, as_of: 2025-07-10}}
actors: [{{id: upper, name: Upper, kind: state}}]
issues:
{issues}
settlement: {{parties: [{{actor: upper, batna: 0.5, assumption: a, values: {{{values}}}}}]}}
"""
    case = opened(text)

    assert (packages(case)["count"], packages(case)["limit"], packages(case)["zopa"]) == (1 << 21, 1 << 20, None)
    assert chapter(case.at().settlement(), "packages").headline == (
        "Packages are not worked out: there are 2,097,152 packages; at most 1,048,576 are worked out."
    )


def test_without_values_there_are_no_packages(opened: Opener) -> None:
    case = opened("""
case: {id: demo, as_of: 2025-07-10}
actors: [{id: upper, name: Upper, kind: state}]
settlement: {parties: [{actor: upper, batna: 0.5, assumption: a}]}
""")

    assert case.at().settlement().document["packages"] is None


@pytest.mark.parametrize(("upper", "lower"), [("0.6", "0.55"), ("0.8", "0.55"), ("[0.5, 0.6]", "[0.4, 0.9]")])
def test_every_sentence_is_one(upper: str, lower: str, opened: Opener) -> None:
    said = list(sentences(bridge(opened, upper, lower).at().settlement()))

    assert [text for text in said if not text[0].isupper() and text[0] not in "“123456789"] == []
    assert [text for text in said if not text.endswith(".") or ".." in text or "  " in text] == []


def test_the_lists_hold_the_first_ones(opened: Opener) -> None:
    found = packages(bridge(opened, "0.1", "0.1"), max_packages=2)

    assert found["zopa_count"] > 2
    assert [len(found[key]) for key in ("zopa", "pareto")] == [2, 2]
    assert found["zopa"][0]["package"] == TRADED


# Each prefers the other to give and itself not to: giving on both sides is better for both than on neither, and no Nash
# equilibrium, but whoever leaves it can be answered in kind.
GIVING = """
case: {id: giving, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: treaty, name: Treaty, outcomes: [{id: sign}, {id: unsigned, takes: []}]}
  - {id: money, name: Money, outcomes: [{id: pay}, {id: unpaid, takes: []}]}
settlement:
  parties:
    - {actor: north, batna: 0.4, assumption: a, weights: {treaty: 1, money: 2},
       values: {treaty: {sign: 0, unsigned: 1}, money: {pay: 1, unpaid: 0}}}
    - {actor: south, batna: 0.4, assumption: a, weights: {treaty: 2, money: 1},
       values: {treaty: {sign: 1, unsigned: 0}, money: {pay: 0, unpaid: 1}}}
conflict:
  decision_makers:
    - {actor: north, options: [{id: sign}], preferences: {assumption: a, statements: NORTH}}
    - {actor: south, options: [{id: pay}], preferences: {assumption: a, statements: SOUTH}}
  status_quo: []
  named_states: {deal: [sign, pay]}
"""


def test_a_package_of_the_zone_that_only_answers_hold(opened: Opener) -> None:
    case = opened(GIVING.replace("NORTH", "[pay, not sign]").replace("SOUTH", "[sign, not pay]"))

    assert packages(case)["states"] == [
        {
            "package": {"treaty": "sign", "money": "pay"},
            "count": 1,
            "named": ["deal"],
            "equilibria": ["gmr", "smr", "seq", "sseq"],
        }
    ]
    assert chapter(case.at().settlement(), "packages-stable").headline == (
        "Of the packages that nobody blocks, there is none that nobody would gain by leaving; “Treaty: sign; Money: "
        "pay” holds because answers deter from leaving."
    )


def test_a_package_of_the_zone_that_nobody_would_leave(opened: Opener) -> None:
    case = opened(GIVING.replace("NORTH", "[sign iff pay]").replace("SOUTH", "[sign iff pay]"))
    found = case.at().settlement()

    assert packages(case)["states"][0]["equilibria"] == ["nash", "gmr", "smr", "seq", "sseq"]
    assert chapter(found, "packages-stable").headline == (
        "Of the packages that nobody blocks, nobody would gain by leaving “Treaty: sign; Money: pay”."
    )
    assert rows(chapter(found, "packages-stable"), "stable")[0]["named"] == ("deal",)


def test_a_package_that_cannot_be_at_the_date(opened: Opener) -> None:
    text = GIVING.replace("NORTH", "[sign]").replace("SOUTH", "[pay]").replace("{id: sign}], pref", "SIGN], pref")
    case = opened(text.replace("SIGN", "{id: sign, available: 2026-01}"))

    assert [(state["count"], state["equilibria"]) for state in packages(case)["states"]] == [(0, [])]
    told = case.at().settlement()
    assert "packages-stable" not in {finding.id for finding in told.findings}
    assert [statement.text for statement in chapter(told, "packages-now").statements] == [
        "The nearest to agreement: “Everything stays as it is”; in the way are North (short by 0.07) and South (short "
        "by 0.07).",
        "“Money: pay” is in packages that nobody blocks and in packages possible now, but in none that is both.",
        "1 package that nobody blocks waits for “Treaty: sign”: it opens on 2026-01.",
    ]
    later = case.at("2026-02").settlement()
    assert "“Treaty: sign; Money: pay”" in chapter(later, "packages-stable").headline
    assert "packages-now" not in {finding.id for finding in later.findings}


# A payment can be had at any time, the signature only once the text is read; with both, and with neither, South is at
# its ends.
WAITING = """
case: {id: waiting, as_of: 2025-07-10, known_until: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - id: treaty
    name: Treaty
    outcomes: [{id: signed, text: Signed, takes: [sign]}, {id: unsigned, text: Unsigned, takes: []}]
  - {id: money, name: Money, outcomes: [{id: pay, text: Paid}, {id: unpaid, text: Unpaid, takes: []}]}
settlement:
  parties:
    - {actor: north, batna: 0.4, assumption: a, weights: {treaty: 1, money: 1},
       values: {treaty: {signed: 1, unsigned: 0}, money: {pay: 1, unpaid: 0}}}
    - actor: south
      batna: SOUTH
      assumption: a
      weights: {treaty: 1}
      values: {treaty: {signed: 1, unsigned: 0.2}}
      conditions: [{when: not (pay and not sign), weight: 1, assumption: b}]
steps:
  - {id: reading, name: Text read out, status: open, requires: [printing], duration: 10}
  - {id: printing, name: Text printed, status: due, date: 2025-09-01}
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign, available: "step:reading"}]
      preferences: {assumption: a, statements: [sign]}
    - {actor: south, options: [{id: pay}], preferences: {assumption: a, statements: [not pay]}}
"""


def test_what_can_be_had_now_is_another_question(opened: Opener) -> None:
    case = opened(WAITING.replace("SOUTH", "[0, 0.2]"))
    found = packages(case)

    # By hand, North and South less no deal: signed and paid 0.6 and 0.9; signed 0.1 and 0.9; paid 0.1 and 0; neither
    # -0.4 and 0.5. Only the third is possible now, and South takes it if no deal is worth at most 0.1 to it.
    assert [entry["possible"] for entry in found["zopa"]] == [False, False, True]
    assert (found["now"]["count"], found["now"]["zopa_count"]) == (2, 1)
    assert [entry["package"] for entry in found["now"]["nash"]] == [{"treaty": "unsigned", "money": "pay"}]
    assert found["now"]["uncertainty"]["empty"] == pytest.approx(0.5, abs=1e-3)
    assert [share["package"] for share in found["now"]["uncertainty"]["shares"]] == [
        {"treaty": "unsigned", "money": "pay"}
    ]
    [swing] = found["now"]["uncertainty"]["tornado"]
    assert swing["low"]["nash"] == [{"treaty": "unsigned", "money": "pay"}]
    assert (swing["high"]["slack"], swing["high"]["nash"]) == (pytest.approx(-0.1), [])
    assert found["uncertainty"]["empty"] == 0

    told = case.at().settlement()
    assert chapter(told, "packages").headline == (
        "Nobody blocks 3 of 4 packages, on the case’s assumptions; 1 of them is possible on 10 July 2025."
    )
    now = chapter(told, "packages-now")
    assert now.headline == "Nobody blocks 1 of the 2 packages possible on 10 July 2025."
    assert chapter(told, "packages-find-out").headline == (
        "Find out first what South has without a deal: at the top of its range, somebody blocks every package possible "
        "now."
    )
    assert [statement.text for statement in now.statements] == [
        "The best of them for whoever gains least: “Unsigned; Paid”.",
        "In 50% of the trials of the uncertain numbers, nobody blocks some package possible now.",
        "“Money: Unpaid” is in packages that nobody blocks and in packages possible now, but in none that is both.",
        "2 packages that nobody blocks wait for “Treaty: Signed”: 'Text read out' is not met; the roadmap has it "
        "coming not before 11 September 2025.",
    ]
    assert rows(now, "now") == [
        {"package": "Unsigned; Paid", "north": 0.1, "south": 0.0, "inside": 50.0, "cites": [], "assumed": ""}
    ]


def test_the_best_that_can_be_had_now_is_numbered_in_the_pictures(opened: Opener) -> None:
    told = chapter(opened(WAITING.replace("SOUTH", "0.1")).at().settlement(), "packages")
    [margins] = [figure for figure in told.figures if figure.id == "margins"]
    assert isinstance(margins.spec, Margins)
    known = {offer.name: (offer.known_for, offer.stance) for offer in margins.spec.offers}

    assert "best possible now" in known["Unsigned; Paid"][0]
    assert known["Unsigned; Paid"][1] == "nobody blocks"
    assert known["Signed; Paid"][1] == "nobody blocks; not possible now"


def test_who_blocks_what_can_be_had_now(opened: Opener) -> None:
    case = opened(WAITING.replace("SOUTH", "0.3"))

    assert packages(case)["now"]["zopa"] == []
    assert packages(case)["now"]["blockers"] == [{"actor": "south", "by": "value", "short_by": pytest.approx(0.2)}]
    assert chapter(case.at().settlement(), "packages-now").headline == (
        "Somebody blocks each of the 2 packages possible on 10 July 2025."
    )
    assert chapter(case.at().settlement(), "packages-now").statements[0].text == (
        "The nearest to agreement: “Unsigned; Paid”; in the way is South (short by 0.20)."
    )


def test_once_all_can_be_had_there_is_no_such_question(opened: Opener) -> None:
    case = opened(WAITING.replace("SOUTH", "0.1"))

    assert packages(case)["now"] is not None
    found = case.at("2025-09-12").look("settlement")
    assert found.document["packages"]["now"] is None
    assert "packages-now" not in {finding.id for finding in found.findings}


SCENARIOS = """
scenarios:
  - {id: read, title: The text is read, assumption: c, changes: [{set: steps.reading.status, to: met}]}
  - {id: same, title: Nothing else, changes: [{set: steps.printing.name, to: Printed}]}
  - {id: hard, title: South wants more, changes: [{set: settlement.south.batna, to: 0.3}]}
"""


def test_scenarios_that_change_what_can_be_had_stand_side_by_side(opened: Opener) -> None:
    case = opened(WAITING.replace("SOUTH", "0.1") + SCENARIOS)
    assert case.errors == ()
    found = chapter(case.at().settlement(), "packages-what-if")

    assert found.headline == "2 scenarios would change what nobody blocks, or what can be had."
    assert [(row["scenario"], row["zone"], row["able"], row["best"]) for row in rows(found, "what-if")] == [
        ("As things are", 3, 1, "Unsigned; Paid"),
        ("The text is read", 3, 3, "Signed; Paid"),
        ("South wants more", 2, 0, None),
    ]
    assert [statement.assumption for statement in found.statements] == ["c", ""]
    assert found.statements[1].text == "South wants more: somebody blocks every package that can be had."
    assert "packages-what-if" not in {each.id for each in case.at(scenario="read").settlement().findings}


def test_where_the_conflict_fails_at_a_date_packages_are_weighed_all_the_same(opened: Opener) -> None:
    text = WAITING.replace("SOUTH", "0.1").replace('"step:reading"', "2025-01") + "  infeasible: [{when: not sign}]\n"
    text = text.replace("conflict:\n", "conflict:\n  from: 2020\n").replace(
        "settlement:\n", "settlement:\n  from: 2020\n"
    )
    case = opened(text)
    findings = case.at("2024-06-10").settlement()
    found, told = findings.document["packages"], chapter(findings, "three")

    assert case.errors == ()
    assert (found["zopa_count"], found["now"], found["states"]) == (3, None, None)
    assert told.statements[1].text == (
        "Which packages are possible on 10 June 2024 is not worked out, because the infeasible combinations leave no "
        "state at this date."
    )


def test_what_alone_matters_to_a_party_counts_whatever_its_weight(opened: Opener) -> None:
    text = WAITING.replace("SOUTH", "0.1").replace("      weights: {treaty: 1}\n", "      weights: {treaty: 0}\n")
    found = packages(opened(text.replace("weight: 1, assumption: b", "weight: [0, 1], assumption: b")))

    assert sorted(entry["utilities"]["south"] for entry in found["zopa"]) == [1, 1]
    assert found["uncertainty"] is None


def test_in_a_large_conflict_packages_are_weighed_and_no_more(opened: Opener) -> None:
    more = ", ".join(f"{{id: o{k}}}" for k in range(19))
    text = WAITING.replace("SOUTH", "0.1").replace("options: [{id: pay}]", f"options: [{{id: pay}}, {more}]")
    found = opened(text).at().look("settlement")

    assert found.document["packages"]["zopa_count"] == 3
    assert found.document["packages"]["states"] is None
    assert chapter(found, "three").statements[1].text == (
        "Which packages are possible on 10 July 2025 is not worked out, because the conflict has 21 options, and "
        "packages are looked for among the states of at most 20."
    )


def test_what_weighs_on_a_scale_is_said_to_be_left_out(opened: Opener) -> None:
    text = WAITING.replace("SOUTH", "0.1").replace(
        "weights: {treaty: 1, money: 1}", "weights: {treaty: 1, money: 1, s: 2}"
    )
    told = opened(text.replace("issues:\n", "issues:\n  - {id: s, name: The scale, continuum: {low: 0, high: 1}}\n"))

    assert "What “The scale” weighs for North is left out." in [
        statement.text for statement in chapter(told.at().settlement(), "three").assumptions
    ]


def test_conditions_are_told_in_the_words_of_outcomes(opened: Opener) -> None:
    told = chapter(opened(WAITING.replace("SOUTH", "0.1")).at().settlement(), "three")

    assert "“not (‘Paid’ and not ‘Signed’)” counts for South with a weight of 1.00." in [
        statement.text for statement in told.because
    ]
    assert not any("“Money” does not matter to South" in statement.text for statement in told.assumptions)


def test_a_condition_that_decides_is_what_to_find_out(opened: Opener) -> None:
    case = opened(WAITING.replace("SOUTH", "0.1").replace("weight: 1, assumption: b", "weight: [0, 9], assumption: b"))
    [swing] = packages(case)["now"]["uncertainty"]["tornado"]

    # At 0, South has 0.2 without a signature; at 9 it has 0.02, less than no deal.
    assert (swing["kind"], swing["condition"]) == ("condition", "not (pay and not sign)")
    assert [swing[end]["slack"] for end in ("low", "high")] == [pytest.approx(0.1), pytest.approx(-0.08)]
    first = chapter(case.at().settlement(), "packages-find-out").headline
    assert first.startswith("Find out first how much “not (‘Paid’ and not ‘Signed’)” matters to South: at the bottom")


def test_an_issue_that_matters_only_by_a_condition_begins_with_its_first_outcome(opened: Opener) -> None:
    text = WAITING.replace("SOUTH", "0.1").replace("weights: {treaty: 1, money: 1}", "weights: {treaty: 1}")
    case = opened(text.replace(", money: {pay: 1, unpaid: 0}", ""))

    assert case.errors == ()
    assert packages(case)["trades"]["base"]["package"] == {"treaty": "signed", "money": "pay"}
    assert [statement.text for statement in chapter(case.at().settlement(), "packages-traded").assumptions] == [
        "“Money” matters only together with other issues; trades begin from “Paid”, its first outcome."
    ]


def test_where_nothing_can_be_had_the_page_says_so(opened: Opener) -> None:
    both = WAITING.replace("SOUTH", "0.1").replace("Unsigned, takes: []}", "Initialled, available: 2026}")
    case = opened(both)
    told = case.at().settlement()

    assert chapter(told, "packages-now").headline == "No package is possible on 10 July 2025, as the conflict stands."
    assert "2 packages that nobody blocks wait for “Treaty: Signed”" in chapter(told, "packages-now").statements[0].text
    assert packages(case)["now"] is None
    assert "packages-stable" not in {finding.id for finding in told.findings}


def test_every_number_that_is_put_in_is_on_the_page(opened: Opener) -> None:
    told = chapter(bridge(opened, "0.6", "[0.5, 0.6]").at().settlement(), "packages")
    found = rows(told, "inputs")

    assert [(row["what"], row["upper"], row["lower"]) for row in found] == [
        (
            "The line",
            ("Weight: 3.00", "The ridge: 1.00", "stream: 0.50", "road: 0.00"),
            ("Weight: 1.00", "The ridge: 0.00", "stream: 0.50", "road: 1.00"),
        ),
        (
            "The toll",
            ("Weight: 1.00", "ours: 1.00", "shared: 0.50", "Lower has it: 0.00"),
            ("Weight: 3.00", "ours: 0.00", "shared: 0.50", "Lower has it: 1.00"),
        ),
    ]
    assert {(tuple(row["cites"]), row["assumed"]) for row in found} == {
        (("paper ¶1",), "for the reasons given with each party")
    }


def test_a_condition_and_what_matters_to_one_only_are_on_the_page_as_well(opened: Opener) -> None:
    told = chapter(opened(WAITING.replace("SOUTH", "0.1")).at().settlement(), "packages")

    assert [(row["what"], row["north"], row["south"], row["assumed"]) for row in rows(told, "inputs")][1:] == [
        ("Money", ("Weight: 1.00", "Paid: 1.00", "Unpaid: 0.00"), None, "for the reasons given with each party"),
        ("“not (‘Paid’ and not ‘Signed’)”", None, "Weight: 1.00", "b"),
    ]


def test_what_serves_all_without_any_giving_is_told(opened: Opener) -> None:
    # Each wants both moved at once, and by itself neither move is worth anything to anybody.
    text = """
case: {id: joint, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: x, outcomes: [{id: x0, text: Old x}, {id: x1, text: New x}]}
  - {id: y, outcomes: [{id: y0, text: Old y}, {id: y1, text: New y}]}
settlement:
  parties:
    - {actor: north, batna: 0.3, assumption: a, conditions: [{when: x1 and y1, weight: 1}]}
    - {actor: south, batna: 0.3, assumption: a, conditions: [{when: x1 iff y1, weight: 1}]}
"""
    told = chapter(opened(text).at().settlement(), "packages-traded")

    assert told.headline == "No give-and-take on two issues leaves two parties better off."
    assert told.statements[0].text.startswith("That is held against “Old x; Old y”, ")
    assert told.statements[1].text == (
        "Without anybody giving anything for it, all would do as well or better by “New x; New y”."
    )


def test_options_that_no_outcome_names_are_left_free(opened: Opener) -> None:
    text = (
        GIVING.replace("NORTH", "[sign]")
        .replace("SOUTH", "[pay]")
        .replace("{id: pay}, {id: unpaid, takes: []}", "{id: paid}, N")
    )
    text = text.replace("pay: 1, unpaid: 0", "paid: 1, un: 0").replace("pay: 0, unpaid: 1", "paid: 0, un: 1")
    case = opened(text.replace(", N]", ", {id: un}]"))

    assert [state["count"] for state in packages(case)["states"]] == [2]


def test_a_conflict_that_knows_none_of_the_outcomes_says_nothing_of_packages(opened: Opener) -> None:
    text = GIVING.replace("NORTH", "[give]").replace("SOUTH", "[pay-up]").replace("options: [{id: sign}]", "O")
    text = text.replace("O, pref", "options: [{id: give}], pref").replace(
        "options: [{id: pay}]", "options: [{id: pay-up}]"
    )
    case = opened(text.replace("[sign, pay]", "[give, pay-up]"))

    assert case.errors == ()
    assert packages(case)["states"] is None
    assert "packages-stable" not in {finding.id for finding in case.at().settlement().findings}


def test_a_condition_with_a_reason_is_told_by_it(opened: Opener) -> None:
    text = WAITING.replace("SOUTH", "0.1").replace(
        "weight: 1, assumption: b", "weight: [0, 9], why: it was cheated once"
    )
    told = chapter(opened(text).at().settlement(), "packages-find-out")

    assert told.headline.startswith(
        "Find out first how much one of South's conditions weighs: at the bottom of its range"
    )
    assert [row["input"] for row in rows(told, "find-out")] == ["How much this matters to South: it was cheated once"]

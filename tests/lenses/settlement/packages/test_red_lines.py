"""Red lines of parties: no package that crosses one is proposed, and the page says who rules out what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_text import problems
from tests.conftest import Opener
from tests.twins.red_lines_twin import Holds, Package, Side, efficient, packages, smallest_clashes, zone

from detente.findings import Finding
from detente.session import OpenCase

ISSUES = {"route": ("open", "shut", "guarded"), "pact": ("signed", "unsigned"), "fund": ("large", "small")}

CASE = """
case: {id: river, title: Two capitals and a river, question: What would settle it?, as_of: 2025-06-01}
actors:
  - {id: hill, name: The Hill, kind: state}
  - {id: plain, name: The Plain, kind: state}
  - {id: union, name: The Union, kind: organisation}
issues:
  - id: status
    name: Status of the Hill
    outcomes:
      - {id: recognised, text: Full recognition}
      - {id: seat, text: A seat in world bodies}
      - {id: open, text: Left open}
  - id: association
    name: Association of towns
    outcomes:
      - {id: executive, text: An association that governs}
      - {id: advisory, text: An association that advises}
      - {id: none, text: No association}
  - {id: money, name: Fund, outcomes: [{id: large, text: A large fund}, {id: small, text: A small fund}]}
settlement:
  parties:
    - actor: hill
      assumption: made up
      batna: [0.35, 0.45]
      weights: {status: [0.4, 0.6], association: 0.3, money: 0.2}
      values:
        status: {recognised: 1, seat: 0.7, open: 0}
        association: {executive: 0, advisory: 0.6, none: 1}
        money: {large: 1, small: 0.3}
      red_lines:
        - {id: no-second-government, when: not (association is executive), why: two governments, assumption: read so}
    - actor: plain
      assumption: made up
      batna: NO_DEAL
      weights: {status: 0.5, association: 0.4, money: 0.2}
      values:
        status: {recognised: 0.2, seat: 0.4, open: 1}
        association: {executive: 1, advisory: 0.7, none: 0}
        money: {large: 1, small: 0.5}
      red_lines: [{id: no-recognition, when: not recognised, why: the constitution forbids it, assumption: read so}]
"""


def river(opened: Opener, no_deal: str = "0.4", *changes: tuple[str, str]) -> OpenCase:
    """Return the case with another alternative for the Plain, and other changes."""
    text = CASE.replace("NO_DEAL", no_deal)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return opened(text)


def document(case: OpenCase) -> Mapping[str, Any]:
    """Return what is found of packages."""
    found: Mapping[str, Any] = case.at().settlement().document["packages"]
    return found


def said(case: OpenCase, chapter: str) -> Finding:
    """Return what a chapter says."""
    [found] = [each for each in case.at().settlement().findings if each.id == chapter]
    return found


def words(finding: Finding) -> str:
    """Return everything that a finding says in sentences."""
    return " ".join([finding.headline, *(each.text for each in finding.statements)])


def proposed(found: Any) -> Iterator[Package]:
    """Yield every package anywhere in a document."""
    if isinstance(found, Mapping):
        if isinstance(found.get("package"), Mapping):
            yield found["package"]
        for each in found.values():
            yield from proposed(each)
    elif isinstance(found, list | tuple):
        for each in found:
            yield from proposed(each)


def test_nothing_proposed_crosses_a_red_line(opened: Opener) -> None:
    for no_deal in ("0.4", "0.3", "[0.3, 0.9]", "0.85"):
        every = list(proposed(document(river(opened, no_deal))))
        assert len(every) > 5
        for package in every:
            assert package["association"] != "executive"
            assert package["status"] != "recognised"


def test_page_and_document_say_who_rules_out_what(opened: Opener) -> None:
    case = river(opened)
    finding = said(case, "packages-red-lines")

    assert problems(case) == []
    assert document(case)["red_lines"] == [
        {"actor": "hill", "id": "no-second-government", "rules_out": 6},
        {"actor": "plain", "id": "no-recognition", "rules_out": 6},
    ]
    assert finding.headline == (
        "The Hill rules out 6 of 18 packages and The Plain 6, whatever else is offered; together that is 10."
    )
    assert [each.text for each in finding.statements[:3]] == [
        "The Hill accepts “An association that governs” in no case: this rules out 6 packages.",
        "The Plain accepts “Full recognition” in no case: this rules out 6 packages.",
        "Without any red line, 9 packages would suit everybody; with them 3 are left.",
    ]
    blocked = said(case, "packages-blocked")
    assert blocked.headline.startswith("In the model, The Hill blocks “An association that governs”")
    assert [(each.text, each.assumption) for each in blocked.statements[:2]] == [
        ("The Hill accepts “An association that governs” in no case. Two governments.", "read so"),
        ("The Plain accepts “Full recognition” in no case. The constitution forbids it.", "read so"),
    ]
    assert [each.text.split(", and ")[0] for each in blocked.statements[2:]] == [
        "The Hill blocks “An association that governs”",
        "The Plain blocks “Full recognition”",
    ]
    assert said(case, "packages").headline.startswith("Nobody blocks 3 of 18 packages")
    assert said(case, "packages").statements[0].text == (
        "Of the packages, 10 cross somebody’s red line and 5 more are worth less than no deal to somebody."
    )


def test_a_zone_that_red_lines_alone_keep_empty_names_who_blocks_by_one(opened: Opener) -> None:
    case = river(opened, "0.71")

    assert document(case)["zopa_count"] == 0
    assert document(case)["blockers"] == [
        {"actor": "hill", "by": "red-line", "short_by": None},
        {"actor": "hill", "by": "value", "short_by": pytest.approx(0.02)},
    ]
    told = words(said(case, "packages-red-lines"))
    assert "Without any red line, 1 package would suit everybody; with them none" in told
    assert "Without The Hill’s red line ‘no-second-government’ alone, 1 package would suit everybody" in told
    assert said(case, "packages-blocked").headline == "In the way is The Hill (by a red line and short by 0.02)."


def test_a_red_line_that_would_change_nothing_is_not_in_the_way(opened: Opener) -> None:
    case = river(
        opened,
        "0.95",
        ("when: not (association is executive)", "when: not (fund-only or seat)"),
        ("{id: none, text: No association}", "{id: none, text: No association}\n      - {id: fund-only, text: F}"),
        ("{executive: 0, advisory: 0.6, none: 1}", "{executive: 0, advisory: 0.6, none: 1, fund-only: 0}"),
        ("{executive: 1, advisory: 0.7, none: 0}", "{executive: 1, advisory: 0.7, none: 0, fund-only: 0}"),
    )

    assert {each["by"] for each in document(case)["blockers"]} == {"value"}
    assert "Without any red line, too, no package" in words(said(case, "packages-red-lines"))


def test_red_lines_that_leave_nothing_leave_nothing_to_propose(opened: Opener) -> None:
    case = river(opened, "0.4", ("when: not recognised", "when: association is executive"))
    found = document(case)

    assert problems(case) == [
        "32:44 DT660 no package keeps the red lines 'no-second-government' of 'hill' and 'no-recognition' of 'plain' "
        "together"
    ]
    assert list(proposed(found)) == []
    assert (found["zopa"], found["pareto"], found["opening"], found["trades"], found["uncertainty"]) == (
        [],
        [],
        None,
        None,
        None,
    )
    assert [(each["actor"], each["by"]) for each in found["blockers"]] == [("hill", "red-line"), ("plain", "red-line")]
    assert said(case, "packages").headline == "Each of 18 packages crosses somebody’s red line."
    assert "together leave no package." in words(said(case, "packages-red-lines"))


def test_who_has_nothing_but_red_lines_still_refuses(opened: Opener) -> None:
    line = "    - {actor: union, red_lines: [{id: no-large, when: small or none, assumption: read so}]}\n"
    case = river(opened, "0.4", ("settlement:\n  parties:\n", f"settlement:\n  parties:\n{line}"))
    found = document(case)

    assert found["parties"] == ["hill", "plain"]
    assert found["red_lines"][0] == {"actor": "union", "id": "no-large", "rules_out": 6}
    assert {key: found["blocked"]["union"][key] for key in ("blocks", "alone")} == {"blocks": 6, "alone": 1}
    assert all("small" in package.values() or package["association"] == "none" for package in proposed(found))
    assert "Of The Union, nothing but its red lines counts for packages." in [
        each.text for each in said(case, "three").assumptions
    ]


def test_trades_begin_where_no_red_line_is_crossed(opened: Opener) -> None:
    case = river(opened, "0.4", ("when: not recognised", "when: not (status is seat and money is large)"))
    plain = river(opened, "0.4", ("when: not recognised", "when: recognised or not recognised"))

    assert document(plain)["trades"]["base"]["package"] == {
        "status": "seat",
        "association": "advisory",
        "money": "large",
    }
    base = document(case)["trades"]["base"]["package"]
    assert (base["status"], base["money"]) != ("seat", "large")
    assert sum(base[k] == v for k, v in document(plain)["trades"]["base"]["package"].items()) == 2
    assert "as nearly as red lines let it, each issue is settled by itself" in words(said(case, "packages-traded"))


SWAP = """
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: pact, outcomes: [{id: whole}, {id: half}, {id: void}]}
  - {id: road, outcomes: [{id: open}, {id: toll}, {id: shut}]}
settlement:
  parties:
    - actor: north
      assumption: a
      weights: {pact: 3, road: 2}
      values: {pact: {whole: 1, half: 0.5, void: 0}, road: {open: 1, toll: 0.5, shut: 0}}
    - actor: south
      assumption: a
      weights: {pact: 2, road: 3}
      values: {pact: {whole: 0, half: 0.5, void: 1}, road: {open: 0, toll: 0.5, shut: 1}}
"""


def test_no_trade_leads_across_a_red_line(opened: Opener) -> None:
    """North gives on the road for the pact, and all would gain: but for what South accepts in no case."""
    line = "      red_lines: [{id: never, when: not (pact is whole and road is shut), assumption: read so}]\n"
    free, barred = document(opened(SWAP))["trades"], document(opened(SWAP + line))["trades"]
    swap = [
        {"actor": "south", "issue": "pact", "outcome": "whole"},
        {"actor": "north", "issue": "road", "outcome": "shut"},
    ]

    assert free["base"] == barred["base"]
    assert [each["gives"] for each in free["list"]] == [swap]
    assert barred["list"] == []


MISTAKES = {
    "no issue": ("not (rout is open)", "DT626 no issue 'rout' has outcomes"),
    "no outcome": ("not (status is opn)", "DT626 'status' has no outcome 'opn'"),
    "no name": ("not recognized", "DT626 no outcome has the id 'recognized', and none takes an option of that id"),
    "not a condition": ("not (status is)", "DT500 in 'not (status is)': after 'is' stands the id of an outcome"),
    "not where it stands": ("status is not open", "DT500 in 'status is not open': after 'is' stands the id"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_told_at_their_place(mistake: str, opened: Opener) -> None:
    text, message = MISTAKES[mistake]
    [found] = problems(river(opened, "0.4", ("when: not recognised", f"when: {text}")))

    assert found.startswith("41:")
    assert message in found


def test_an_outcome_is_named_with_its_issue_where_two_issues_share_its_id(opened: Opener) -> None:
    both = ("{id: small, text: A small fund}", "{id: small, text: A small fund}, {id: open, text: An open fund}")
    values = (
        ("{large: 1, small: 0.3}", "{large: 1, small: 0.3, open: 0}"),
        ("{large: 1, small: 0.5}", "{large: 1, small: 0.5, open: 0}"),
    )
    unclear = river(opened, "0.4", both, *values, ("when: not recognised", "when: not open"))
    clear = river(opened, "0.4", both, *values, ("when: not recognised", "when: not (status is open)"))

    assert [each.hint for each in unclear.diagnostics if each.code == "DT626"] == [
        "write the issue with it: money is open"
    ]
    assert problems(clear) == []
    assert document(clear)["red_lines"][1]["rules_out"] == 9


@dataclass(frozen=True)
class Drawn:
    """A made-up settlement, in its own words and as the twin reads it."""

    sides: Mapping[str, Side]
    texts: Mapping[str, Mapping[str, str]]

    def text(self) -> str:
        """Return the case."""
        issues = "".join(
            f"  - {{id: {issue}, outcomes: [{', '.join(f'{{id: {each}}}' for each in outcomes)}]}}\n"
            for issue, outcomes in ISSUES.items()
        )
        actors = "".join(f"  - {{id: {name}, name: {name}, kind: state}}\n" for name in self.sides)
        parties = "".join(self._party(name) for name in self.sides)
        return (
            f"case: {{id: c, as_of: 2025-06-01}}\nactors:\n{actors}issues:\n{issues}settlement:\n  parties:\n{parties}"
        )

    def _party(self, name: str) -> str:
        side = self.sides[name]
        lines = "".join(
            f"\n        - {{id: {key}, when: {self.texts[name][key]!r}, assumption: a}}" for key in side.red_lines
        )
        values = ", ".join(
            f"{issue}: {{{', '.join(f'{each}: {float(worth)}' for each, worth in side.values[issue].items())}}}"
            for issue in side.values
        )
        weights = ", ".join(f"{issue}: {weight}" for issue, weight in side.weights.items())
        numbers = (
            ""
            if side.no_deal is None
            else (f"      batna: {float(side.no_deal)}\n      weights: {{{weights}}}\n      values: {{{values}}}\n")
        )
        return f"    - actor: {name}\n      assumption: a\n{numbers}" + (f"      red_lines:{lines}\n" if lines else "")


def _names() -> Iterator[tuple[str, Holds]]:
    for issue, outcomes in ISSUES.items():
        for outcome in outcomes:
            yield from ((text, _chosen(issue, outcome)) for text in (outcome, f"{issue} is {outcome}"))


def _chosen(issue: str, outcome: str) -> Holds:
    return lambda package: package[issue] == outcome


Read = tuple[str, Holds]
CONDITIONS: st.SearchStrategy[Read] = st.recursive(
    st.sampled_from(list(_names())),
    lambda inner: st.one_of(
        inner.map(lambda a: (f"not ({a[0]})", lambda p: not a[1](p))),
        st.tuples(inner, inner).map(
            lambda ab: (f"({ab[0][0]}) and ({ab[1][0]})", lambda p: ab[0][1](p) and ab[1][1](p))
        ),
        st.tuples(inner, inner).map(lambda ab: (f"({ab[0][0]}) or ({ab[1][0]})", lambda p: ab[0][1](p) or ab[1][1](p))),
        st.tuples(inner, inner).map(
            lambda ab: (f"({ab[0][0]}) if ({ab[1][0]})", lambda p: ab[0][1](p) or not ab[1][1](p))
        ),
    ),
    max_leaves=4,
)
SHARES = st.integers(0, 4).map(lambda k: Fraction(k, 4))


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Two parties that value outcomes, and now and then one that has nothing but red lines."""
    sides: dict[str, Side] = {}
    texts: dict[str, dict[str, str]] = {}
    for name in ("north", "south", "west")[: draw(st.integers(2, 3))]:
        lines = draw(st.lists(CONDITIONS, max_size=2))
        texts[name] = {f"{name}-{k}": text for k, (text, _) in enumerate(lines)}
        read = {f"{name}-{k}": holds for k, (_, holds) in enumerate(lines)}
        values = {issue: {each: draw(SHARES) for each in outcomes} for issue, outcomes in ISSUES.items()}
        weights = {issue: draw(st.integers(1, 3)) for issue in ISSUES}
        sides[name] = Side(None, {}, {}, read) if name == "west" else Side(draw(SHARES), weights, values, read)
    return Drawn(sides, texts)


FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def keys(found: Any) -> set[tuple[tuple[str, str], ...]]:
    """Return packages so that they can be compared."""
    return {tuple(sorted(each.get("package", each).items())) for each in found}


def never_accepted(every: list[Any], refused: list[Any]) -> set[tuple[tuple[str, str], ...]]:
    """Return outcomes, alone or two together, that several packages have and that are in refused ones only."""
    single = {(choice,) for package in every for choice in package.items()}
    pairs = {tuple(sorted(both)) for package in every for both in combinations(package.items(), 2)}

    def never(choices: tuple[tuple[str, str], ...]) -> bool:
        having = [package for package in every if set(choices) <= set(package.items())]
        return len(having) > 1 and all(package in refused for package in having)

    alone = {choices for choices in single if never(choices)}
    return alone | {both for both in pairs if never(both) and not any((choice,) in alone for choice in both)}


@FEW
@given(drawn=drawn())
def test_zone_frontier_and_counts_are_what_the_definition_says(drawn: Drawn, opened: Opener) -> None:
    found, every = document(opened(drawn.text())), packages(ISSUES)
    accepted = keys(zone(every, drawn.sides))

    assert keys(found["zopa"]) == accepted
    assert keys(found["pareto"]) == keys(efficient(every, drawn.sides))
    for rule in ("nash", "kalai_smorodinsky", "egalitarian"):
        assert keys(found[rule]) <= accepted
        assert bool(found[rule]) == bool(accepted)
    counts = {(line["actor"], line["id"]): line["rules_out"] for line in found["red_lines"]}
    assert counts == {
        (name, key): sum(not holds(package) for package in every)
        for name, side in drawn.sides.items()
        for key, holds in side.red_lines.items()
    }
    for name, blocked in found["blocked"].items():
        refused = [package for package in every if not drawn.sides[name].accepts(package)]
        alone = [p for p in refused if all(s.accepts(p) for other, s in drawn.sides.items() if other != name)]
        assert {key: blocked[key] for key in ("blocks", "alone")} == {"blocks": len(refused), "alone": len(alone)}
        assert keys(blocked["always"]) == never_accepted(every, refused)


@FEW
@given(drawn=drawn())
def test_who_is_in_the_way_by_a_red_line_is_what_the_definition_says(drawn: Drawn, opened: Opener) -> None:
    found, every = document(opened(drawn.text())), packages(ISSUES)
    content = {name: replace(side, red_lines={}) for name, side in drawn.sides.items()}
    nothing = all(any(side.refuses(p) for side in drawn.sides.values()) for p in every)
    wanted = every if nothing else zone(every, content)
    barring = {name for name, side in drawn.sides.items() if any(side.refuses(package) for package in wanted)}
    told = {each["actor"] for each in found["blockers"] if each["by"] == "red-line"}

    assert told == (set() if found["zopa_count"] else barring)
    assert all((each["short_by"] is None) == (each["by"] == "red-line") for each in found["blockers"])


@FEW
@given(drawn=drawn(), more=CONDITIONS)
def test_one_more_red_line_never_enlarges_the_zone(drawn: Drawn, more: Read, opened: Opener) -> None:
    before = document(opened(drawn.text()))
    name = next(iter(drawn.sides))
    side = drawn.sides[name]
    with_more = replace(side, red_lines={"more": more[1], **side.red_lines})
    texts = {**drawn.texts, name: {"more": more[0], **drawn.texts[name]}}
    after = document(opened(Drawn({**drawn.sides, name: with_more}, texts).text()))

    assert keys(after["zopa"]) <= keys(before["zopa"])
    if after["red_lines"][0]["rules_out"] == 0:  # a red line that nothing crosses changes nothing
        assert {**after, "red_lines": after["red_lines"][1:]} == before


@FEW
@given(drawn=drawn())
def test_the_order_of_red_lines_says_nothing(drawn: Drawn, opened: Opener) -> None:
    turned = {
        name: replace(side, red_lines=dict(reversed(list(side.red_lines.items()))))
        for name, side in drawn.sides.items()
    }
    before, after = document(opened(drawn.text())), document(opened(Drawn(turned, drawn.texts).text()))

    assert sorted(after["red_lines"], key=str) == sorted(before["red_lines"], key=str)
    assert {**after, "red_lines": None} == {**before, "red_lines": None}


@FEW
@given(drawn=drawn())
def test_red_lines_that_leave_nothing_are_told_with_the_smallest_clash(drawn: Drawn, opened: Opener) -> None:
    lines = {key: holds for side in drawn.sides.values() for key, holds in side.red_lines.items()}
    smallest = smallest_clashes(packages(ISSUES), lines)
    told = [each.message for each in opened(drawn.text()).diagnostics if each.code == "DT660"]

    assert len(told) == bool(smallest)
    if told:
        assert frozenset(key for key in lines if f"'{key}'" in told[0]) in smallest


def test_draws_of_uncertain_numbers_never_choose_what_crosses_one(opened: Opener) -> None:
    uncertainty = document(river(opened, "[0.1, 0.9]"))["uncertainty"]

    assert uncertainty["shares"]
    chosen = list(proposed(uncertainty))
    chosen += [each for bar in uncertainty["tornado"] for end in ("low", "high") for each in bar[end]["nash"]]
    assert len(chosen) > 5
    assert all(each["association"] != "executive" and each["status"] != "recognised" for each in chosen)


def test_a_scenario_can_drop_a_red_line(opened: Opener) -> None:
    text = "scenarios:\n  - {id: given-up, title: Given up, changes: [{drop: settlement.plain.no-recognition}]}\n"
    case = opened(CASE.replace("NO_DEAL", "0.4") + text)
    found = case.at(scenario="given-up").settlement().document["packages"]

    assert [each["id"] for each in found["red_lines"]] == ["no-second-government"]
    assert found["zopa_count"] == 5

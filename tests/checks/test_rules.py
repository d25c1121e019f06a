"""Every check: a case that breaks the rule, and what its author reads; the rule kept is silent."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

ACTORS = """
actors:
  - {id: north, name: North, kind: state, aliases: [Northtown]}
  - {id: south, name: South, kind: state}
"""

CONFLICT = """conflict:
  decision_makers:
    - {actor: north, options: [{id: sign}, {id: pay}], preferences: {weights: {}, assumption: a}}
    - {actor: south, options: [{id: go}], preferences: {weights: {}, assumption: a}}"""

BROKEN = {
    "DT202 a measure in itself": (
        "measures:\n  - {id: m, share_of: »k}\n  - {id: k, share_of: m}",
        ["DT202 'm' is part of itself: m → k → m"],
    ),
    "DT650 a share in another unit": (
        "measures: [{id: m, unit: km, share_of: »k}, {id: k, unit: m}]",
        ["DT650 'm' is in 'km', and 'k' in 'm'"],
    ),
    "DT650 a share of what has no unit": (
        "measures: [{id: m, unit: km, share_of: »k}, {id: k}]",
        ["DT650 'm' is in 'km', and 'k' in no unit"],
    ),
    "DT651 a part greater than the whole": (
        "measures:\n  - {id: m, unit: km, share_of: k, assumption: x, observations: [{value: 5, date: 2024},\n"
        "     »{value: [11, 12], date: 2025}, {value: 30, date: 2026, comparator: at-most}]}\n"
        "  - {id: k, unit: km, assumption: x, observations: [{value: 10}]}",
        ["DT651 'm' is at least 11 km here, and 'k' at most 10 km then"],
    ),
    "DT651 a part that stayed as the whole became less": (
        "measures:\n  - {id: m, share_of: k, assumption: x,\n"
        "     observations: [»{value: 8, date: 2024}, {value: 3, date: 2025}]}\n"
        "  - {id: k, assumption: x, observations: [{value: 10, date: 2023}, {value: 4, date: 2024-06}]}",
        ["DT651 'm' is at least 8 here, and 'k' at most 4 then"],
    ),
    "DT640 an outcome beyond the scale of its issue": (
        "issues: [{id: i, continuum: {low: 0, high: 10}, outcome: »12}]",
        ["DT640 the outcome of 'i' must be between 0 and 10, got 12"],
    ),
    "DT640 an outcome of an issue without a scale": (
        "issues: [{id: i, outcome: »12}]",
        ["DT640 'i' has an outcome, but no continuum"],
    ),
    "DT602 outcomes that take the same options, in any order": (
        "issues: [{id: i, outcomes: [{id: a, takes: [sign, pay]}, {id: b, takes: »[pay, sign]}, {id: c}, {id: d}]}]\n"
        + CONFLICT,
        ["DT602 'b' takes the same options as 'a'"],
    ),
    "DT602 outcomes of which nothing has to be done": (
        "issues: [{id: i, outcomes: [{id: a, takes: []}, {id: b, takes: »[], available: 2025}, {id: c, available: 2025}"
        "]}]",
        ["DT602 'b' takes no option, like 'a'"],
    ),
    "DT602 an outcome that is called like what another takes": (
        f"issues: [{{id: i, outcomes: [{{id: a, takes: [sign]}}, {{id: »sign}}, {{id: pay}}]}}]\n{CONFLICT}",
        ["DT602 'sign' takes the same options as 'a'"],
    ),
    "DT200 an id used by two records": (
        "events: [{id: »north, date: 2025, what: w}]",
        ["DT200 the id 'north' is used twice"],
    ),
    "DT200 two options of different decision makers": (
        """conflict:
  decision_makers:
    - {actor: north, options: [{id: sign}], preferences: {weights: {}, assumption: a}}
    - {actor: south, options: [{id: »sign}], preferences: {weights: {}, assumption: a}}""",
        ["DT200 the id 'sign' is used twice"],
    ),
    "DT201 an actor that does not exist": (
        "events: [{id: e, date: 2025, what: w, actors: [»nroth]}]",
        ["DT201 no actor has the id 'nroth'"],
    ),
    "DT201 an event where an actor belongs": (
        "events: [{id: e, date: 2025, what: w}]\nformats: [{id: f, parties: [»e]}]",
        ["DT201 no actor has the id 'e'; it is in 'events'"],
    ),
    "DT201 a citation of no source": (
        "issues: [{id: i, cites: [»artcle ¶3]}]",
        ["DT201 no source has the id 'artcle'"],
    ),
    "DT201 a key that names no issue": (
        "issues: [{id: route}]\nsettlement: {parties: [{actor: north, weights: {»rotue: 1}, assumption: a}]}",
        ["DT201 no issue has the id 'rotue'"],
    ),
    "DT201 a requirement deep inside": (
        "steps: [{id: a, name: A, requires: [{any: [{all: [»b]}]}]}]",
        ["DT201 no step has the id 'b'"],
    ),
    "DT202 issues in a circle": (
        "issues:\n  - {id: a, parent: »b}\n  - {id: b, parent: c}\n  - {id: c, parent: a}",
        ["DT202 'a' is part of itself: a → b → c → a"],
    ),
    "DT202 an actor in itself": (
        "issues: []\nformats: []" + "\nsources: [{id: s, via: »s}]",
        ["DT202 's' is part of itself: s → s"],
    ),
    "DT300 a relative date without its anchor": (
        "events: [{id: e, date: {before: »sumit, by: 2 days}, what: w}, {id: summit, date: 2025, what: w}]",
        ["DT300 no dated event or step has the id 'sumit'"],
    ),
    "DT300 an anchor without a date": (
        "events: [{id: e, date: {after: »s}, what: w}]\nsteps: [{id: s, name: S}]",
        ["DT300 no dated event or step has the id 's'"],
    ),
    "DT301 dates in a circle": (
        "events:\n  - {id: a, date: »{before: b}, what: w}\n  - {id: b, date: »{before: a}, what: w}",
        ["DT301 the date of 'a' is counted from itself", "DT301 the date of 'b' is counted from itself"],
    ),
    "DT314 a position that supersedes a later one": (
        "issues: [{id: i}]\npositions:\n  - {id: p, actor: north, issue: i, date: 2025-03, assumption: a}\n"
        "  - {actor: north, issue: i, date: 2025-02, supersedes: [»p], assumption: a}",
        ["DT314 'p' (2025-03-01/2025-03-31) is later than what supersedes it (2025-02-01/2025-02-28)"],
    ),
    "DT330 a step that waits for itself": (
        "steps: [{id: a, name: A, requires: [{any: [»a, b]}]}, {id: b, name: B}]",
        ["DT330 'a' requires itself"],
    ),
    "DT331 a step dated before what it requires": (
        "steps: [{id: a, name: A, date: »2025-03, requires: [b]}, {id: b, name: B, date: 2025-05}]",
        ["DT331 'a' (2025-03) must come after 'b' (2025-05)"],
    ),
    "DT331 a step on the day that it must be strictly after": (
        "steps: [{id: a, name: A, date: »2025-05-01, requires: [{step: b, strict: true}]},"
        " {id: b, name: B, date: 2025-05-01}]",
        ["DT331 'a' (2025-05-01) must come after 'b' (2025-05-01)"],
    ),
    "DT331 a step dated before what it indirectly requires": (
        "steps: [{id: a, name: A, date: 2026-06-07}, {id: b, name: B, requires: [{step: a, strict: true}]},"
        " {id: c, name: C, duration: [50, 60], requires: [b], assumption: a},"
        " {id: d, name: D, date: »2026-07-27, requires: [c]}, {id: e, name: E, date: 2026-07-28, requires: [c]}]",
        ["DT331 'd' (2026-07-27) must come after 'a' (2026-06-07) through 'b', 'c', at least 51 days later"],
    ),
    "DT331 a step dated before all of several alternatives": (
        "steps: [{id: a, name: A, date: 2026}, {id: b, name: B, date: 2026-02}, {id: c, name: C, requires: [a]},"
        " {id: d, name: D, date: »2025-12, requires: [{any: [b, {all: [b, c]}]}]},"
        " {id: e, name: E, date: 2025-12, requires: [{any: [b, f]}]}, {id: f, name: F}]",
        ["DT331 'd' (2025-12) must come after 'b' (2026-02)"],
    ),
    "DT331 dates that clash in a circle": (
        "steps: [{id: a, name: A, date: »2026-01, requires: [{all: [b]}]},"
        " {id: b, name: B, date: 2026-02, requires: [a]}]",
        ["DT331 'a' (2026-01) must come after 'b' (2026-02)"],
    ),
    "DT331 one cause is told once": (
        "steps: [{id: a, name: A, date: 2026-05}, {id: b, name: B, date: »2026-03, requires: [a]},"
        " {id: c, name: C, date: 2026-04, requires: [b]},"
        " {id: d, name: D, status: met, date: »2025-01, requires: [a]}]",
        [
            "DT331 'b' (2026-03) must come after 'a' (2026-05)",
            "DT331 'd' (2025-01) must come after 'a' (2026-05)",
        ],
    ),
    "DT332 a step that is met before what it requires": (
        "steps: [{id: a, name: A}, {id: b, name: B, status: met, requires: [»a]},"
        " {id: c, name: C, status: met, requires: [{any: [a, b]}, »{any: [a, {all: [b, a]}]}]},"
        " {id: d, name: D, status: met, requires:"
        " [{step: a, accelerates: true}, {any: [{step: a, accelerates: true}]}]}]",
        [
            "DT332 'b' is met although it requires 'a', which is not met",
            "DT332 'c' is met although it requires 'a', which is not met",
        ],
    ),
    "DT333 a step met after the case's own date": (
        "steps: [{id: a, name: A, status: met, date: »2025-08}, {id: b, name: B, status: met, requires: [a]},"
        " {id: c, name: C, status: met, date: 2025}, {id: d, name: D, status: met, requires: [c]}]",
        ["DT333 'a' is met, but dated 2025-08, after the case's own date (2025-07-10)"],
    ),
    "DT334 a roadmap without a goal": (
        "steps: [{id: a, name: A}]\nroadmap: »{note: Nobody knows where to.}",
        ["DT334 the roadmap names no goal"],
    ),
    "DT303 a reading that never holds": (
        "events: [{id: e, date: 2025-03, what: w, assumption: a}]\n"
        "capabilities: [{actor: north, value: 1, assumption: a, to: »'event:e'}]\n",
        ["DT303 it ends (event:e) before it begins with the case (2025-07-10)"],
    ),
    "DT302 an end before its beginning": (
        "formats: [{id: f, from: 2025-03, to: »2025-02}]",
        ["DT302 it ends (2025-02) before it begins (2025-03)"],
    ),
    "DT410 a number without evidence": (
        "capabilities: [»{actor: north, value: 0.4}]",
        ["DT410 a number with neither a citation nor an assumption"],
    ),
    "DT410 a preference without evidence, though its decision maker has some": (
        """conflict:
  decision_makers:
    - actor: north
      assumption: a
      options: [{id: sign}]
      preferences: {statements: [»{when: sign}]}""",
        ["DT410 a preference statement with neither a citation nor an assumption"],
    ),
    "DT600 a probability above one": (
        "steps: [{id: s, name: S, probability: »[0.5, 1.5], assumption: a}]",
        ["DT600 a probability must be between 0 and 1, got [0.5, 1.5]"],
    ),
    "DT600 a position off its scale": (
        "issues: [{id: i, continuum: {low: 0, high: 10}}]\n"
        "positions: [{actor: north, issue: i, value: »11, assumption: a}]",
        ["DT600 a position on this issue must be between 0 and 10, got 11.0"],
    ),
    "DT600 a negative capability": (
        "capabilities: [{actor: north, value: »-1, assumption: a}]",
        ["DT600 a capability must be at least 0, got -1.0"],
    ),
    "DT601 a value of no outcome": (
        "issues: [{id: i, outcomes: [{id: open}]}]\n"
        "settlement: {parties: [{actor: north, values: {i: {»opne: 0.5}}, assumption: a}]}",
        ["DT601 issue 'i' has no outcome 'opne'"],
    ),
    "DT610 an issue on which nobody cares": (
        "issues: [{id: i, continuum: {}}]\n"
        "positions: [{actor: north, issue: i, value: 0, salience: »0, assumption: a}]",
        ["DT610 nobody has weight on 'i': each capability or salience there is zero"],
    ),
    "DT610 an issue on which nobody can do anything": (
        "issues: [{id: i, continuum: {}}]\n"
        "positions: [»{actor: north, issue: i, value: 0, assumption: a}]\n"
        "capabilities: [{actor: north, issue: i, value: 0, assumption: a}, {actor: north, value: 1, assumption: a}]",
        ["DT610 nobody has weight on 'i': each capability or salience there is zero"],
    ),
    "DT610 an issue on which who states nothing can do as little as the others": (
        "issues: [{id: i, continuum: {}}]\n"
        "positions: [»{actor: north, issue: i, value: 0, assumption: a},\n"
        " {actor: south, issue: i, value: 9, assumption: a}]\n"
        "capabilities: [{actor: north, value: 0, assumption: a}]",
        ["DT610 nobody has weight on 'i': each capability or salience there is zero"],
    ),
    "DT611 a capability stated twice": (
        "issues: [{id: i}]\n"
        "capabilities: [{actor: north, value: 1, assumption: a}, {actor: north, issue: i, value: 2, assumption: a},"
        " »{actor: north, issue: i, value: 3, assumption: a}, »{actor: north, value: 4, assumption: a}]",
        [
            "DT611 the capability of 'north' on 'i' is stated twice",
            "DT611 the capability of 'north' is stated twice",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_reported_at_its_place(text: str, expected: list[str], opened: Opener) -> None:
    text, places = marked("case: {id: demo, as_of: 2025-07-10}" + ACTORS + text)

    assert problems(opened(text)) == [f"{place} {words}" for place, words in zip(places, expected, strict=True)]


KEPT = {
    "outcomes of two issues may share an id": (
        "issues: [{id: a, outcomes: [{id: none}]}, {id: b, outcomes: [{id: none}]}]"
    ),
    "an assumption stands for a number": "capabilities: [{actor: north, value: 0.4, assumption: a guess}]",
    "a citation stands for a number": "sources: [{id: s}]\ncapabilities: [{actor: north, value: 0.4, cites: [s ¶1]}]",
    "a measure's citation stands for its observations": (
        "sources: [{id: s}]\nmeasures: [{id: m, cites: [s], observations: [{value: 3}]}]"
    ),
    "a citation of preferences stands for each statement": """sources: [{id: s}]
conflict:
  decision_makers: [{actor: north, options: [{id: a}], preferences: {cites: [s], statements: [a]}}]""",
    "an end in the month of its beginning": "formats: [{id: f, from: 2025-03, to: 2025-03}]",
    "an issue on which one has weight": "issues: [{id: i, continuum: {}}]\n"
    "positions: [{actor: north, issue: i, value: 0, salience: 0, assumption: a},"
    " {actor: south, issue: i, value: 0, salience: [0, 1], assumption: a}]",
    "a relative date on a dated step": "steps: [{id: s, name: S, date: 2025}]\n"
    "events: [{id: e, date: {after: s}, what: w}]",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=list(KEPT))
def test_a_rule_that_is_kept_is_silent(text: str, opened: Opener) -> None:
    assert problems(opened("case: {id: demo, as_of: 2025-07-10}" + ACTORS + text)) == []


def test_an_alias_leads_to_the_id(opened: Opener) -> None:
    case = opened("case: {id: demo, as_of: 2025-07-10}" + ACTORS + "formats: [{id: f, parties: [Northtown]}]")

    assert [d.code for d in case.diagnostics] == ["DT102"]
    case = opened("case: {id: demo, as_of: 2025-07-10}" + ACTORS + "formats: [{id: f, parties: [northtown]}]")
    assert case.diagnostics[0].hint == "did you mean 'north'?"


def test_warnings_are_no_errors(opened: Opener) -> None:
    case = opened("case: {id: demo, as_of: 2025-07-10}" + ACTORS + "capabilities: [{actor: north, value: 0.4}]")

    assert len(case.diagnostics) == 1
    assert case.errors == ()


@pytest.mark.parametrize("closing", ["", ", parent: i0"])
def test_long_chains_of_issues_are_walked_once(closing: str, opened: Opener) -> None:
    chain = ", ".join(f"{{id: i{k}, parent: i{k + 1}}}" for k in range(5000))
    case = opened(f"case: {{id: demo, as_of: 2025}}\nissues: [{chain}, {{id: i5000{closing}}}]")

    assert [problem.split()[1] for problem in problems(case)] == (["DT202"] if closing else [])

"""What changes nothing is said."""

from __future__ import annotations

import operator
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_text import marked, problems
from tests.conftest import Opener

from detente.case import Case
from detente.checks import Context
from detente.checks.rules.idle import check
from detente.diagnostics import Place, SourceMap, Span

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
issues: [{id: i, continuum: {}}]
"""


def conflict(statements: str, rest: str = "", second: str = "q") -> str:
    return f"""conflict:
  decision_makers:
    - actor: a
      options: [{{id: p}}, {{id: r}}, {{id: s, available: false}}]
      preferences: {{assumption: x, statements: {statements}}}
    - {{actor: b, options: [{{id: q}}], preferences: {{assumption: x, statements: [{second}]}}}}
{rest}"""


SAID = {
    "DT503 no statements": (conflict("»[]"), "DT503 'a' has an empty list of statements: it counts as indifferent"),
    "DT513 always true": (
        conflict("[p, »r or not r]"),
        "DT513 this is always true in the states that can be: it prefers nothing",
    ),
    "DT513 never true": (
        conflict("[»p and not p]"),
        "DT513 this is never true in the states that can be: it prefers nothing",
    ),
    "DT513 never true where the case rules it out": (
        conflict("[»p and r, p]", "  infeasible: [p and r]"),
        "DT513 this is never true in the states that can be: it prefers nothing",
    ),
    "DT513 never true because the option can never be taken": (
        conflict("[»s, p]"),
        "DT513 this is never true in the states that can be: it prefers nothing",
    ),
    "DT513 said before, in other words": (
        conflict('["p and q", r, »"q and p"]'),
        "DT513 this says the same as 'p and q', which is more important: it changes nothing",
    ),
    "DT513 the opposite of what matters more": (
        conflict("[p, r, »not p]"),
        "DT513 this says the opposite of 'p', which is more important: it changes nothing",
    ),
    "DT513 settled by several statements above": (
        conflict("[p, r, »p iff r]"),
        "DT513 the statements above settle this in every state that can be: it changes nothing",
    ),
    "DT513 always true beside others that count alike": (
        conflict("[{when: p, equal: e}, »{when: r or not r, equal: e}]"),
        "DT513 this is always true in the states that can be: it prefers nothing",
    ),
    "DT513 settled by how many of several hold": (
        conflict("[{when: p, equal: e}, {when: r, equal: e}, »p iff r]"),
        "DT513 the statements above settle this in every state that can be: it changes nothing",
    ),
    "DT514 one option, of which no two can stand": (
        conflict("[p]", "  infeasible: [»{at_most_one: [q]}]"),
        "DT514 this rules out nothing",
    ),
    "DT514 what is ruled out above": (
        conflict("[r]", "  infeasible: [p, »p and q]"),
        "DT514 this rules out nothing that the conditions above leave",
    ),
    "DT205 an option twice": (
        conflict("[p]", "  infeasible: [{at_most_one: [q, »q]}]"),
        "DT205 'q' stands twice in this list",
    ),
    "DT205 a status quo": (conflict("[p]", "  status_quo: [p, »p]"), "DT205 'p' stands twice in this list"),
    "DT205 a participant": (
        "events: [{id: e, date: 2025, what: w, actors: [a, »a], assumption: x}]",
        "DT205 'a' stands twice in this list",
    ),
    "DT221 a perception of what is so": (
        conflict("[p]", "  perceptions: [»{by: b, changes: [{set: conflict.s.available, to: false}], assumption: x}]"),
        "DT221 'b' reads the conflict as it is written: this perception changes nothing",
    ),
    "DT221 a perception that drops perceptions": (
        conflict("[p]", "  perceptions: [»{by: b, changes: [{drop: conflict.perceptions}], assumption: x}]"),
        "DT221 'b' reads the conflict as it is written: this perception changes nothing",
    ),
    "DT220 a scenario without changes": ("scenarios: [»{id: x, title: X}]", "DT220 'x' has no changes"),
    "DT220 a scenario that sets what is so": (
        "steps: [{id: t, name: T, status: agreed}]\n"
        "scenarios: [»{id: x, changes: [{set: steps.t.status, to: agreed}]}]",
        "DT220 'x' changes nothing",
    ),
    "DT220 one change that sets what is so": (
        "steps: [{id: t, name: T, duration: 3, assumption: x}]\n"
        "scenarios: [{id: x, changes: [»{set: steps.t.duration, to: 3}, {set: steps.t.status, to: met}]}]",
        "DT220 'steps.t.duration' is so already: this changes nothing",
    ),
    "DT220 an addition of what is there": (
        "positions: [{actor: a, issue: i, value: 3, assumption: x}]\n"
        "scenarios: [{id: x, changes: [»{add: positions, record: {actor: a, issue: i, value: 3, assumption: x}}]}]",
        "DT220 'positions' holds this already: this changes nothing",
    ),
    "DT203 an event": (
        "events: [{id: e, date: 2025, what: They  met, actors: [a, b], assumption: x},\n"
        "  »{id: f, date: 2025, what: they met, actors: [b, a], assumption: y}]",
        "DT203 this says what the record at {path}:4:10 says",
    ),
    "DT203 a position": (
        "positions: [{actor: a, issue: i, value: 3, assumption: x},\n  »{actor: a, issue: i, value: 3, assumption: x}]",
        "DT203 this says what the record at {path}:4:13 says",
    ),
    "DT203 a relation": (
        "relations: [{from: a, to: b, what: helps, assumption: x},\n  »{from: a, to: b, what: Helps, assumption: y}]",
        "DT203 this says what the record at {path}:4:13 says",
    ),
    "DT203 a source": (
        "sources: [{id: s, title: S},\n  »{id: t, title: S}]",
        "DT203 this says what the record at {path}:4:11 says",
    ),
    "DT203 a scenario": (
        "steps: [{id: t, name: T}]\nscenarios: [{id: x, changes: [{set: steps.t.status, to: met}]},\n"
        "  »{id: y, title: Y, changes: [{set: steps.t.status, to: met}]}]",
        "DT203 this says what the record at {path}:5:13 says",
    ),
    "DT223 a track of nobody": ("formats: [»{id: f, from: 2024}]", "DT223 'f' has no parties"),
    "DT628 a settlement of one": (
        "settlement: {parties: »[{actor: a}]}",
        "DT628 the settlement has one party: there is nobody to agree with",
    ),
}

SILENT = {
    "a statement between others": conflict("[p, r, q]"),
    "an option that opens later": conflict("[p, s]").replace("available: false", "available: 2030"),
    "an option that a perception opens": conflict(
        "[p, s]", "  perceptions: [{by: a, changes: [{set: conflict.s.available, to: null}], assumption: x}]"
    ),
    "an opposite whose order is not known": conflict("[{when: p, group: g}, {when: not p, group: g}]"),
    "the same again, which may not count": conflict("[{when: p, probability: 0.5}, p]"),
    "what is settled only if the statement above counts": conflict("[p, {when: r, probability: 0.5}, p iff r]"),
    "what counts alike with another, and then again by itself": conflict(
        "[{when: p, equal: e}, {when: r, equal: e}, p]"
    ),
    "what counts twice against another": conflict("[{when: p, equal: e}, {when: p, equal: e}, {when: r, equal: e}]"),
    "what a number settles only if all count": conflict(
        "[{when: p, equal: e, probability: 0.5}, {when: r, equal: e}, p iff r]"
    ),
    "two events of one day": "events: [{id: e, date: 2025, what: w, actors: [a], assumption: x},"
    " {id: f, date: 2025, what: w, actors: [b], assumption: x}]",
    "an actor in two roles": "events: [{id: e, date: 2025, what: w, assumption: x,"
    " actors: [{actor: a, role: host}, {actor: a, role: mediator}]}]",
    "sources of which only the id is known": "sources: [{id: s}, {id: t}]",
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=list(SAID))
def test_what_changes_nothing_is_warned_of(text: str, expected: str, opened: Opener) -> None:
    text, [place] = marked(HEAD + text)
    case = opened(text)

    assert problems(case, sparse=True) == [f"{place} {expected.format(path=case.path)}"]
    assert case.errors == ()
    assert all(found.hint for found in case.diagnostics)


@pytest.mark.parametrize("text", SILENT.values(), ids=list(SILENT))
def test_what_changes_something_is_not(text: str, opened: Opener) -> None:
    assert problems(opened(HEAD + text), sparse=True) == []


def test_statements_of_a_conflict_too_large_to_list_are_compared_as_written(opened: Opener) -> None:
    options = ", ".join(f"{{id: o{k}}}" for k in range(30))
    text = f"""conflict:
  decision_makers:
    - {{actor: a, options: [{options}], preferences: {{assumption: x, statements: [o1, o2 and o3, o2 and o3, not o1]}}}}
  infeasible: [o4 and o5, o4 and o5]
"""
    found = [problem.split(" ", 1)[1] for problem in problems(opened(HEAD + text))]

    assert found == [
        "DT513 this says the same as 'o2 and o3', which is more important: it changes nothing",
        "DT513 this says the opposite of 'o1', which is more important: it changes nothing",
        "DT514 this rules out what the condition in line 7 rules out",
    ]


OPTIONS = ("p", "q", "r")
State = dict[str, bool]
Wish = tuple[str, Callable[[State], bool]]


def _option(name: str) -> Wish:
    return name, lambda state: state[name]


def _not(wish: Wish) -> Wish:
    return f"not ({wish[0]})", lambda state: not wish[1](state)


def _both(word: str, left: Wish, right: Wish) -> Wish:
    means = {"and": operator.and_, "or": operator.or_, "implies": operator.le, "iff": operator.eq}[word]
    return f"({left[0]}) {word} ({right[0]})", lambda state: means(left[1](state), right[1](state))


WISHES = st.recursive(
    st.sampled_from(OPTIONS).map(_option),
    lambda inner: st.one_of(
        inner.map(_not), st.builds(_both, st.sampled_from(("and", "or", "implies", "iff")), inner, inner)
    ),
    max_leaves=4,
)


@given(st.lists(WISHES, max_size=5), st.lists(WISHES, max_size=2))
def test_a_statement_is_idle_if_and_only_if_the_order_is_the_same_without_it(
    wishes: list[Wish], ruled: list[Wish]
) -> None:
    """By the definition: the first statement that tells two states apart prefers the one in which it is true."""
    every = [dict(zip(OPTIONS, taken, strict=True)) for taken in product((False, True), repeat=3)]
    left = [state for state in every if not any(each(state) for _, each in ruled)]
    idle = []
    for k in range(len(wishes)):
        with_it = [[each(state) for _, each in wishes[: k + 1]] for state in left]
        pairs = list(product(with_it, repeat=2))
        if all((a < b, a > b) == (a[:-1] < b[:-1], a[:-1] > b[:-1]) for a, b in pairs):
            idle.append(k)
    case = Case.model_validate(
        {
            "case": {"id": "x", "as_of": "2025"},
            "conflict": {
                "decision_makers": [
                    {
                        "actor": "a",
                        "options": [{"id": each} for each in OPTIONS],
                        "preferences": {"statements": [text for text, _ in wishes]},
                    }
                ],
                "infeasible": [text for text, _ in ruled],
            },
        }
    )
    here = Place(Span("x"), None, {k: Place(Span("x", k + 1)) for k in range(len(wishes))})
    for key in ("statements", "preferences", 0, "decision_makers", "conflict"):
        here = Place(Span("x"), None, {key: here})
    found = check(Context(case, SourceMap(here), frozenset(), {}, lenses=frozenset()))

    assert [problem.span.line - 1 for problem in found if problem.code == "DT513"] == (idle if left else [])

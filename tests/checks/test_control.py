"""Mistakes in who controls what on a route: each is told where it is written, with what to do about it."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: upper, name: Upper, kind: state}, {id: lower, name: Low, kind: state}, {id: third, kind: state, name: T}]
sources: [{id: gazette, title: Gazette}]
conflict:
  decision_makers:
    - {actor: upper, options: [{id: give}, {id: hold}], preferences: {statements: [give], assumption: a}}
    - {actor: lower, options: [{id: take}], preferences: {statements: [take], assumption: a}}
corridor:
"""
WORDS = "functions: [checks, dues], rights: [law], holders: [upper, firm, nobody]"
LOWER = '{id: l, by: lower, assumption: a, when: "no checks met by upper"}'
RULE = HEAD + f"  control: {{{WORDS}, rules: [{{id: u, by: upper, assumption: a, when: %s}}, {LOWER}]}}\n"

WRONG = {
    "unreadable": (RULE % '"checks decided »upper"', "DT950 expected 'by' after 'decided'"),
    "unknown function": (RULE % '"»check decided by upper"', "DT951 no function or right is called 'check'"),
    "unknown holder": (RULE % '"checks decided by »uper"', "DT951 no holder is called 'uper'"),
    "unknown in a class": (
        RULE.replace("rules:", 'classes: [{id: c, text: C, assumption: a, when: "»duties on the route"}], rules:')
        % '"law held by upper"',
        "DT951 no function or right is called 'duties'",
    ),
    "unknown name": (
        RULE.replace("rules:", "names: {dues: Dues, fim: »A firm}, rules:") % '"law held by upper"',
        "DT951 no function, right or holder is called 'fim'",
    ),
    "a word of conditions": (RULE.replace("[law]", "[»every]") % '"dues off the route"', "DT952 'every' is a word of"),
    "two things": (RULE.replace("[law]", "[»dues]") % '"dues off the route"', "DT952 'dues' is a right and a function"),
    "twice": (RULE.replace("[checks,", "[checks, »checks,") % '"law held by upper"', "DT952 'checks' stands twice"),
    "an id twice": (RULE.replace("id: l,", "id: »u,") % '"law held by upper"', "DT200 the id 'u' is used twice"),
    "nothing meets it": (
        RULE % '»"checks decided by nobody and checks on the route"',
        "DT953 no arrangement is as 'u' wants it",
    ),
    "everything meets it": (
        RULE % '»"checks on the route or checks off the route"',
        "DT954 every arrangement is as 'u' wants it",
    ),
    "one side": (
        RULE.replace("rules: [", "rules: »[").replace("by: lower", "by: upper") % '"law held by upper"',
        "DT955 only 'upper' has rules: there is nobody to read beside it",
    ),
    "three sides": (
        RULE.replace("rules: [", "rules: [")
        .replace("nobody]", "nobody]")
        .replace(LOWER, LOWER + ', {id: t, by: »third, assumption: a, when: "dues off the route"}')
        % '"law held by upper"',
        "DT955 the table is of 'upper' and 'lower'; 'third' stands in none",
    ),
    "against itself": (
        RULE.replace(LOWER, LOWER + ', »{id: v, by: upper, assumption: a, when: "law held by firm"}')
        % '"law held by upper"',
        "DT956 no arrangement meets all rules of 'upper' read as 'upper'",
    ),
    "no such regime": (
        RULE.replace(
            "rules:", 'classes: [{id: c, text: C, assumption: a, when: "dues on the route", regime: »own}], rules:'
        )
        % '"law held by upper"',
        "DT201 no regime has the id 'own'",
    ),
    "takes otherwise": (
        HEAD + "  regimes: [{id: own, takes: »[give], assumption: a}]\n"
        "issues: [{id: way, outcomes: [{id: own, takes: [hold]}, {id: shut, takes: []}]}]",
        "DT957 the regime 'own' takes 'give', the outcome of 'way' 'hold'",
    ),
    "too many": (
        RULE.replace("control: {", "control: »{").replace("nobody]", f"{', '.join(f'h{k}' for k in range(30))}]")
        % '"law held by upper"',
        "DT958 3 functions and rights for 32 holders are too many",
    ),
    "stated by nobody": (
        RULE.replace("[{id: u,", "[»{id: u, stated: true,") % '"law held by upper"',
        "DT959 'u' is stated, and cites nothing",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_mistakes_are_told_at_their_place(opened: Opener, name: str) -> None:
    """One mistake, one problem, at the character that is wrong."""
    text, message = WRONG[name]
    text, (place,) = marked(text)
    (found,) = problems(opened(text))
    assert found.startswith(f"{place} {message}")


def test_near_misses_are_named(opened: Opener) -> None:
    """A misspelt holder says which was meant, and one unlike any which there are."""
    hints = [opened(RULE % f'"checks decided by {word}"').diagnostics[0].hint for word in ("uper", "zzz")]
    assert hints == ["did you mean 'upper'?", "there are upper, firm, nobody"]


def test_what_is_right_is_not_told(opened: Opener) -> None:
    """Readings, names and a regime of the same options raise nothing."""
    text = RULE.replace("rules:", "names: {firm: A firm}, rules:").replace("id: u,", "id: u, reading: [a, b],")
    text += "  regimes: [{id: own, takes: [give], assumption: a}, {id: shut, takes: [], assumption: a}]\n"
    text += "issues: [{id: way, outcomes: [{id: own, takes: [give]}, {id: shut, takes: []}]}]"
    assert problems(opened(text % '"law held by upper"')) == []

"""Mistakes in the system of a region: each is told where it is written, with what to do about it."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = "case: {id: demo, as_of: 2025-07-10}\nactors: [{id: north, name: North, kind: state}]\n"
WHOLE = """system:
  descriptors:
    - {id: mood, states: [{id: calm}, {id: tense}, {id: grim}], history: [{is: calm, from: 2020}], assumption: x}
    - {id: guard, states: [{id: present}, {id: gone}], history: [{is: present, from: 2020}], assumption: x}
    - {id: world, kind: context, states: [{id: busy}, {id: idle}], history: [{is: busy, from: 2022}], assumption: x}
    - {id: trade, kind: output, states: [{id: open}, {id: shut}], history: [{is: open, from: 2020}], assumption: x}
  impacts:
    - {from: world.busy, on: guard.gone, effect: [1, 2], assumption: x}
    - {from: guard.gone, on: mood.tense, effect: 2, assumption: x}
    - {from: mood.tense, on: trade.shut, effect: 1, assumption: x}
  requirements: [{state: mood.grim, only_if: guard is gone, assumption: x}]
  background: [{on: mood.calm, effect: 1, assumption: x}]
  gates: [{when: guard is gone, closes: conflict.pay, assumption: x}]
  shocks: [{id: peace, set: {world: idle}, for: once, assumption: x}]
conflict:
  decision_makers: [{actor: north, options: [{id: pay}], preferences: {statements: [pay], assumption: a}}]
  status_quo: []
"""
IMPACT = "{from: guard.gone, on: mood.tense, effect: 2, assumption: x}"
READER = (
    "    - {{id: read, reads: {reads}, assumption: x,\n"
    '       states: »[{{id: yes, when: "{yes}"}}, {{id: no, when: "{no}"}}]}}\n'
    "  impacts:\n    - {{from: read.yes, on: guard.gone, effect: 1, assumption: x}}\n"
)
REQUIRED = 99 * ", {state: mood.grim, only_if: guard is gone, assumption: x}"
REQUIRED += ", »{state: mood.grim, only_if: guard is gone, assumption: x}"
GATED = 99 * ", {when: guard is gone, closes: conflict.pay, assumption: x}"
GATED += ", »{when: guard is gone, closes: conflict.pay, assumption: x}"
TRIED = "".join(
    f", {'»' * (k == 99)}{{id: peace-{k}, set: {{world: idle}}, for: once, assumption: x}}" for k in range(100)
)


def impact(text: str, *, instead: bool = True) -> str:
    """Return the case with another impact of the guard on the mood, or with one more."""
    return WHOLE.replace(IMPACT, text if instead else f"{IMPACT}\n    - {text}")


def coded(number: int) -> str:
    """Return the impact of the guard on the mood as one of many coders judges it."""
    return IMPACT.replace("assumption", f"coder: c{number}, assumption")


def reader(reads: str, yes: str, no: str) -> str:
    """Return the case with a descriptor that reads another part of it."""
    return WHOLE.replace("  impacts:\n", READER.format(reads=reads, yes=yes, no=no))


def many(count: int) -> str:
    """Return a case of so many descriptors, each of which moves the next, with a mark at the 31st."""
    lines = [
        f"    - {'»' * (k == 30)}{{id: d{k}, states: [{{id: a}}, {{id: b}}], history: [{{is: a, from: 2020}}]}}\n"
        for k in range(count)
    ]
    impacts = [f"    - {{from: d{k}.a, on: d{(k + 1) % count}.a, effect: 1}}\n" for k in range(count)]
    return "system:\n  assumption: x\n  descriptors:\n" + "".join(lines) + "  impacts:\n" + "".join(impacts)


def tangle() -> str:
    """Return a requirement that says that one of many pairs holds, which takes a clause for each way to pick one."""
    names = [f"d{k}" for k in range(18)]
    pairs = " or ".join(f"(d{k} is a and d{k + 1} is a)" for k in range(1, 17, 2))
    lines = [
        f"    - {{id: {name}, states: [{{id: a}}, {{id: b}}], history: [{{is: a, from: 2020}}]}}\n" for name in names
    ]
    impacts = [f"    - {{from: {name}.a, on: {names[k - 1]}.a, effect: 1}}\n" for k, name in enumerate(names)]
    needs = f'  requirements: [{{state: d0.a, only_if: »"{pairs}"}}]\n'
    return "system:\n  assumption: x\n  descriptors:\n" + "".join(lines) + "  impacts:\n" + "".join(impacts) + needs


BROKEN = {
    "DT201 an unknown descriptor and an unknown state": (
        impact("{from: »gaurd.gone, on: »mood.tens, effect: 2, assumption: x}").replace("{world:", "{»wrold:"),
        [
            "DT201 no state has the id 'gaurd.gone'",
            "DT201 no state has the id 'mood.tens'",
            "DT201 no descriptor has the id 'wrold'",
        ],
    ),
    "DT201 a descriptor alone, and a state alone": (
        impact("{from: »gone, on: »mood, effect: 2, assumption: x}").replace("state: mood.grim", "state: »grm"),
        [
            "DT201 no state has the id 'gone'",
            "DT201 no state has the id 'mood'; it is in 'descriptors'",
            "DT201 no state has the id 'grm'",
        ],
    ),
    "DT100 what some programs make of 'on'": (
        impact("{from: guard.gone, »true: mood.tense, effect: 2, assumption: x}").replace(
            "[{on: mood.calm", "[{»true: mood.calm"
        ),
        ["DT100 system: impacts.1: unknown key 'true'", "DT100 system: background.0: unknown key 'true'"],
    ),
    "DT103 nothing where something is expected": (
        WHOLE.replace("only_if: guard is gone", 'only_if: »" "')
        .replace("[{when: guard is gone", '[{when: »""')
        .replace("set: {world: idle}", "set: »{}"),
        [
            "DT103 system: requirements.0.only_if: expected some text, got nothing",
            "DT103 system: gates.0.when: expected some text, got nothing",
            "DT103 system: shocks.0.set: expected at least one entry, got none",
        ],
    ),
    "DT200 two states of one id": (
        WHOLE.replace("{id: grim}", "{id: grim}, {id: »grim}"),
        ["DT200 the id 'grim' is used twice"],
    ),
    "DT103 half an effect": (
        impact("{from: guard.gone, on: mood.tense, effect: »1.5, assumption: x}"),
        ["DT103 system: impacts.1.effect: expected a whole number or [low, high] within -3 and 3"],
    ),
    "DT105 a gate both ways, and what nobody can read": (
        WHOLE.replace("[{when: guard is gone,", "[»{when: guard is gone, opens: conflict.pay,").replace(
            "{id: guard, states:", "{id: guard, reads: »weather, states:"
        ),
        [
            "DT105 system: descriptors.1.reads: expected steps.ID, conflict.status_quo or corridor.regime",
            "DT105 system: gates.0: expected exactly one of closes and opens",
        ],
    ),
    "DT105 a history and what is read": (
        WHOLE.replace("- {id: guard, states:", "- »{id: guard, reads: conflict.status_quo, states:"),
        ["DT105 system: descriptors.1: expected either a history or 'reads', not both"],
    ),
    "DT1000 conditions that cannot be read": (
        WHOLE.replace("only_if: guard is gone", 'only_if: "guard is gone »gone"').replace(
            "[{when: guard is gone", '[{when: "guard is gone or »world"'
        ),
        [
            "DT1000 expected 'and', 'or', 'if', 'implies' or 'iff' between 'gone' and 'gone'",
            "DT1000 say in which state 'world' is",
        ],
    ),
    "DT1000 a pattern": (
        WHOLE.replace("only_if: guard is gone", 'only_if: "»{Y-}"'),
        ["DT1000 a pattern of Y, N and '-' lists options and has no place here"],
    ),
    "DT1001 words that the system does not have": (
        WHOLE.replace("only_if: guard is gone", "only_if: »gaurd is gone").replace(
            "[{when: guard is gone", "[{when: »guard is away"
        ),
        ["DT1001 no descriptor has the id 'gaurd'", "DT1001 'guard' has no state 'away'"],
    ),
    "DT1001 what a step is not": (
        reader("conflict.status_quo", "pay", "»sign").replace("states: »", "states: "),
        ["DT1001 'sign' is nothing that is read here"],
    ),
    "DT1002 a step that there is not": (
        reader("»steps.vote", "met", "not met").replace("states: »", "states: "),
        ["DT1002 no step has the id 'vote'"],
    ),
    "DT1002 a corridor that there is not": (
        reader("»corridor.regime", "a", "b").replace("states: »", "states: "),
        ["DT1002 the corridor has no regimes to read"],
    ),
    "DT1003 a state that stands for nothing": (
        reader("conflict.status_quo", "pay", "not pay")
        .replace('{id: no, when: "not pay"}', "»{id: no}")
        .replace("states: »", "states: "),
        ["DT1003 'read.no' does not say what it stands for"],
    ),
    "DT1003 a state that stands for something where nothing is read": (
        WHOLE.replace("{id: grim}", "{id: grim, when: »pay}"),
        ["DT1003 'mood' reads nothing for 'grim' to stand for"],
    ),
    "DT1004 a gate to nowhere": (
        WHOLE.replace("closes: conflict.pay", "closes: »conflict.pya"),
        ["DT1004 nothing that a gate could open or close is called 'conflict.pya'"],
    ),
    "DT1004 a gate to an outcome of two issues": (
        WHOLE.replace("closes: conflict.pay", "opens: »deal")
        + "issues: [{id: i, outcomes: [{id: deal}]}, {id: k, outcomes: [{id: deal}]}]\n",
        ["DT1004 'deal' is an outcome of several issues"],
    ),
    "DT1005 a requirement of too many clauses": (
        tangle(),
        ["DT1005 this takes more than 200 clauses: split it, or say less"],
    ),
    "DT1006 states that hold at once": (
        reader("conflict.status_quo", "pay", "pay or not pay"),
        ["DT1006 'read' may be both 'yes' and 'no'"],
    ),
    "DT1006 states that leave something out": (
        reader("steps.vote", "met", "not met and met") + "steps: [{id: vote, name: The vote, status: unmet}]\n",
        ["DT1006 'read' may be in none of its states"],
    ),
    "DT1007 words of conditions as ids": (
        WHOLE.replace("[{id: open}, {id: shut}]", "[{id: open}, {id: shut}, {id: »not}, {id: »is}]").replace(
            "  impacts:\n",
            "    - {id: »if, states: [{id: a}, {id: b}], history: [{is: a, from: 2020}], assumption: x}\n"
            "  impacts:\n    - {from: if.a, on: mood.calm, effect: 1, assumption: x}\n",
        ),
        [
            "DT1007 'not' is a word of conditions and cannot name a state",
            "DT1007 'is' is a word of conditions and cannot name a state",
            "DT1007 'if' is a word of conditions and cannot name a descriptor",
        ],
    ),
    "DT1010 too many descriptors": (many(31), ["DT1010 the system has 31 descriptors; the limit is 30"]),
    "DT1010 too many impacts": (
        WHOLE.replace(IMPACT, "\n    - ".join([*map(coded, range(1999)), f"»{coded(1999)}"])),
        ["DT1010 the system has 2,002 impacts; the limit is 2,000"],
    ),
    "DT1010 too many requirements, gates and shocks": (
        WHOLE.replace("only_if: guard is gone, assumption: x}", f"only_if: guard is gone, assumption: x}}{REQUIRED}")
        .replace("closes: conflict.pay, assumption: x}", f"closes: conflict.pay, assumption: x}}{GATED}")
        .replace("for: once, assumption: x}", f"for: once, assumption: x}}{TRIED}"),
        [
            "DT1010 the system has 101 requirements; the limit is 100",
            "DT1010 the system has 101 gates; the limit is 100",
            "DT1010 the system has 101 shocks; the limit is 100",
        ],
    ),
    "DT1011 one state, and five": (
        WHOLE.replace("[{id: open}, {id: shut}]", "»[{id: open}]")
        .replace("on: trade.shut", "on: trade.open")
        .replace("states: [{id: calm}", "states: »[{id: sad}, {id: glad}, {id: calm}"),
        ["DT1011 'mood' has 5 states", "DT1011 'trade' has 1 state"],
    ),
    "DT1012 a history and a shock of states that there are not": (
        WHOLE.replace("[{is: calm,", "[{is: »clam,").replace("{world: idle}", "{world: »lazy}"),
        ["DT1012 'mood' has no state 'clam'", "DT1012 'world' has no state 'lazy'"],
    ),
    "DT1013 a descriptor without a history": (
        WHOLE.replace("- {id: guard,", "- »{id: guard,").replace("history: [{is: present, from: 2020}], ", ""),
        ["DT1013 nobody says in which state 'guard' is"],
    ),
    "DT1014 two states since one date": (
        WHOLE.replace("[{is: calm, from: 2020}", "[{is: calm, from: 2020-11}, »{is: grim, from: 2020-11}"),
        ["DT1014 'mood' is 'calm' and 'grim' since the same date"],
    ),
    "DT1014 two states since nobody knows when": (
        WHOLE.replace("[{is: calm, from: 2020}", "[{is: calm}, »{is: grim}"),
        ["DT1014 'mood' is 'calm' and 'grim' since the same date"],
    ),
    "DT1015 a history that moves into a closed state": (
        WHOLE.replace("{id: grim}", "{id: grim, closed: {why: a treaty, from: 2021, to: 2024}}").replace(
            "[{is: calm, from: 2020}", "[{is: calm, from: 2020}, »{is: grim, from: 2023}, {is: calm, from: 2024-02}"
        ),
        ["DT1015 'mood' moves into 'grim', which is closed then"],
    ),
    "DT1016 a shock that sets what is closed": (
        WHOLE.replace("{id: idle}", "{id: idle, closed: {why: a war, from: 2022}}").replace(
            "{world: idle}", "{world: »idle}"
        ),
        ["DT1016 the state 'idle' of 'world' is closed, and this sets it"],
    ),
    "DT1017 a shock that releases nothing": (
        WHOLE.replace("for: once", "for: once, release: »true"),
        ["DT1017 'peace' holds nothing to let go"],
    ),
    "DT1020 effects off the scale": (
        impact("{from: guard.gone, on: mood.tense, effect: »4, assumption: x}").replace(
            "calm, effect: 1", "calm, effect: »[-4, 1]"
        ),
        [
            "DT1020 an effect must lie within -3 and 3, got 4",
            "DT1020 an effect must lie within -3 and 3, got [-4, 1]",
        ],
    ),
    "DT1021 an effect upside down": (
        impact("{from: guard.gone, on: mood.tense, effect: »[2, -1], assumption: x}"),
        ["DT1021 the effect begins with its upper bound: [2, -1]"],
    ),
    "DT1022 an impact within one descriptor": (
        impact("»{from: mood.calm, on: mood.tense, effect: 1, assumption: x}", instead=False),
        ["DT1022 'mood' does something to itself"],
    ),
    "DT1023 two impacts of one coder, or of everybody": (
        impact("»{from: guard.gone, on: mood.tense, effect: 1, coder: a, assumption: x}", instead=False),
        ["DT1023 another impact says what 'guard.gone' does to 'mood.tense'"],
    ),
    "DT1024 a context that is moved, and an output that moves": (
        impact("{from: guard.gone, on: »world.idle, effect: 1, assumption: x}", instead=False)
        .replace("on: mood.calm, effect: 1", "on: »world.idle, effect: 1")
        .replace("{state: mood.grim", "{state: »world.idle")
        .replace("from: mood.tense, on: trade.shut", "from: »trade.shut, on: mood.tense"),
        [
            "DT1024 'world' is a context, which nothing here moves",
            "DT1024 'trade' is an output, which influences nobody",
            "DT1024 'world' is a context, which nothing here moves",
            "DT1024 'world' is a context, which nothing here moves",
        ],
    ),
    "DT1024 what is decided elsewhere": (
        reader("conflict.status_quo", "pay", "not pay")
        .replace("states: »", "states: ")
        .replace("{from: read.yes, on: guard.gone", "{from: guard.gone, on: »read.yes"),
        ["DT1024 'read' is decided by conflict.status_quo, and not here"],
    ),
    "DT1025 a stated effect that cites nothing": (
        impact("{from: guard.gone, on: mood.tense, effect: 2, evidence: »stated, assumption: x}"),
        ["DT1025 the effect is stated, and cites nothing"],
    ),
    "DT410 effects without evidence": (
        impact("»{from: guard.gone, on: mood.tense, effect: 2}").replace(
            "[{on: mood.calm, effect: 1, assumption: x}", "[»{on: mood.calm, effect: 1}"
        ),
        ["DT410 an effect with neither a citation nor an assumption"] * 2,
    ),
    "DT1030 a requirement about itself": (
        WHOLE.replace("only_if: guard is gone", "only_if: guard is gone and not (»mood is calm)"),
        ["DT1030 this requires something of 'mood' itself"],
    ),
    "DT1031 a requirement that nothing meets": (
        WHOLE.replace("only_if: guard is gone", 'only_if: »"guard is gone and guard is present"'),
        ["DT1031 no combination of states meets what 'mood.grim' requires"],
    ),
    "DT1032 a state that nothing can be in": (
        WHOLE.replace("{id: grim}", "»{id: grim}").replace(
            "{id: gone}", "{id: gone, closed: {why: a treaty, from: 2020}}"
        ),
        ["DT1032 nothing can be in 'mood.grim'"],
    ),
    "DT1032 requirements that exclude each other": (
        WHOLE.replace("{id: grim}", "»{id: grim}").replace(
            "only_if: guard is gone, assumption: x}",
            "only_if: guard is gone, assumption: x}, {state: guard.gone, only_if: mood is calm, assumption: x}",
        ),
        ["DT1032 nothing can be in 'mood.grim'"],
    ),
    "DT1033 a requirement about an output": (
        WHOLE.replace("only_if: guard is gone", "only_if: »trade is open"),
        ["DT1033 'trade' is an output, which influences nobody"],
    ),
    "DT1050 a descriptor that stands alone": (
        WHOLE.replace(
            "  impacts:\n",
            "    - »{id: moon, states: [{id: new}, {id: full}], history: [{is: new, from: 2020}], assumption: x}\n"
            "  impacts:\n",
        ),
        ["DT1050 'moon' does nothing, and nothing is done to it"],
    ),
    "DT302 an impact, and what is at work anyway, that end before they begin": (
        impact("{from: guard.gone, on: mood.tense, effect: 2, since: 2025-03, until: »2024-03, assumption: x}").replace(
            "calm, effect: 1", "calm, effect: 1, from: 2025-02, to: »2025-01"
        ),
        [
            "DT302 it ends (2024-03) before it begins (2025-03)",
            "DT302 it ends (2025-01) before it begins (2025-02)",
        ],
    ),
    "DT303 an impact that ends before it begins": (
        impact("{from: guard.gone, on: mood.tense, effect: 2, until: »2024, assumption: x}"),
        ["DT303 it ends (2024) before it begins with the case (2025-07-10)"],
    ),
}


def told(text: str, opened: Opener) -> list[str]:
    """Return the problems of a system."""
    return problems(opened(text))


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_reported_at_its_place(text: str, expected: list[str], opened: Opener) -> None:
    text, places = marked(HEAD + text)

    assert told(text, opened) == [f"{place} {words}" for place, words in zip(places, expected, strict=True)]


def test_a_sound_system_is_silent(opened: Opener) -> None:
    assert told(HEAD + WHOLE, opened) == []


HINTS = {
    "the states of a descriptor that stands alone": (
        impact("{from: guard.gone, on: mood, effect: 2, assumption: x}"),
        "write mood.calm or mood.grim or mood.tense",
    ),
    "the descriptor of a state that stands alone": (
        impact("{from: gone, on: mood.tense, effect: 2, assumption: x}"),
        "write guard.gone",
    ),
    "a condition where a state is expected": (
        impact("{from: guard is gone, on: mood.tense, effect: 2, assumption: x}"),
        "write 'guard.gone'",
    ),
    "a state with capitals": (
        impact("{from: Guard.Gone, on: mood.tense, effect: 2, assumption: x}"),
        "write 'guard.gone'",
    ),
    "what some programs make of 'on'": (
        impact("{from: guard.gone, true: mood.tense, effect: 2, assumption: x}"),
        "write 'on': some programs make 'true' of it",
    ),
    "a history of a descriptor without states": (
        WHOLE.replace("[{id: open}, {id: shut}]", "[]").replace(
            "{from: mood.tense, on: trade.shut", "{from: mood.tense, on: mood.grim"
        ),
        "it has none: add it",
    ),
}


@pytest.mark.parametrize(("text", "hint"), HINTS.values(), ids=list(HINTS))
def test_a_hint_leads_somewhere(text: str, hint: str, opened: Opener) -> None:
    assert hint in [each.hint for each in opened(HEAD + text).diagnostics]

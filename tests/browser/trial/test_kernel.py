"""The kernel of the page says of every state what Python's kernels say, whatever a reader changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.trial.draws import Drawn, Draws

from detente.report.script import part

_PLAY = """cases => JSON.stringify(JSON.parse(cases).map(([trial, changes]) => {
    const [game] = trial.games, place = setUp(trial, game), barred = new Set();
    const blocks = game.wants.map(wants => blocksOf(trial, wants));
    for (const change of changes) alter(blocks, barred, change);
    const { possible, stays } = play(trial, game, place, blocks, barred);
    const joined = Object.entries(stays).map(([key, rows]) => [key, rows.map(row => row.join(""))]);
    return { possible: possible.join(""), stays: Object.fromEntries(joined) };
}))"""


def played(browser: Browser, drawn: Sequence[Drawn], kernel: str) -> list[Any]:
    """Return what a kernel says of each, in the browser."""
    page = browser.new_page()
    cases = json.dumps([[each.trial, each.changes] for each in drawn])
    found: list[Any] = json.loads(page.evaluate(f"cases => {{ {kernel}\nreturn ({_PLAY})(cases); }}", cases))
    page.close()
    return found


def differing(browser: Browser, drawn: Sequence[Drawn], kernel: str = "") -> list[str]:
    """Return the changes to those conflicts of which page and Python do not say the same."""
    pairs = zip(drawn, played(browser, drawn, kernel or part("kernel")), strict=True)
    return [f"{each.changes}" for each, found in pairs if not _same(each.expected, found)]


@pytest.fixture(scope="module")
def some() -> list[Drawn]:
    """Return the conflicts on which faults are tried."""
    return list(Draws(0).many(250))


def _same(expected: dict[str, Any] | None, found: dict[str, Any]) -> bool:
    return "1" not in found["possible"] if expected is None else found == expected


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_the_page_says_of_every_state_what_python_says(browser: Browser, seed: int) -> None:
    """2,000 conflicts in all, every decision maker, every concept, under up to four changes each."""
    drawn = list(Draws(seed).many(250))

    assert sum(each.expected is None for each in drawn) < 25
    assert differing(browser, drawn) == []


@pytest.mark.slow
def test_larger_ones_too(browser: Browser) -> None:
    assert differing(browser, list(Draws(100, most=11).many(60))) == []


BROKEN = {
    "a tie is no sanction": ("payoff[state]>=most[state]", "payoff[state]>most[state]"),
    "irreversible moves go both ways": ("if(!(take&bit))", "if(true)"),
    "sanctions go the wrong way round": ("both|take&there|", "both|take&~there|"),
    "whoever answers may lose by it": ("credible&&", "false&&"),
    "its own options are sanctions": ("if(j===i)return;", ""),
    "what cannot be is reached": ("possible[state]?each:-1", "each"),
    "blocks count like one wish": ("value*(top+1)", "value*2"),
    "red lines do not count": ("[[accepts,1]]", "[]"),
    "nothing is turned round": ("truth!==+!!turned", "truth"),
    "what is off counts": ("!item.off", "true"),
    "what is ruled out can be": ("each&~out[state]", "each"),
    "weights are all alike": ("trial.wishes[wish].weight||1", "1"),
    "the last wish matters most": ("const block of blocks)", "const block of blocks.toReversed())"),
    "no escape is looked at": ('["smr",dreaded]', '["smr",payoff]'),
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_in_the_page_is_noticed(browser: Browser, some: list[Drawn], fault: str) -> None:
    right, wrong = BROKEN[fault]
    kernel = part("kernel")

    assert kernel.count(right) == 1
    assert differing(browser, some, kernel.replace(right, wrong))

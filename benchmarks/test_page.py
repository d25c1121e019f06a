"""How long a change takes in the page: in Chromium, on the clock of the page, which little else runs beside."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from benchmarks.figures import Figure
from playwright.sync_api import Browser, sync_playwright
from tests.browser.chromium import ARGUMENTS, chromium
from tests.browser.trial.draws import Draws

from detente.report.script import part

_TIMED = """text => {
    const trial = JSON.parse(text), [game] = trial.games, place = setUp(trial, game), barred = new Set(), times = [];
    const blocks = game.wants.map(wants => blocksOf(trial, wants));
    for (let k = 0; k < 30; k++) {
        alter(blocks, barred, ["off", k % blocks.length, k % 8, 0]);
        const start = performance.now();
        play(trial, game, place, blocks, barred);
        times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[15] / 1000;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield running
        running.close()


@pytest.mark.parametrize(("options", "most"), [(9, 0.03), (12, 0.2)])
@pytest.mark.parametrize("makers", [2, 4])
def test_a_change_in_the_page(figures: list[Figure], browser: Browser, makers: int, options: int, most: float) -> None:
    drawn = Draws(options * makers).large(options, makers, wishes=10)
    page = browser.new_page()
    taken = page.evaluate(f"text => {{ {part('kernel')}\nreturn ({_TIMED})(text); }}", json.dumps(drawn.trial))
    page.close()
    what = f"a change in the page, {makers} decision makers, {options} options"
    figures.append(Figure(what, taken, most, "s", most=True))

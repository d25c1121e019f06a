"""The panel with which a reader changes a conflict says what Python says, in the words of the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.browser.page_checks import axe_violations, overflow, tab_walk, watch_requests
from tests.browser.trial.changes import Change, blocks_of, changed
from tests.conftest import ROOT, Opener
from tests.report.hostile import TEXTS
from tests.report.sample import edition
from tests.told import findings

from detente.findings import Depth, Edition, Finding
from detente.findings.trial import Act, Choice, Effect, Game, Trial, Wants, Wish
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.scenarios.outlook import STATUS_QUO, Outlook, outlooks
from detente.lenses.conflict.words import maker_names
from detente.lenses.wording import listed
from detente.report import write_report
from detente.session import open_case

Open = Callable[..., Page]
Step = tuple[Change, Callable[[Locator], None]]
"""A change, and how a reader makes it."""

FLAGSHIP = ROOT / "examples" / "south-caucasus"


@pytest.fixture(scope="module")
def analysis() -> Explicit:
    """Return the flagship's conflict."""
    return Explicit.of(open_case(FLAGSHIP).at().moment)


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the flagship's page once."""
    path = tmp_path_factory.mktemp("trial") / "flagship.html"
    sight = open_case(FLAGSHIP).at()
    write_report(Edition(sight.stamp("detente report"), tuple(sight.look_around())), path)
    return path


def panel(page: Page) -> Locator:
    """Open the panel of a page, with everything in it."""
    found = page.locator("details.finding:has(.trial)")
    found.evaluate("fold => { for (let up = fold; up; up = up.parentNode.closest('details')) up.open = true; }")
    found.locator(".trial table").wait_for()
    found.locator(".panel details").evaluate_all("all => all.forEach(fold => { fold.open = true; })")
    return found


def told(found: Locator) -> dict[str, tuple[str, str]]:
    """Return what the table says of each outcome: as things are, and with changes."""
    rows: list[tuple[str, str, str]] = found.locator(".trial tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return {name: (before, after) for name, before, after in rows}


def acts(analysis: Explicit) -> list[str]:
    """Return the conditions under which what can be ruled out is done, in the order of the page."""
    conflict, closed = analysis.conflict, set(analysis.moment.closed)
    joint = [" and ".join(f"{act.id}@{by}" for by in act.by) for act in conflict.joint]
    return [*joint, *(each.id for each in conflict.options if "@" not in each.id and each.id not in closed)]


def steps(analysis: Explicit) -> Iterator[Step]:
    """Yield every single change, and how it is made."""

    def press(fold: int, line: int, item: int, control: str) -> Callable[[Locator], None]:
        def pressed(found: Locator) -> None:
            here = found.locator(".panel > details").nth(fold).locator("li").nth(line)
            here.locator(control).nth(item).click()

        return pressed

    for i, mine in enumerate(blocks_of(analysis.conflict)):
        for k, block in enumerate(mine):
            for item in range(len(block)):
                yield ("off", i, k, item), press(i, k, item, "input")
                yield ("turned", i, k, item), press(i, k, item, "button:has-text('opposite')")
            if k + 1 < len(mine):
                yield ("swap", i, k, 0), press(i, k, 0, "button:has-text('less')")
                yield ("swap", i, k, 0), press(i, k + 1, 0, "button:has-text('more')")
    for k in range(len(acts(analysis))):
        yield ("bar", 0, k, 0), press(len(analysis.model.decision_makers), k, 0, "input")


def standings(analysis: Explicit, changes: Sequence[Change]) -> dict[str, str]:
    """Return how each outcome stands where changes are made to the records."""
    conflict = changed(analysis.conflict, changes, acts(analysis))
    barred = {option for kind, _, k, _ in changes if kind == "bar" for option in acts(analysis)[k].split(" and ")}
    quo = set(analysis.conflict.status_quo or ())
    lost = barred if barred <= quo else set()
    named = {
        name: each.model_copy(update={"take": tuple(option for option in each.take if option not in lost)})
        for name, each in conflict.named_states.items()
    }
    kept = tuple(option for option in analysis.conflict.status_quo or () if option not in lost)
    conflict = conflict.model_copy(update={"status_quo": kept, "named_states": named})
    written = analysis.moment.written.model_copy(update={"conflict": conflict})
    after = Explicit.of(replace(analysis.moment, written=written))
    states = {each.called(name): after.model.named[name] for name, each in named.items()}
    states[STATUS_QUO] = after.model.status_quo
    said = {
        name: "is the status quo"
        if name != STATUS_QUO and states[name] == after.model.status_quo
        else _standing(after, look, states[name])
        for name, look in outlooks(after).items()
    }
    return {"The status quo" if name == STATUS_QUO else f"“{name}”": words for name, words in said.items()}


def _standing(after: Explicit, look: Outlook, state: int | None) -> str:
    if not look.possible:
        return "cannot be"
    stays = after.stability.stable["gmr"][:, state]
    leaving = [name for name, stay in zip(maker_names(after), stays, strict=True) if not stay]
    undone = [name for name, each in zip(maker_names(after), after.trapped[:, state], strict=True) if each]
    if undone:
        return f"cannot be undone, though it would be left by {listed(undone)}"
    how = look.phrases[0].partition(" (")[0].replace("'", "’")
    return f"does not hold: it would be left by {listed(leaving)}" if leaving else f"holds: {how}"


@pytest.mark.slow
def test_every_single_change_does_what_it_does_to_the_case(visit: Open, flagship: Path, analysis: Explicit) -> None:
    found = panel(visit(flagship))
    unchanged = standings(analysis, [])
    wrong = []
    assert {name: after for name, (_, after) in told(found).items()} == unchanged
    for change, make in steps(analysis):
        make(found)
        expected = standings(analysis, [change])
        if told(found) != {name: (unchanged[name], expected[name]) for name in expected}:
            wrong.append(change)
        found.get_by_role("button", name="Take all changes back").click()

    assert wrong == []


SMALL = """
case: {id: ford, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  decision_makers:
    - actor: north
      options: [{id: dig, text: Dig}]
      preferences:
        statements: [{when: not fish, why: It swims}, {when: dig, equal: e}, {when: fish or dig, equal: e}]
        assumption: a
    - actor: south
      options: [{id: fish, text: Fish}, {id: sell, text: Sell, available: false}]
      preferences: {statements: [not dig, fish], assumption: a}
  status_quo: [dig]
  named_states: {peace: [], both: {take: [dig, fish], text: both at once}, sale: [sell]}
scenarios:
  - {id: calm, title: North stops digging, assumption: a, changes: [{set: conflict.status_quo, to: []}]}
  - {id: sale, title: South may sell, assumption: a, changes: [{set: conflict.sell.available, to: null}]}
"""


@pytest.fixture
def small(visit: Open, opened: Opener, tmp_path: Path) -> Page:
    """Return the page of a small conflict."""
    sight = opened(SMALL).at()
    write_report(Edition(sight.stamp("detente report"), (sight.conflict(),)), tmp_path / "small.html")
    return visit(tmp_path / "small.html")


def status(found: Locator) -> str:
    return found.locator(".trial").get_by_role("status").inner_text()


def test_a_change_is_announced_in_the_words_of_the_case(small: Page) -> None:
    found = panel(small)
    found.get_by_role("checkbox", name="“Fish”", exact=True).click()

    assert status(found) == (
        "South no longer wishes: “Fish”. The status quo now holds: nobody gains by leaving. “peace” now holds: "
        "fear of answers deters from leaving."
    )
    found.get_by_role("checkbox", name="“Fish”", exact=True).click()
    assert status(found).startswith("South wishes again: “Fish”. The status quo now does not hold: it would be left by")


def test_that_nothing_changes_is_announced_too(small: Page) -> None:
    found = panel(small)
    found.get_by_role("checkbox", name="“Fish” or “Dig”").click()

    assert status(found).startswith("North no longer wishes: “Fish” or “Dig”")
    assert status(found).endswith(". Nothing changes in the table below.")


MASKED = """
case: {id: ford, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}]
conflict:
  decision_makers:
    - actor: north
      options: [{id: dig, text: Dig}, {id: fish, text: Fish}]
      preferences:
        statements:
          - {when: not (dig and not fish), why: It fears the flood.}
          - {when: not dig, CHANCE}
          - fish
          - dig
        assumption: a
  infeasible: [{when: fish, assumption: a}]
  status_quo: []
  named_states: {dug: [dig]}
"""


@pytest.mark.parametrize(("chance", "open_"), [("id: no", False), ("probability: [0, 1]", True)])
def test_what_still_stands_in_the_way_is_told(
    visit: Open, opened: Opener, tmp_path: Path, chance: str, open_: bool
) -> None:
    """Either wish alone forbids to dig: one given up changes nothing, and both given up do."""
    sight = opened(MASKED.replace("CHANCE", chance)).at()
    write_report(Edition(sight.stamp("detente report"), (sight.conflict(),)), tmp_path / "masked.html")
    found = panel(visit(tmp_path / "masked.html"))
    other = "no “Dig” (whether it is wanted is open)" if open_ else "no “Dig”"
    first = "“Dig” only with “Fish”"
    without = "The status quo now does not hold: it would be left by North. “dug” now holds: nobody gains by leaving."
    found.get_by_role("checkbox", name=first, exact=True).click()
    assert status(found) == (
        f"North no longer wishes: {first}. Nothing changes in the table below. "
        f"And without this wish – North: {other} – {without}"
    )
    found.get_by_role("checkbox", name=first, exact=True).click()
    found.get_by_role("checkbox", name="“Fish”", exact=True).click()
    assert status(found) == "North no longer wishes: “Fish”. Nothing changes in the table below."
    assert "It fears the flood." in found.locator(".panel li").first.inner_text()


def test_a_scenario_says_on_which_open_question_it_hangs(visit: Open, flagship: Path) -> None:
    found = panel(visit(flagship))
    found.get_by_role("combobox").select_option("Azerbaijan no longer asks for a change of the constitution")

    assert "no “Sign the agreed treaty” (whether it is wanted is open) – The status quo now does not hold" in status(
        found
    )


@pytest.mark.parametrize(("size", "position"), [((320, 256), "static"), ((1280, 800), "sticky")])
def test_the_answer_hides_nothing(small: Page, size: tuple[int, int], position: str) -> None:
    small.set_viewport_size({"width": size[0], "height": size[1]})
    found = panel(small)
    told_ = found.locator(".told")
    assert (told_.bounding_box() or {})["height"] == 0
    found.get_by_role("checkbox", name="“Fish”", exact=True).click()
    assert told_.evaluate("each => getComputedStyle(each).position") == position
    for checkbox in found.get_by_role("checkbox").all():
        checkbox.focus()
        here, box = checkbox.bounding_box() or {}, told_.bounding_box() or {}
        assert here["y"] + here["height"] <= box["y"]


def test_something_that_changes_elsewhere_only_is_no_change_below(visit: Open, opened: Opener, tmp_path: Path) -> None:
    text = SMALL.replace("named_states:", "x-named:").replace("x-named: {peace: [], both", "named_states: {both")
    sight = opened(text).at()
    write_report(Edition(sight.stamp("detente report"), (sight.conflict(),)), tmp_path / "few.html")
    found = panel(visit(tmp_path / "few.html"))
    found.get_by_role("checkbox", name="no “Dig”").click()

    assert status(found) == ("South no longer wishes: no “Dig”. Nothing changes in the table below.")


def test_the_status_quo_is_looked_at_without_what_is_ruled_out(small: Page) -> None:
    found = panel(small)
    found.get_by_role("checkbox", name="Dig", exact=True).click()

    assert status(found).startswith("Ruled out: Dig. The status quo is looked at without it.")
    assert told(found)["The status quo"][1] != "cannot be"
    assert told(found)["“peace”"][1] == "is the status quo"
    assert told(found)["“both at once”"][1] != "cannot be"


def test_a_block_moves_as_one_and_keeps_the_focus(small: Page) -> None:
    found = panel(small)
    more = found.get_by_role("button", name="Matters more: “Dig”")
    before = found.locator(".panel > details").first.locator("li").all_inner_texts()
    more.click()

    assert len(before) == 2
    assert found.locator(".panel > details").first.locator("li").all_inner_texts() == before[::-1]
    assert more.evaluate("more => more === document.activeElement")
    assert status(found).startswith("North: this now matters more: “Dig”")
    more.click()
    assert found.locator(".panel > details").first.locator("li").all_inner_texts() == before[::-1]
    assert status(found) == "It cannot matter more."


def test_a_wish_turned_round_is_marked(small: Page) -> None:
    found = panel(small)
    turn = found.get_by_role("button", name="Opposite of: “Fish”", exact=True)
    pressed = [turn.get_attribute("aria-pressed")]
    for _ in range(2):
        turn.click()
        pressed.append(turn.get_attribute("aria-pressed"))

    assert pressed == ["false", "true", "false"]
    assert status(found).startswith("South wishes again: “Fish”.")


def test_a_scenario_is_begun_with_and_all_changes_are_taken_back(small: Page) -> None:
    found = panel(small)
    unchanged = told(found)
    found.get_by_role("combobox", name="Begin with").select_option("North stops digging")
    begun = told(found)
    assert status(found).startswith("North stops digging.")
    assert begun["The status quo"] != unchanged["The status quo"]
    found.get_by_role("checkbox", name="“Fish”", exact=True).click()
    assert told(found) != begun
    found.get_by_role("button", name="Take all changes back").click()
    assert told(found) == begun
    found.get_by_role("combobox", name="Begin with").select_option("As things are")
    assert told(found) == unchanged
    assert found.get_by_role("checkbox", checked=False).count() == 0


def test_what_another_scenario_makes_possible_is_told(small: Page) -> None:
    found = panel(small)
    assert told(found)["“sale”"] == ("cannot be", "cannot be")
    assert found.get_by_role("checkbox", name="Sell").count() == 0
    found.get_by_role("combobox", name="Begin with").select_option("South may sell")

    assert told(found)["“sale”"][0] == "cannot be"
    assert told(found)["“sale”"][1] != "cannot be"
    assert found.get_by_role("checkbox", name="Sell").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_the_panel_is_accessible(small: Page, width: int) -> None:
    small.set_viewport_size({"width": width, "height": 800})
    found = panel(small)
    found.get_by_role("button", name="Opposite of: “Fish”", exact=True).click()

    assert axe_violations(small) == []
    assert overflow(small) == []
    assert tab_walk(small) == []


def test_nothing_is_built_before_it_is_opened(small: Page) -> None:
    assert small.locator(".trial select, .trial table").count() == 0
    panel(small)
    assert small.locator(".trial select").count() == 1
    assert small.locator(".trial script, .trial template").count() == 0


def test_without_script_a_sentence_says_where_to_ask(browser: Browser, flagship: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(flagship.as_uri())
    trial = page.locator(".trial")

    assert "detente conflict CASE --scenario SCENARIO" in (trial.text_content() or "")
    assert trial.locator(":scope > .statements > li").count() == 5
    assert trial.locator("select, button, [role=status]").count() == 0
    context.close()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (13, "13 options can be taken"),
        (25, "25 options can be taken"),
    ],
)
def test_what_cannot_be_tried_says_so(visit: Open, opened: Opener, tmp_path: Path, options: int, why: str) -> None:
    listed_ = ", ".join(f"{{id: o-{k}}}" for k in range(options))
    text = f"""
        actors: [{{id: north, name: North, kind: state}}]
        conflict: {{status_quo: [o-1], decision_makers: [{{actor: north, options: [{listed_}], assumption: a}}]}}
        """
    sight = opened(text).at()
    write_report(Edition(sight.stamp("detente report"), (sight.conflict(),)), tmp_path / "large.html")
    trial = visit(tmp_path / "large.html").locator(".trial")

    assert f"Changes cannot be tried on this page: {why}" in (trial.text_content() or "")
    assert "detente conflict CASE" in (trial.text_content() or "")
    assert trial.locator("select, script, template").count() == 0


def hostile(text: str) -> Trial:
    """Return what a reader can change, with every word of it replaced."""
    wants = Wants((0, 1)), Wants((1, 0))
    outcomes = ((0, 0), (1, 3))
    game = Game(text, "", "", (text, text), (0, 1), (0, 1), (), wants, (0,), 0, outcomes)
    other = replace(game, scenario=text or "s")
    return Trial(
        (game, other),
        (Choice(text, "both"), Choice(text, "both")),
        (Wish(text, 0), Wish(text, ("not", 1), alike=text, why=text, open=True)),
        (Act(text, 0),),
        (text, text + "!"),
        dict.fromkeys(("nash", "trapped", "seq", "gmr", "left", "never", "quo"), text),
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_stay_texts(visit: Open, tmp_path: Path, text: str) -> None:
    trial = hostile(text)
    effects = (Effect(text or "s", text),)
    finding = Finding("What if?", "Try.", depth=Depth.DETAIL, trial=trial, effects=effects, id="trial", lens="conflict")
    whole = replace(edition(), findings=(findings("conflict", "Why?", (finding,)),))
    write_report(whole, tmp_path / "hostile.html")
    page = visit(tmp_path / "hostile.html", width=320)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    outside = watch_requests(page.context)
    found = panel(page)
    found.get_by_role("checkbox").first.click()
    page.locator("select").select_option(index=1)

    assert complaints == outside == []
    assert page.title() != "taken"
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert overflow(page) == []
    shown = found.locator(".trial tbody th").first.text_content()
    assert shown == "".join("\ufffd" if letter < " " else letter for letter in text.replace("\ud800", "?"))

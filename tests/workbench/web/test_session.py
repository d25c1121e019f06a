"""A whole session in a real browser: break a case, mend it, add to it, suppose something, and find it in the files."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from tests.workbench.web.conftest import SMALL, Bench, Serve

from detente.session import open_case

WHOLE = 120_000
"""Milliseconds that a page of the flagship may take on a busy machine."""


def find(page: Page, words: str) -> None:
    """Mark words of the file that is shown, as somebody does who searches them."""
    page.locator("#editor .cm-content").click()
    page.keyboard.press("Control+f")
    page.locator(".cm-search [name=search]").press("Control+a")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def write(page: Page, old: str, new: str) -> None:
    """Replace words of the file that is shown."""
    find(page, old)
    page.keyboard.type(new)


def fresh(page: Page) -> None:
    """Wait for the report."""
    expect(page.locator("#frames iframe:not(.coming)")).to_have_count(1, timeout=WHOLE)
    expect(page.locator("#state")).to_contain_text("Page of", timeout=WHOLE)


@pytest.mark.slow
def test_a_session_with_the_flagship(serve: Serve, bench: Bench, flagship: Path) -> None:
    before = {path.name: path.read_text("utf-8") for path in flagship.glob("*.yaml")}
    page = bench(serve(flagship))
    expect(page.locator("#count")).to_have_text("no errors, no warnings")
    fresh(page)

    # break it, and mend it by quick fix
    page.get_by_role("tab", name="positions.yaml").click()
    write(page, "actor: armenia,", "actor: armenai,")
    expect(page.locator("#problems .error").first).to_contain_text("armenai", timeout=WHOLE)
    page.get_by_role("button", name="Write 'armenia'").first.click()
    expect(page.locator("#count")).to_have_text("no errors, no warnings", timeout=WHOLE)

    # add an event by form
    page.get_by_role("tab", name="Add").click()
    page.get_by_role("button", name="An event").click()
    for key, text in {"date": "2025-07", "what": "They meet again", "cites": "article ¶8"}.items():
        page.locator(f"#add-{key}").fill(text)
    page.locator("#add-actors").fill("armenia; azerbaijn")
    page.get_by_role("button", name="Put it into the text").click()
    expect(page.locator("#problem-actors")).to_contain_text("azerbaijan", timeout=WHOLE)
    page.locator("#add-actors").fill("armenia; azerbaijan")
    page.get_by_role("button", name="Put it into the text").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("they-meet-again", timeout=WHOLE)
    page.keyboard.press("Control+s")
    expect(page.locator("#save")).to_be_disabled(timeout=WHOLE)
    fresh(page)

    # switch a wish off, and write it as a scenario
    page.get_by_role("tab", name="What if").click()
    wish = page.locator("[name=wish]").first
    expect(wish).to_be_visible(timeout=WHOLE)
    dropped = wish.get_attribute("value")
    wish.uncheck()
    page.get_by_role("button", name="What then?").click()
    expect(page.locator("#supposed")).not_to_be_empty(timeout=WHOLE)
    page.locator("#supposing [name=title]").fill("Nobody minds")
    page.get_by_role("button", name="Write this as a scenario").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("nobody-minds", timeout=WHOLE)
    page.keyboard.press("Control+s")
    expect(page.locator("#save")).to_be_disabled(timeout=WHOLE)

    case = open_case(flagship)
    assert case.diagnostics == ()
    assert [event.what for event in case.case.events if event.id == "they-meet-again"] == ["They meet again"]
    [scenario] = [each for each in case.case.scenarios if each.id == "nobody-minds"]
    assert [(scenario.title, change.drop) for change in scenario.changes] == [("Nobody minds", dropped)]
    for name, text in before.items():
        rest = iter((flagship / name).read_text("utf-8").splitlines())
        assert all(line in rest for line in text.splitlines()), name


def test_undo_leads_back_over_what_a_form_has_added(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    page.get_by_role("tab", name="Add").click()
    page.get_by_role("button", name="A source").click()
    page.locator("#add-title").fill("The Herald")
    page.get_by_role("button", name="Put it into the text").click()
    expect(page.locator("#editor .cm-content")).to_contain_text("the-herald")
    assert (small / "case.yaml").read_text("utf-8") == SMALL
    page.locator("#editor .cm-content").press("Control+z")
    expect(page.locator("#editor .cm-content")).not_to_contain_text("the-herald")
    expect(page.locator("#save")).to_be_disabled()


def test_unsaved_text_survives_a_reload_and_the_end_of_the_server(serve: Serve, bench: Bench, small: Path) -> None:
    served = serve(small)
    page = bench(served)
    write(page, "They talk", "They talk at length")
    expect(page.get_by_role("tab", name="case.yaml •")).to_be_visible()
    page.reload()
    expect(page.locator("#editor .cm-content")).to_contain_text("They talk at length")
    served.process.terminate()
    served.process.wait(20)
    write(page, "at length", "at great length")
    expect(page.locator("#state")).to_contain_text("Your text is kept", timeout=20_000)
    again = serve(small, "--port", served.origin.rpartition(":")[2])
    page.goto(again.address)
    expect(page.locator("#editor .cm-content")).to_contain_text("They talk at great length")
    assert (small / "case.yaml").read_text("utf-8") == SMALL
    page.locator("#save").click()
    expect(page.locator("#save")).to_be_disabled()
    assert (small / "case.yaml").read_text("utf-8") == SMALL.replace("They talk", "They talk at great length")


def test_a_file_that_changed_on_the_disk_is_never_written_over(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    write(page, "They talk", "They shout")
    theirs = SMALL.replace("the first", "the very first")
    (small / "case.yaml").write_text(theirs, encoding="utf-8")
    page.locator("#save").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("They shout")
    expect(dialog).to_contain_text("the very first")
    assert (small / "case.yaml").read_text("utf-8") == theirs
    dialog.get_by_role("button", name="Decide later").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#editor .cm-content")).to_contain_text("They shout")
    page.get_by_role("button", name="Show both").click()
    dialog.get_by_role("button", name="Take what is on the disk").click()
    expect(dialog).to_be_hidden()
    editor = page.locator("#editor .cm-content")
    expect(editor).to_contain_text("the very first")
    expect(editor).not_to_contain_text("They shout")
    editor.press("Control+z")
    expect(editor).to_contain_text("They shout")


def test_what_others_write_is_taken_where_nothing_is_unsaved(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    (small / "case.yaml").write_text(SMALL.replace("They talk", "They sing"), encoding="utf-8")
    expect(page.locator("#editor .cm-content")).to_contain_text("They sing", timeout=20_000)
    expect(page.locator("#save")).to_be_disabled()


def test_the_last_good_page_stays_while_the_case_has_errors(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    fresh(page)
    write(page, "actors: [upper, lower]", "actors: [uper, lower]")
    page.keyboard.press("Control+s")
    expect(page.locator("#stale")).to_contain_text("last good page", timeout=WHOLE)
    expect(page.locator("#stale")).to_contain_text("uper")
    expect(page.frame_locator("#frames iframe").locator("h1")).to_be_visible()
    page.get_by_role("button", name="Write 'upper'").click()
    page.keyboard.press("Control+s")
    expect(page.locator("#stale")).to_be_hidden(timeout=WHOLE)


def test_the_place_is_kept_when_the_page_is_fresh(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    fresh(page)
    frame = page.frame_locator("#frames iframe:not(.coming)")
    head = frame.locator("h2").nth(2)
    head.evaluate("each => each.scrollIntoView()")
    text, top = head.inner_text(), head.evaluate("each => each.getBoundingClientRect().top")
    write(page, "They talk", "They talk and talk")
    page.keyboard.press("Control+s")
    expect(frame.locator("body")).to_contain_text("They talk and talk", timeout=WHOLE)
    now = frame.locator("h2", has_text=text).first.evaluate("each => each.getBoundingClientRect().top")
    assert abs(now - top) < 60


def test_what_cannot_be_supposed_is_told_where_it_was_asked(serve: Serve, bench: Bench, small: Path) -> None:
    (small / "case.yaml").write_text(SMALL.replace("kind: state", "kind: <b>stat</b>"), encoding="utf-8")
    page = bench(serve(small))
    page.get_by_role("tab", name="What if").click()
    expect(page.locator("#supposable li").first).to_contain_text("<b>stat</b>", timeout=WHOLE)


def test_a_reload_does_not_forget_that_the_file_changed_on_the_disk(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    write(page, "They talk", "They shout")
    theirs = SMALL.replace("the first", "the very first")
    (small / "case.yaml").write_text(theirs, encoding="utf-8")
    page.reload()
    expect(page.locator("#editor .cm-content")).to_contain_text("They shout")
    expect(page.locator("#moved")).to_contain_text("changed on the disk")
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("the very first")
    assert (small / "case.yaml").read_text("utf-8") == theirs
    dialog.get_by_role("button", name="Keep the right side").click()
    expect(dialog).to_be_hidden()
    page.locator("#save").click()
    expect(page.locator("#save")).to_be_disabled()
    assert (small / "case.yaml").read_text("utf-8") == SMALL.replace("They talk", "They shout")


def test_pressing_save_often_is_no_conflict_with_oneself(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    write(page, "They talk", "They shout")
    for _ in range(4):
        page.keyboard.press("Control+s")
        page.keyboard.type("!")
    page.wait_for_timeout(1500)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Control+s")
    expect(page.locator("#save")).to_be_disabled()
    assert "They shout!!!!" in (small / "case.yaml").read_text("utf-8")


def slowly(route: Route, seconds: float) -> None:
    """Let a request through, and its answer later."""
    response = route.fetch()
    time.sleep(seconds)
    route.fulfill(response=response)


def test_what_is_typed_while_a_form_is_answered_stays(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    page.get_by_role("tab", name="Add").click()
    page.get_by_role("button", name="A source").click()
    page.locator("#add-title").fill("The Herald")
    page.route("**/add/source", lambda route: slowly(route, 1.0), times=1)
    page.get_by_role("button", name="Put it into the text").click()
    page.locator("#editor .cm-content").press("Control+End")
    page.keyboard.type("# typed meanwhile")
    expect(page.locator("#editor .cm-content")).to_contain_text("the-herald", timeout=20_000)
    expect(page.locator("#editor .cm-content")).to_contain_text("# typed meanwhile")


def test_a_late_answer_of_the_check_does_not_count(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    page.route("**/check", lambda route: slowly(route, 2.0), times=1)
    write(page, "actors: [upper, lower]", "actors: [uper, lower]")
    page.wait_for_timeout(400)
    for _ in range(len("uper, lower]")):
        page.keyboard.press("Backspace")
    page.keyboard.type("upper, lower]")
    page.wait_for_timeout(4000)
    expect(page.locator("#count")).to_have_text("no errors, no warnings")


def test_a_scenario_that_was_written_can_be_chosen(serve: Serve, bench: Bench, small: Path) -> None:
    page = bench(serve(small))
    page.get_by_role("tab", name="What if").click()
    page.locator("[name=wish]").first.uncheck()
    page.get_by_role("tab", name="Report").click()
    page.get_by_role("tab", name="What if").click()
    expect(page.locator("[name=wish]").first).not_to_be_checked()
    page.locator("#supposing [name=title]").fill("No boat")
    page.get_by_role("button", name="Write this as a scenario").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("no-boat", timeout=WHOLE)
    page.keyboard.press("Control+s")
    expect(page.locator("#moment [name=scenario] option")).to_have_text(["the case as it is", "No boat"])
    page.locator("#moment [name=scenario]").select_option("no-boat")
    expect(page.frame_locator("#frames iframe:not(.coming)").locator("body")).to_contain_text("No boat", timeout=WHOLE)

"""Finding one's way: links, the current part, citations where they stand, and stops of the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

Open = Callable[..., Page]
FOLDED = "chronicle-folded"
OPEN = "chronicle-crossings"


def test_a_link_to_a_finding_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(f"#{OPEN} > .copy").click()
    page.get_by_text("Link copied.").wait_for(state="attached")

    assert page.evaluate("navigator.clipboard.readText()") == f"{page.url}#{OPEN}"


def test_where_nothing_may_be_copied_the_link_is_selected(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator(f"#{OPEN} > .copy").click()
    field = page.get_by_role("textbox", name="Link")

    assert field.input_value() == f"{page.url}#{OPEN}"
    assert page.evaluate("getSelection().toString()") == f"{page.url}#{OPEN}"
    assert field.evaluate("field => field === document.activeElement")


def test_copies_are_named_after_their_findings(page: Page) -> None:
    titles = page.locator("article.finding > h3").all_inner_texts()
    labels = page.locator("article.finding > .copy").evaluate_all("all => all.map(one => one.ariaLabel)")

    assert labels == [f"Copy link: {title}" for title in titles]
    assert page.get_by_role("heading", name="Ten crossings are listed.", exact=True).count() == 1


def test_what_a_link_leads_to_is_opened(page: Page, written: Path) -> None:
    page.goto(f"{written.as_uri()}#{FOLDED}")
    page.reload()
    folded = page.locator(f"#{FOLDED}")

    assert folded.evaluate("fold => fold.open")
    page.evaluate("location.hash = ''")
    folded.evaluate("fold => { fold.open = false; }")
    page.evaluate(f"location.hash = '{FOLDED}'")
    page.wait_for_function("id => document.getElementById(id).open", arg=FOLDED)


def test_following_the_same_link_again_opens_it_again(page: Page) -> None:
    page.evaluate(
        """id => {
        const link = Object.assign(document.createElement("a"), {href: `#${id}`, id: "there"});
        link.textContent = "There";
        document.getElementById("main").prepend(link);
    }""",
        FOLDED,
    )
    for _ in range(2):
        page.evaluate("id => { document.getElementById(id).open = false; }", FOLDED)
        page.locator("#there").click()
        page.wait_for_function("id => document.getElementById(id).open", arg=FOLDED)


def test_inner_folds_are_opened_with_the_outer_ones(page: Page) -> None:
    inner = page.locator(f"#{FOLDED} table").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", inner)
    page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=inner)

    assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", inner)


def test_printing_opens_nothing(page: Page) -> None:
    closed = page.locator("details:not([open])").count()
    page.emulate_media(media="print")
    page.pdf()

    assert page.locator("details:not([open])").count() == closed


def test_the_current_part_is_marked_in_the_contents(page: Page) -> None:
    current = page.locator(".contents [aria-current]")
    links = page.locator(".contents a").all()
    current.wait_for()
    assert [link.get_attribute("aria-current") for link in links].count("location") == 1
    for link in links:
        target = str(link.get_attribute("href"))
        page.evaluate("id => document.querySelector(id).scrollIntoView()", target)
        at_end = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
        if not at_end:
            page.locator(f".contents [href='{target}'][aria-current=location]").wait_for()
            assert current.count() == 1


@pytest.mark.parametrize(("width", "wide"), [(1280, False), (330, True)])
def test_a_table_is_a_stop_only_where_it_is_wider_than_its_place(page: Page, width: int, *, wide: bool) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(item => { item.open = true; })")
    page.wait_for_timeout(200)
    wrong = page.locator(".scroll").evaluate_all("""all => all.filter(one =>
        (one.scrollWidth > one.clientWidth) !== (one.getAttribute("tabindex") === "0" && one.role === "region"
            && one.ariaLabel.startsWith(one.querySelector("caption > span").firstChild.textContent.trim())))
        .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 200))""")

    assert wrong == []
    assert (page.locator(".scroll[role=region]:visible").count() > 0) is wide


def test_a_citation_is_shown_while_the_pointer_is_on_it(page: Page) -> None:
    cite = page.locator(f"#{OPEN} button[popovertarget]").first
    place = page.locator(f"#{cite.get_attribute('popovertarget')}")
    cite.hover()
    place.wait_for(state="visible")
    place.hover()
    page.wait_for_timeout(600)

    assert place.is_visible()
    page.mouse.move(1, 1)
    place.wait_for(state="hidden")


def test_a_click_keeps_it_and_esc_closes_it(page: Page) -> None:
    cite = page.locator(f"#{OPEN} button[popovertarget]").first
    place = page.locator(f"#{cite.get_attribute('popovertarget')}")
    cite.hover()
    place.wait_for(state="visible")
    cite.click()
    page.mouse.move(1, 1)
    page.wait_for_timeout(600)

    assert place.is_visible()
    page.keyboard.press("Escape")
    assert not place.is_visible()
    cite.click()
    assert place.is_visible()


def test_a_citation_is_shown_where_the_keyboard_is_without_standing_in_its_way(page: Page) -> None:
    cites = page.locator(f"#{OPEN} button[popovertarget]")
    places = [page.locator(f"#{cite.get_attribute('popovertarget')}") for cite in cites.all()[:2]]
    page.locator(f"#{OPEN} .tools > button").focus()
    page.keyboard.press("Tab")
    places[0].wait_for(state="visible")
    page.keyboard.press("Tab")

    places[0].wait_for(state="hidden")
    places[1].wait_for(state="visible")
    assert cites.nth(1).evaluate("cite => cite === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert places[1].evaluate("place => place.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not places[1].is_visible()
    assert cites.nth(1).evaluate("cite => cite === document.activeElement")


def test_a_place_that_several_citations_open_stands_beside_the_one_that_is_pointed_at(page: Page) -> None:
    page.locator(f"#{OPEN} .tools > button").click()
    first, second = page.locator(f"#{OPEN} button[popovertarget]").all()[2:4]
    place = page.locator(f"#{first.get_attribute('popovertarget')}")
    assert first.get_attribute("popovertarget") == second.get_attribute("popovertarget")
    second.scroll_into_view_if_needed()
    top = "place => document.querySelector(place).getBoundingClientRect().top"
    name = f"#{first.get_attribute('popovertarget')}"
    first.hover()
    place.wait_for(state="visible")
    before = page.evaluate(top, name)
    second.hover()

    page.wait_for_function(f"([place, before]) => ({top})(place) > before + 20", arg=[name, before])


def test_enter_opens_what_was_closed_by_esc(page: Page) -> None:
    cite = page.locator(f"#{OPEN} button[popovertarget]").first
    place = page.locator(f"#{cite.get_attribute('popovertarget')}")
    page.locator(f"#{OPEN} .tools > button").focus()
    page.keyboard.press("Tab")
    place.wait_for(state="visible")
    page.keyboard.press("Escape")
    place.wait_for(state="hidden")
    page.keyboard.press("Enter")

    assert place.is_visible()


def test_without_script_nothing_of_it_is_there_and_everything_else_is(browser: Browser, written: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(written.as_uri())

    assert page.locator(".tools, .copy, [aria-current], thead button, select").count() == 0
    assert page.locator(f"#{OPEN} tbody tr").count() == 10
    assert page.locator("button[popovertarget]").first.get_attribute("popovertarget")
    context.close()

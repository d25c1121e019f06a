"""What every page we write must pass in a real browser; each check returns its complaints in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Request

_AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js"
_TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
    "experimental",
]
_RUN_AXE = """tags => axe.run(document, {
    runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}}
}).then(({violations, incomplete}) => {
    const unmeasurable = node => {
        const element = document.querySelector(node.target.at(-1));
        const region = element.closest(".scroll")?.getBoundingClientRect();
        const away = region && element.getBoundingClientRect().right > region.right;
        return away || element.closest('svg, [aria-hidden="true"]');
    };
    const open = incomplete.filter(rule => rule.id === "color-contrast")
        .map(rule => ({...rule, nodes: rule.nodes.filter(node => !unmeasurable(node))}));
    return [...violations, ...open].flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
})"""
_FIND_STOPS = """() => {
    const all = 'a[href], summary, button, input, select, textarea, [tabindex="0"]';
    const shown = element => element.checkVisibility({visibilityProperty: true});
    const chosen = element => element.type !== "radio" || element.checked;
    window.stops = [...document.querySelectorAll(all)].filter(shown).filter(chosen);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    return window.stops.map(stop => `${stop.tagName} ${stop.textContent.trim().slice(0, 40)}`);
}"""
_AT_STOP = """() => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
    return {
        index: window.stops.indexOf(here),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
_OVERFLOW = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    return [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > edge + 1 && !element.closest(".scroll"))
        .map(element => `${element.tagName}.${element.getAttribute("class")} reaches past ${edge} px`)
        .concat("the page scrolls sideways");
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is after a key: index among the focusable elements, and whether a person sees it."""

    index: int
    ring: bool
    in_view: bool


def axe_violations(page: Page) -> list[str]:
    """Return every violation axe-core finds, and every contrast of the text that it could not measure.

    It cannot measure letters in a drawing, lone signs, and cells scrolled out of sight; all of them use
    colours that it measures elsewhere.
    """
    page.evaluate(_AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(_RUN_AXE, _TAGS)
    return found


def tab_walk(page: Page) -> list[str]:
    """Walk the page with Tab and back with Shift+Tab; return what a keyboard reader would trip over."""
    names: list[str] = page.evaluate(_FIND_STOPS)
    forward = [_press(page, "Tab") for _ in names]
    backward = [_press(page, "Shift+Tab") for _ in names[1:]]
    order = list(range(len(names)))
    found = [] if names else ["nothing can be focused"]
    if [stop.index for stop in forward] != order:
        found.append(f"Tab does not follow the reading order: {[stop.index for stop in forward]}")
    if [stop.index for stop in backward] != order[-2::-1]:
        found.append(f"Shift+Tab does not walk back: {[stop.index for stop in backward]}")
    unseen = [stop for stop in forward + backward if not (stop.ring and stop.in_view)]
    return found + [f"the focus cannot be seen on {names[stop.index]!r}" for stop in unseen]


def skip_link(page: Page) -> list[str]:
    """Return what is wrong with the first stop, which must lead past everything to the main part."""
    page.evaluate(_FIND_STOPS)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.getAttribute('href')") != "#main":
        return ["the first stop is not the skip link"]
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement.tagName")
    page.keyboard.press("Tab")
    after = page.evaluate("document.activeElement.closest('main') !== null")
    return [] if (inside, after) == ("MAIN", True) else [f"the skip link leads to {inside}"]


def overflow(page: Page) -> list[str]:
    """Return the elements that make the page scroll sideways."""
    found: list[str] = page.evaluate(_OVERFLOW)
    return found


def watch_requests(context: BrowserContext) -> list[str]:
    """Return a list that fills with every address that the context's pages ask for beyond local files."""
    outside: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("file:", "data:")):
            outside.append(request.url)

    context.on("request", note)
    return outside


def open_all(page: Page) -> None:
    """Open every disclosure."""
    page.evaluate("document.querySelectorAll('details').forEach(item => { item.open = true; })")


def _press(page: Page, key: str) -> Stop:
    page.keyboard.press(key)
    at: dict[str, Any] = page.evaluate(_AT_STOP)
    return Stop(at["index"], at["ring"], at["inView"])

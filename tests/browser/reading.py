"""What a reader has before them at first: words, screens, sentences, stops of the keyboard, elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_MEASURED = """() => {
    const appendix = document.querySelector(".appendix");
    const before = element => !appendix || !(appendix.contains(element) ||
        appendix.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    const stops = 'a[href], summary, button, input:not([type=radio]), input:checked, [tabindex="0"]';
    const prose = ".answers dd, .rests-on, article > h3, .statements > li, .lead, article > p, .part > p";
    const bare = element => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll("[popovertarget], b, .unseen, a, .aside").forEach(part => part.remove());
        return copy.textContent.trim();
    };
    return {
        text: document.body.innerText,
        height: document.documentElement.scrollHeight,
        nodes: [...document.querySelectorAll("*")]
            .filter(element => !element.parentElement?.closest("details:not([open])")).length,
        stops: [...document.querySelectorAll(stops)]
            .filter(element => element.checkVisibility() && before(element)).length,
        prose: [...document.querySelectorAll(prose)].filter(element => element.checkVisibility()).map(bare),
        columns: [...document.querySelectorAll("table")].flatMap(table => {
            const rest = table.closest(".scroll").nextElementSibling?.matches(".rest") &&
                table.closest(".scroll").nextElementSibling.querySelector("table");
            if (table.closest(".rest")) return [];
            const rows = [...table.tBodies[0].rows, ...(rest ? rest.tBodies[0].rows : [])];
            return rows.length < 3 ? [] : [...table.tHead.rows[0].cells].slice(1)
                .filter((head, k) => new Set(rows.map(row => row.cells[k + 1].textContent.trim())).size === 1)
                .map(head => `${table.caption.textContent.trim()}: ${head.textContent.trim()}`);
        }),
    };
}"""
_SENTENCE = re.compile(r"(?<=[.!?…])[”)]?\s+(?=[“(]?[A-Z0-9])")
SCREEN = 1000
"""Height of a screen [pixels]."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader has before them.

    Attributes
    ----------
    text
        Every word that is seen.
    screens
        How many screens it fills.
    nodes, stops
        Elements outside closed disclosures, and stops of the keyboard before the appendix.
    sentences
        The sentences that are seen, without their citations.
    constant
        Columns in which all rows are alike, with their tables.
    """

    text: str
    screens: float
    nodes: int
    stops: int
    sentences: tuple[str, ...]
    constant: tuple[str, ...]

    @property
    def words(self) -> int:
        """The number of words that are seen."""
        return len(self.text.split())


def reading(page: Page) -> Reading:
    """Return what a page shows before anything is opened."""
    found: dict[str, Any] = page.evaluate(_MEASURED)
    sentences = (part for text in found["prose"] for part in _SENTENCE.split(" ".join(text.split())) if part)
    return Reading(
        text=found["text"],
        screens=found["height"] / SCREEN,
        nodes=found["nodes"],
        stops=found["stops"],
        sentences=tuple(sentences),
        constant=tuple(found["columns"]),
    )

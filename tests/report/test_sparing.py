"""Markup in fewer letters: the same elements with the same texts, read by a reader of its own."""

from __future__ import annotations

import pytest
from tests.report.hostile import TEXTS, poison
from tests.report.markup import Element, read
from tests.report.sample import edition

from detente.report import page, render
from detente.report.sparing import sparing


def _told(element: Element) -> object:
    """Return an element with all that a reader is told, without the blanks between elements."""
    words = "".join(element.text.split())
    return element.tag, element.attributes, words, [_told(child) for child in element.children]


@pytest.mark.parametrize("kind", ["", "script", "attribute", "template"])
def test_a_page_in_fewer_letters_is_the_same_page(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = poison(edition(), TEXTS[kind]) if kind else edition()
    spared = render(shown)
    monkeypatch.setattr(page, "sparing", lambda text: text)
    whole = render(shown)

    assert len(spared) < len(whole)
    assert _told(read(spared)) == _told(read(whole))


@pytest.mark.parametrize(
    "kept",
    [
        "<pre>\n<p>a</p>\n</pre>",
        '<script type="module">"<li>&#39;</li>"</script>',
        '<p title="say &#34;a&#34;">b</p> c',
        '<path d="M0 0" class="a"/>',
        '<a href="https://example.org/">b</a>',
        '<i title="">b</i>',
    ],
)
def test_what_every_letter_of_matters_in_is_left(kept: str) -> None:
    assert sparing(kept) == kept


def test_quotation_marks_stand_for_themselves() -> None:
    assert sparing('<i title="it&#39;s &quot;so&quot;">&#x27;a&#39; &quot;b&#34;</i>') == (
        """<i title="it's &quot;so&quot;">'a' "b"</i>"""
    )

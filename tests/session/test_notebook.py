"""What notebooks show: findings as the page has them, and the calls that a sight answers."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.conftest import Opener

import detente
from detente.casefile import template
from detente.findings import Column, Evidence, Figure, Finding, Findings, Row, Statement, Table
from detente.findings.findings import Head
from detente.findings.shown import Shown, html
from detente.findings.told import Told

SIGNS = "<script>alert('1')</script> & \"more\" </style>"
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "line", "use"}


class Reading(HTMLParser):
    """Reads markup, and sees that whatever opens is closed."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the ids and links of an element."""
        self.tags[tag] += 1
        given = dict(attrs)
        self.ids += [str(given["id"])] if "id" in given else []
        self.links += [str(given["href"])] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        if tag not in VOID:
            assert self.open.pop() == tag


def shown(thing: object) -> str:
    """Return what a notebook shows."""
    markup = getattr(thing, "_repr_html_")()  # noqa: B009
    assert isinstance(markup, str)
    return markup


def parts(findings: Findings) -> Iterator[Shown]:
    """Yield findings, and all that they are made of."""
    yield findings
    for finding in findings.findings:
        yield finding
        yield from finding.tables
        yield from finding.figures


def told(question: str, *findings: Finding) -> Findings:
    """Return findings as those of a lens."""
    chapter = Told("chapter", object, lambda: findings, lambda found: found)
    return Findings("conflict", question, (), Head("", "", "", None), (chapter,))


def test_everything_of_the_flagship_is_shown_without_network_or_script(root: Path) -> None:
    sight = detente.open(root / "examples" / "south-caucasus").at()
    seen: Counter[str] = Counter()
    for findings in sight.look_around():
        for thing in parts(findings):
            read = Reading(markup := shown(thing))
            assert read.tags["svg"] or not isinstance(thing, Figure)
            assert read.tags["table"] or not isinstance(thing, Table)
            assert not {"script", "iframe", "link", "img", "object"} & set(read.tags)
            assert "url(http" not in markup
            assert "@import" not in markup
            assert set(read.links) <= {f"#{anchor}" for anchor in read.ids}
            assert len(read.ids) == len(set(read.ids))
            seen.update(read.ids)
    assert max(seen.values()) == 1, "two outputs of one notebook share an id"


def test_words_of_a_finding_are_all_there() -> None:
    finding = Finding(
        "A title",
        "A headline.",
        (Statement("Said so.", (Evidence("wire", "¶2", "signed"),)),),
        (Table("t", "A caption", (Column("a", "Head", unit="km"),), (Row((1,)),)),),
        assumptions=(Statement("Taken for granted.", assumption="a reason"),),
        lens="conflict",
        id="f",
    )
    for text in (shown(finding), shown(told("Why?", finding))):
        for words in ("A title", "A headline.", "Said so.", "wire ¶2", "signed", "A caption", "Head", "(km)"):
            assert words in text
        assert "Taken for granted." in text
        assert "a reason" in text
    assert "Why?" in shown(told("Why?", finding))
    assert "There is nothing to say." in shown(told("Why?"))


def test_signs_are_escaped() -> None:
    table = Table(SIGNS, SIGNS, (Column("a", SIGNS, unit=SIGNS),), (Row((SIGNS,), (Evidence(SIGNS, SIGNS, SIGNS),)),))
    said = Statement(SIGNS, (Evidence(SIGNS, SIGNS, SIGNS, SIGNS),), None, SIGNS, SIGNS)
    finding = Finding(SIGNS, SIGNS, (said,), (table,), assumptions=(said,), because=(said,), lens=SIGNS, id=SIGNS)
    for thing in (table, finding, told(SIGNS, finding)):
        read = Reading(markup := shown(thing))
        assert read.tags["script"] == 0
        assert read.tags["style"] == 1
        assert SIGNS in unescape(markup)


def test_a_sight_says_which_lenses_there_are_and_how_to_call_them(opened: Opener) -> None:
    text = template("demo").replace("Two neighbours and a crossing", "'<b>Two</b>'")
    scenario = "scenarios: [{id: no-fee, title: <i>Free</i>, changes: [{drop: conflict.s-fee}]}]\n"
    sight = opened(text + scenario).at("2025-06-15", scenario="no-fee")

    markup = shown(sight)

    assert "&lt;b&gt;Two" in markup
    assert "as of 15 June 2025 · &lt;i&gt;Free" in markup
    calls = dict(re.findall(r"<code>\.(\w+)\(\)</code> ([^<]+)</li>", markup))
    assert list(calls) == ["show", "conflict"]
    for name, question in calls.items():
        assert getattr(sight, name)().question == question
    Reading(markup)


def test_the_same_is_shown_after_pickling(opened: Opener) -> None:
    (finding, *_) = opened(template("demo")).at().conflict().findings

    assert shown(pickle.loads(pickle.dumps(finding))) == shown(finding)  # noqa: S301


@pytest.mark.parametrize("thing", [1, "text", None])
def test_nothing_is_known_of_other_things(thing: object) -> None:
    assert html(thing) is None

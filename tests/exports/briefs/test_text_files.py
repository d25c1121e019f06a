"""Briefs as Markdown, plain text and a page: all that is said, the sources by their numbers, and hostile text inert."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from tests.exports.briefs.edition import edition, hostile
from tests.report.hostile import TEXTS
from tests.report.markup import everything, read

from detente.exports.brief_files import endings, writer_for
from detente.exports.export import ExportError
from detente.exports.texts.markdown_text import markdown
from detente.findings import Edition, Question

ENDINGS = ("html", "md", "txt")
BAD = set("\x00\x1b\x7f\ud800\u202e")


def written(ending: str, made: Edition) -> str:
    pieces = [piece for piece in writer_for(Path(f"x.{ending}")).write(made) if isinstance(piece, str)]
    return "".join(pieces)


def words(ending: str, made: Edition) -> str:
    """Return what a reader sees, on one line."""
    text = written(ending, made)
    if ending == "md":
        text = unescape(re.sub("<[^>]*>", "", rendered(text)))
    return " ".join((read(text).text if ending == "html" else text).split())


def rendered(text: str) -> str:
    """Return Markdown as GitHub and pandoc show it: with tables, footnotes and definitions."""
    reader = MarkdownIt("commonmark", {"xhtmlOut": False}).enable(["table", "strikethrough"])
    reader.use(footnote_plugin).use(deflist_plugin)
    html: str = reader.render(text)
    return html


@pytest.mark.parametrize("ending", ENDINGS)
def test_everything_is_said_in_its_order(ending: str) -> None:
    text, made = words(ending, edition()), edition()
    assert made.brief
    headings = [question.label if ending != "txt" else question.label.upper() for question in Question]
    said = [made.brief.title, made.brief.rests_on]
    said += [part for each in zip(headings, made.brief.sentences, strict=True) for part in (each[0], each[1].text)]
    said += ["What South has without a deal.", "The Ford: a chronology.", made.stamp.version, "10 July 2025"]
    places = [text.find(part) for part in said[:-2]]
    assert -1 not in places
    assert ending == "md" or places == sorted(places)
    assert all(part in text for part in said[-2:])
    assert written(ending, edition()) == written(ending, edition())


def test_sources_are_numbered_as_they_are_first_cited() -> None:
    numbers = {"The Ford: a chronology": 1, "Հանդիպման ամփոփում": 2, "Evening bulletin": 3}

    text, page, notes = (written(ending, edition()) for ending in ("txt", "html", "md"))

    assert [line[:4] for line in text.splitlines() if line.startswith("[")] == ["[1] ", "[2] ", "[3] "]
    for start, number in numbers.items():
        assert f"[{number}] {start}" in text
        assert f'<li id="source-{number}"><bdi lang="' in page or number == 1
        assert f"[^{number}]: {start}" in notes.replace("\\", "")
    assert "[1] [2] [3]" in " ".join(text.split())
    links = {element.attributes["href"] for element in everything(read(page)) if element.tag == "a"}
    read_at = {"https://example.org/ford/chronology", "https://example.org/north/readout?id=7"}
    assert links == {"#source-1", "#source-2", "#source-3", *read_at}
    assert 'href="https://example.org/ford/chronology"' in rendered(notes)
    assert rendered(notes).count('class="footnote-item"') == 3


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_hostile_texts_stay_texts(ending: str, kind: str) -> None:
    text = written(ending, hostile(TEXTS[kind]))

    assert not BAD & set(text)
    page = text if ending == "html" else rendered(text) if ending == "md" else ""
    assert not re.search(r"<(script|img|iframe|svg|/svg)|\son\w+=[^&\w]|javascript:[^<]*\"", page)
    assert {element.tag for element in everything(read(page))} <= {*PLAIN, *(STRUCTURE if ending == "html" else ())}
    if kind == "script" and ending == "html":
        assert len([element for element in everything(read(page)) if element.tag == "title"]) == 1


PLAIN = {"h1", "h2", "p", "sup", "a", "hr", "ul", "ol", "li", "section"}
STRUCTURE = {"html", "head", "meta", "link", "title", "style", "body", "main", "footer", "dl", "div", "dt", "dd", "bdi"}

MARKS = [*"\\`*_{}[]()<>#+-.!|~$^&:/=@ \t\n1x", "www.", "http://x.y", "&amp;", "é"]
LINES = st.lists(st.sampled_from(MARKS), min_size=1).map("".join)


@given(LINES)
@example("a|b")
@example("|")
@example(": so it is")
@example("1. one")
@example("12) two")
@example("- three")
@example("+ four")
@example("# five")
@example("> six")
@example("~~seven~~ **eight** `nine` [ten](eleven)")
@example("[^1] ^[twelve]")
@example("&lt; &#60;")
def test_no_text_begins_markup_in_a_line_of_markdown(text: str) -> None:
    kept = " ".join(text.split())
    html = rendered(f"x\n\n{markdown(text)}\n\n| a |\n| - |\n| {markdown(text)} |\n")

    wanted = unescape(re.sub("<[^>]*>", "\n", html)).split("\n")
    assert [line for line in wanted if line.strip()] == ["x"] + ([kept] if kept else []) + ["a"] + (
        [kept] if kept else []
    )
    assert not re.search("<(?!/?(p|table|thead|tbody|tr|th|td)>)", html)


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = read(written("html", edition()))
    tags = {element.tag for element in everything(page)}

    assert not tags & {"script", "img", "iframe", "object", "form"}
    assert [element.attributes.get("lang") for element in everything(page) if element.tag == "html"] == ["en"]
    assert [len([e for e in everything(page) if e.tag == tag]) for tag in ("main", "h1", "h2")] == [1, 1, 7]


def test_an_ending_that_nobody_writes_is_refused_with_those_that_can() -> None:
    assert endings() == (".docx", ".html", ".md", ".txt")
    assert writer_for(Path("a/B.MD")).title == "Markdown"
    for name, said in (("x.pdf", "files that end in '.pdf'"), ("x", "a file without an ending")):
        with pytest.raises(LookupError, match=rf"cannot be written to {said}; \.docx, \.html, \.md, \.txt can"):
            writer_for(Path(name))


def test_without_a_brief_there_is_nothing_to_write() -> None:
    for ending in (*ENDINGS, "docx"):
        with pytest.raises(ExportError, match="there is no brief to write"):
            list(writer_for(Path(f"x.{ending}")).write(replace(edition(), brief=None)))

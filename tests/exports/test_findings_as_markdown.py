"""What the page says openly as Markdown: whole tables, sources as footnotes, and hostile text as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from tests.exports.briefs.edition import edition
from tests.exports.briefs.test_text_files import rendered
from tests.report.hostile import TEXTS, poison
from tests.report.markup import everything, read
from tests.told import findings

from detente.exports.formats import markdown
from detente.findings import Depth, Edition


def written(made: Edition) -> str:
    return "".join(markdown.write(made))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_every_open_finding_is_there_with_its_sentences_and_whole_tables() -> None:
    made = edition()
    root, text = read(rendered(written(made))), plain(rendered(written(made)))
    found = [each for said in made.findings for each in said.findings]
    every = [table for each in found for table in (*(figure.table for figure in each.figures), *each.tables)]
    tables = [table for table in every if table.rows]

    assert [each.text for each in everything(root) if each.tag == "h3"] == [each.headline for each in found]
    assert all(said.text in text for each in found for said in (*each.statements, *each.assumptions))
    assert [len(each.all("tr")) - 1 for each in root.all("table")] == [
        len(table.rows) for table in tables if table.rows
    ]
    assert all(table.caption in text for table in tables)
    for grid, table in zip(root.all("table"), tables, strict=True):
        assert len(grid.all("th")) - len(table.columns) == any(not row.is_bare for row in table.rows)


def test_a_citation_has_its_place_its_words_and_the_number_of_its_source() -> None:
    text = written(edition())

    assert "(fact; ¶7[^1]; p. 1[^2] “հանդիպումը կառուցողական էր”)" in text
    assert (
        "[^1]: The Ford: a chronology. River Institute, June 2025; analysis; usually reliable (B); written for" in text
    )
    assert set(re.findall(r"\[\^\d+\](?!:)", text)) == set(re.findall(r"\[\^\d+\](?=:)", text))
    assert 'href="https://example.org/ford/chronology"' in rendered(text)


def test_the_appendix_is_left_out() -> None:
    made = edition()
    deep = []
    for each in made.findings:
        sunk = tuple(replace(one, depth=Depth.APPENDIX) for one in each.findings)
        deep.append(findings(each.lens, each.question, sunk, each.references))

    text = written(Edition(made.stamp, tuple(deep)))
    assert "\n## " not in text
    assert "\n### " not in text


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_texts_stay_texts(kind: str) -> None:
    made = edition()
    text = written(Edition(poison(made.stamp, TEXTS[kind]), tuple(poison(each, TEXTS[kind]) for each in made.findings)))
    html = rendered(text)

    assert not {"\x00", "\x1b", "\ud800", "\u202e"} & set(text)
    tags = {element.tag for element in everything(read(html))}
    table = {"table", "thead", "tbody", "tr", "th", "td", "strong"}
    assert tags <= {"h1", "h2", "h3", "p", "sup", "a", "hr", "ul", "ol", "li", "section", *table}
    assert not re.search(r"javascript:[^<]*\"", html)

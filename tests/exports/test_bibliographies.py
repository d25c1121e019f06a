"""Sources as CSL-JSON and BibTeX, read by citeproc and by pybtex."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string
from pybtex.richtext import Text
from tests.conftest import Opener
from tests.exports.editions import chronicle, source
from tests.report.hostile import TEXTS

from detente.exports.export import ExportError
from detente.exports.formats import bibtex, csl

CASE = """
    case: {id: demo, as_of: 2025-07-10}
    sources:
      - id: paper
        title: "Bread & Circuses: 100% #1_sure"
        authors: [Ministry of Water and Air, "Ó Briain, Ann"]
        publisher: The Daily_Echo
        kind: newspaper
        published: 2025-03-13
        accessed: 2025-07-09
        language: en
        url: "https://example.org/a%20b_c?d={e}&f=~g#h"
        interest: It sells papers.
        reliability: B
        note: Seen in print.
      - {id: pact, kind: treaty-text, published: 2024}
      - {id: about, title: About, published: 2025-07~, via: paper, language: hy}
      - {id: span, title: Span, published: 2024-11/2025-02, kind: dataset}
      - {id: open, title: Open, published: 2024/..}
"""


def entries(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def plain(entry: Any, field: str) -> str:
    """Return a field as pybtex reads its LaTeX."""
    text: str = Text.from_latex(entry.fields[field]).render_as("text")
    return text


def test_citeproc_reads_every_source(opened: Opener) -> None:
    text = opened(CASE).at().export("csl")
    items = CiteProcJSON(json.loads(text))

    assert list(items) == ["paper", "pact", "about", "span", "open"]
    paper = items["paper"]
    assert (str(paper["type"]), str(paper["title"])) == ("article-newspaper", "Bread & Circuses: 100% #1_sure")
    assert [str(author["literal"]) for author in paper["author"]] == ["Ministry of Water and Air", "Ó Briain, Ann"]
    assert (paper["issued"].year, paper["issued"].month, paper["issued"].day) == (2025, 3, 13)
    assert str(paper["container_title"]) == "The Daily_Echo"
    assert [str(items[name]["type"]) for name in ("pact", "about", "span")] == ["treaty", "document", "dataset"]
    assert str(items["pact"]["title"]) == "pact"
    assert (items["span"]["issued"].begin.month, items["span"]["issued"].end.year) == (11, 2025)


def test_csl_keeps_what_is_not_exact_as_such(opened: Opener) -> None:
    found = {item["id"]: item for item in json.loads(opened(CASE).at().export("csl"))}

    assert found["about"]["issued"] == {"date-parts": [[2025, 7]], "circa": True}
    assert found["span"]["issued"] == {"date-parts": [[2024, 11], [2025, 2]]}
    assert found["open"]["issued"] == {"literal": "since 2024"}
    assert found["paper"]["note"] == "reliability B; interest: It sells papers; Seen in print"
    assert found["about"]["note"] == "known through paper"
    assert found["paper"]["URL"] == "https://example.org/a%20b_c?d={e}&f=~g#h"


def test_pybtex_reads_every_source(opened: Opener) -> None:
    found = entries(opened(CASE).at().export("bibtex")).entries

    assert list(found) == ["paper", "pact", "about", "span", "open"]
    paper = found["paper"]
    assert plain(paper, "title") == "Bread & Circuses: 100% #1_sure"
    authors = [str(person).strip("{}") for person in paper.persons["author"]]
    assert authors == ["Ministry of Water and Air", "Ó Briain, Ann"]
    assert (paper.fields["year"], paper.fields["month"], paper.fields["date"]) == ("2025", "March", "2025-03-13")
    assert plain(paper, "howpublished") == "The Daily_Echo"
    assert paper.fields["url"] == "https://example.org/a%20b_c?d=%7Be%7D&f=~g#h"
    assert (paper.fields["urldate"], paper.fields["language"]) == ("2025-07-09", "en")
    assert [(found[name].fields["year"], found[name].fields.get("date")) for name in ("pact", "about", "open")] == [
        ("2024", None),
        ("about July 2025", "2025-07~"),
        ("since 2024", "2024/.."),
    ]


PRINTED = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


@given(PRINTED)
@example("_&%$#~^\\{}")
def test_any_words_come_back_from_both(words: str) -> None:
    said = chronicle(sources=(source(words), source(words)))
    [item, _] = json.loads("".join(csl.write(said)))
    assert (item["title"], item["author"]) == (words, [{"literal": words}] * 2)

    [text] = bibtex.write(chronicle(sources=(source(words),)))
    [entry] = entries(text).entries.values()
    latex = {r"{\textbackslash}": "\\", r"{\textbraceleft}": "{", r"{\textbraceright}": "}"}
    latex |= {r"{\textasciitilde}": "~", r"{\textasciicircum}": "^"} | {f"\\{each}": each for each in "&%$#_"}
    inside = re.sub("|".join(map(re.escape, latex)), lambda found: latex[found[0]], entry.fields["title"][1:-1])
    assert inside == words
    assert not re.search(r"(?<!\\)[&%$#_]|[~^]", entry.fields["title"])
    assert len(entry.persons["author"]) == 2


@pytest.mark.parametrize("kind", [kind for kind in TEXTS if kind != "empty"])
def test_hostile_words_end_no_field_and_no_entry(kind: str) -> None:
    said = chronicle(sources=(source(TEXTS[kind]),))
    [text] = bibtex.write(said)
    found = entries(text)

    assert list(found.entries) == ["s"]
    assert set(found.entries["s"].fields) == {"title", "howpublished", "keywords", "note"}
    for written in (text, "".join(csl.write(said))):
        assert not set(written) & {"\x00", "\x1b", "\ud800", "\u202e"}


@pytest.mark.parametrize("to", ["csl", "bibtex"])
def test_a_case_without_sources_has_no_bibliography(to: str, opened: Opener) -> None:
    with pytest.raises(ExportError, match="the case has no sources"):
        opened("case: {id: bare, as_of: 2025}").at().export(to)

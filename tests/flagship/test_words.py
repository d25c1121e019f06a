"""The case is written in words of its own, and its quotes are short and true."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from tests.flagship.reading import (
    ARTICLE_PARAGRAPHS,
    COVERAGE,
    FOLDER,
    FURNITURE,
    article,
    citations,
    flagship,
    words,
)

from detente.case.citation import Citation, Claim
from detente.case.shape import records
from detente.diagnostics import SourceMap

RUN = 8
"""So many words in a row from the article are a copy."""


def all_citations() -> list[tuple[str, Citation]]:
    return [
        (".".join(map(str, path)), record) for path, record in records(flagship().case) if isinstance(record, Citation)
    ]


def own_words() -> Iterator[tuple[str, str]]:
    """Yield every text of the flagship that is neither a quote nor the title of what is cited."""
    for path in [*sorted(FOLDER.glob("*.yaml")), COVERAGE]:
        for place, text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")), ()):
            if place[-1] not in {"quote", "url"} and (place[0], place[-1]) != ("sources", "title"):
                yield f"{path.name}: {'.'.join(map(str, place))}", text
        comments = "\n".join(
            line.partition("#")[2] for line in path.read_text(encoding="utf-8").splitlines() if "#" in line
        )
        yield f"{path.name}: comments", comments
    for table in sorted(FOLDER.glob("*.csv")):
        yield table.name, table.read_text(encoding="utf-8")
    yield "dossier.md", (FOLDER / "dossier.md").read_text(encoding="utf-8")


def _texts(value: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*place, key))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, place)
    else:
        yield place, str(value)


@cache
def runs(text: str) -> frozenset[str]:
    """Return every run of so many words in a text."""
    found = words(text)
    return frozenset(" ".join(found[i : i + RUN]) for i in range(len(found) - RUN + 1))


def test_the_case_has_no_problem_and_no_warning() -> None:
    assert [str(problem) for problem in flagship().diagnostics] == []


def test_every_quote_has_at_most_eight_words() -> None:
    long = [(place, cite.quote) for place, cite in all_citations() if cite.quote and len(words(cite.quote)) > 8]
    assert long == []


def test_a_dozen_records_quote_the_dossier_and_cite_the_article_first() -> None:
    claims = [record for _, record in records(flagship().case) if isinstance(record, Claim)]
    quoting = [c.cites for c in claims if any(cite.source == "dossier" and cite.quote for cite in c.cites)]
    assert len(quoting) >= 12
    assert [cites for cites in quoting if cites[0].source != "article"] == []


def test_the_article_is_cited_by_paragraphs_that_say_something() -> None:
    numbers = {
        number for cite in citations(flagship().case) if cite.source == "article" for number in cite.paragraphs() or [0]
    }
    allowed = set(range(1, ARTICLE_PARAGRAPHS + 1)) - FURNITURE
    # The conflict as a whole rests on a range, which runs over one heading.
    assert numbers - allowed <= {30}
    assert len(numbers & allowed) >= 35


def test_every_paragraph_of_the_dossier_names_the_paragraphs_it_restates() -> None:
    lines = (FOLDER / "dossier.md").read_text(encoding="utf-8").splitlines()
    _title, *paragraphs = [line for line in lines if line.strip()]
    assert [line for line in paragraphs if "[article ¶" not in line or not line.endswith("]")] == []
    assert len(paragraphs) >= 25


def test_no_run_of_words_is_copied() -> None:
    assert runs("A b c d e f g, h i") & runs("x a b c d e f g h y") == {"a b c d e f g h"}, "the test sees a copy"
    for original in article():
        assert [(place, run) for place, text in own_words() for run in runs(text) & runs(original)] == []


def test_nothing_of_the_page_around_the_article_is_in_the_case() -> None:
    whole = " ".join(text for _, text in own_words()).lower()
    assert [word for word in ("hotline", "+995", "subscribe", "ცხელი", "shift+tab") if word in whole] == []


def test_what_came_after_the_lock_has_no_name_here() -> None:
    whole = " ".join(text for _, text in own_words())
    assert [word for word in ("TRIPP", "Trump", "August 2025", "2025-08") if word in whole] == []


@pytest.mark.parametrize("place", ["actors", "events", "positions", "conflict"])
def test_every_value_knows_its_line(place: str) -> None:
    source_map: SourceMap = flagship().loaded.source_map
    assert source_map.span(place).line > 0

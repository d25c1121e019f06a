"""The flagship case, and the reading of the article that it is checked against where that is at hand.

The article and the reading do not ship; they stand beside the repository where the project is developed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from detente.case.citation import Citation
from detente.case.record import Record
from detente.case.shape import records
from detente.dates import PartialDate, RelativeDate
from detente.session import OpenCase, open_case

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "south-caucasus"
SEED = ROOT.parent / "shared" / "seed"
COVERAGE = Path(__file__).with_name("coverage.yaml")

ARTICLE_PARAGRAPHS = 55
FURNITURE = frozenset({1, 2, 3, 4, 5, 14, 23, 30, 37, 44, 49, 53, 54, 55})
"""Links, banners, headings, a separator and instructions for the keyboard: nothing there can be evidence."""


@cache
def flagship() -> OpenCase:
    """Return the flagship case, with the article's text for its quotes where it is at hand."""
    return open_case(FOLDER, sources=SEED if SEED.is_dir() else None)


def seed_json(name: str) -> Iterator[dict[str, Any]]:
    """Yield the named part of the reading, once, where it is at hand."""
    if (path := SEED / name).is_file():
        yield json.loads(path.read_text(encoding="utf-8"))


def article() -> Iterator[str]:
    """Yield the text of the article, once, where it is at hand."""
    if (path := SEED / "article.txt").is_file():
        yield path.read_text(encoding="utf-8")


@cache
def coverage() -> dict[str, dict[str, list[str] | str]]:
    """Return by list of the reading, then by fact, the records that hold it, or why none does."""
    mapping: dict[str, dict[str, list[str] | str]] = yaml.safe_load(COVERAGE.read_text(encoding="utf-8"))
    return mapping


@cache
def by_id() -> dict[str, Record]:
    """Return every record of the case that has an id and a section or a list of its own."""
    return {
        f"system.{name}" if path[0] == "system" else name: record
        for path, record in records(flagship().case)
        if len(path) > 1
        and path[-2] not in ("outcomes", "regimes", "states")
        and isinstance(name := getattr(record, "id", None), str)
    }


def citations(record: Record) -> list[Citation]:
    """Return every citation in a record and the records inside it."""
    return [inner for _, inner in records(record) if isinstance(inner, Citation)]


def cited_paragraphs(record: Record) -> set[int]:
    """Return the paragraphs of the article that a record cites."""
    return {number for cite in citations(record) if cite.source == "article" for number in cite.paragraphs() or ()}


def dates() -> Iterator[tuple[tuple[str | int, ...], PartialDate | RelativeDate]]:
    """Yield every date that is written in the case, with its path."""
    for path, record in records(flagship().case):
        for key in type(record).model_fields:
            if isinstance(value := getattr(record, key), PartialDate | RelativeDate):
                yield (*path, key), value


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"[\w']+", text.replace("’", "'").lower())

"""Outlines: a brief as paragraphs, each with the sources that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.exports.export import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.findings import Edition, Finding, Reference, Row, Stamp, Statement


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An answer of a brief.

    Attributes
    ----------
    heading, text
        The question in words, and the answer.
    sources
        Ids of the sources that it rests on, as they are first cited.
    """

    heading: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief as a file has it.

    Attributes
    ----------
    title, rests_on
        Its title, and the line below.
    paragraphs
        The answers, and last what is least certain.
    sources
        Those that are cited, in the order of their numbers.
    stamp
        What it takes to obtain the same again, each with its name.
    """

    title: str
    rests_on: str
    paragraphs: tuple[Paragraph, ...]
    sources: tuple[Reference, ...]
    stamp: tuple[tuple[str, str], ...]

    def number(self, source: str) -> int:
        """Return the number of a source, from 1."""
        return [reference.source for reference in self.sources].index(source) + 1


def outline(edition: Edition) -> Outline:
    """Return the brief of an edition.

    Raises
    ------
    ExportError
        If it has none.
    """
    brief = edition.brief
    if brief is None:
        raise ExportError("there is no brief to write: it could not be worked out")
    found = {f"{each.lens}-{each.id}": each for findings in edition.findings for each in findings.findings}
    known = references(edition)
    paragraphs = [
        Paragraph(
            answer.label,
            answer.text,
            tuple(dict.fromkeys(s for key in answer.because if key in found for s in _cited(found[key]) if s in known)),
        )
        for answer in brief.sentences
    ]
    if brief.least_certain is not None:
        paragraphs.append(Paragraph("Least certain", brief.least_certain.text, ()))
    cited = dict.fromkeys(source for paragraph in paragraphs for source in paragraph.sources)
    return Outline(
        brief.title, brief.rests_on, tuple(paragraphs), tuple(known[source] for source in cited), stamped(edition.stamp)
    )


def references(edition: Edition) -> Mapping[str, Reference]:
    """Return the sources of an edition by their ids."""
    return {each.source: each for findings in edition.findings for each in findings.references}


def stamped(stamp: Stamp) -> tuple[tuple[str, str], ...]:
    """Return what it takes to obtain the same again, each with its name."""
    lock = f"nothing that became known after {plain_date(stamp.known_until)} is used" if stamp.known_until else "none"
    return (
        ("Case", stamp.case),
        ("Version of the case", stamp.version),
        ("As of", plain_date(stamp.as_of)),
        ("Information lock", lock),
        ("Scenario", stamp.scenario or "the case as it is"),
        ("Program", stamp.program),
        ("The same again", stamp.command),
    )


def _cited(finding: Finding) -> Iterator[str]:
    """Yield the sources that a finding cites."""
    tables = (*finding.tables, *(figure.table for figure in finding.figures))
    rows = (row for table in tables for row in table.rows)
    said: tuple[Statement | Row, ...] = (*finding.statements, *finding.because, *rows)
    yield from (cite.source for each in said for cite in each.cites)

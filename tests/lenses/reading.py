"""Reading findings back: a chapter by its name, a table by its columns, and every text a reader meets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from detente.findings import Evidence, Finding, Findings, Statement, Table


def chapter(findings: Findings, name: str) -> Finding:
    """Return the finding of that id."""
    return next(found for found in findings.findings if found.id == name)


def tables(finding: Finding) -> tuple[Table, ...]:
    """Return the tables of a finding, also those beside its figures."""
    return (*finding.tables, *(figure.table for figure in finding.figures))


def rows(finding: Finding, name: str) -> list[dict[str, Any]]:
    """Return the rows of a table, each by the keys of its columns, with what it rests on."""
    table = next(found for found in tables(finding) if found.id == name)
    keys = [column.key for column in table.columns]
    return [
        dict(zip(keys, row.cells, strict=True))
        | {"cites": [str(cite) for cite in row.cites], "assumed": row.assumption}
        | ({"noted": row.note} if row.note else {})
        for row in table.rows
    ]


def sentences(findings: Findings) -> Iterator[str]:
    """Yield every sentence: headlines, statements, assumptions and descriptions of figures."""
    for finding in findings.findings:
        yield finding.headline
        yield from (said.text for said in _statements(finding))
        yield from (figure.description for figure in finding.figures)


def texts(findings: Findings) -> Iterator[str]:
    """Yield every text, without the columns that hold ids and states on purpose."""
    yield from sentences(findings)
    for finding in findings.findings:
        yield from (said.assumption for said in _statements(finding))
        for figure in finding.figures:
            yield from (figure.title, figure.description, *_drawn(figure.spec))
        yield from (text for table in tables(finding) for text in _cells(table))


def cited(findings: Findings) -> set[Evidence]:
    """Return every citation that stands anywhere in the findings."""
    found: set[Evidence] = set()
    for finding in findings.findings:
        for said in _statements(finding):
            found.update(said.cites)
        for table in tables(finding):
            for row in table.rows:
                found.update(row.cites)
    return found


def _drawn(value: Any) -> Iterator[str]:
    """Yield every text in a specification; ``to`` is a key that is not drawn."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (text for item in value for text in _drawn(item))
    elif is_dataclass(value):
        yield from (
            text for field in fields(value) if field.name != "to" for text in _drawn(getattr(value, field.name))
        )


def _statements(finding: Finding) -> tuple[Statement, ...]:
    return (*finding.statements, *finding.assumptions, *finding.because)


def _cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from (row.assumption, row.note)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.key != "id" and column.kind != "state":
                parts = cell if isinstance(cell, tuple) else (cell,)
                yield from (str(part) for part in parts if part is not None)

"""A page with one long table of everything that tables hold, and what a spreadsheet would take for formulas."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import edition
from tests.told import findings

from detente.dates import Truth
from detente.findings import Column, Depth, Edition, Evidence, Finding, Row, Statement, Table

NAMES = ("Zoll", "Åland", "Ábel", "ferry 10", "ferry 9", "=SUM(A1)", "\u200b-1+1", "@cmd", 'a "quoted", name', "−3")
DATES = (
    *("2025-07-10", "2024", None, "../2025-03-01", "2025-07-09/2025-07-12"),
    *("2025-02", "2023~", "2026-01-01", "", "2022"),
)
NUMBERS = (1250.5, -3, None, 12.7, 0, 1234567, 0.25, 99, 7, None)
LISTS = (("one", "two"), (), ("three",), *[()] * 7)

COLUMNS = (
    Column("name", "Name"),
    Column("since", "Since", "date"),
    Column("length", "Length", "number", "km"),
    Column("open", "Open", "truth"),
    Column("said", "What is said"),
)


def table(rows: int = 10) -> Table:
    """Return the table, or its first rows."""
    truths = (Truth.TRUE, Truth.FALSE, Truth.UNDETERMINED, *[None] * 7)
    cells = zip(NAMES, DATES, NUMBERS, truths, LISTS, strict=True)
    quotes = {1: "a ford", 3: "a ferry"}  # what has none opens the same place as others of its source
    cited = ((Evidence("dossier", f"¶{k}", quotes.get(k, "")),) if k % 2 else () for k in range(len(NAMES)))
    made = [Row(each, cites) for each, cites in zip(cells, cited, strict=True)]
    return Table("crossings", "Crossings", COLUMNS, tuple(made[:rows]))


def crossing() -> Edition:
    """Return the sample page with that table open on it, and once more where a click leads."""
    whole = edition()
    found = (
        Finding("Crossings", "Ten crossings are listed.", tables=(table(),), id="crossings", lens="chronicle"),
        Finding(
            "More of them",
            "Four of them once more.",
            (Statement("Nothing else is known."),),
            (table(4), replace(table(3), id="few", caption="Three of them")),
            depth=Depth.DETAIL,
            id="folded",
            lens="chronicle",
        ),
    )
    first = whole.findings[0]
    said = findings(first.lens, first.question, (*first.findings, *found), first.references)
    return replace(whole, findings=(said, *whole.findings[1:]))

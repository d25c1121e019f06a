"""Left out: what falls away with some sources, and what is left open by it."""

from __future__ import annotations

from detente.findings import Column, Finding, Part, Row, Statement, Table
from detente.findings.sources import WithoutSources
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many, sentence

_FELL = (
    Column("id", "Record"),
    Column("section", "In"),
    Column("what", "What"),
    Column("because", "Why it falls away"),
)
_LOOSE = (Column("id", "Record"), Column("section", "In"), Column("names", "Named"))


def find(look: Look[ChronicleOptions]) -> WithoutSources | None:
    """Return what is left out of the case; nothing where it is whole."""
    return look.moment.study.beside.left


def headline(found: WithoutSources) -> str:
    """Return how much goes with the sources, in a sentence."""
    named, also = listed([f"“{name}”" for name in found.named]), len(found.sources) - len(found.asked)
    more = f", with {counted(also, 'more source')} that {one_or_many(also, 'goes', 'go')}, too" if also else ""
    falls = "nothing falls away"
    if found.fell:
        falls = f"{counted(len(found.fell), 'record')} {one_or_many(len(found.fell), 'falls', 'fall')} away"
    if found.references:
        loose = len(found.references)
        falls += f", and {counted(loose, 'reference')} to them {one_or_many(loose, 'goes', 'go')}"
    return f"Without {named}{more}: {falls}."


def show(found: WithoutSources, look: Look[ChronicleOptions]) -> Finding:
    """Say what falls away, and list it."""
    del look
    fell = Table(
        "fell",
        "What falls away",
        _FELL,
        tuple(Row((each.id, each.section, each.what, sentence(each.because))) for each in found.fell),
    )
    loose = Table(
        "references",
        "References to what falls away, which go",
        _LOOSE,
        tuple(Row((each.id, each.section, each.names)) for each in found.references),
    )
    return Finding(
        "Left out",
        headline(found),
        statements=tuple(
            Statement(f"Nothing can be said of '{each.section}': {each.because}.") for each in found.missing
        ),
        tables=tuple(table for table in (fell, loose) if table.rows),
        part=Part.DOUBT,
    )


CHAPTER = Chapter("left-out", 5, find, show)

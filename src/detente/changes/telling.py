"""What changed, in words: on a terminal in full, and in short at the head of a page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from detente.dates.words import plain_date
from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.registry import shipped
from detente.lenses.wording import counted, listed, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from detente.changes.result import Changed, Changes, Placed

_LONGEST = 160
"""Letters of a value before and after."""

_MOST = 6
"""Of the verdicts so many are told at the head of a page."""

_OF_RECORDS = "chronicle"


_VERDICTS = (Column("about", "What"), Column("before", "Before"), Column("now", "Now"))
_FIELDS = (Column("record", "Record"), Column("field", "Field"), Column("before", "Before"), Column("now", "Now"))


def findings(changes: Changes) -> tuple[Finding, ...]:
    """Return what changed in full: in short, what that did to verdicts lens by lens, and every record."""
    first = Finding("What changed", headline(changes), id="since", lens="changes")
    verdicts = (_verdicts(key, lens.question, changes) for key, lens in shipped().items())
    records = changes.records
    rest = (_placed("Added", records.added), _placed("Removed", records.removed), _changed(records.changed))
    return (first, *(found for found in (*verdicts, *rest) if found is not None))


def _verdicts(lens: str, question: str, changes: Changes) -> Finding | None:
    turned = [each for each in changes.told if each.lens == lens]
    if not turned:
        return None
    rows = tuple(Row((each.about, each.before, each.now)) for each in turned)
    number = f"{counted(len(turned), 'verdict')} changed."
    return Finding(question, number, tables=(Table(lens, "Before and now", _VERDICTS, rows),), lens="changes", id=lens)


def _placed(what: str, records: Sequence[Placed]) -> Finding | None:
    if not records:
        return None
    said = tuple(Statement(_where(each)) for each in records)
    return Finding(what, f"{counted(len(records), 'record')}:", said, lens="changes", id=what.lower())


def _changed(changes: Sequence[Changed]) -> Finding | None:
    if not changes:
        return None
    rows = tuple(Row((_where(each), each.field, said(each.old), said(each.new))) for each in changes)
    table = Table("fields", "Field by field", _FIELDS, rows)
    return Finding("Changed", f"{counted(len(changes), 'field')}:", tables=(table,), lens="changes", id="changed")


def opening(changes: Changes) -> Finding:
    """Return what changed in short, for readers who know an older version: verdicts first, then records by section."""
    computed = [each.text for each in changes.told if each.lens != _OF_RECORDS]
    others = [each.text for each in changes.told if each.lens == _OF_RECORDS]
    every = [*computed, *others]
    said = [Statement(text) for text in every[:_MOST]]
    if len(every) > _MOST:
        said.append(Statement(f"{counted(len(every) - _MOST, 'other verdict')} changed as well."))
    said += [Statement(text) for text in _by_section(changes)]
    return Finding("What changed since", headline(changes), tuple(said), id="since", lens="changes")


def headline(changes: Changes) -> str:
    """Return in one sentence how much changed."""
    if changes.are_none:
        return f"{_between(changes)} nothing changed."
    records = changes.records
    several = len({(each.section, each.id) for each in records.changed})
    done = [("added", len(records.added)), ("removed", len(records.removed)), ("changed", several)]
    parts = [f"{number} {what}" for what, number in done if number]
    if parts:
        first = next(number for _, number in done if number)
        parts[0] = parts[0].replace(str(first), counted(first, "record"), 1)
    verdicts = f"{counted(len(changes.told), 'verdict') if changes.told else 'no verdict'} changed"
    return f"{_between(changes)} {listed(parts) or 'no record changed'}; {verdicts}."


def _between(changes: Changes) -> str:
    old, new = changes.old, changes.new
    before, after = plain_date(old.as_of), plain_date(new.as_of)
    if old.version == new.version:
        return f"Between {before} and {after}:"
    if old.as_of == new.as_of:
        return "Since the older version:"
    return f"Since the older version, which stands at {before}:"


def _by_section(changes: Changes) -> Iterator[str]:
    """Yield how many records of which sections were added, removed and changed."""
    records = changes.records
    touched = {(each.section, each.id) for each in records.changed}
    for what, sections in (
        ("Added", (each.section for each in records.added)),
        ("Removed", (each.section for each in records.removed)),
        ("Changed", (section for section, _ in sorted(touched))),
    ):
        counts = Counter(sections)
        if counts:
            yield f"{what}: {listed([f'{number} in {section}' for section, number in counts.items()])}."


def change_said(change: Changed) -> str:
    """Return a changed field in words."""
    return f"{_where(change)}, {change.field}: {said(change.old)} → {said(change.new)}"


def _where(record: Placed | Changed) -> str:
    """Return which record, with the path to it; of a section's own record the section."""
    return record.section if record.id == record.section else f"{record.section}: {record.name} ({record.id})"


def said(value: Any) -> str:
    """Return a value of a record in words, shortened where it is long."""
    return shortened(_words(value), _LONGEST)


def _words(value: Any) -> str:
    if value is None or value in ([], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and value.keys() == {"step"}:
        return _words(value["step"])
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_words(each)}" for key, each in value.items())
    if isinstance(value, list):
        return _row(value)
    return f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())


def _row(values: Iterable[Any]) -> str:
    """Return values in a row; records in it in brackets."""
    told = ((_words(each), isinstance(each, dict) and len(each) > 1) for each in values)
    return "; ".join(f"({words})" if apart else words for words, apart in told)

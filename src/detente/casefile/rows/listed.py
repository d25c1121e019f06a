"""A table of another program as records of a list of the case: names become ids, and what is there is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import Ids, slug
from detente.casefile.rows.adding import ids_of
from detente.casefile.rows.called import Called
from detente.casefile.rows.foreign import Form, read_foreign
from detente.casefile.rows.identity import Identity
from detente.casefile.rows.known import Known, Sameness, lock_of
from detente.casefile.yaml_text.builder import Tree
from detente.diagnostics import Place, Span

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.record import Record
    from detente.casefile.files import CaseFile
    from detente.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a case to which a table adds.

    Attributes
    ----------
    section, noun
        What the list is called, and one of its records.
    form
        What the table may hold.
    refers
        The sections in which the records stand that columns name, by the keys of the columns.
    words
        Keys of columns that hold words of the case format, which are written small and with hyphens.
    called
        Key of the column of which ids are made; empty where records need none.
    same
        Yields by what a record is known, other than by its id.
    """

    section: str
    noun: str
    form: Form
    refers: Mapping[str, str]
    words: tuple[str, ...]
    called: str
    same: Callable[[Any], Iterable[Sameness]]


def read_listed(listed: Listed, file: CaseFile, case: Case | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return what a table adds to a list of a case, ``None`` where that is nothing, and all to say about it."""
    problems: list[Diagnostic] = []
    identity = Identity(Ids(ids_of(case)), problems)
    known = Known(listed.form.kind, listed.noun, listed.same, problems, lock_of(case))
    known.learn(getattr(case, listed.section) if case else ())
    records = read_foreign(file, listed.form, problems)
    named = _named(listed, records, case, problems)
    kept: list[Tree] = []
    for record in records:
        for key in listed.words:
            if isinstance(word := record.value.get(key), str):
                record.value[key] = "-".join(word.casefold().split())
        for key, names in named.items():
            _refer(record, key, names)
        if known.is_new(record, slug(str(record.value.get("id", "")))) and _identified(record, listed, identity):
            kept.append(record)
    return section_with(listed.section, kept, Span(file.path)) if kept else None, problems


def section_with(section: str, records: list[Tree], top: Span) -> Tree:
    """Return sections with one list, which holds some records."""
    inside = Place(top, None, {number: each.place for number, each in enumerate(records)})
    return Tree({section: [each.value for each in records]}, Place(top, None, {section: inside}))


def _identified(record: Tree, listed: Listed, identity: Identity) -> bool:
    """Return whether a record has an id where it needs one."""
    if not listed.called and "id" not in record.value:
        return True
    if "id" not in record.value and not slug(str(record.value.get(listed.called, ""))):
        if listed.called in record.value:  # letters of which no id can be made
            return identity.give(record, listed.section[:-1], listed.section[:-1])
        message = f"{listed.noun} without '{listed.called}'"
        identity.problems.append(BAD_SHAPE.at(record.place.span, message, "fill it in, or take the row out"))
        return False
    return identity.give(record, str(record.value.get(listed.called, "")), listed.section[:-1])


def _named(listed: Listed, records: list[Tree], case: Case | None, problems: list[Diagnostic]) -> dict[str, Called]:
    """Return what the records may be called that the columns of a table name, by the keys of the columns."""
    found = {}
    for key, section in listed.refers.items():
        there: Iterable[Record] = getattr(case, section) if case else ()
        names = [_names(each) for each in there]
        if section == listed.section:  # such as actors that are part of others of the same table
            own = [record.value for record in records if isinstance(record.value.get(listed.called), str)]
            names += [(str(value.get("id") or slug(value[listed.called])), [value[listed.called]]) for value in own]
        found[key] = Called.of(section, names, case, problems)
    return found


def _names(record: Record) -> tuple[str, list[str]]:
    """Return the id of a record, and what else it is called."""
    words = [getattr(record, key, None) for key in ("name", "title", "url")]
    return str(getattr(record, "id", "")), [*filter(None, words), *getattr(record, "aliases", ())]


def _refer(record: Tree, key: str, names: Called) -> None:
    """Put ids in the place of names."""
    written = record.value.get(key)
    if written is None:
        return
    span = record.place.inside[key].span
    if isinstance(written, list):
        find = names.known if key == "cites" else names.id  # a citation may say which paragraph, too
        record.value[key] = [find(each, span) if isinstance(each, str) else each for each in written]
    elif isinstance(written, str):
        record.value[key] = names.id(written, span)

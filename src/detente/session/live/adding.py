"""Adding: records that a form asks for, written as YAML at the end of their list, with all else left as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args

from detente.case import Case
from detente.case.shape import fields, is_list, kind_at, sections_of, unwrapped
from detente.casefile import Draft
from detente.casefile.naming import Ids, clean
from detente.casefile.rows.adding import ids_of
from detente.casefile.yaml_text.appending import appended
from detente.diagnostics import Severity
from detente.lenses.look import AskError
from detente.session.editing.wording import label
from detente.session.opened import open_draft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from detente.case.record import Record
    from detente.diagnostics import Diagnostic
    from detente.session.opened import OpenCase

_LINES = re.compile(r"[\r\n\t]+")
_KEY = re.compile(r"([a-z_]+):(?=\s)")


@dataclass(frozen=True, slots=True)
class Form:
    """A form that adds a record.

    Attributes
    ----------
    section
        The list that it adds to.
    noun
        What it adds.
    keys
        The keys that it asks for.
    named_by
        The key that an id is made from, where none is given.
    """

    section: str
    noun: str
    keys: tuple[str, ...]
    named_by: str


FORMS = MappingProxyType(
    {
        form.noun: form
        for form in (
            Form(
                "sources",
                "source",
                ("title", "publisher", "kind", "published", "language", "url", "interest", "reliability", "id"),
                "title",
            ),
            Form("events", "event", ("date", "what", "kind", "actors", "place", "cites", "assumption", "id"), "what"),
            Form(
                "positions",
                "position",
                ("actor", "issue", "stance", "kind", "date", "supersedes", "cites", "assumption", "id"),
                "stance",
            ),
        )
    }
)
"""What forms add, by noun."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    Attributes
    ----------
    key
        The key that it fills.
    is_needed
        Whether a record without it is none.
    is_list
        Whether it takes several, with semicolons between them.
    choices
        What may be chosen, and what to call it; anything may be written where there are none.
    is_closed
        Whether nothing but a choice may be written.
    """

    key: str
    is_needed: bool
    is_list: bool
    choices: tuple[tuple[str, str], ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Insertion:
    """A file of a case with a further record.

    Attributes
    ----------
    name, text
        The file, and what it says then.
    line
        The line that the record begins in, counted from 1.
    """

    name: str
    text: str
    line: int


class RefusedError(ValueError):
    """Why a record cannot be added; by key of the form what is wrong with it, and under no key what else is."""

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(text for _, text in problems))
        self.problems = tuple(problems)


def fields_of(form: Form, case: OpenCase) -> tuple[Field, ...]:
    """Return the fields of a form, with what the case has to choose from."""
    kind = _kind(form)
    return tuple(_field(kind, key, form.named_by, case.case) for key in form.keys)


def insertion(case: OpenCase, unsaved: Mapping[str, str], form: Form, said: Mapping[str, str]) -> Insertion:
    """Return the file that takes the record which was asked for.

    Parameters
    ----------
    case
        The case with the texts that are not saved.
    unsaved
        By name of a file the text that an editor holds.
    said
        By key what was written in the form; what is empty is left out.

    Raises
    ------
    RefusedError
        If it is no record of the case; says every reason.
    """
    if case.errors:
        raise RefusedError([("", "mend the errors of the case first")])
    if spoilt := [key for key in form.keys if "\ufffd" in clean(said.get(key, "").replace("\ufffd", ""))]:
        raise RefusedError([(key, "it has a character that no case file can hold") for key in spoilt])
    if missing := [each.key for each in fields_of(form, case) if each.is_needed and not said.get(each.key, "").strip()]:
        raise RefusedError([(key, "this is needed") for key in missing])
    record = _record(form, case, said)
    try:
        texts = with_records(case.path, unsaved, form.section, [record])
    except AskError as error:
        raise RefusedError([("", str(error))]) from error
    [(name, text)] = texts.items()
    then = open_draft(case.path, Draft({**unsaved, **texts}), scenarios=False)
    if problems := _problems(case, then, form, text):
        raise RefusedError(problems)
    spans, section = then.loaded.source_map, getattr(then.case, form.section)
    number = next(k for k, each in enumerate(section) if each.id == record["id"])
    return Insertion(name, text, spans.span(form.section, number).line)


def with_records(
    path: Path, unsaved: Mapping[str, str], section: str, records: Sequence[Mapping[str, Any]]
) -> dict[str, str]:
    """Return by name the text of the file of a case that takes further records of a list.

    Raises
    ------
    AskError
        If no file can take them where they belong.
    """
    found = appended(path, section, [dict(each) for each in records], unsaved)
    if found is None:
        raise AskError(section, f"no file of the case can take '{section}'; begin the list by hand in one of them")
    place, data = found
    return {place.name: data.decode("utf-8-sig").replace("\r\n", "\n")}


def _kind(form: Form) -> type[Record]:
    kind = kind_at(Case, (form.section, 0))
    if kind is None:
        raise LookupError(form.section)
    return kind


def _field(kind: type[Record], key: str, named_by: str, case: Case) -> Field:
    name, annotation = fields(kind)[key]
    words = _words(annotation)
    several = is_list(kind, key)
    inner = unwrapped(annotation)
    ids = _ids(case, get_args(inner)[0] if several else annotation)
    needed = (kind.model_fields[name].is_required() and key != "id") or key == named_by
    return Field(key, needed, several, (*((word, word) for word in words), *ids), bool(words))


def _words(annotation: Any) -> tuple[str, ...]:
    """Return the words of which one is to be chosen; none where any may be written."""
    bare = unwrapped(annotation)
    return tuple(get_args(bare)) if getattr(bare, "__origin__", None) is Literal else ()


def _ids(case: Case, annotation: Any) -> tuple[tuple[str, str], ...]:
    """Return the records that may be named, with what to call them."""
    bare = unwrapped(annotation)
    sections = sections_of(annotation)
    if not sections and hasattr(bare, "model_fields"):  # a record that is written as the id of what it is about
        sections = next((found for _, each in fields(bare).values() if (found := sections_of(each))), ())
    records = (record for key in sections for record in getattr(case, key, ()) if record.id is not None)
    return tuple((record.id, label(record)) for record in records)


def _record(form: Form, case: OpenCase, said: Mapping[str, str]) -> dict[str, Any]:
    kind = _kind(form)
    given = {key: text for key in form.keys if (text := _LINES.sub(" ", said.get(key, "")).strip())}
    names = Ids(ids_of(case.case))
    if "id" not in given:
        given["id"] = names.make(given.get(form.named_by, ""), form.noun)
    several = {key for key in given if is_list(kind, key)}
    values = {key: _listed(text) if key in several else text for key, text in given.items()}
    return {key: values[key] for key in ("id", *form.keys) if key in values}


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _problems(before: OpenCase, then: OpenCase, form: Form, text: str) -> list[tuple[str, str]]:
    """Return what a further record makes wrong, by the key of the form that it is wrong with."""
    known = {(found.code, found.message) for found in before.diagnostics}
    new = [each for each in then.diagnostics if (each.code, each.message) not in known]
    told = ((_key(each, form, text), each) for each in new if each.severity is Severity.ERROR)
    return [(key, _plainly(each, form)) for key, each in told]


def _plainly(found: Diagnostic, form: Form) -> str:
    """Return a problem without the name of the record, which nobody has given yet."""
    message = re.sub(rf"^{form.section} '[^']*': ", "", found.message)
    return f"{message}; {found.hint}" if found.hint else message


def _key(found: Diagnostic, form: Form, text: str) -> str:
    """Return the key of the form before the value that a problem is found at; an empty text where it is none."""
    *above, line = text.split("\n")[: found.span.line]
    before = "\n".join([*above, line[: found.span.column - 1]])
    keys = [key for key in _KEY.findall(before) if key in form.keys]
    return keys[-1] if keys else ""

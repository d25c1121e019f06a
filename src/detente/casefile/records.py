"""Records: sections of plain values, validated one record at a time so that one mistake hides no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from detente.case import Case
from detente.case.header import Header
from detente.case.record import Record
from detente.case.shape import is_list, kind_at
from detente.casefile.draft import Draft
from detente.casefile.sections import Section
from detente.casefile.wording import diagnose
from detente.dates import Interval, PartialDate
from detente.diagnostics import Diagnostic, Place, SourceMap, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Validated:
    """The good records of a case, where they stand, what is wrong with the others, and the others' ids."""

    case: Case
    source_map: SourceMap
    diagnostics: list[Diagnostic]
    broken_ids: frozenset[str]


def validate(sections: dict[str, Section], top: Span, draft: Draft | None = None) -> Validated:
    """Return the case that ``sections`` write; broken records are reported and left out.

    What ``draft`` has of a record that says the same is the very same.
    """
    draft = Draft() if draft is None else draft
    good: dict[str, Any] = {}
    places: dict[str | int, Place] = {}
    problems: list[Diagnostic] = []
    broken: set[str] = set()
    for name, section in sections.items():
        kept: list[Record] = []
        kept_places: dict[str | int, Place] = {}
        for number, (item, place) in enumerate(section.items):
            record, found = draft.record(name, number, item), list[Diagnostic]()
            if record is None:
                record, found = _record(name, item, place)
            problems += found
            if record is None:
                broken.update(_ids(item))
            else:
                draft.keep(name, number, item, record)
                kept_places[len(kept)] = place
                kept.append(record)
        good |= _section(name, kept)
        places[name] = Place(_start(section, top), None, kept_places) if is_list(Case, name) else _only(section, top)
    good.setdefault("case", _nameless())
    return Validated(Case(**good), SourceMap(Place(top, None, places)), problems, frozenset(broken))


def _record(section: str, item: Any, place: Place) -> tuple[Record | None, list[Diagnostic]]:
    path = (section, 0) if is_list(Case, section) else (section,)
    kind = kind_at(Case, path)
    if kind is None:
        msg = f"section {section} holds no records"
        raise TypeError(msg)
    try:
        return kind.model_validate(item), []
    except ValidationError as error:
        inside = Place(place.span, None, {0: place} if len(path) == 2 else {})
        spans = SourceMap(Place(place.span, None, {section: inside if len(path) == 2 else place}))
        name = f"{section} {_called(item)}".strip()
        errors = error.errors(include_url=False)
        unknown = _unknown(errors)
        return None, [diagnose(e, path, spans, name) for e in errors if not _is_misspelt(e, unknown)]


def _unknown(errors: list[ErrorDetails]) -> dict[tuple[int | str, ...], list[str]]:
    """Return the keys that are not known, by the place of their record."""
    found: dict[tuple[int | str, ...], list[str]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            found.setdefault(error["loc"][:-1], []).append(str(error["loc"][-1]))
    return found


def _is_misspelt(error: ErrorDetails, unknown: dict[tuple[int | str, ...], list[str]]) -> bool:
    """Whether a key is missing only because it stands there misspelt, which is reported."""
    if error["type"] != "missing":
        return False
    *above, wanted = error["loc"]
    return any(_resembles(key, str(wanted)) or (key, wanted) == ("true", "on") for key in unknown.get(tuple(above), ()))


def _resembles(written: str, meant: str) -> bool:
    """Whether a key was probably meant to be another one."""
    return sorted(written) == sorted(meant) or bool(did_you_mean(written, (meant,)))


def _called(item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return f"'{' '.join(name.split())}'" if isinstance(name, str) else ""


def _section(name: str, kept: list[Record]) -> dict[str, Any]:
    if is_list(Case, name):
        return {name: tuple(kept)}
    return {name: kept[0]} if kept else {}


def _start(section: Section, top: Span) -> Span:
    return section.items[0][1].span if section.items else top


def _only(section: Section, top: Span) -> Place:
    return section.items[0][1] if section.items else Place(top)


def _nameless() -> Header:
    """Stand in for a header that is missing or broken, so that the rest can still be checked."""
    return Header.model_construct(id="case", as_of=PartialDate("XXXX", Interval(None, None)))


def _ids(item: Any) -> Iterator[str]:
    """Yield every id that a broken record would have given a meaning, also where its key or the id is misspelt."""
    if isinstance(item, dict):
        named = [item["id"]] if "id" in item else [item[key] for key in item if _resembles(str(key), "id")]
        for name in map(str, named):
            words = _WORD.findall(name.lower())
            yield from (name, "".join(words), "-".join(words))
        yield from map(str, taken if isinstance(taken := item.get("takes"), list) else ())
        for value in item.values():
            yield from _ids(value)
    elif isinstance(item, list):
        for value in item:
            yield from _ids(value)

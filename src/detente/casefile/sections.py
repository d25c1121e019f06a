"""Sections: the top-level keys of all files of a case, put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from detente.case import Case
from detente.case.shape import fields, is_list, kind_at
from detente.casefile.yaml_text.builder import DUPLICATE_KEY, Tree
from detente.casefile.yaml_text.hints import record_hint
from detente.diagnostics import Diagnostic, Place, Rule, did_you_mean

NOT_SECTIONS = Rule(
    "DT020",
    "a file does not hold sections",
    "A case file is a mapping from sections to their records, such as 'actors:' followed by a list.",
)
UNKNOWN_SECTION = Rule(
    "DT021",
    "an unknown section",
    "Detente does not know this top-level key. 'detente schema' lists the sections.",
)
WRONG_SECTION = Rule(
    "DT022",
    "a section of the wrong kind",
    "Most sections are lists of records; case, roadmap, conflict, settlement, corridor and system are single records.",
)


@dataclass(slots=True)
class Section:
    """What all files say under one top-level key."""

    items: list[tuple[Any, Place]] = field(default_factory=list)


def put_together(trees: list[Tree]) -> tuple[dict[str, Section], list[Diagnostic]]:
    """Return the sections of several files: lists are joined, keys of a single record may not repeat."""
    sections: dict[str, Section] = {}
    problems: list[Diagnostic] = []
    for tree in trees:
        if tree.value is None:
            continue
        if not isinstance(tree.value, dict):
            problems.append(NOT_SECTIONS.at(tree.place.span, "expected sections such as 'actors:'"))
            continue
        for name, value in tree.value.items():
            problems += _add(sections, name, value, tree.place.inside[name])
    return sections, problems


def _add(sections: dict[str, Section], name: str, value: Any, place: Place) -> list[Diagnostic]:
    key = place.key or place.span
    if name not in fields(Case):
        hint = did_you_mean(name, fields(Case)) or f"the sections are {', '.join(fields(Case))}"
        return [UNKNOWN_SECTION.at(key, f"unknown section '{name}'", hint)]
    if value is None:
        return []
    section = sections.setdefault(name, Section())
    if is_list(Case, name):
        if not isinstance(value, list):
            return [WRONG_SECTION.at(place.span, f"'{name}' must be a list of records", "begin each with '- '")]
        section.items += [(item, place.inside[i]) for i, item in enumerate(value)]
        return []
    if not isinstance(value, dict):
        return [WRONG_SECTION.at(place.span, f"'{name}' must be one record: keys with values", record_hint(value))]
    return _merge(section, name, value, place)


def _merge(section: Section, name: str, value: dict[str, Any], place: Place) -> list[Diagnostic]:
    """Add the keys of a single record to what other files say of it: lists of records are joined, too."""
    if not section.items:
        section.items.append((dict(value), place))
        return []
    known, first = section.items[0]
    merged, inside = dict(known), dict(first.inside)
    repeated = []
    for key, item in value.items():
        if key not in merged or (merged[key] is None and _holds_records(name, key)):
            merged[key], inside[key] = item, place.inside[key]
        elif _holds_records(name, key) and isinstance(item, list | None) and isinstance(merged[key], list):
            places = [*inside[key].inside.values(), *place.inside[key].inside.values()]
            inside[key] = replace(inside[key], inside=dict(enumerate(places)))
            merged[key] = [*merged[key], *(item or ())]
        else:
            repeated.append(_repeated(key, name, place, first))
    section.items[0] = (merged, Place(first.span, first.key, inside))
    return repeated


def _holds_records(section: str, key: str) -> bool:
    """Whether a key of a section that is a single record holds a list of records."""
    kind = kind_at(Case, (section,))
    return kind is not None and key in fields(kind) and is_list(kind, key) and bool(kind_at(kind, (key, 0)))


def _repeated(key: str, name: str, place: Place, first: Place) -> Diagnostic:
    span = first.inside[key].span
    hint = f"it is already written in {span.path}, line {span.line}"
    message = f"the key '{key}' of '{name}' is written twice"
    return DUPLICATE_KEY.at(place.inside[key].key or place.inside[key].span, message, hint)

"""Edits of cases as plain values, each with what a comparison has to tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from detente.case import Case

Tree = dict[str, Any]

TEXTS = {
    "sources": "interest",
    "actors": "note",
    "events": "what",
    "episodes": "title",
    "conclusions": "text",
    "formats": "name",
    "issues": "name",
    "commitments": "text",
    "measures": "what",
    "steps": "name",
    "tensions": "what",
    "forecasts": "then",
    "scenarios": "title",
}
"""By section whose records have ids, a field that any text may stand in."""

NAMING = ("actors", "issues")
"""Sections whose records give names to others, and so are not taken away alone."""


@dataclass
class Told:
    """What has to be told: of which sections which ids, and for changes the field and both values."""

    added: set[tuple[str, str]] = field(default_factory=set)
    removed: set[tuple[str, str]] = field(default_factory=set)
    changed: set[tuple[str, str, str, str]] = field(default_factory=set)


@dataclass
class Edited:
    """A case before and after some edits."""

    old: Tree
    new: Tree
    told: Told


def case_of(tree: Tree) -> Case:
    """Return the case that plain values write, with no check of what it says."""
    return Case.model_validate(tree)


@st.composite
def edited(draw: st.DrawFn, tree: Tree) -> Edited:
    """Edit a case in some places, at most once each, and shuffle its records."""
    new, told = deepcopy(tree), Told()
    there = {section: key for section, key in TEXTS.items() if new.get(section)}
    for section in draw(st.lists(st.sampled_from(sorted(there)), max_size=6, unique=True)):
        edits = (_change, _add) if section in NAMING else (_change, _add, _remove)
        edit = draw(st.sampled_from(edits))
        edit(draw, new, section, told)
    for section in there:
        new[section] = draw(st.permutations(new[section])) if len(new[section]) < 12 else new[section][::-1]
    return Edited(tree, new, told)


def _change(draw: st.DrawFn, new: Tree, section: str, told: Told) -> None:
    record = draw(st.sampled_from(new[section]))
    key, before = TEXTS[section], record.get(TEXTS[section])
    text = draw(st.sampled_from(("Otherwise", "Ընդհանուր", "a: b, [c]")))
    record[key] = text
    told.changed.add((section, record["id"], key, repr((before, text))))


def _add(draw: st.DrawFn, new: Tree, section: str, told: Told) -> None:
    record = deepcopy(draw(st.sampled_from(new[section]))) | {"id": "entirely-new"}
    new[section].append(record)
    told.added.add((section, "entirely-new"))


def _remove(draw: st.DrawFn, new: Tree, section: str, told: Told) -> None:
    record = draw(st.sampled_from(new[section]))
    new[section].remove(record)
    told.removed.add((section, record["id"]))


def indexed(case: Case) -> Mapping[str, Mapping[str, Any]]:
    """Return by section and id the plain values of each record, as pydantic writes them: nothing of ours is asked."""
    whole = case.model_dump(mode="json", by_alias=True)
    return {section: {record["id"]: record for record in whole[section]} for section in TEXTS}

"""Choices: the words that may be written at a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.case.shape import fields
from detente.checks.declared import HOMES, declared_ids
from detente.session.editing.mention import Name
from detente.session.editing.wording import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from detente.case.record import Record
    from detente.session.editing.desk import Desk


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be written.

    Attributes
    ----------
    text
        What is written.
    kind
        Whether it is an id, a key, or a word of a list, of the language of conditions, or for a paragraph.
    detail
        What it means.
    is_followed
        Whether a colon and a value follow.
    """

    text: str
    kind: Literal["id", "key", "word"]
    detail: str = ""
    is_followed: bool = False


def keys(kind: type[Record], beside: Collection[str] = ()) -> Iterator[Choice]:
    """Yield the keys of a kind of record, but for those that stand there already."""
    for key, (name, _) in fields(kind).items():
        if key not in beside:
            yield Choice(key, "key", described(kind, name), is_followed=True)


def ids(desk: Desk, kinds: Iterable[str]) -> Iterator[Choice]:
    """Yield the ids of some kinds of record."""
    case = desk.known.case
    for kind in kinds:
        if kind in HOMES:
            declared = declared_ids(HOMES[kind], getattr(case, HOMES[kind])).get(kind, frozenset())
            yield from named(desk, sorted(declared))


def named(desk: Desk, found: Iterable[str]) -> Iterator[Choice]:
    """Yield some ids with what the records say that have them."""
    for each in found:
        record = desk.index.records.get(Name(each))
        yield Choice(each, "id", label(record[1]) if record else "")


def inside(desk: Desk, owner: str) -> Iterator[Choice]:
    """Yield the outcomes of an issue, or the states of a condition of the region."""
    case = desk.known.case
    for issue in case.issues:
        if issue.id == owner:
            yield from (Choice(each.id, "id", each.label) for each in issue.outcomes)
    for descriptor in case.system.descriptors if case.system else ():
        if descriptor.id == owner:
            yield from (Choice(each.id, "id", label(each)) for each in descriptor.states)


def described(kind: type[Record], name: str) -> str:
    """Return what the documentation of a kind of record says of one of its attributes."""
    lines = iter((kind.__doc__ or "").splitlines())
    for line in lines:
        if name.rstrip("_") in [each.strip().rstrip("_") for each in line.split(",")]:
            return next(lines, "").strip()
    return ""

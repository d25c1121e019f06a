"""Every section of a case and every key of every record, read from the records themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from detente.case import Case
from detente.case.citation import Citation, Claim
from detente.case.record import Language, Record, Ref, Slug
from detente.case.shape import fields, is_list, kind_at
from detente.case.value import Value
from detente.dates import PartialDate, RelativeDate

_ATTRIBUTES = re.compile(r"\n\s*Attributes\n\s*-+\n(?P<body>.*)", re.DOTALL)
_COMMON = (Citation, Value)
_TARGETS = {Citation: "[citation](#citations)", Value: "[number](#numbers)"}


def text() -> str:
    """Return one heading a section, with a table of keys for its record and for the records inside it."""
    done: set[type[Record]] = set(_COMMON)
    pages = [_claims()]
    for section in fields(Case):
        kind = kind_at(Case, (section, 0) if is_list(Case, section) else (section,))
        if kind is None:
            raise TypeError(section)
        what = "A list of records" if is_list(Case, section) else "One record"
        pages.append(f"(section-{section})=\n## `{section}`\n\n{summary(kind)} {what}.\n\n{_table(kind)}\n")
        done.add(kind)
        pages += [_inner(inner) for inner in _inside(kind, done)]
    return "\n".join(pages)


def summary(kind: type[Record]) -> str:
    """Return what a record is, in one line."""
    return _single((kind.__doc__ or "").strip().splitlines()[0])


def _inner(kind: type[Record]) -> str:
    name = kind.__name__
    return f"(record-{name.lower()})=\n### {name}\n\n{summary(kind)}\n\n{_table(kind)}\n"


def _single(words: str) -> str:
    """Return a docstring's words with its code marked as Markdown marks it."""
    return words.replace("``", "`")


def kinds() -> set[type[Record]]:
    """Return every kind of record that a case may hold."""
    return set(_inside(Case, set()))


def meanings(kind: type[Record]) -> dict[str, str]:
    """Return what the docstring of a record, or of one it extends, says of each attribute."""
    found: dict[str, str] = {}
    for owner in kind.__mro__:
        match = _ATTRIBUTES.search(owner.__doc__ or "") if issubclass(owner, Record) else None
        names: list[str] = []
        for line in match["body"].splitlines() if match else ():
            indent = len(line) - len(line.lstrip())
            if line.strip() and indent <= 4:
                names = [name for name in line.strip().split(", ") if name not in found]
                found |= dict.fromkeys(names, "")
            elif line.strip():
                found |= {name: f"{found[name]} {line.strip()}".strip() for name in names}
    return found


def _inside(kind: type[Record], done: set[type[Record]]) -> Iterator[type[Record]]:
    """Yield the kinds of record inside ``kind`` that are not done yet, and mark them done."""
    for _, annotation in fields(kind).values():
        for inner in _records(annotation):
            if inner not in done:
                done.add(inner)
                yield inner
                yield from _inside(inner, done)


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, Record):
            yield annotation
        return
    for part in get_args(annotation):
        yield from _records(part)


def _claims() -> str:
    rows = [_row(Claim, key) for key in fields(Claim)]
    return "\n".join(["(claims)=", "## The keys of every claim", "", summary(Claim), "", *_head(), *rows, ""])


def _table(kind: type[Record]) -> str:
    is_claim = issubclass(kind, Claim)
    own = [key for key in fields(kind) if not (is_claim and key in fields(Claim))]
    rows = [*_head(), *(_row(kind, key) for key in own), ""]
    return "\n".join([*rows, *(["And the [keys of every claim](#claims).", ""] if is_claim else [])])


def _head() -> list[str]:
    return ["| key | holds | meaning |", "| --- | --- | --- |"]


def _row(kind: type[Record], key: str) -> str:
    name, annotation = fields(kind)[key]
    info = kind.model_fields[name]
    holds = phrase(annotation)
    if info.is_required():
        holds += "; **needed**"
    elif isinstance(info.default, str | int | float):
        holds += f"; `{str(info.default).removesuffix('.0').lower()}` when left out"
    meaning = meanings(kind).get(name) or ("Its name, for references." if key == "id" else "")
    return f"| `{key}` | {holds} | {_single(meaning)} |"


def phrase(annotation: Any) -> str:
    """Return what a key may hold, in words."""
    bare, marks = _open(annotation)
    for mark in marks:
        if isinstance(mark, Ref):
            singular = " or ".join(section.removesuffix("s") for section in mark.sections)
            return f"id of {'an' if singular[0] in 'aeio' else 'a'} {singular}"
    if isinstance(bare, set):
        return "date or relative date" if RelativeDate in bare else " or ".join(sorted(phrase(part) for part in bare))
    if bare is PartialDate:
        return "date"
    if get_origin(bare) is Literal:
        words = [f"`{word}`" for word in get_args(bare)]
        return f"{', '.join(words[:-1])} or {words[-1]}"
    if get_origin(bare) is tuple:
        return f"list of: {phrase(get_args(bare)[0])}"
    if get_origin(bare) is dict:
        key, value = get_args(bare)
        return f"mapping from {phrase(key)} to: {phrase(value)}"
    if isinstance(bare, type) and issubclass(bare, Record):
        return _TARGETS.get(bare) or f"[{bare.__name__}](#record-{bare.__name__.lower()})"
    return _scalar(bare, marks)


def _scalar(bare: Any, marks: list[Any]) -> str:
    if bare is bool:
        return "`true` or `false`"
    if bare in (int, float):
        bounds = [f"{word} {getattr(mark, name):g}" for mark in marks for name, word in _BOUNDS if hasattr(mark, name)]
        return " ".join(["whole number" if bare is int else "plain number", *bounds])
    if bare is str:
        patterns = {getattr(mark, "pattern", None) for mark in marks}
        known = {_pattern(Slug): "slug", _pattern(Language): "language tag", r"^[A-Z]{2}$": "two capital letters"}
        return next((word for pattern, word in known.items() if pattern in patterns), "text")
    return "anything"


_BOUNDS = (("gt", "above"), ("ge", "from"), ("le", "to"))


def _pattern(annotation: Any) -> str | None:
    pattern: str | None = get_args(annotation)[1].pattern
    return pattern


def _open(annotation: Any) -> tuple[Any, list[Any]]:
    """Return an annotation without its wrappers, and the marks on it; a choice of kinds is a set."""
    marks: list[Any] = []
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            for mark in annotation.__metadata__:
                marks += [mark, *getattr(mark, "metadata", ())]
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            kinds = [arg for arg in get_args(annotation) if arg is not NoneType]
            if len(kinds) > 1:
                return set(kinds), marks
            annotation = kinds[0]
        else:
            return annotation, marks

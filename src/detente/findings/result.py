"""Results: what a chapter of a lens found, shaped as its part of the document for programs."""

from __future__ import annotations

from dataclasses import Field, field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Final


class Unasked(Enum):
    """The value of a field that nobody asked for: the document leaves its key out."""

    UNASKED = "unasked"


UNASKED: Final = Unasked.UNASKED


class Result:
    """What a chapter found: the base of frozen dataclasses whose fields are keys of the document.

    A field whose Python name would be a keyword ends in an underscore, which the document leaves out.

    Attributes
    ----------
    under
        The key of the document that the fields stand under; ``""`` for the document itself.
    """

    __slots__ = ()

    under: ClassVar[str] = ""


_SPREAD = "spread"


def spread() -> Any:
    """Return a field that holds a mapping whose items stand beside the other fields of its record."""
    return field(metadata={_SPREAD: True})


def is_spread(each: Field[Any]) -> bool:
    """Whether a field was declared with :func:`spread`."""
    return _SPREAD in each.metadata


def key_of(each: Field[Any]) -> str:
    """Return the key under which a field stands in the document."""
    return each.name.removesuffix("_")


def plain(value: object) -> Any:
    """Return a value of a result as plain data for JSON: the one encoder of every document.

    Parameters
    ----------
    value
        A dataclass, mapping, tuple, text, number, truth, or nothing; a word of an enumeration is its text.

    Raises
    ------
    TypeError
        If it is none of these.
    """
    if value is None or type(value) in {str, int, float, bool}:
        return value
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, dict) or hasattr(value, "items"):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    raise TypeError(f"no document can hold {value!r:.60}, which is of the type {type(value).__name__}")


def _record(value: object) -> dict[str, Any]:
    kind: Any = type(value)
    found: dict[str, Any] = {}
    for name, key, beside in _layout(kind):
        held = getattr(value, name)
        if held is UNASKED:
            continue
        if beside:
            found |= plain(held)
        else:
            found[key] = plain(held)
    return found


def keys_of(kind: type[Result]) -> tuple[str, ...]:
    """Return the keys that results of one kind always bring into a document."""
    if kind.under:
        return (kind.under,)
    each: Any = kind
    return tuple(key_of(one) for one in fields(each) if one.default is not UNASKED and not is_spread(one))


@cache
def _layout(kind: Any) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of a record: name, key, and whether its items stand beside the other fields."""
    return tuple((each.name, key_of(each), is_spread(each)) for each in fields(kind))

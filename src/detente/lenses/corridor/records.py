"""Records of the network for programs: all that the case says of them, in the short forms that a case has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.case.citation import Citation
from detente.case.fields import written
from detente.case.record import Record
from detente.case.shape import fields
from detente.case.value import Value
from detente.dates import PartialDate, RelativeDate

if TYPE_CHECKING:
    from collections.abc import Collection


def said(record: Record, *, but: Collection[str] = ()) -> dict[str, Any]:
    """Return what a record says, by the keys of a case, but for some of them and for what it leaves out."""
    held = ((key, getattr(record, name)) for key, (name, _) in fields(type(record)).items() if key not in but)
    return {key: _plain(value) for key, value in held if value not in (None, (), {})}


def _plain(value: Any) -> Any:
    """Return a number as well as it is known, a citation as ``article ¶45`` if that is all, and dates as texts."""
    match value:
        case Value():
            return value.plain()
        case Citation(quote=None, hedge=None, credibility=None):
            return str(value)
        case Record():
            return said(value)
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case PartialDate() | RelativeDate():
            return written(value)
    return value

"""Atom: what changed as a feed, an entry for each change, with ids that hang on nothing but the case and the change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from detente.changes.telling import change_said
from detente.exports.texts.inert import held
from detente.findings import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.changes.result import Changes
    from detente.findings import Stamp

_ATOM = "http://www.w3.org/2005/Atom"
_OURS = uuid5(NAMESPACE_URL, "detente.diff/1")
"""The namespace of all ids: the same everywhere, so that nobody needs to own an address."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: what makes its id, its title, and what it says."""

    key: object
    title: str
    text: str


def atom(changes: Changes, stamp: Stamp, feed: str | None, updated: str) -> str:
    """Return what changed as an Atom feed; the same changes give the same text.

    Parameters
    ----------
    changes, stamp
        What changed, and which case it is of.
    feed
        The address at which the case publishes its changes; without one there are no links.
    updated
        The day at which the newer of the two stands, in ISO form: no clock is asked.

    References
    ----------
    NottinghamSayre2005
    """
    top, own = Element("feed", {"xmlns": _ATOM}), uuid5(_OURS, stamp.case)
    when = f"{updated}T00:00:00Z"
    _text(top, "id", own.urn)
    _text(top, "title", f"{stamp.title}: what changed")
    _text(top, "updated", when)
    for name in stamp.authors or (stamp.title,):
        _text(SubElement(top, "author"), "name", name)
    if feed:
        SubElement(top, "link", {"rel": "self", "type": "application/atom+xml", "href": feed})
    _text(top, "generator", stamp.program)
    for each in _entries(changes):
        named = uuid5(own, json.dumps(each.key, sort_keys=True, ensure_ascii=False))
        entry = SubElement(top, "entry")
        _text(entry, "id", named.urn)
        _text(entry, "title", each.title)
        _text(entry, "updated", when)
        if feed:
            SubElement(entry, "link", {"rel": "alternate", "href": f"{feed.partition('#')[0]}#{named}"})
        _text(entry, "content", each.text)
    indent(top)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(top, encoding="unicode")}\n'


def _text(above: Element, tag: str, text: str) -> None:
    SubElement(above, tag).text = held(text)


def _entries(changes: Changes) -> Iterator[_Entry]:
    """Yield verdicts first, then what was added, removed and changed."""
    for turned in changes.told:
        key = ["verdict", turned.lens, turned.what, plain(turned.old), plain(turned.new)]
        yield _Entry(key, turned.text, turned.text)
    records = changes.records
    for what, several in (("Added", records.added), ("Removed", records.removed)):
        for each in several:
            title = f"{what}: {each.name}"
            yield _Entry([what.lower(), each.section, each.id], title, f"{title} ({each.section}: {each.id})")
    for change in records.changed:
        key = ["changed", change.section, change.id, change.field, change.old, change.new]
        yield _Entry(key, f"Changed: {change.name}, {change.field}", change_said(change))

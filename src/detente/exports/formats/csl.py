"""CSL-JSON: the sources, for Zotero, pandoc and every program that cites in the styles of CSL."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from detente.dates.words import plain_date
from detente.exports.export import Export, ExportError
from detente.exports.sources import LEAVES_OUT, NOTHING, appraisal
from detente.exports.texts.inert import held
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.records import Records

if TYPE_CHECKING:
    from detente.findings import Findings
    from detente.lenses.chronicle.records import SourceRecord

_TYPES = {
    "treaty-text": "treaty",
    "newspaper": "article-newspaper",
    "state-agency": "article-newspaper",
    "broadcaster": "broadcast",
    "analysis": "report",
    "dataset": "dataset",
}
"""What kinds of sources are called there; any other is a document."""

_PART_OF = ("article-newspaper", "broadcast")
"""Types whose title is that of a part, and whose publisher is the name of the whole."""

_POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?([?~%]?)")


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text.

    Raises
    ------
    ExportError
        If the case has no sources.
    """
    sources = findings.result(Records).sources
    if not sources:
        raise ExportError(NOTHING)
    return [json.dumps([_item(source) for source in sources], ensure_ascii=False, indent=2) + "\n"]


def _item(source: SourceRecord) -> dict[str, Any]:
    kind = _TYPES.get(source.kind or "", "document")
    found = {
        "id": source.id,
        "type": kind,
        "title": source.title or source.id,
        "author": [{"literal": held(author)} for author in source.authors],
        "publisher": source.publisher,
        "container-title": source.publisher if kind in _PART_OF else None,
        "issued": source.published and _date(source.published),
        "accessed": source.accessed and _date(source.accessed),
        "language": source.language,
        "URL": source.url,
        "note": appraisal(source),
    }
    return {key: held(value) if isinstance(value, str) else value for key, value in found.items() if value}


def _date(text: str) -> dict[str, Any]:
    """Return a date as CSL has it: parts of one point or of two, or the words where it has no such parts."""
    points = [_POINT.fullmatch(end) for end in text.split("/")]
    known = [point for point in points if point]
    if len(known) < len(points):
        return {"literal": plain_date(text)}
    parts = [[int(part) for part in point.groups()[:3] if part] for point in known]
    return {"date-parts": parts, **({"circa": True} if any(point[4] for point in known) else {})}


EXPORT = Export("CSL-JSON", ".json", LEAVES_OUT, write, "chronicle", ChronicleOptions(model=True))

"""Verifying: whether forecasts are still those that were sealed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.beside.documents import Document, read_document
from detente.casefile.beside.seals import SealText
from detente.diagnostics import Rule
from detente.exports.json_document import canonical
from detente.findings import Result
from detente.session.errors import CaseError
from detente.session.foresight.sealing import checksum_of, checksums

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from detente.diagnostics import Diagnostic, SourceMap
    from detente.session.sight import Sight

VERIFY = "detente.verify/1"

ANOTHER_CASE = Rule(
    "DT1211",
    "a seal of another case",
    "A seal names the case whose forecasts it seals by its id. Give the file that 'detente seal' wrote for this one.",
)
TWICE = Rule(
    "DT1212",
    "a seal that names a forecast twice",
    "A seal has one checksum of each forecast, and gives a forecast that it leaves out none. What 'detente seal' wrote "
    "names each once, so this file was made or edited by something else.",
)


@dataclass(frozen=True, slots=True)
class Verified(Result):
    """What a seal says of the case as it is now.

    Attributes
    ----------
    format
        Name and version of the document.
    case
        Id of the case.
    sealed
        The day of sealing, by the seal.
    holds
        Whether nothing that was sealed has changed, nor the seal.
    changed
        Ids of forecasts that are no longer those that were sealed, or are gone.
    gone
        Ids of those of them that the case no longer has.
    seal_edited
        Whether the file is not, byte for byte, what was written when the case was sealed.
    case_changed
        Whether the files of the case have changed, be it outside its forecasts.
    """

    format: str
    case: str
    sealed: str
    holds: bool
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    seal_edited: bool
    case_changed: bool


def verify(path: Path, sight: Sight) -> Verified:
    """Return what has changed since a case was sealed.

    Parameters
    ----------
    path
        The seal.

    Raises
    ------
    CaseError
        If the file is no seal, or that of another case, or names a forecast twice.
    """
    document = read_document(path, SealText)
    if document.record is None:
        place = document.spans.span("format")
        of_format = [each for each in document.diagnostics if each.span == place]
        raise CaseError(of_format or document.diagnostics)  # what has another format need not have these keys
    said, own = document.record, sight.moment.written.case.id
    if problems := tuple(_problems(said, own, document.spans)):
        raise CaseError(problems)
    now = {each.id: each.sha256 for each in checksums(sight)}
    changed = tuple(each.id for each in said.forecasts if now.get(each.id) != each.sha256)
    gone = tuple(name for name in changed if name not in now)
    edited = _is_edited(document)
    holds = not changed and not edited
    return Verified(VERIFY, own, said.sealed, holds, changed, gone, edited, said.case_sha256 != sight.version)


def _problems(said: SealText, own: str, spans: SourceMap) -> Iterator[Diagnostic]:
    """Yield why a seal cannot be one of the forecasts of a case."""
    if said.case != own:
        yield ANOTHER_CASE.at(spans.span("case"), f"the seal is of the case '{said.case}', not of '{own}'")
    seen: set[str] = set()
    named = {"forecasts": [each.id for each in said.forecasts], "left_out": [each.id for each in said.left_out]}
    for key, ids in named.items():
        for index, name in enumerate(ids):
            if name in seen:
                yield TWICE.at(spans.span(key, index, "id"), f"the seal names '{name}' twice")
            seen.add(name)


def _is_edited(document: Document[SealText]) -> bool:
    """Whether a seal is not written as seals are, or has another checksum than it says."""
    try:
        whole = json.loads(document.data.decode("utf-8-sig"))
        written = canonical(whole).encode(errors="surrogatepass")
    except ValueError:  # of a number that no seal has
        return True
    return whole.get("sha256") != checksum_of(whole) or written != document.data

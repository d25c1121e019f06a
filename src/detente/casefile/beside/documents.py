"""Documents: JSON files that are no case, read into a record with the line and column of every value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from detente.case.record import Record
from detente.casefile.files import CaseFile, read_file
from detente.casefile.json_tree import read_json
from detente.casefile.wording import diagnose
from detente.diagnostics import Diagnostic, Place, SourceMap, Span, is_clean

if TYPE_CHECKING:
    from pathlib import Path

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Document(Generic[R]):
    """A JSON file as it was read.

    Attributes
    ----------
    record
        What it says; ``None`` where it cannot be read.
    spans
        Line and column of every value in it.
    data
        Its bytes.
    diagnostics
        What is wrong with its text and its record.
    """

    record: R | None
    spans: SourceMap
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def read_document(path: Path, kind: type[R]) -> Document[R]:
    """Return what a JSON file says; never raises for what a user wrote."""
    file = read_file(path)
    spans = SourceMap(Place(Span(str(path))))
    if not isinstance(file, CaseFile):
        return Document(None, spans, b"", (file,))
    tree, problems = read_json(file.text, file.path)
    if tree is None or not is_clean(problems):
        return Document(None, spans, file.data, tuple(problems))
    spans = SourceMap(tree.place)
    try:
        return Document(kind.model_validate(tree.value), spans, file.data)
    except ValidationError as error:
        found = (diagnose(each, (), spans, "", kind) for each in error.errors(include_url=False))
        return Document(None, spans, file.data, tuple(found))

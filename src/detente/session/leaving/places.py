"""Places: a source map that tells a problem of a case that stands in no file by the path of the value at fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.case.record import Record
from detente.case.shape import fields
from detente.diagnostics import Place, SourceMap, Span

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.shape import Path
    from detente.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Places:
    """Where every value of a case would stand if each had a line of its own.

    Attributes
    ----------
    spans
        The line of every value.
    paths
        The path of each line, from 0.
    """

    spans: SourceMap
    paths: tuple[Path, ...]

    def of(self, problem: Diagnostic) -> Path:
        """Return the path of the value that a problem is about."""
        return self.paths[problem.span.line]


def places_of(case: Case) -> Places:
    """Return where every value of a case would stand."""
    paths: list[Path] = []
    root = _place(case, (), paths)
    return Places(SourceMap(root), tuple(paths))


def _place(value: Any, path: Path, paths: list[Path]) -> Place:
    span = Span("", len(paths))
    paths.append(path)
    inside: dict[str | int, Any] = {}
    if isinstance(value, Record):
        inside = {key: getattr(value, name) for key, (name, _) in fields(type(value)).items()}
    elif isinstance(value, dict):
        inside = value
    elif isinstance(value, tuple):
        inside = dict(enumerate(value))
    places = {key: _place(each, (*path, key), paths) for key, each in inside.items() if each is not None}
    return Place(span, inside=places)

"""Boundaries: the outlines of countries that a case brings in a GeoJSON file of its own."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from detente.casefile.files import read_data
from detente.diagnostics import Diagnostic, Rule, SourceMap, Span

if TYPE_CHECKING:
    from detente.case import Case
    from detente.models.corridor.boundaries.outlines import Outlines

BAD_BOUNDARIES = Rule(
    "DT945",
    "the boundaries of the map cannot be read",
    "'boundaries' names a GeoJSON file in the folder of the case, a FeatureCollection of polygons and multipolygons in "
    "degrees, the longitude first. A feature's property 'country' is the ISO code of its country. Without such a file "
    "the map shows the outlines that come with the program.",
)


def read_boundaries(case: Case, folder: Path, spans: SourceMap) -> Outlines | Diagnostic | None:
    """Return the outlines that a case brings, why they cannot be read, or nothing where it brings none.

    Parameters
    ----------
    folder
        Where the case stands; a file outside it is refused.
    spans
        Where each value of the case stands.
    """
    name = case.corridor.boundaries if case.corridor is not None else None
    if name is None:
        return None
    at = spans.place("corridor", "boundaries").span
    path = boundaries_file(folder, name)
    if path is None:
        return BAD_BOUNDARIES.at(at, f"'{name}' lies outside the folder of the case", "put the file beside the case")
    data = read_data(path)
    if isinstance(data, Diagnostic):
        return BAD_BOUNDARIES.at(at, f"'{name}': {data.message}", data.hint)
    from detente.models.corridor.boundaries.geojson import BoundaryError, read_geojson

    try:
        return read_geojson(data, name)
    except BoundaryError as error:
        return BAD_BOUNDARIES.at(Span(str(path), error.line, error.column), str(error))


def boundaries_file(folder: Path, name: str) -> Path | None:
    """Return the path of a file of the case; ``None`` where its name leads out of the folder."""
    named = PurePosixPath(name)
    try:
        is_inside = (folder / named).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself, or a name that no file has
        return None
    return folder / named if is_inside and not named.is_absolute() and ".." not in named.parts else None

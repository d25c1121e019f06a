"""SVG: every figure as a file of its own, in a zip file; none needs a style sheet or any other file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.exports.export import EditionExport, ExportError
from detente.exports.pictures.standalone import foot_of, picture
from detente.exports.zip_file import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Edition, Figure

_LONGEST = 80


def write(edition: Edition) -> list[bytes]:
    """Return the file; the same edition gives the same bytes.

    Raises
    ------
    ExportError
        If nothing is drawn.
    """
    named = dict(_named(edition))
    if not named:
        raise ExportError("the report of this case has no figures")
    foot = foot_of(edition.stamp)
    return [zipped((name, picture(figure, foot).encode()) for name, figure in named.items())]


def _named(edition: Edition) -> Iterator[tuple[str, Figure]]:
    """Yield every figure with the name of its file: those of lens, finding and figure, with a number where needed."""
    taken: set[str] = set()
    for findings in edition.findings:
        for finding in findings.findings:
            for figure in finding.figures:
                words = "-".join((finding.lens, finding.id, figure.id))
                name = re.sub("[^a-z0-9]+", "-", words.lower())[:_LONGEST].strip("-") or "figure"
                number = next(k for k in range(1, len(taken) + 2) if _numbered(name, k) not in taken)
                taken.add(_numbered(name, number))
                yield _numbered(name, number), figure


def _numbered(name: str, number: int) -> str:
    return f"{name}-{number}.svg" if number > 1 else f"{name}.svg"


EXPORT = EditionExport(
    "a zip file with every figure as SVG",
    ".zip",
    "the tables of the figures, and all that is not drawn",
    write,
    is_text=False,
)

"""Two texts compared, for programs: ``detente.compare/1``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.beside.plain_text import read_plain
from detente.diagnostics import Diagnostic
from detente.findings import Result
from detente.models.readouts.results import Comparison
from detente.session.errors import CaseError

if TYPE_CHECKING:
    from pathlib import Path

COMPARE = "detente.compare/1"


@dataclass(frozen=True, slots=True)
class Named(Result):
    """The first key of the document.

    Attributes
    ----------
    format
        Name and version of the document.
    """

    format: str = COMPARE


def compare_files(first: Path, second: Path) -> Comparison:
    """Return what the texts of two files say together and each alone.

    Raises
    ------
    CaseError
        If a file is no text that can be read.
    """
    from detente.models.readouts.comparison import compare
    from detente.models.readouts.lexicon import english

    read = [read_plain(path) for path in dict.fromkeys((first, second))]
    problems = [found for found in read if isinstance(found, Diagnostic)]
    if problems:
        raise CaseError(problems)
    texts = [found for found in read if isinstance(found, str)]
    return compare(texts[0], texts[-1], english())

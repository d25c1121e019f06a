"""The files that a case is made of, so that nothing is written over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.writing import resolved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from detente.case import Case
    from detente.case.source_text import SourceText


def own_files(path: Path, folder: Path, case: Case, texts: Mapping[str, SourceText]) -> frozenset[Path]:
    """Return where the files of a case really are.

    Parameters
    ----------
    path, folder
        The file or folder that the case was read from, and the folder that its texts lie in.
    case, texts
        The case, and the texts of its sources as they were read; that of a source that is left out, too.
    """
    from pathlib import Path as Place

    written = [*path.glob("*.yaml"), *path.glob("*.csv")] if path.is_dir() else [path]
    named = [folder / source.file for source in case.sources if source.file]
    if case.corridor is not None and case.corridor.boundaries:
        named.append(folder / case.corridor.boundaries)
    return frozenset(map(resolved, (*written, *named, *(Place(text.path) for text in texts.values()))))

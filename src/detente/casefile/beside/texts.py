"""Source texts: read where the case names a file, or from a folder of texts named after their sources."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from detente.case.source_text import SourceText
from detente.diagnostics.characters import is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case import Case
    from detente.case.source import Source

MAX_BYTES = 32 * 2**20


def read_texts(case: Case, folder: Path, extra: Path | None = None) -> Mapping[str, SourceText]:
    """Return the texts at hand by source id.

    Parameters
    ----------
    case
        Its sources may name a ``file`` beside the case.
    folder
        Where the case stands; a ``file`` outside it is refused.
    extra
        A folder whose ``<source id>.txt`` and ``.md`` files are texts, too; they win.
    """
    texts = {source.id: _text(source, folder, extra) for source in case.sources}
    return {name: text for name, text in texts.items() if text is not None}


def _text(source: Source, folder: Path, extra: Path | None) -> SourceText | None:
    if extra is not None:
        for ending in (".txt", ".md"):
            candidate = extra / f"{source.id}{ending}"
            if _is_there(candidate):
                return _read(candidate)
    if source.file is None:
        return None
    named = PurePosixPath(source.file)
    path = folder / named
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return SourceText(str(path), problem="its links lead nowhere")
    if named.is_absolute() or ".." in named.parts or not is_inside:
        return SourceText(str(path), problem="the file must lie inside the folder of the case")
    return _read(path)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # an id can be longer than the name of a file
        return False


def _read(path: Path) -> SourceText:
    try:
        if not path.is_file():
            return SourceText(str(path), problem="there is no such file")
        if path.stat().st_size > MAX_BYTES:
            return SourceText(str(path), problem=f"the file is larger than {MAX_BYTES // 2**20} MiB")
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        return SourceText(str(path), problem=f"it cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return SourceText(str(path), problem="it is not UTF-8 text")
    paragraphs = tuple(line.strip() for line in lines if not is_blank(line))
    return SourceText(str(path), paragraphs, hashlib.sha256(data).hexdigest())

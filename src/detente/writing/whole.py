"""A file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from itertools import chain
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Write text or bytes to ``path``; a reader never sees half of it.

    It is written beside its place and then renamed, which is atomic on one file system. A link is followed.

    Parameters
    ----------
    path
        The file to create or replace; its folder must exist.
    pieces
        What to write, piece by piece; letters that UTF-8 cannot write become question marks.

    Raises
    ------
    OSError
        If the folder cannot be written; the old file, if any, is then untouched.
    """
    path = resolved(path)
    if path.exists() and not path.is_file():
        path.write_bytes(b"".join(map(_encoded, pieces)))  # a device or a pipe is written to, never replaced
        return
    pieces = iter(pieces)
    begin = next(pieces, "")  # what takes long is done before there is a file that could be left behind
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in chain((begin,), pieces):
                file.write(_encoded(piece))
        beside.chmod(_mode(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def resolved(path: Path) -> Path:
    """Return a path without links.

    Raises
    ------
    OSError
        If its links lead in a circle.
    """
    try:
        return path.resolve()
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error


def _encoded(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode(errors="replace")


def _mode(path: Path) -> int:
    """Return the permissions of the file replaced, or those a new one should have."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644

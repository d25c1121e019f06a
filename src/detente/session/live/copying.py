"""Copying: a case as it stands now, put aside so that what changes afterwards can be told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casefile.beside.own_files import own_files
from detente.writing import resolved

if TYPE_CHECKING:
    from detente.session.opened import OpenCase


def put_aside(case: OpenCase, into: Path) -> Path:
    """Copy the files of a case into an empty folder, and return where the case stands then.

    What its links lead to outside of its folder is left out, as it is not read either.

    Raises
    ------
    OSError
        If a file cannot be read or written.
    """
    folder = resolved(case.loaded.folder)
    for file in own_files(case.path, case.loaded.folder, case.case, case.texts):
        if file.is_file() and file.is_relative_to(folder):
            place = into / file.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    return into if case.path.is_dir() else into / resolved(case.path).name

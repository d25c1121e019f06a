"""Zip files that are the same whenever they are made."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MADE = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell."""


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of files by their names, in their order; the same files give the same bytes."""
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, content in members:
            member = ZipInfo(name, _MADE)
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            file.writestr(member, content)
    return data.getvalue()

"""Text inside calendar files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import vText

_UNHELD = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def words(text: str) -> vText:
    """Return text as RFC 5545 (3.3.11) writes it, without controls and halves of characters, which no file can hold.

    The library would make a new line of a backslash before an N.

    References
    ----------
    Desruisseaux2009
    """
    from icalendar import vText

    class _Words(vText):
        """Words whose backslashes are escaped, too."""

        def to_ical(self) -> bytes:
            return str(self).translate(_ESCAPED).encode("utf-8")

    return _Words("".join(c for c in text.replace("\r\n", "\n") if c in "\n\t" or not _UNHELD.match(c)))

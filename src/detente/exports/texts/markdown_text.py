"""Text inside Markdown: whatever a case says, it begins no markup."""

from __future__ import annotations

import re

from detente.exports.texts.inert import held

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$^&!]|(?<=:)//|(?<=\w)@|(?<=www)\.", re.IGNORECASE)
"""What begins markup anywhere in a line, and addresses that some programs make links of by themselves."""

_BLOCK = re.compile(r"(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+:])")
"""What begins a list, a heading or a table at the head of a line."""


def markdown(text: str) -> str:
    """Return text as it stands in a line of Markdown."""
    escaped = _MARKS.sub(_escaped, held(text))
    block = _BLOCK.match(escaped)
    return f"{block[0]}\\{escaped[block.end() :]}" if block else escaped


def link(address: str) -> str:
    """Return an address as a link; ``""`` for none."""
    encoded = "".join(f"%{ord(c):02X}" if c in '<>\\`"[]' else c for c in address)
    return f"<{encoded}>" if encoded else ""


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"\\{c}" for c in match[0])

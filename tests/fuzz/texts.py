"""Mutations of a case's text and bytes."""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.trees import MARK

PIECES = (
    "[", "]", "{", "}", ": ", ":", "- ", "-", "&a ", "*a", "!!x ", "!x ", "|\n", ">\n", "? ", "<<: ", "---\n",
    "...\n", "%YAML 9\n",
    "#", " #", "\t", "\r", "\r\n", "\u2028", "\u0085", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u202e",
    "\x00", "\x1b",
    "'", '"', "\\", "null", "true", "1e999", ".nan", ".inf", "0o7", "2025-99", "¶", "é", "e\u0301", "İ", "😀",
    MARK, "@", "`", ", ",
)  # fmt: skip


def piece(data: bytes, dice: Random) -> bytes:
    """Put a sign that means something to YAML or to a page anywhere."""
    at = dice.randint(0, len(data))
    return data[:at] + dice.choice(PIECES).encode() + data[at:]


def overwrite(data: bytes, dice: Random) -> bytes:
    """Put any byte in place of another."""
    at = dice.randint(0, max(len(data) - 1, 0))
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def cut(data: bytes, dice: Random) -> bytes:
    """Take away some bytes, seldom many."""
    at = dice.randint(0, len(data))
    return data[:at] + data[at + dice.choice([1, 1, 2, 3, 8, 40, 10_000]) :]


def word(data: bytes, dice: Random) -> bytes:
    """Take away, repeat, exchange or replace a word or a space."""
    words = re.findall(rb"[\w-]+|\s+|.", data, re.DOTALL) or [b""]
    at, to = dice.randrange(len(words)), dice.randrange(len(words))
    kind = dice.randrange(4)
    if kind == 0:
        words[at], words[to] = words[to], words[at]
    else:
        words[at] = (b"", words[at] * 2, dice.choice(PIECES).encode())[kind - 1]
    return b"".join(words)


def noise(data: bytes, dice: Random) -> bytes:
    """Put any bytes where some of the text is."""
    at = dice.randint(0, len(data))
    return data[: dice.choice([0, at])] + dice.randbytes(dice.randint(1, 400)) + data[dice.choice([at, len(data)]) :]


def line(data: bytes, dice: Random) -> bytes:
    """Take away, repeat or move a line, or indent it otherwise."""
    lines = data.split(b"\n")
    at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(5)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(to, lines[at])
    elif kind == 2:
        lines.insert(to, lines.pop(at))
    elif kind == 3:
        lines[at] = b" " * dice.randint(1, 5) + lines[at]
    else:
        lines[at] = lines[at][dice.randint(1, 3) :]
    return b"\n".join(lines)


def encoding(data: bytes, dice: Random) -> bytes:
    """Write it as another program would."""
    text = data.decode("utf-8", "replace")
    kind = dice.choice(["utf-8-sig", "utf-16", "utf-32", "cp1252", "cr", "crlf"])
    if kind in ("cr", "crlf"):
        return text.replace("\n", "\r" if kind == "cr" else "\r\n").encode()
    return text.encode(kind, "replace")


MUTATIONS = {each.__name__: each for each in (piece, overwrite, cut, word, line, noise, encoding)}

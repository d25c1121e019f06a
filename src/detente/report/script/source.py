"""The source of the page's script: read for readers, emitted without comments and indents."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

PARTS = ("elements", "tables", "places", "kernel", "trial")
"""The files, in an order in which each speaks only of those before it."""

_QUOTES = ('"', "`")
_TEXTS = re.compile(r"""("(?:[^"\\\n]|\\.)*"|`[^`\n]*`)""")
_SPARE = re.compile(r"[;,]?\n(?=[})\]])|(?<=[{,;(])\n| ?([{}()\[\],;=<>?:|&*!+/-]) ?")


@cache
def script() -> str:
    """Return the script as the page holds it: a module, which has a scope of its own and waits for the page."""
    return "\n".join(map(part, PARTS))


@cache
def script_hash() -> str:
    """Return what the page's policy admits it by."""
    return f"sha256-{b64encode(sha256(script().encode()).digest()).decode()}"


def part(name: str) -> str:
    """Return one file as it is emitted: without lines that are comments, and without what says nothing.

    So a comment has a line of its own, no text goes over several lines, and no pattern has a quotation mark in it; a
    test looks.
    """
    text = files("detente.report.script").joinpath(f"{name}.js").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("//")]
    code = "\n".join(map(str.strip, _joined(lines)))
    return "".join(piece if piece[:1] in _QUOTES else _SPARE.sub(r"\1", piece) for piece in _TEXTS.split(code))


def _joined(lines: list[str]) -> list[str]:
    """Return lines with those that declare one constant after another as one declaration."""
    found = list(lines)
    for k, (line, following) in enumerate(pairwise(lines)):
        indent = line[: len(line) - len(line.lstrip())]
        alone = line.endswith(";") and all(line.count(one) == line.count(other) for one, other in ("()", "[]", "{}"))
        if alone and all(each.startswith(f"{indent}const ") for each in (line, following)):
            found[k] = f"{found[k][:-1]},"
            found[k + 1] = following.replace("const ", "", 1)
    return found

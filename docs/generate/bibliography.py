"""The works that the methods follow, read from ``docs/references.bib``."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

FILE = Path(__file__).parents[1] / "references.bib"

_ENTRY = re.compile(r"^@(?P<kind>\w+)\{(?P<key>[^,\s]+),\n(?P<body>.*?)^\}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^\s*(?P<name>\w+)\s*=\s*\{(?P<value>.*)\},?\s*$", re.MULTILINE)
_ACCENT = re.compile(r"\{?\\(?P<mark>[\^'`\"~c])\s*\{?(?P<letter>[A-Za-z])\}?\}?")
_MARKS = {"^": "\u0302", "'": "\u0301", "`": "\u0300", '"': "\u0308", "~": "\u0303", "c": "\u0327"}


def text() -> str:
    """Return one entry a work, by key, each with a target that other pages link to."""
    return "\n".join(f"({key.lower()})=\n**{key}**\n: {_line(work)}\n" for key, work in sorted(entries().items()))


def entries() -> dict[str, dict[str, str]]:
    """Return the fields of every work by its key; raises ``ValueError`` when a key is written twice."""
    found: dict[str, dict[str, str]] = {}
    for match in _ENTRY.finditer(FILE.read_text(encoding="utf-8")):
        if match["key"] in found:
            raise ValueError(f"references.bib has two entries {match['key']}")
        found[match["key"]] = {name.lower(): _plain(value) for name, value in _FIELD.findall(match["body"])}
    return found


def _plain(value: str) -> str:
    accented = _ACCENT.sub(lambda m: unicodedata.normalize("NFC", m["letter"] + _MARKS[m["mark"]]), value)
    return accented.replace("{", "").replace("}", "").replace("--", "–").replace("\\&", "&")


def _line(work: dict[str, str]) -> str:
    volume = work.get("volume", "") + (f"({work['number']})" if "number" in work else "")
    where = " ".join(part for part in (work.get("journal") or work.get("booktitle") or "", volume) if part)
    parts = [
        work.get("author", "").replace(" and ", "; "),
        work["year"],
        f"*{work['title']}*",
        where,
        work.get("pages", ""),
    ]
    parts += [work.get("publisher") or work.get("institution") or ""]
    if "doi" in work:
        parts.append(f"[doi:{work['doi']}](https://doi.org/{work['doi']})")
    elif "url" in work:
        parts.append(f"<{work['url']}>")
    return ". ".join(part.rstrip(".") for part in parts if part) + "."

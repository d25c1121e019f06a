"""The words of English that make a sentence bind or soften, from ``english.tsv``, which says where they are from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases, in small letters.

    Attributes
    ----------
    language
        BCP 47 tag of the language they are read in.
    binds, softens, denies
        What commits, what leaves open, and what turns a sentence round.
    counts
        By word, the number that it is.
    """

    language: str
    binds: frozenset[str]
    softens: frozenset[str]
    denies: frozenset[str]
    counts: Mapping[str, str]


@cache
def english() -> Lexicon:
    """Return the words of English."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in files(__package__).joinpath("english.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, word, *number = line.split("\t")
            found[kind][word] = "".join(number)
    binds, softens, denies = (frozenset(found[kind]) for kind in ("binds", "softens", "denies"))
    return Lexicon("en", binds, softens, denies, MappingProxyType(found["counts"]))

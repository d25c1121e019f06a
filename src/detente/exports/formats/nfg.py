"""Gambit's strategic games, ``.nfg``, in the version that lists outcomes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.game import game
from detente.exports.texts.gambit_text import quoted
from detente.lenses.conflict.options import WHOLE_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Findings


def write(findings: Findings) -> Iterator[str]:
    """Yield the file; the first player's choice changes fastest in its table.

    Raises
    ------
    ExportError
        If the conflict is not a game.

    References
    ----------
    SavaniTurocy2025
    """
    found = game(findings)
    yield f"NFG 1 R {quoted(found.title)} {{ {' '.join(map(quoted, found.players))} }}\n\n{{\n"
    for strategies in found.strategies:
        yield f"{{ {' '.join(map(quoted, strategies))} }}\n"
    yield f"}}\n{quoted(found.note)}\n\n{{\n"
    for name, payoffs in found.outcomes.values():
        yield f"{{ {quoted(name)} {', '.join(map(str, payoffs))} }}\n"
    yield "}\n"
    numbers = {profile: number for number, profile in enumerate(found.outcomes, 1)}
    backwards = product(*(strategies.values() for strategies in reversed(found.strategies)))
    yield " ".join(str(numbers[profile[::-1]]) for profile in backwards) + "\n"


EXPORT = Export(
    "Gambit, strategic form",
    ".nfg",
    "sources, reasons, assumptions, and every concept but Nash's",
    write,
    "conflict",
    WHOLE_MODEL,
)

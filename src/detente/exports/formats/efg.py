"""Gambit's extensive games, ``.efg``: each chooses once, without knowing what the others chose."""

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
    """Yield the file, node by node from the root: one information set for each player.

    Raises
    ------
    ExportError
        If the conflict is not a game.

    References
    ----------
    SavaniTurocy2025
    """
    found = game(findings)
    yield f"EFG 2 R {quoted(found.title)} {{ {' '.join(map(quoted, found.players))} }}\n{quoted(found.note)}\n\n"
    marks = [list(strategies.values()) for strategies in found.strategies]
    asked = [
        f'p "" {i} 1 {quoted(f"What {player} does")} {{ {" ".join(map(quoted, strategies))} }} 0\n'
        for i, (player, strategies) in enumerate(zip(found.players, found.strategies, strict=True), 1)
    ]
    before: tuple[str, ...] = ()
    for number, profile in enumerate(product(*marks), 1):
        same = next((i for i, mark in enumerate(profile) if before[i : i + 1] != (mark,)), 0)
        yield "".join(asked[same + 1 :] if before else asked)
        name, payoffs = found.outcomes[profile]
        yield f't "" {number} {quoted(name)} {{ {", ".join(map(str, payoffs))} }}\n'
        before = profile


EXPORT = Export(
    "Gambit, extensive form",
    ".efg",
    "sources, reasons, assumptions, and every concept but Nash's",
    write,
    "conflict",
    WHOLE_MODEL,
)

"""How long it takes to say what changed between two versions of the flagship; CPU time.

Run with ``pytest benchmarks``. The reading and checking of both versions counts. Within a session the modules are
loaded; the whole command is a process of its own, with its imports, from the second run on.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure
from benchmarks.test_brief import FLAGSHIP, ROUNDS, spent

from detente.session import open_case

if TYPE_CHECKING:
    from detente.changes.result import Changes

EDITS = {
    "nothing": ("case.yaml", "", ""),
    "a step": ("roadmap.yaml", "status: agreed", "status: met"),
    "an event": ("events.yaml", "date: 1990", "date: 1991"),
    "a wish": ("conflict.yaml", "when: not escalate", "when: escalate"),
    "a party": ("settlement.yaml", "batna: [0.61, 0.81]", "batna: [0.9, 0.95]"),
    "a regime of the corridor": ("corridor.yaml", "usd: 193", "usd: 400"),
}
"""What is edited, in which file: what was written, and what is instead."""


def edited(folder: Path, what: str) -> Path:
    """Return a copy of the flagship with one edit."""
    other = folder / "other"
    shutil.copytree(FLAGSHIP, other)
    name, old, new = EDITS[what]
    file = other / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return other


def compared(other: Path) -> Changes:
    """Return what changed, from the two paths on."""
    return open_case(other).at().since(open_case(FLAGSHIP).at())


@pytest.mark.parametrize("what", EDITS)
def test_in_a_session(tmp_path: Path, figures: list[Figure], what: str) -> None:
    """Reading, checking, comparing; in a process in which it was done once."""
    other = edited(tmp_path, what)
    assert compared(other).are_none == (what == "nothing")
    took = []
    for _ in range(ROUNDS):
        before = time.process_time()
        compared(other)
        took.append(time.process_time() - before)
    figures.append(Figure(f"what changed between two flagships: {what}", min(took), 1.5, "s", most=True))


@pytest.mark.parametrize("what", ["a wish", "a regime of the corridor"])
def test_the_whole_command(tmp_path: Path, figures: list[Figure], what: str) -> None:
    """Imports, reading and checking, comparing, and printing."""
    other = edited(tmp_path, what)
    took = spent("diff", tmp_path / "code", str(other))
    figures.append(Figure(f"the whole command: {what}", took, 2.5, "s", most=True))

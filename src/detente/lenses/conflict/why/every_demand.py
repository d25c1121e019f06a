"""Every demand, also those that weigh less than what stands with the impasse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Depth, Finding
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.why.demands import Demand, demands, foremost
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


def find(look: Look[ConflictOptions]) -> tuple[Demand, ...] | None:
    """Return every demand; ``None`` where all of them stand with the impasse, or there is no status quo."""
    analysis = subject(look)
    asked = demands(analysis)
    return asked if analysis.model.status_quo is not None and len(asked) > len(foremost(asked)) else None


def show(asked: tuple[Demand, ...], look: Look[ConflictOptions]) -> Finding:
    """Return every demand with who refuses it."""
    del look
    who = len({each.actor for each in asked})
    return Finding(
        "What is demanded",
        f"{counted(len(asked), 'demand')} of {counted(who, 'decision maker')} stand.",
        statements=tuple(said for each in asked for said in (each.said, *each.refused)),
        depth=Depth.APPENDIX,
    )


CHAPTER = Chapter("demands", 12, find, show)

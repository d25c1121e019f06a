"""Red lines: what each side accepts in no case, and whether today crosses one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Depth, Finding, Result, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.words import maker_names, refusal
from detente.lenses.evidence import say
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class Line:
    """A red line.

    Attributes
    ----------
    id, when, why
        Which, the condition that holds in all that its side accepts, and the reason, where one is given.
    """

    id: str
    when: str
    why: str | None


@dataclass(frozen=True, slots=True)
class RedLines(Result):
    """What each side accepts in no case.

    Attributes
    ----------
    red_lines
        By decision maker, its red lines; those without any are left out.
    """

    red_lines: Mapping[str, tuple[Line, ...]]


def find(look: Look[ConflictOptions]) -> RedLines:
    """Return the red lines of each decision maker."""
    makers = subject(look).conflict.decision_makers
    return RedLines(
        {
            maker.actor: tuple(Line(line.id, line.when, line.why) for line in maker.red_lines)
            for maker in makers
            if maker.red_lines
        }
    )


def show(found: RedLines, look: Look[ConflictOptions]) -> Finding | None:
    """Say what each side accepts in no case; nothing where there are no red lines."""
    if not found.red_lines:
        return None
    analysis = subject(look)
    names = zip(maker_names(analysis), analysis.conflict.decision_makers, strict=True)
    drawn = [name for name, maker in names if maker.red_lines]
    return Finding(
        "What each accepts in no case",
        _headline(analysis, drawn),
        (*_lines(analysis), *_crossing(analysis)),
        depth=Depth.DETAIL,
    )


def _headline(analysis: Subject, drawn: list[str]) -> str:
    """Return what is accepted in no case, or whose red lines there are."""
    lines = [line for maker in analysis.conflict.decision_makers for line in maker.red_lines]
    has = (
        f"{listed(drawn)} {one_or_many(len(drawn), 'has', 'have')} {one_or_many(len(lines), 'a red line', 'red lines')}"
    )
    full = f"{has}: what crosses one is worse than anything that does not."
    return fitting(f"{refusal(analysis, drawn[0], lines[0])}.", full) if len(lines) == 1 else fitting(full, f"{has}.")


def _lines(analysis: Subject) -> Iterator[Statement]:
    for name, maker in zip(maker_names(analysis), analysis.conflict.decision_makers, strict=True):
        for line in maker.red_lines:
            because = f" {sentence(line.why)}" if line.why else ""
            yield say(f"{refusal(analysis, name, line)}.{because}", line, noted=True)


def _crossing(analysis: Subject) -> Iterator[Statement]:
    """Yield how many possible states cross a red line of whom, and how many cross none, where they are listed."""
    if not isinstance(analysis, Explicit):
        return
    states, quo, clear = analysis.states, analysis.model.status_quo, np.ones(analysis.states.size, dtype=np.bool_)
    for i, name in enumerate(maker_names(analysis)):
        accepted = analysis.model.accepts(i)
        if accepted is not None:
            clear &= accepted[states]
            many = int((~accepted[states]).sum())
            now = "; the status quo does" if quo is not None and not accepted[quo] else ""
            cross = one_or_many(many, "crosses", "cross")
            yield Statement(f"{many:,} of {counted(states.size, 'possible state')} {cross} a red line of {name}{now}.")
    left = int(clear.sum())
    yield Statement(f"{left:,} {one_or_many(left, 'crosses', 'cross')} nobody’s red line." if left else _NONE)


_NONE = "No possible state crosses nobody’s red line: whatever happens, somebody is where it accepts to be in no case."

CHAPTER = Chapter("red-lines", 105, find, show)

"""The title: the case as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.progress import progress
from detente.brief.speech import line, spoken
from detente.dates import Truth
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter


def title(matter: Matter) -> str:
    """Return what the case is called, and how far the way to its goal is."""
    header, made = matter.moment.case.case, progress(matter)
    called = line(header.title or spoken(header.id))
    if made is None:
        return sentence(called)
    speech, goal = matter.speech, made.goal.name
    if made.reached is Truth.TRUE:
        far = speech.label(goal)
    else:
        last = [speech.label(made.last.name)] if made.last else []
        far = ", ".join([*last, speech.not_yet(goal)])
    return sentence(f"{called.partition(':')[0].strip()}: {far}")

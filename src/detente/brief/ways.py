"""Ways: the paths to the goal, and what to call them."""

from __future__ import annotations

from math import inf, isfinite
from typing import TYPE_CHECKING

from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.models.roadmap.parts import Path
    from detente.models.roadmap.road import Road


def paths(matter: Matter, road: Road) -> list[Path]:
    """Return the paths, the soonest first, those of one day by what they are called."""

    def order(path: Path) -> tuple[bool, float, str]:
        known = isfinite(path.earliest)
        return not known, path.earliest if known else inf, called(matter, road, path)

    return sorted(road.paths, key=order)


def called(matter: Matter, road: Road, path: Path) -> str:
    """Return what sets a path apart from the others: its last step that not all of them need."""
    apart = road.apart[road.paths.index(path)]
    return listed([matter.speech.label(road.model.steps[number].name) for number in apart])


def hedged(matter: Matter, road: Road, number: int) -> str:
    """Return a step in quotation marks, with the softening words of those who require it."""
    step = road.model.steps[number]
    softened = [step.hedge] if step.hedge else []
    for other in road.model.steps:
        parts = other.requirements()
        softened += [part.hedge for part in parts if part.step == step.id and part.hedge and not part.accelerates]
    words = "".join(f" (“{hedge}”)" for hedge in sorted(set(softened)))
    return f"{matter.speech.quoted(step.name)}{words}"

"""The roadmap lens answers what would settle it and when: what has to happen first, and when it could be done."""

from detente.lenses.lens import Lens
from detente.lenses.roadmap.look import look

LENS = Lens(
    "roadmap",
    30,
    "What would settle it, and when?",
    lambda case: case.roadmap is not None and case.roadmap.goal is not None,
    look,
    "say which step is the goal: write 'roadmap: {goal: …}' with the id of a step",
)

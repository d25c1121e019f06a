"""The roadmap lens answers what would settle it and when: what has to happen first, and when it could be done."""

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.roadmap.options import RoadmapOptions

LENS = Lens(
    "roadmap",
    30,
    "What would settle it, and when?",
    Part.ROAD,
    "detente.roadmap/1",
    ("roadmap", "steps"),
    lambda case: case.roadmap is not None and case.roadmap.goal is not None,
    RoadmapOptions,
    "say which step is the goal: write 'roadmap: {goal: …}' with the id of a step",
)

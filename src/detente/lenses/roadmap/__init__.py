"""The roadmap lens answers what would settle it and when: what has to happen first, and when it could be done."""

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.verdict import verdict

LENS = Lens(
    key="roadmap",
    order=30,
    question="What would settle it, and when?",
    part=Part.ROAD,
    document="detente.roadmap/1",
    sections=("roadmap", "steps"),
    applies=lambda case: case.roadmap is not None and case.roadmap.goal is not None,
    options=RoadmapOptions,
    wants="say which step is the goal: write 'roadmap: {goal: …}' with the id of a step",
    verdict=verdict,
)

"""The conflict lens answers why the dispute is stuck, by the Graph Model for Conflict Resolution."""

from detente.findings import Part
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.verdict import verdict
from detente.lenses.lens import Lens

LENS = Lens(
    key="conflict",
    order=20,
    question="Why is it stuck?",
    part=Part.STUCK,
    document="detente.conflict/1",
    sections=("conflict",),
    applies=lambda case: case.conflict is not None,
    options=ConflictOptions,
    wants="write 'conflict:' with decision makers, options and preferences",
    verdict=verdict,
)

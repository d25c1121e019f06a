"""The conflict lens answers why the dispute is stuck, by the Graph Model for Conflict Resolution."""

from detente.findings import Part
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.lens import Lens

LENS = Lens(
    "conflict",
    20,
    "Why is it stuck?",
    Part.STUCK,
    "detente.conflict/1",
    ("conflict",),
    lambda case: case.conflict is not None,
    ConflictOptions,
    "write 'conflict:' with decision makers, options and preferences",
)

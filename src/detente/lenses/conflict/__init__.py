"""The conflict lens answers why the dispute is stuck, by the Graph Model for Conflict Resolution."""

from detente.lenses.conflict.look import look
from detente.lenses.lens import Lens

LENS = Lens(
    "conflict",
    20,
    "Why is it stuck?",
    lambda case: case.conflict is not None,
    look,
    "write 'conflict:' with decision makers, options and preferences",
)

"""The settlement lens answers what both sides could take, and what opens the door to it."""

from detente.lenses.lens import Lens
from detente.lenses.settlement.look import look

LENS = Lens(
    "settlement",
    40,
    "What could both sides take?",
    lambda case: case.settlement is not None or any(position.value is not None for position in case.positions),
    look,
    "write 'settlement:', or positions with a number as their 'value:'",
    "settle",
)

"""The settlement lens answers what both sides could take, and what opens the door to it."""

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.settlement.options import SettlementOptions

LENS = Lens(
    "settlement",
    40,
    "What could both sides take?",
    Part.DEAL,
    "detente.settlement/1",
    ("settlement", "issues", "positions", "capabilities"),
    lambda case: case.settlement is not None or any(position.value is not None for position in case.positions),
    SettlementOptions,
    "write 'settlement:', or positions with a number as their 'value:'",
    "settle",
)

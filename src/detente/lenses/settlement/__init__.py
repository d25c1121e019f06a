"""The settlement lens answers what both sides could take, and what opens the door to it."""

from detente.findings import Part
from detente.lenses.lens import Lens
from detente.lenses.settlement.options import SettlementOptions
from detente.lenses.settlement.verdict import holds, verdict

LENS = Lens(
    key="settlement",
    order=40,
    question="What could both sides take?",
    part=Part.DEAL,
    document="detente.settlement/1",
    sections=("settlement", "issues", "positions", "capabilities"),
    applies=lambda case: case.settlement is not None or any(position.value is not None for position in case.positions),
    options=SettlementOptions,
    wants="write 'settlement:', or positions with a number as their 'value:'",
    command="settle",
    verdict=verdict,
    holds=holds,
)

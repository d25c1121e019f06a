"""Every form of the sentence on under whose reading an outcome holds."""

from __future__ import annotations

import pytest

from detente.lenses.conflict.perceptions.verdict import verdict

NORTH, SOUTH, EAST = "North's reading", "South's reading", "East's reading"

FORMS = {
    "holds under both readings (Nash, GMR), and when each acts on its own": (
        [(NORTH, ("Nash", "GMR")), (SOUTH, ("Nash", "GMR"))],
        ("Nash", "GMR"),
    ),
    "holds under both readings (Nash); when each acts on its own reading, it holds (Nash, GMR)": (
        [(NORTH, ("Nash",)), (SOUTH, ("Nash",))],
        ("Nash", "GMR"),
    ),
    "holds under both readings, under North's reading (Nash) and under South's reading (GMR); when each acts on its "
    "own reading, it does not hold": ([(NORTH, ("Nash",)), (SOUTH, ("GMR",))], ()),
    "holds only under South's reading (GMR); when each acts on its own reading, it does not hold": (
        [(NORTH, ()), (SOUTH, ("GMR",))],
        (),
    ),
    "holds only under North's reading (GMR), and when each acts on its own": (
        [(NORTH, ("GMR",)), (SOUTH, ())],
        ("GMR",),
    ),
    "holds only because each acts on its own reading (SEQ)": ([(NORTH, ()), (SOUTH, ())], ("SEQ",)),
    "holds under neither reading, nor when each acts on its own": ([(NORTH, ()), (SOUTH, ())], ()),
    "holds under all 3 readings (GMR), and when each acts on its own": (
        [(NORTH, ("GMR",)), (SOUTH, ("GMR",)), (EAST, ("GMR",))],
        ("GMR",),
    ),
    "holds only under North's reading and East's reading (GMR), and when each acts on its own": (
        [(NORTH, ("GMR",)), (SOUTH, ()), (EAST, ("GMR",))],
        ("GMR",),
    ),
    "holds only under North's reading (GMR) and under East's reading (Nash); when each acts on its own reading, it "
    "holds (Nash)": ([(NORTH, ("GMR",)), (SOUTH, ()), (EAST, ("Nash",))], ("Nash",)),
    "holds under none of the 3 readings, nor when each acts on its own": ([(NORTH, ()), (SOUTH, ()), (EAST, ())], ()),
}


@pytest.mark.parametrize(("said", "given"), FORMS.items(), ids=list(FORMS))
def test_each_form(said: str, given: tuple[list[tuple[str, tuple[str, ...]]], tuple[str, ...]]) -> None:
    assert verdict(*given) == said

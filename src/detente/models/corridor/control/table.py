"""The table of readings: what is left where one side is read in one way and the other in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.control.clearing import fewest_given_up

if TYPE_CHECKING:
    from detente.case.corridor.control import ControlRule
    from detente.methods.control.arrangements import Value
    from detente.models.corridor.control.model import ControlModel, SideReading


@dataclass(frozen=True, slots=True)
class Meeting:
    """One reading of one side meets one of the other.

    Attributes
    ----------
    row, column
        The readings.
    example
        The plainest arrangement that breaks no rule of either, by function and right; ``None`` where every one does.
    given_up
        Every smallest set of rules without which something would be left; none where something is.
    """

    row: SideReading
    column: SideReading
    example: dict[str, Value] | None
    given_up: tuple[tuple[ControlRule, ...], ...]


def meetings(model: ControlModel) -> tuple[Meeting, ...]:
    """Return every reading of the first side with every reading of the second, row by row; none without two sides.

    Raises
    ------
    FlawedModelError
        If one cannot be told in reasonable time.
    """
    if len(model.sides) < 2:
        return ()
    rows, columns = map(model.readings, model.sides[:2])
    return tuple(_meeting(model, row, column) for row in rows for column in columns)


def _meeting(model: ControlModel, row: SideReading, column: SideReading) -> Meeting:
    demands = (*row.demands, *column.demands)
    example = model.plainest(demand.expression for demand in demands)
    if example is not None:
        return Meeting(row, column, example, ())
    sets = fewest_given_up(len(demands), lambda some: model.can_be(*(demands[k].expression for k in some)))
    return Meeting(row, column, None, tuple(tuple(demands[k].rule for k in each) for each in sets))

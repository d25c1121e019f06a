"""The table of readings: what is left where one side is read in one way and the other in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.control.clearing import fewest_given_up
from detente.models.corridor.control.flaws import HERE, TOO_LARGE
from detente.models.flaw import Flaw, FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.corridor.control import ControlRule
    from detente.methods.control.arrangements import Value
    from detente.models.corridor.control.model import ControlModel, Demand, SideReading

MOST_ASKED = 10_000
"""So many rules are looked at to tell what empties the table, each as often as it is: a matter of seconds."""


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
    asked = _Asked(model)
    return tuple(_meeting(asked, row, column) for row in rows for column in columns)


@dataclass(slots=True)
class _Asked:
    """A model that is asked whether rules go together, not without end; ``rules`` is how many it was asked about."""

    model: ControlModel
    rules: int = 0

    def can_be(self, demands: Sequence[Demand]) -> bool:
        """Whether some arrangement meets all of some rules."""
        self.rules += len(demands)
        if self.rules > MOST_ASKED:
            message = "the readings exclude each other in too many ways to tell which rules empty the table"
            hint = "join rules of one reading, or leave out readings or rules"
            raise FlawedModelError([Flaw(TOO_LARGE, HERE, message, hint)])
        return self.model.can_be(*(demand.expression for demand in demands))


def _meeting(asked: _Asked, row: SideReading, column: SideReading) -> Meeting:
    demands = (*row.demands, *column.demands)
    example = asked.model.plainest(demand.expression for demand in demands)
    if example is not None:
        return Meeting(row, column, example, ())
    sets = fewest_given_up(len(demands), lambda some: asked.can_be([demands[k] for k in some]))
    return Meeting(row, column, None, tuple(tuple(demands[k].rule for k in each) for each in sets))

"""What is found of the control of a route, shaped as its part of the document for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from detente.findings import Result
from detente.methods.control.arrangements import Cell
from detente.models.corridor.control.chain import needed, outcomes_with

if TYPE_CHECKING:
    from detente.case import Case
    from detente.models.corridor.control.model import ControlModel, Named
    from detente.models.corridor.control.table import Meeting


@dataclass(frozen=True, slots=True)
class Exercised:
    """Who controls one function.

    Attributes
    ----------
    decides, meets
        Who decides it, and who meets the user; ``nobody`` decides what is not done at all.
    where
        On the route or off it.
    """

    decides: str
    meets: str
    where: Literal["on", "off"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One reading of one side with one of the other.

    Attributes
    ----------
    row, column
        The readings, of the side whose rules stand first and of the other.
    example
        The plainest arrangement that breaks no rule of either, by function; ``null`` where nothing is left.
    emptied_by
        A rule without which something would be left, or the first of the fewest where no rule alone is to blame;
        ``null`` where something is.
    rights
        Who holds each right in the example; ``null`` where there is none.
    opened_by
        Every smallest set of rules without which something would be left.
    """

    row: str
    column: str
    example: dict[str, Exercised] | None
    emptied_by: str | None
    rights: dict[str, str] | None
    opened_by: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NamedClass:
    """A class of arrangements that has a name.

    Attributes
    ----------
    id, text
        Its id and its name.
    breaks
        The rules that each of its arrangements breaks.
    regime
        The regime of the transport links that stands for it; ``null`` where none does.
    takes
        The options of the conflict that bring that about; ``null`` where the case does not say.
    outcomes
        The outcomes of issues that the same options bring about, each as ``ISSUE is OUTCOME``.
    """

    id: str
    text: str
    breaks: tuple[str, ...]
    regime: str | None
    takes: tuple[str, ...] | None
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteControl(Result):
    """Who controls what on a route.

    Attributes
    ----------
    readings
        Every reading of one side with every one of the other; none without two sides.
    classes
        The arrangements that have a name.
    """

    under: ClassVar[str] = "control"

    readings: tuple[Pair, ...]
    classes: tuple[NamedClass, ...]


def pair(meeting: Meeting) -> Pair:
    """Return what is left of two readings."""
    example = meeting.example
    functions = {name: value for name, value in (example or {}).items() if isinstance(value, Cell)}
    rights = {name: value.by for name, value in (example or {}).items() if not isinstance(value, Cell)}
    opened_by = tuple(tuple(rule.id for rule in each) for each in meeting.given_up)
    cells = {name: Exercised(cell.decides, cell.meets, "on" if cell.on else "off") for name, cell in functions.items()}
    return Pair(
        meeting.row.word,
        meeting.column.word,
        None if example is None else cells,
        opened_by[0][0] if opened_by else None,
        None if example is None else rights,
        opened_by,
    )


def named_class(case: Case, model: ControlModel, each: Named) -> NamedClass:
    """Return a class with the rules it breaks, and what stands for it elsewhere in the case."""
    regimes = case.corridor.regimes if case.corridor else ()
    regime = next((regime for regime in regimes if regime.id == each.named.regime), None)
    takes = needed(case, regime) if regime else None
    outcomes = outcomes_with(case, regime) if regime else ()
    return NamedClass(
        each.named.id,
        each.named.text,
        tuple(rule.id for rule in model.breaks(each)),
        each.named.regime,
        None if takes is None else tuple(sorted(takes)),
        tuple(f"{issue.id} is {outcome.id}" for issue, outcome in outcomes),
    )

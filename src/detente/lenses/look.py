"""A look: one lens at one moment, with what was asked of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from detente.case import Case
    from detente.situation import Situation
    from detente.study import Moment

O_co = TypeVar("O_co", covariant=True)
_T = TypeVar("_T")


class AskError(ValueError):
    """An option of a lens that does not fit the situation.

    Attributes
    ----------
    option
        The option's name.
    """

    def __init__(self, option: str, message: str) -> None:
        super().__init__(message)
        self.option = option


@dataclass(frozen=True, eq=False, repr=False)
class Look(Generic[O_co]):
    """One lens at one moment: what its chapters are given.

    Attributes
    ----------
    moment
        The case at its date: situation, models, verdicts and schedule, each worked out once.
    options
        What was asked of the lens.
    """

    moment: Moment
    options: O_co
    _worked_out: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False)

    @property
    def situation(self) -> Situation:
        """The case at its date: what had happened and was known."""
        return self.moment.situation

    @property
    def case(self) -> Case:
        """The records of the case."""
        return self.moment.case

    def once(self, work: Callable[[Look[O_co]], _T]) -> _T:
        """Return what ``work`` makes of this look, worked out at most once: for what several chapters speak of."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        found: _T = self._worked_out[work]
        return found

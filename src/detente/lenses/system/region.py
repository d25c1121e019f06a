"""What the chapters speak of: the region at a moment, as a web of conditions, with draws of what each does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from detente.methods.system.balances import are_consistent, pressures, under_pressure
from detente.methods.system.draws import BACKGROUND, Draws, Effects, draw_effects
from detente.methods.system.web import Web
from detente.models.system.model import model_system

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from detente.case.system import Descriptor, System
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.methods.system.arrays import Configuration
    from detente.models.system.model import SystemModel
    from detente.situation.answers import InState
    from detente.study import Moment

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A condition that is pushed out of its state.

    Attributes
    ----------
    descriptor, state
        The numbers of the condition, and of the state that it is pushed towards through all states.
    by
        By how much that one is better.
    forced
        Whether it cannot stay where it is in any case.
    """

    descriptor: int
    state: int
    by: int
    forced: bool


@dataclass(frozen=True, eq=False)
class Region:
    """The region at a moment.

    Attributes
    ----------
    moment, options
        The case at its date, and what is asked.
    model
        Its conditions and effects as arrays.
    """

    moment: Moment
    options: SystemOptions
    model: SystemModel

    @property
    def system(self) -> System:
        """The records that hold at the date."""
        found = self.moment.case.system
        if found is None:
            raise LookupError("the case has no system at this date")
        return found

    def once(self, key: str, work: Callable[[], _T], *of: object) -> _T:
        """Return what ``work`` returns, or did for other moments and versions of the case with the same region.

        Parameters
        ----------
        key
            What is worked out.
        of
            What it is worked out of beside the records and the options. What it returns names none of these records.
        """
        found: _T = self.moment.study.kept.regions.once(work, key, self.system, self.options, *of)
        return found

    @property
    def descriptors(self) -> tuple[Descriptor, ...]:
        """The conditions, in the order of arrays."""
        return self.model.descriptors

    @cached_property
    def web(self) -> Web:
        """The web, each effect in the middle of its bounds."""
        model = self.model
        needs = tuple((each.state, each.clause) for each in model.needs)
        effects = model.impact.central, model.background.central
        return Web(model.sizes, *effects, model.closed, model.slack, model.moves, model.ordered, needs)

    @cached_property
    def draws(self) -> Draws:
        """Webs with every effect somewhere within its bounds, the same for all that is asked of them."""
        impact, background = self.model.impact, self.model.background
        source, target = np.nonzero(impact.low != impact.high)
        constant = np.flatnonzero(background.low != background.high)
        rank = np.argsort(np.argsort(self.model.states))  # luck goes by name, so that no order matters
        order = np.lexsort((rank[target], rank[source]))
        source, target, constant = source[order], target[order], constant[np.argsort(rank[constant])]
        effects = Effects(
            np.append(source, np.full(len(constant), BACKGROUND)),
            np.append(target, constant),
            np.append(impact.low[source, target], background.low[constant]),
            np.append(impact.high[source, target], background.high[constant]),
        )
        if not len(effects.source):
            return Draws.of(self.web)
        return draw_effects(self.web, effects, self.options.draws, np.random.default_rng(self.options.seed))

    def label(self, state: int) -> str:
        """Return what to call a state, by its number through all states."""
        descriptor, number = self.place(state)
        return self.descriptors[descriptor].states[number].label

    def called(self, state: int) -> str:
        """Return the same after what to call its condition."""
        return f"{self.descriptors[self.place(state)[0]].label}: {self.label(state)}"

    def place(self, state: int) -> tuple[int, int]:
        """Return the numbers of the condition of a state, and of the state within it."""
        descriptor = int(self.web.owner[state])
        return descriptor, state - int(self.web.starts[descriptor])

    def ids(self, configuration: Configuration) -> dict[str, str]:
        """Return the ids of states by those of conditions."""
        pairs = zip(self.descriptors, configuration, strict=True)
        return {each.id: each.states[state].id for each, state in pairs}

    def configuration(self, states: Mapping[str, InState]) -> Configuration | None:
        """Return in which states the conditions are; ``None`` where that of one of them cannot be said."""
        found: list[int] = []
        for each in self.descriptors:
            state = states[each.id].state if each.id in states else None
            if state is None:
                return None
            found.append([own.id for own in each.states].index(state))
        return tuple(found)

    @cached_property
    def now(self) -> Configuration | None:
        """The configuration at the date."""
        return self.configuration(self.moment.situation.descriptors)

    def is_consistent(self, configuration: Configuration) -> bool:
        """Whether nothing pushes any condition out of its state in a configuration."""
        return bool(are_consistent(self.web, np.array([configuration]))[0])

    def pressed(self, configuration: Configuration, web: Web | None = None) -> tuple[Pressed, ...]:
        """Return the conditions that are pushed out of their states, the strongest first, with where each is pushed.

        Parameters
        ----------
        configuration
            The state of each condition.
        web
            A web that differs from that of the region in effects only.
        """
        found = pressures(web or self.web, np.array([configuration]))
        value, forced, towards = found.value[0], found.forced[0], found.towards[0]
        under = np.flatnonzero(under_pressure(self.web, found)[0]).tolist()
        under.sort(key=lambda each: (not forced[each], -int(value[each]), each))
        return tuple(
            Pressed(each, state, int(value[each]), bool(forced[each]))
            for each in under
            for state in np.flatnonzero(towards & (self.web.owner == each)).tolist()
        )


def region(look: Look[SystemOptions]) -> Region | None:
    """Return the region; ``None`` where the case has none at the date."""
    return region_at(look.moment, look.options)


def region_at(moment: Moment, options: SystemOptions) -> Region | None:
    """Return the region at a moment; ``None`` where the case has none then.

    Raises
    ------
    FlawedModelError
        If a requirement cannot be read.
    """
    system = moment.case.system
    if system is None or not system.descriptors:
        return None
    return Region(moment, options, model_system(system, cited_only=options.cited_only))

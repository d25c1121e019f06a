"""Outputs of predicates where the model has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.outcome import change
from detente.models.corridor.predicate.passing import Passing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.transport.arrays import Float
    from detente.models.corridor.loads import Loads
    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.predicate.outputs import Asked

_COSTS = ("cost", "days", "logsum", "least", "share", "through")
"""Outputs that do not grow with the amount of cargo."""


@dataclass(frozen=True, slots=True)
class Found:
    """An output, with the numbers of what it is asked of in arrays.

    Attributes
    ----------
    asked
        The output.
    model
        The corridor.
    world
        The number of the world.
    passing
        Knows the routes that pass given places.
    """

    asked: Asked
    model: CorridorModel
    world: int
    passing: Passing

    def of(self, outcome: Outcome) -> Float:
        """Return the output in each draw of an outcome; ``nan`` where there is none [shape (D,)]."""
        loads = outcome.at(self.world)
        name = self.asked.name
        if name == "change":
            place = self.model.countries.index(self.asked.of[0].text)
            return change(loads.transit[place], outcome.at(0).transit[place])
        if name in _COSTS:
            return self._of_flow(loads)
        return self._volume(loads, name)

    def volume(self, outcome: Outcome) -> Float | None:
        """Return the cargo or money that the output is about; ``None`` where it does not grow with either."""
        if self.asked.name in _COSTS:
            return None
        if self.asked.name == "change":
            return self._volume(outcome.at(0), "transit")
        return self._volume(outcome.at(self.world), self.asked.name)

    def _volume(self, loads: Loads, name: str) -> Float:
        of, model = self.asked.of[0].text, self.model
        if name == "fees":
            paid = model.collectors
            return np.asarray(loads.fees[paid.index(of)]) if of in paid else np.zeros(loads.rows.shape[1])
        if name == "tonnes":
            on_link = of in model.links
            return np.asarray(loads.links[model.links.index(of)] if on_link else loads.borders[model.borders.index(of)])
        each = loads.transit if name == "transit" else loads.carriage
        return np.asarray(each[model.countries.index(of)])

    def _of_flow(self, loads: Loads) -> Float:
        name, routing = self.asked.name, self.model.routing
        flow = routing.ground.flow_numbers[self.world][self.asked.of[0].text]
        if name in ("cost", "days", "logsum"):
            return np.asarray(getattr(loads, name)[flow])
        own = routing.flow == flow
        if name == "least":
            return np.asarray(loads.costs[own].min(axis=0))
        if name == "share":
            return np.asarray(loads.share[own & self._passes(self.asked.of[1].text)].sum(axis=0))
        places = [word.text for word in self.asked.places]
        cost = self.passing.cost(flow, self.world, places, loads.weights)
        return np.full(loads.rows.shape[1], np.nan) if cost is None else cost

    def _passes(self, place: str) -> Float:
        """Return whether each alternative passes a country or a node [shape (A,)]."""
        passed, layout = self.model.routing.passed, self.model.ground.layout
        if place in layout.countries:
            return np.asarray(passed.countries[[layout.countries.index(place)]].toarray()[0] > 0)
        return np.asarray(passed.nodes[[layout.place[place]]].toarray()[0] > 0)


def absent(asked: Asked, model: CorridorModel) -> Iterator[str]:
    """Yield what an output is asked of that is not there at the date."""
    layout, world = model.ground.layout, model.world(asked.world)
    if world is None:
        yield asked.world
        return
    flows = model.ground.flow_numbers[world]
    there = {
        "country": layout.countries,
        "carrier": (*layout.links, *layout.borders),
        "flow": flows,
        "place": (*layout.countries, *layout.place),
    }
    for word, what in (*zip(asked.of, asked.kind.of, strict=True), *((each, "place") for each in asked.places)):
        if what in there and word.text not in there[what]:
            yield word.text

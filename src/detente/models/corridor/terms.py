"""Terms of a world: which lever each price, time and share in it is, and what features cost under values of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from detente.models.corridor.layout import FAMILIES, family, flow_numbers, premium_key
from detente.models.corridor.numbers import premium_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.methods.transport.arrays import Float, Int
    from detente.models.corridor.layout import Layout
    from detente.models.corridor.worlds import World

NOTHING = -1
"""The number of a lever that is not there: the row behind the last one, which is 0."""


class Fee(NamedTuple):
    """What a collector gets for each use of a feature: a share of an amount, both by number of their lever.

    A share of ``NOTHING`` is all of it.
    """

    feature: int
    collector: str
    amount: int
    share: int


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """What features cost, how long they take, and how uncertain that is [USD, hours, hours; each shape (F, D)]."""

    money: Float
    hours: Float
    deviation: Float

    def weights(self, terms: Terms, rows: Float) -> Float:
        """Return what features cost with their time: to cargo that is not bulk, then to bulk [shape (2 F, D)]."""
        uncertain = self.hours + rows[terms.parameter("reliability-ratio")] * self.deviation
        worth = (rows[terms.parameter(name)] / 24 for name in ("value-of-time", "bulk-value-of-time"))
        return np.concatenate([self.money + each * uncertain for each in worth])


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Which lever each number of a world is.

    Attributes
    ----------
    levers
        The number of each lever by its key in the base.
    layout, world
        What has which number in arrays, and the world.
    charges
        The features that cost money or time at a border or under a regime, each with the levers of its dues, hours
        and uncertainty. [shape (n, 4)]
    fees
        Who is paid for what.
    premiums
        The lever of each premium. [shape (P,)]
    kt
        The lever of each flow's amount. [shape (N,)]
    """

    levers: Mapping[str, int]
    layout: Layout
    world: World
    charges: Int
    fees: tuple[Fee, ...]
    premiums: Int
    kt: Int

    @classmethod
    def of(cls, layout: Layout, world: World, place: int, levers: Mapping[str, int]) -> Terms:
        """Return the terms of a world by its number and the numbers of its levers."""
        found = _Found(layout, world, place, levers)
        kt = np.full(len(layout.flows), NOTHING, dtype=np.int64)
        for name, number in flow_numbers(layout, world).items():
            kt[number] = found(f"flows.{name}.kt")
        charges = np.array([*found.charges()], dtype=np.int64).reshape(-1, 4)
        premiums = np.array([*found.premiums()], dtype=np.int64)
        return cls(levers, layout, world, charges, tuple(found.fees()), premiums, kt)

    def parameter(self, name: str) -> int:
        """Return the number of the lever that a parameter is."""
        return self.levers[name]

    def prices(self, rows: Float) -> Prices:
        """Return what features cost where levers are at some values, the last row of which is 0."""
        features = self.layout.features
        money, hours, deviation = np.zeros((3, len(features), rows.shape[1]))
        for mode in FAMILIES:
            money[features[f"km:{mode}"]] = rows[self.parameter(f"{mode}-rate")]
            hours[features[f"km:{mode}"]] = 24 / rows[self.parameter(f"{mode}-speed")]
        for number, way in enumerate(self.layout.ways):
            if way.rate is not None:
                money[features[f"km:{number}"]] = rows[self.levers.get(f"links.{way.id}.rate", NOTHING)]
                hours[features[f"km:{number}"]] = 24 / rows[self.parameter(f"{family(way.mode)}-speed")]
        for name in ("terminal", "gauge-change"):
            money[features[name]] = rows[self.parameter(name)]
            hours[features[name]] = rows[self.parameter(f"{name.removesuffix('-change')}-hours")]
        money[features["sea-boarding"]] = rows[self.parameter("sea-boarding")]
        deviation[:] = rows[self.parameter("travel-spread")] * hours
        for place, lever in enumerate(self.premiums):
            money[features[f"enter:{place}"]] = rows[lever]
        self._charge(rows, money, hours, deviation)
        return Prices(money, hours, deviation)

    def _charge(self, rows: Float, money: Float, hours: Float, deviation: Float) -> None:
        """Enter what borders and regimes cost."""
        feature, due, time, stated = self.charges.T
        money[feature] = rows[due]
        hours[feature] = rows[time] * rows[self.parameter("border-time")]
        uncertain = rows[self.parameter("border-spread")] * hours[feature]
        deviation[feature] = np.where((stated == NOTHING)[:, None], uncertain, rows[stated])


@dataclass(frozen=True, slots=True)
class _Found:
    """Finds the levers of a world."""

    layout: Layout
    world: World
    place: int
    levers: Mapping[str, int]

    def __call__(self, key: str) -> int:
        return self.levers.get(key, NOTHING)

    def charges(self) -> Iterator[Sequence[int]]:
        """Yield features of borders and regimes with the levers of dues, hours and uncertainty."""
        features = self.layout.features
        for border in self.layout.borders:
            yield features[f"border:{border}"], *(self(f"borders.{border}.{key}") for key in ("usd", "hours", "spread"))
        for number, group in enumerate(self.layout.groups):
            regime = group[self.place]
            use = features[f"regime:{number}"]
            yield use, self(f"regimes.{regime}.usd"), self(f"regimes.{regime}.hours"), NOTHING
            yield features[f"regime-km:{number}"], self(f"regimes.{regime}.fee"), NOTHING, NOTHING

    def premiums(self) -> Iterator[int]:
        """Yield the lever of each premium; ``NOTHING`` where it is none of this world."""
        own = {premium_key(key, each) for key, each in premium_keys(self.world.network.corridor.premiums)}
        for wanted, (key, _) in self.layout.premiums.items():
            yield self(f"premiums.{key}") if wanted in own else NOTHING

    def fees(self) -> Iterator[Fee]:
        """Yield who is paid for what."""
        features, corridor = self.layout.features, self.world.network.corridor
        for border in corridor.borders:
            for who in border.fee_to:
                key = f"borders.{border.id}"
                yield Fee(features[f"border:{border.id}"], who, self(f"{key}.usd"), self(f"{key}.fee_to.{who}"))
        regimes = {regime.id: regime for regime in corridor.regimes}
        for number, group in enumerate(self.layout.groups):
            regime = regimes.get(group[self.place] or "")
            for who in regime.fee_to if regime else ():
                key = f"regimes.{group[self.place]}"
                share = self(f"{key}.fee_to.{who}")
                yield Fee(features[f"regime:{number}"], who, self(f"{key}.usd"), share)
                yield Fee(features[f"regime-km:{number}"], who, self(f"{key}.fee"), share)
        numbers = {key: at for at, key in enumerate(self.layout.premiums)}
        for key, premium in premium_keys(corridor.premiums):
            if premium.to is not None:
                at = numbers[premium_key(key, premium)]
                yield Fee(features[f"enter:{at}"], premium.to, self(f"premiums.{key}"), NOTHING)

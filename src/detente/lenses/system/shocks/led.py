"""Where a shock leads, counted over draws."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from detente.lenses.system.results import End
from detente.lenses.system.shocks.result import Led
from detente.methods.system.shock import Shock as Force
from detente.methods.system.shock import ends_after_in_draws
from detente.methods.system.succession import Starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.system import Shock
    from detente.lenses.system.region import Region
    from detente.methods.system import arrays
    from detente.methods.system.rule import Rule

_MOST_DRAWS = Fraction(1, 2)
_FOR_PROGRAMS = 4


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Where a shock leads under some rules.

    Attributes
    ----------
    region, shock
        The region, and what is forced on it; ``None`` where nothing is.
    shares
        By rule, the share of the draws that comes to each end.
    """

    region: Region
    shock: Shock | None
    shares: Mapping[Rule, Mapping[arrays.End, Fraction]]

    @property
    def led(self) -> Led:
        """The same for programs."""
        told = {rule: tuple(self._ends(shares)) for rule, shares in self.shares.items()}
        keys = {"global": "global_", "incremental": "incremental", "local": "local"}
        return Led(**{keys[rule]: several for rule, several in told.items()}, undecided=self.undecided)

    def _ends(self, shares: Mapping[arrays.End, Fraction]) -> Iterator[End]:
        for end, share in sorted(shares.items(), key=lambda each: (-each[1], each[0])):
            yield End(self._states(end), round(float(share), _FOR_PROGRAMS))

    def _states(self, end: arrays.End) -> dict[str, str | None]:
        """Return the state of each condition in an end; ``None`` where it goes on moving."""
        first = self.region.ids(end[0])
        moving = {name for other in end[1:] for name, state in self.region.ids(other).items() if state != first[name]}
        return {name: None if name in moving else state for name, state in first.items()}

    def surely(self, name: str, state: str) -> float:
        """Return in which share of the draws a condition comes to a state, under the rule that has it least."""
        return min(
            float(sum(share for end, share in shares.items() if self._states(end)[name] == state))
            for shares in self.shares.values()
        )

    @property
    def mostly(self) -> Mapping[Rule, Mapping[str, str | None]]:
        """By rule, the state that each condition comes to in most draws; ``None`` where none has most."""
        return {rule: self._mostly(shares) for rule, shares in self.shares.items()}

    def _mostly(self, shares: Mapping[arrays.End, Fraction]) -> dict[str, str | None]:
        counts: dict[str, dict[str, Fraction]] = {each.id: {} for each in self.region.descriptors}
        for end, share in shares.items():
            for name, state in self._states(end).items():
                if state is not None:
                    counts[name][state] = counts[name].get(state, Fraction()) + share
        return {
            name: next((state for state, share in own.items() if share > _MOST_DRAWS), None)
            for name, own in counts.items()
        }

    @property
    def undecided(self) -> tuple[str, ...]:
        """The conditions of which rules disagree on what most draws do, or no state has most draws."""
        told = list(self.mostly.values())
        return tuple(
            each.id
            for each in self.region.descriptors
            if None in (states := {mostly[each.id] for mostly in told}) or len(states) > 1
        )


def outcomes(region: Region, now: arrays.Configuration) -> tuple[Outcomes, ...]:
    """Return where the region goes from a configuration by itself, and then where each shock leads.

    Raises
    ------
    TooLargeError
        If all moves are too many to follow.
    """
    return tuple(_outcomes(region, now, shock) for shock in (None, *region.system.shocks))


def force(region: Region, shock: Shock | None) -> Force:
    """Return a shock in numbers; one that forces nothing for ``None``."""
    if shock is None:
        return Force({})
    places = {each.id: number for number, each in enumerate(region.descriptors)}
    states = {places[name]: region.model.local(name, state) for name, state in shock.states.items()}
    return Force(states, held=shock.lasting == "held", release=shock.release)


def _outcomes(region: Region, now: arrays.Configuration, shock: Shock | None) -> Outcomes:
    forced = force(region, shock)
    starts = Starts.alike(now, len(region.draws))
    shares = {}
    for rule in region.options.rules:
        ends = ends_after_in_draws(region.web, region.draws, starts, forced, rule)
        found: dict[arrays.End, Fraction] = {}
        for several in ends:
            for end in several:
                found[end] = found.get(end, Fraction()) + Fraction(1, len(several) * len(ends))
        shares[rule] = found
    return Outcomes(region, shock, shares)

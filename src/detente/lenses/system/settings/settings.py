"""Which states of the region the others are asked under: today's, those of earlier dates, and where shocks lead."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from detente.lenses.system.settings.answers import Answers
from detente.lenses.system.settings.result import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case.system import Gate, Shock
    from detente.lenses.system.region import Region
    from detente.lenses.system.results import AtDate
    from detente.lenses.system.settings.answers import Answer, Shut
    from detente.lenses.system.shocks.led import Outcomes
    from detente.methods.system.arrays import Configuration, End

_FOR_PROGRAMS = 4


@dataclass(frozen=True, eq=False)
class Asked:
    """A state of the region, or several under which the same is open and closed, with what the others say.

    Attributes
    ----------
    id
        What it is called.
    states
        By condition, its state; ``None`` where it differs among them.
    share
        In which share of the draws it comes to that, under the rule that has it least.
    gates
        The gates that are shut.
    answer
        What the others say.
    shock, date
        The shock that leads there, or the day on which the region was so; neither of today.
    """

    id: str
    states: Mapping[str, str | None]
    share: Fraction
    gates: tuple[Gate, ...]
    answer: Answer
    shock: Shock | None = None
    date: str | None = None

    @property
    def is_first(self) -> bool:
        """Whether it is the only one of its name, or the likeliest."""
        return self.shock is None or self.id == self.shock.id

    @property
    def told(self) -> Setting:
        """The same for programs."""
        closed = tuple(dict.fromkeys(each.target for each in self.gates))
        share = round(float(self.share), _FOR_PROGRAMS)
        return Setting(self.id, self.states, share, closed, self.answer.conflict, self.answer.packages)


def asked(answers: Answers, dates: Iterable[AtDate], shocks: Iterable[Outcomes]) -> Iterator[Asked]:
    """Yield the states of the region under which the others are asked, with what they say.

    Parameters
    ----------
    dates
        The region at the dates of its changes.
    shocks
        Where each shock leads.
    """
    found, now = answers.region, answers.region.now
    if now is None:
        return
    yield _one(answers, str(found.moment.as_of), now)
    for each in dates:
        configuration = _configuration(found, each.states)
        if configuration != now:
            yield _one(answers, each.date, configuration, date=each.date)
    for led in shocks:
        if led.shock is not None:
            yield from _after(answers, led, led.shock)


def _configuration(found: Region, states: Mapping[str, str]) -> Configuration:
    return tuple(found.model.local(each.id, states[each.id]) for each in found.descriptors)


def _one(answers: Answers, name: str, configuration: Configuration, date: str | None = None) -> Asked:
    gates, answer = answers.gates(answers.shut(configuration)), answers.of(configuration)
    return Asked(name, answers.region.ids(configuration), Fraction(1), gates, answer, date=date)


def _after(answers: Answers, led: Outcomes, shock: Shock) -> Iterator[Asked]:
    """Yield where a shock leads: ends under which the same is open and closed together, the likeliest first."""
    groups: dict[frozenset[Shut], list[End]] = defaultdict(list)
    for end in dict.fromkeys(end for each in led.reached.values() for end in each.ends):
        groups[frozenset(map(answers.shut, end))].append(end)
    shares = {key: _share(led, ends) for key, ends in groups.items()}
    ordered = sorted(groups, key=lambda key: (-shares[key], sorted(map(sorted, key))))
    for number, key in enumerate(ordered, 1):
        ends = groups[key]
        name = shock.id if number == 1 else f"{shock.id}:{number}"
        gates = answers.gates(frozenset[int]().union(*key))
        states = _common(answers.region, ends)
        yield Asked(name, states, shares[key], gates, answers.of_end(ends[0]), shock=shock)


def _share(led: Outcomes, ends: Iterable[End]) -> Fraction:
    several = tuple(ends)
    return min(Fraction(sum(each.ends.get(end, 0) for end in several), each.whole) for each in led.reached.values())


def _common(found: Region, ends: Iterable[End]) -> dict[str, str | None]:
    """Return by condition the state that it has in all of some ends."""
    first, *others = [found.ids(each) for end in ends for each in end]
    return {name: state if all(each[name] == state for each in others) else None for name, state in first.items()}

"""Red lines straight from the definition: packages and states listed one by one, conditions asked of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, product

Package = Mapping[str, str]
Holds = Callable[[Package], bool]


@dataclass(frozen=True)
class Side:
    """A party: what its outcomes are worth by issue, what no deal is, and what must hold in all that it accepts."""

    no_deal: Fraction | None
    weights: Mapping[str, int]
    values: Mapping[str, Mapping[str, Fraction]]
    red_lines: Mapping[str, Holds] = field(default_factory=dict)

    def worth(self, package: Package) -> Fraction:
        """Return what a package is worth: values times weights, over all weights."""
        total = sum(self.weights.values())
        return sum((self.weights[i] * self.values[i][package[i]] for i in self.weights), Fraction(0)) / total

    def refuses(self, package: Package) -> bool:
        """Whether a package crosses one of its red lines."""
        return any(not holds(package) for holds in self.red_lines.values())

    def accepts(self, package: Package) -> bool:
        """Whether it takes a package: it crosses no red line and is worth no less than no deal, where it values any."""
        content = self.no_deal is None or self.worth(package) >= self.no_deal
        return content and not self.refuses(package)


def packages(issues: Mapping[str, Iterable[str]]) -> list[Package]:
    """Return every combination of outcomes."""
    return [dict(zip(issues, chosen, strict=True)) for chosen in product(*issues.values())]


def zone(every: Iterable[Package], sides: Mapping[str, Side]) -> list[Package]:
    """Return what everybody accepts."""
    return [package for package in every if all(side.accepts(package) for side in sides.values())]


def efficient(every: Iterable[Package], sides: Mapping[str, Side]) -> list[Package]:
    """Return what crosses no red line and no other such package is as good as for all and better than for somebody."""
    clear = [package for package in every if not any(side.refuses(package) for side in sides.values())]
    valuing = [side for side in sides.values() if side.no_deal is not None]
    worth = [[side.worth(package) for side in valuing] for package in clear]

    def beaten(own: list[Fraction]) -> bool:
        return any(other != own and all(b >= a for a, b in zip(own, other, strict=True)) for other in worth)

    return [package for package, own in zip(clear, worth, strict=True) if not beaten(own)]


def smallest_clashes(every: Iterable[Package], lines: Mapping[str, Holds]) -> set[frozenset[str]]:
    """Return all sets of red lines, as small as there are, that no package keeps together."""
    listed = list(every)
    for size in range(1, len(lines) + 1):
        found = {
            frozenset(some)
            for some in combinations(lines, size)
            if not any(all(lines[name](package) for name in some) for package in listed)
        }
        if found:
            return found
    return set()


def ranks(states: Iterable[str], crosses: Callable[[str], bool], worth: Callable[[str], object]) -> dict[str, int]:
    """Return the rank of each state from 1, the best: those that cross no red line first, then as by ``worth``."""
    listed = list(states)
    levels = sorted({(not crosses(s), worth(s)) for s in listed}, reverse=True)
    return {s: levels.index((not crosses(s), worth(s))) + 1 for s in listed}

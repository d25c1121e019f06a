"""The plainest arrangement that meets demands, found exactly.

Demands on one variable alone only narrow its values, which bit sets do at once. What is left is searched by splitting
the values of a variable at an atom on which a demand depends: on either side demands are settled, or come to speak of
one variable alone. Branches that cannot be plainer than what was found are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import And, Expression, Name, Not, Or, Pattern, walk
from detente.methods.gmcr.preference.restriction import settled
from detente.methods.gmcr.preference.state_sets import true_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.methods.control.arrangements import Atom

MOST_BRANCHES = 20_000
"""So many branches are looked at before a question is refused."""


class TooManyArrangementsError(ValueError):
    """Demands so entangled that the arrangements that meet them cannot be told in reasonable time."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """The arrangements that there are.

    Attributes
    ----------
    costs
        By variable, what each of its values costs, rising; costs add up.
    atoms
        What can be true, by name.
    """

    costs: Sequence[Sequence[int]]
    atoms: Mapping[str, Atom]

    def plainest(self, demands: Sequence[Expression]) -> tuple[int, ...] | None:
        """Return the values of the cheapest arrangement that meets all demands; ``None`` where none does.

        Of equally cheap ones it is the one whose values have the lowest numbers, the first variable first; so neither
        the order of demands nor the way they are written decides.

        Raises
        ------
        TooManyArrangementsError
            If more than ``MOST_BRANCHES`` branches do not tell.
        KeyError
            If a demand names no atom.
        """
        search = _Search(self)
        search.look([(1 << len(values)) - 1 for values in self.costs], demands)
        return None if search.best is None else search.best[1]


@dataclass(slots=True)
class _Search:
    """Looks for the plainest arrangement; ``best`` is the cost and the values of the one found so far."""

    space: Space
    best: tuple[int, tuple[int, ...]] | None = None
    branches: int = 0

    def look(self, domains: list[int], demands: Iterable[Expression]) -> None:
        """Look among the arrangements whose values are in ``domains``, which are narrowed."""
        self.branches += 1
        if self.branches > MOST_BRANCHES:
            msg = f"the rules are too entangled: {MOST_BRANCHES:,} cases do not tell what breaks none of them"
            raise TooManyArrangementsError(msg)
        left = self._narrowed(domains, demands)
        if left is None:
            return
        lowest = tuple((domain & -domain).bit_length() - 1 for domain in domains)
        bound = (sum(costs[k] for costs, k in zip(self.space.costs, lowest, strict=True)), lowest)
        if self.best is not None and bound >= self.best:
            return
        if left:
            self._split(domains, left)
        else:
            self.best = bound

    def _narrowed(self, domains: list[int], demands: Iterable[Expression]) -> list[Expression] | None:
        """Return what is left of demands, each on several variables; ``None`` where they cannot be met."""
        left = list(demands)
        while True:
            before, entangled = list(domains), list[Expression]()
            for part in _conjuncts(left):
                found = settled(part, partial(self._known, domains))
                if found is False:
                    return None
                if not isinstance(found, bool) and not self._narrow(domains, found):
                    entangled.append(found)
            if not all(domains):
                return None
            left = entangled
            if domains == before:
                return left

    def _narrow(self, domains: list[int], demand: Expression) -> bool:
        """Narrow the values of the variable that a demand speaks of; whether it speaks of one alone."""
        atoms = {part.id: self.space.atoms[part.id] for part, _ in walk(demand) if isinstance(part, Name)}
        first, *others = {atom.variable for atom in atoms.values()}
        if others:
            return False
        domain = domains[first]
        domains[first] = true_in(demand, {name: atom.values & domain for name, atom in atoms.items()}, domain)
        return True

    def _known(self, domains: Sequence[int], part: Name | Pattern) -> Expression | bool:
        """Return the truth of an atom where it is that of all values that are left."""
        if isinstance(part, Pattern):
            raise TypeError("no pattern says anything of arrangements")
        variable, values = self.space.atoms[part.id]
        left = domains[variable] & values
        return left != 0 if left in (0, domains[variable]) else part

    def _split(self, domains: list[int], demands: Sequence[Expression]) -> None:
        """Look at both sides of an atom on which a demand depends, the plainer side first."""
        name = next(part.id for part, _ in walk(demands[0]) if isinstance(part, Name))
        variable, values = self.space.atoms[name]
        sides = (domains[variable] & values, domains[variable] & ~values)
        for side in sorted(sides, key=lambda each: each & -each):
            self.look([*domains[:variable], side, *domains[variable + 1 :]], demands)


def _conjuncts(demands: Iterable[Expression]) -> Iterator[Expression]:
    """Yield what has to hold part by part; that nothing of several things holds is one part for each."""
    for demand in demands:
        match demand:
            case And(parts):
                yield from _conjuncts(parts)
            case Not(Or(parts)):
                yield from _conjuncts(Not(part) for part in parts)
            case Not(Not(part)):
                yield from _conjuncts((part,))
            case _:
                yield demand

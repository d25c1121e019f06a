"""A slow twin of the kernels of webs, written straight from the definitions: dictionaries and loops, no arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

State = tuple[int, int]
"""A descriptor, and one of its states."""

Configuration = tuple[int, ...]


@dataclass(frozen=True)
class Twin:
    """A web by names: what is not listed is 0, open, without slack, and moves."""

    sizes: Mapping[int, int]
    impact: Mapping[tuple[State, State], int]
    background: Mapping[State, int] = field(default_factory=dict)
    closed: frozenset[State] = frozenset()
    slack: Mapping[int, int] = field(default_factory=dict)
    contexts: frozenset[int] = frozenset()
    ordered: frozenset[int] = frozenset()
    needs: tuple[tuple[State, frozenset[State]], ...] = ()

    def states(self) -> Iterator[State]:
        """Yield all states."""
        for descriptor, size in self.sizes.items():
            for state in range(size):
                yield descriptor, state

    def every(self) -> Iterator[Configuration]:
        """Yield all configurations."""
        yield from product(*(range(size) for size in self.sizes.values()))

    def balance(self, at: Configuration, state: State) -> int:
        """Return what is done to a state."""
        return self.background.get(state, 0) + sum(self.impact.get((source, state), 0) for source in enumerate(at))

    def is_open(self, at: Configuration, state: State) -> bool:
        """Return whether a state can be taken, all else as it is."""
        if state in self.closed:
            return False
        descriptor, own = state
        taken = set(enumerate((*at[:descriptor], own, *at[descriptor + 1 :])))
        return all(taken & clause for needing, clause in self.needs if needing == state)

    def open_of(self, at: Configuration, descriptor: int) -> list[int]:
        """Return the states that a descriptor can take."""
        return [k for k in range(self.sizes[descriptor]) if self.is_open(at, (descriptor, k))]

    def best(self, at: Configuration, descriptor: int) -> list[int]:
        """Return the best open states of a descriptor, none of a context."""
        balances = {k: self.balance(at, (descriptor, k)) for k in self.open_of(at, descriptor)}
        if descriptor in self.contexts:
            return []
        return [k for k, balance in balances.items() if balance == max(balances.values())]

    def pressure(self, at: Configuration, descriptor: int) -> int:
        """Return by how much the best open state is better than the present one."""
        best = self.best(at, descriptor)
        own = self.balance(at, (descriptor, at[descriptor]))
        return max(self.balance(at, (descriptor, best[0])) - own, 0) if best else 0

    def is_forced(self, at: Configuration, descriptor: int) -> bool:
        """Return whether a descriptor cannot be in its present state."""
        return descriptor not in self.contexts and not self.is_open(at, (descriptor, at[descriptor]))

    def is_consistent(self, at: Configuration) -> bool:
        """Return whether nothing is wrong with any descriptor."""
        return all(
            self.is_open(at, (descriptor, at[descriptor]))
            and self.pressure(at, descriptor) <= self.slack.get(descriptor, 0)
            for descriptor in self.sizes
        )

    def consistent(self) -> list[Configuration]:
        """Return the configurations of which that is true."""
        return [at for at in self.every() if self.is_consistent(at)]

    def step(self, at: Configuration, rule: str, held: Collection[int] = ()) -> set[Configuration]:
        """Return what may be next."""
        moving = {}
        for descriptor in self.sizes:
            pressed = self.pressure(at, descriptor)
            forced = self.is_forced(at, descriptor)
            can = descriptor not in held and self.best(at, descriptor)
            if can and (forced or pressed > self.slack.get(descriptor, 0)):
                moving[descriptor] = (1, 0) if forced else (0, pressed)
        if rule == "local" and moving:
            moving = {each: how for each, how in moving.items() if how == max(moving.values())}
        ways = []
        for descriptor, own in enumerate(at):
            goals = self.best(at, descriptor) if descriptor in moving else [own]
            if rule == "incremental" and descriptor in self.ordered:
                goals = [self.next_on_the_way(at, descriptor, goal) for goal in goals]
            ways.append(sorted(set(goals)))
        return set(product(*ways))

    def next_on_the_way(self, at: Configuration, descriptor: int, goal: int) -> int:
        """Return the first state towards another that the descriptor can take."""
        place, can = at[descriptor], self.open_of(at, descriptor)
        while place != goal:
            place += 1 if goal > place else -1
            if place in can:
                break
        return place

    def reached(self, at: Configuration, rule: str, held: Collection[int] = ()) -> set[Configuration]:
        """Return what comes sooner or later, itself among it."""
        found, todo = {at}, [at]
        while todo:
            for after in self.step(todo.pop(), rule, held) - found:
                found.add(after)
                todo.append(after)
        return found

    def ends(self, at: Configuration, rule: str, held: Collection[int] = ()) -> tuple[tuple[Configuration, ...], ...]:
        """Return the sets from each of whose members just its members are reached."""
        ways = {each: self.reached(each, rule, held) for each in self.reached(at, rule, held)}
        found = {frozenset(after) for after in ways.values() if all(ways[each] == after for each in after)}
        return tuple(sorted(tuple(sorted(each)) for each in found))

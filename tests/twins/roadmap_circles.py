"""Deadlocks by brute force: who cannot come about, who waits for whom, and what giving up one requirement does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tests.twins.roadmap_days import Moment, Tree, closure, leaves, satisfied


def blocking(one: Tree, reached: set[str]) -> Iterator[str]:
    """Yield the steps by which a requirement cannot be fulfilled."""
    if satisfied(one, reached):
        return
    if one[0] == "step":
        yield one[1]
    else:
        for part in one[1]:
            yield from blocking(part, reached)


def circles(trees: Mapping[str, tuple[Tree, ...]], done: Iterable[str]) -> set[frozenset[str]]:
    """Return the sets of steps that cannot come about and wait for each other, each directly or through others."""
    reached = closure(trees, done, trees)
    waits = {
        one: {other for need in trees[one] for other in blocking(need, reached)} for one in trees if one not in reached
    }
    beyond = {one: _follow(waits, one) for one in waits}
    mutual = {one: frozenset(other for other in beyond[one] if one in beyond[other]) for one in waits}
    return {group for group in mutual.values() if group}


def _follow(waits: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    ahead = list(waits[start])
    while ahead:
        one = ahead.pop()
        if one not in seen:
            seen.add(one)
            ahead.extend(waits[one])
    return seen


def given_up(one: Tree, name: str) -> Tree | None:
    """Return a requirement without the need for one step, as if that only accelerated; None if nothing is left."""
    if one[0] == "step":
        return None if one[1] == name else one
    parts = tuple(part for part in (given_up(part, name) for part in one[1]) if part is not None)
    return (one[0], parts) if parts else None


def breakers(moment: Moment, circle: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each requirement in a circle that would leave no circle among its steps if it were given up."""
    for waiting in circle:
        for name in {leaf for need in moment.trees[waiting] for leaf in leaves(need)} & circle:
            left = (given_up(need, name) for need in moment.trees[waiting])
            trees = dict(moment.trees) | {waiting: tuple(need for need in left if need is not None)}
            if not any(other & circle for other in circles(trees, moment.done)):
                yield waiting, name

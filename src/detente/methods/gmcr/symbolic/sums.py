"""Sums of weights: which weights outweigh all the others, and how many different sums there are."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MAX_NODES = 1 << 16
"""The most nodes of a diagram that tells sums apart, as different sums times options: with more nothing is answered."""


def most_sums(options: int) -> int:
    """Return how many different sums the weights of so many options may have."""
    return MAX_NODES // max(options, 1)


def ordered_parts(weights: Sequence[int]) -> list[list[int]]:
    """Return weights split into parts, the heaviest first, none of which the later ones together can outweigh.

    Two sums compare as the first of their parts that differ: any difference within a part is a multiple of the
    greatest common divisor of its weights, by which they are divided. Every part has one weight per option
    [length n].
    """
    heaviest_first = sorted((k for k, weight in enumerate(weights) if weight), key=lambda k: -abs(weights[k]))
    left = sum(map(abs, weights))
    parts: list[list[int]] = []
    members: list[int] = []
    for k in heaviest_first:
        members.append(k)
        left -= abs(weights[k])
        divisor = gcd(*(weights[m] for m in members))
        if divisor > left:
            parts.append([weight // divisor if m in members else 0 for m, weight in enumerate(weights)])
            members = []
    return parts


def count_sums(weights: Collection[int], most: int) -> int:
    """Return how many different sums some of the weights can have; ``most + 1`` where there are more than ``most``."""
    sums = {0}
    for weight in weights:
        sums |= {each + weight for each in sums}
        if len(sums) > most:
            return most + 1
    return len(sums)

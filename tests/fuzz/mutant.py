"""Mutants: an origin and a list of mutations, each with a seed of its own, so that any part can be replayed."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import asdict, dataclass, replace
from random import Random
from typing import Self

from tests.fuzz import origins, texts, trees

SIZE = 2_000_000
"""No mutant is larger [bytes]: copies of copies grow fast, and size alone is not what is tried here."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A case made from another.

    Attributes
    ----------
    seed
        What it was drawn with; the mutations below say all that is needed to make it again.
    origin
        The name of what it is made from.
    mutations
        What was done, in order: the name of a mutation, and the seed of its dice.
    """

    seed: int
    origin: str
    mutations: tuple[tuple[str, int], ...]

    @classmethod
    def drawn(cls, seed: int, passes: Callable[[bytes], bool]) -> Self:
        """Return the mutant of a seed.

        Every other one is walked to: of its mutations only those are kept after which ``passes`` still holds of the
        case, so that it gets far from its origin without being refused at the door.
        """
        dice = Random(seed)
        small = [name for name in origins.texts() if name not in ("flagship", "rich", "template")]
        origin = dice.choice(["flagship", "rich", "rich", "rich", "template", dice.choice(small)])
        if seed % 2:
            return cls(seed, origin, ())._walked(dice, passes)
        kinds = dice.choice([trees.MEANT, tuple(trees.MUTATIONS), tuple(texts.MUTATIONS)])
        names = [dice.choice(kinds) for _ in range(dice.choice([1, 1, 2, 2, 3, 4]))]
        return cls(seed, origin, tuple((name, dice.randrange(2**32)) for name in names))

    def _walked(self, dice: Random, passes: Callable[[bytes], bool]) -> Self:
        here = self
        for _ in range(dice.choice([4, 8, 16])):
            kinds = dice.choice([trees.MEANT, trees.MEANT, trees.MEANT, trees.STRUCTURAL])
            there = replace(here, mutations=(*here.mutations, (dice.choice(kinds), dice.randrange(2**32))))
            here = there if passes(there.data()) else here
        return here

    def without(self, number: int) -> Mutant:
        """Return it with one mutation less."""
        return replace(self, mutations=self.mutations[:number] + self.mutations[number + 1 :])

    def data(self) -> bytes:
        """Return what stands in its file."""
        on_values = [each for each in self.mutations if each[0] in trees.MUTATIONS]
        data = origins.texts()[self.origin].encode()
        if on_values:
            tree = deepcopy(origins.trees()[self.origin])
            for name, seed in on_values:
                trees.MUTATIONS[name](tree, Random(seed))
            data = origins.written(tree).encode("utf-8", "surrogatepass")
        for name, seed in self.mutations:
            if name in texts.MUTATIONS:
                data = texts.MUTATIONS[name](data, Random(seed))
        return data[:SIZE]

    def to_json(self) -> str:
        """Return what it takes to make it again."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the mutant that ``to_json`` wrote."""
        found = json.loads(text)
        return cls(found["seed"], found["origin"], tuple((name, seed) for name, seed in found["mutations"]))

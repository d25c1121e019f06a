"""The least that still goes wrong: fewer mutations, then a smaller case."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import yaml
from tests.fuzz.mutant import Mutant
from tests.fuzz.origins import read, written
from tests.fuzz.trees import spots

Fails = Callable[[bytes], bool]


def fewer_mutations(mutant: Mutant, fails: Fails) -> Mutant:
    """Return the mutant without the mutations that are not needed."""
    number = len(mutant.mutations) - 1
    while number >= 0:
        less = mutant.without(number)
        mutant = less if fails(less.data()) else mutant
        number -= 1
    return mutant


def smaller(data: bytes, fails: Fails) -> bytes:
    """Return a case with everything taken away that is not needed; as it is where it is no YAML."""
    try:
        tree = read(data.decode("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        return _fewer_lines(data, fails)
    best = written(tree).encode("utf-8", "surrogatepass")
    if not fails(best):
        return _fewer_lines(data, fails)
    gone = True
    while gone:
        gone = False
        number = 0
        while number < len(places := list(spots(tree))):
            less = deepcopy(tree)
            box, key = list(spots(less))[number]
            del box[key]
            text = written(less).encode("utf-8", "surrogatepass")
            if fails(text):
                tree, best, gone = less, text, True
            else:
                number += 1
        del places
    return best


def _fewer_lines(data: bytes, fails: Fails) -> bytes:
    lines = data.split(b"\n")
    size = max(len(lines) // 2, 1)
    while size:
        at = 0
        while at < len(lines):
            less = lines[:at] + lines[at + size :]
            if fails(b"\n".join(less)):
                lines = less
            else:
                at += size
        size //= 2
    return b"\n".join(lines)

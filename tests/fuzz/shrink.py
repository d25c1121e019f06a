"""The least that still goes wrong: fewer mutations, then a smaller case."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml
from tests.fuzz.mutant import Mutant
from tests.fuzz.origins import read, written
from tests.fuzz.trees import Spot, spots


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a case still goes wrong in the same way, and till when to ask [``time.process_time``]."""

    fails: Callable[[bytes], bool]
    until: float

    def open(self) -> bool:
        """Return whether there is time for another answer."""
        return time.process_time() < self.until


def fewer_mutations(mutant: Mutant, question: Question) -> Mutant:
    """Return the mutant without the mutations that are not needed."""
    number = len(mutant.mutations) - 1
    while number >= 0 and question.open():
        less = mutant.without(number)
        mutant = less if question.fails(less.data()) else mutant
        number -= 1
    return mutant


def smaller(data: bytes, question: Question) -> bytes:
    """Return a case with everything taken away that is not needed, as far as the time goes."""
    try:
        tree = read(data.decode("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        return _fewer_lines(data, question)
    if not isinstance(tree, dict) or not question.fails(_bytes(tree)):
        return _fewer_lines(data, question)
    before = 0
    while before != (size := len(_bytes(tree))) and question.open():
        before, number = size, 0
        while number < len(list(spots(tree))) and question.open():
            less = deepcopy(tree)
            box, key = _by_depth(less)[number]
            del box[key]
            tree, number = (less, number) if question.fails(_bytes(less)) else (tree, number + 1)
    return _bytes(tree)


def _by_depth(tree: Any) -> list[Spot]:
    """Return the place of everything, sections first: the sooner much is gone, the less the other questions cost."""
    found, level = list[Spot](), [tree]
    while level:
        here = [(box, key) for box in level for key in (box if isinstance(box, dict) else range(len(box)))]
        found += here
        level = [box[key] for box, key in here if isinstance(box[key], dict | list)]
    return found


def _bytes(tree: object) -> bytes:
    return written(tree).encode("utf-8", "surrogatepass")


def _fewer_lines(data: bytes, question: Question) -> bytes:
    lines = data.split(b"\n")
    size = max(len(lines) // 2, 1)
    while size and question.open():
        at = 0
        while at < len(lines) and question.open():
            less = lines[:at] + lines[at + size :]
            lines, at = (less, at) if question.fails(b"\n".join(less)) else (lines, at + size)
        size //= 2
    return b"\n".join(lines)

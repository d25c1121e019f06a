"""Scenarios drawn at random from what a case says: most can be applied, many break a rule, some lead nowhere."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from detente.case import Case

Tree = dict[str, Any]
Words = tuple[str, ...]

_JUNK: tuple[Any, ...] = (
    *(None, 0, -1, 7, 0.5, "", "x", "no-such-id", "1850-01-01", "2031"),
    *([0.2, 0.9], [], {}, False, "step:nowhere"),
)


class Draws:
    """What the scenarios of one case are drawn from.

    Parameters
    ----------
    case
        The case.
    seed
        Of the draws.
    """

    def __init__(self, case: Case, seed: int) -> None:
        self.random = random.Random(seed)
        self.values: dict[str, list[Any]] = defaultdict(list)
        self.places: list[tuple[Words, str]] = []
        self.lists: list[tuple[Words, list[Tree]]] = []
        self.named: list[Words] = []
        tree = case.model_dump(by_alias=True, exclude_unset=True, exclude={"scenarios"}, mode="json")
        for section, value in tree.items():
            self._look(value, (section,))

    def scenarios(self, count: int) -> list[Tree]:
        """Return so many scenarios of one to three changes as plain values."""
        numbers = range(count)
        return [{"id": f"w-{k}", "changes": list(self._changes(k)), "assumption": "a"} for k in numbers]

    def _look(self, value: Any, words: Words) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                self.values[key].append(item)
                self.places.append((words, key))
                self._look(item, (*words, key))
        elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            self.lists.append((words, value))
            for item in value:
                name = item.get("id") or item.get("actor")
                if isinstance(name, str):
                    self.named.append((*words, name))
                    self._look(item, (*words, name))

    def _changes(self, number: int) -> Iterator[Tree]:
        for _ in range(self.random.choice((1, 1, 2, 3))):
            kind = self.random.random()
            if kind < 0.25:
                yield {"drop": self._path(self.random.choice(self.named))}
            elif kind < 0.5:
                yield self._added(number)
            else:
                words, key = self.random.choice(self.places)
                yield {"set": self._path((*words, key)), "to": self._value(key)}

    def _added(self, number: int) -> Tree:
        words, listed = self.random.choice(self.lists)
        record = dict(self.random.choice(listed))
        if "id" in record and self.random.random() < 0.9:
            record["id"] = f"new-{number}-{self.random.randrange(1000)}"
        if self.random.random() < 0.5:
            key = self.random.choice(list(record))
            record |= {key: self._value(key)} if key != "id" else {}
        return {"add": ".".join(words), "record": record}

    def _value(self, key: str) -> Any:
        if key not in self.values or self.random.random() < 0.12:
            return self.random.choice(_JUNK)
        return self.random.choice(self.values[key])

    def _path(self, words: Words) -> str:
        """Return a path, sometimes shorter than it could be, or with a slip."""
        section, *below = words
        if len(below) > 1 and self.random.random() < 0.3:
            below.pop(self.random.randrange(len(below) - 1))
        if self.random.random() < 0.03:
            below.append("no-such-thing")
        return ".".join((section, *below))

"""Nodes: places of a JSON file with what stands there, and what is wrong with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.casefile.yaml_text.builder import Tree
from detente.diagnostics import Diagnostic, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.diagnostics import Span

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a JSON file.

    Attributes
    ----------
    value, place
        What stands there, and where.
    path
        How to get there from the top, such as ``decisionMakers[0].options``; empty at the top.
    """

    value: Any
    place: Place
    path: str = ""

    @property
    def span(self) -> Span:
        """Line and column of the value."""
        return self.place.span

    def get(self, key: str) -> Node | None:
        """Return the value of a key; ``None`` where it is missing or null."""
        if not isinstance(self.value, dict) or self.value.get(key) is None:
            return None
        return Node(self.value[key], self.place.inside[key], f"{self.path}.{key}".lstrip("."))

    def items(self) -> Iterator[Node]:
        """Yield the members of a list."""
        for k, value in enumerate(self.value):
            yield Node(value, self.place.inside[k], f"{self.path}[{k}]")

    def shown(self) -> str:
        """Return the value in a few words."""
        if isinstance(self.value, list | dict):
            return "a list" if isinstance(self.value, list) else "a mapping"
        text = self.value if isinstance(self.value, str) else json.dumps(self.value)
        line = clean(text[: 2 * _SHOWN])
        return f"'{line if len(line) <= _SHOWN else f'{line[: _SHOWN - 1]}…'}'"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file being read: what to call it, and what is wrong with it so far."""

    file: str
    problems: list[Diagnostic] = field(default_factory=list)

    def report(self, rule: Rule, node: Node, message: str, hint: str = "") -> None:
        """Note a problem at a place."""
        self.problems.append(rule.at(node.span, f"{node.path}: {message}" if node.path else message, hint))

    def listed(self, node: Node | None, what: str) -> list[Node]:
        """Return the members of a list; what is no list is a problem, and what is missing holds nothing."""
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.report(BAD_SHAPE, node, f"expected a list of {what}, got {node.shown()}")
            return []
        return list(node.items())


def plain(value: Any, span: Span) -> Tree:
    """Return a value of a case that was read off at ``span``."""
    return Tree(value, Place(span))


def mapping(span: Span, entries: Mapping[str, Tree | str]) -> Tree:
    """Return a record of a case; entries that are bare text stand where the record does."""
    trees = {key: entry if isinstance(entry, Tree) else plain(entry, span) for key, entry in entries.items()}
    places: dict[str | int, Place] = {
        key: Place(tree.place.span, tree.place.span, tree.place.inside) for key, tree in trees.items()
    }
    return Tree({key: tree.value for key, tree in trees.items()}, Place(span, None, places))


def listing(span: Span, trees: Sequence[Tree]) -> Tree:
    """Return a list of a case."""
    return Tree([tree.value for tree in trees], Place(span, None, {k: tree.place for k, tree in enumerate(trees)}))

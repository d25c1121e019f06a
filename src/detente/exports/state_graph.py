"""The state graph as columns: what is known of every state and of every move."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from detente.exports.export import ExportError

_TOKEN = re.compile(r"[A-Za-z0-9_.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that is known of every state or move.

    Attributes
    ----------
    key
        Its name.
    kind
        ``string``, ``int`` or ``boolean``.
    """

    key: str
    kind: Literal["string", "int", "boolean"]


MOVE_ATTRIBUTES = (
    Attribute("mover", "string"),
    Attribute("mover-name", "string"),
    Attribute("improvement", "boolean"),
)


@dataclass(frozen=True, slots=True)
class Move:
    """A move by places of states, and its values in the order of ``MOVE_ATTRIBUTES``."""

    source: int
    target: int
    values: tuple[str, ...]


class StateGraph:
    """The graph of a document of the conflict lens that holds its model.

    Raises
    ------
    ExportError
        If there are too many moves to write.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.model: Mapping[str, Any] = document["model"]
        self.names: list[str] = self.model["states"]
        self.makers: Sequence[Mapping[str, str]] = self.model["decision_makers"]
        self.concepts = list(document["equilibria"])
        if self.model["moves"] is None:
            raise ExportError("there are too many moves to write them one by one: leave out or join options")

    def ids(self) -> list[str]:
        """Return an id for each state: its name, or a number where some name could not stand as one."""
        if all(_TOKEN.fullmatch(name) for name in self.names):
            return self.names
        return [f"s{k}" for k in range(1, len(self.names) + 1)]

    def attributes(self) -> list[Attribute]:
        """Return what is known of every state."""
        fixed: list[Attribute] = [Attribute("state", "string"), Attribute("taken", "string")]
        fixed += [Attribute("named", "string"), Attribute("status-quo", "boolean")]
        for maker in self.makers:
            fixed += [Attribute(f"rank-{maker['id']}", "int"), Attribute(f"stable-{maker['id']}", "string")]
        return [*fixed, *(Attribute(f"equilibrium-{key}", "boolean") for key in self.concepts)]

    def states(self) -> Iterator[list[str]]:
        """Yield the values of each state in the order of ``attributes``."""
        document, makers = self.document, [maker["id"] for maker in self.makers]
        named: dict[str, list[str]] = {}
        for name, state in document["named"].items():
            named.setdefault(state, []).append(name)
        stable = {key: {m: set(found) for m, found in document["stability"][key].items()} for key in self.concepts}
        held = {key: set(document["equilibria"][key]) for key in self.concepts}
        for name, taken in zip(self.names, self.model["taken"], strict=True):
            values = [name, "; ".join(taken), ", ".join(named.get(name, ())), _flag(name == document["status_quo"])]
            for maker in makers:
                values.append(str(document["rank"][maker][name]))
                values.append(" ".join(key for key in self.concepts if name in stable[key][maker]))
            yield [*values, *(_flag(name in held[key]) for key in self.concepts)]

    def moves(self) -> Iterator[Move]:
        """Yield the moves, one decision maker after the other."""
        for maker in self.makers:
            payoff = self.model["payoffs"][maker["id"]]
            for source, target in self.model["moves"][maker["id"]]:
                better = _flag(payoff[target] > payoff[source])
                yield Move(source, target, (maker["id"], maker["name"], better))


def _flag(truth: bool) -> str:
    return "true" if truth else "false"

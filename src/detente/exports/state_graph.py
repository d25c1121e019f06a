"""The state graph as columns: what is known of every state and of every move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.exports.export import ExportError
from detente.findings import Findings
from detente.lenses.conflict.equilibria.states import States
from detente.lenses.conflict.listing import Brief, Named
from detente.lenses.conflict.model.whole import WholeModel

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
    """The graph of what the conflict lens found, with its model.

    Raises
    ------
    ExportError
        If there are too many moves to write.
    """

    def __init__(self, findings: Findings) -> None:
        self.found, self.model = findings.result(States), findings.result(WholeModel)
        if self.model.moves is None:
            raise ExportError("there are too many moves to write them one by one: leave out or join options")
        self.all_moves = self.model.moves

    def ids(self) -> tuple[str, ...]:
        """Return an id for each state: its name, or a number where some name could not stand as one."""
        names = self.model.states
        if all(_TOKEN.fullmatch(name) for name in names):
            return names
        return tuple(f"s{k}" for k in range(1, len(names) + 1))

    def attributes(self) -> list[Attribute]:
        """Return what is known of every state."""
        fixed: list[Attribute] = [Attribute("state", "string"), Attribute("taken", "string")]
        fixed += [Attribute("named", "string"), Attribute("status-quo", "boolean")]
        for maker in self.model.decision_makers:
            fixed += [Attribute(f"rank-{maker.id}", "int"), Attribute(f"stable-{maker.id}", "string")]
        return [*fixed, *(Attribute(f"equilibrium-{key}", "boolean") for key in self.found.equilibria)]

    def states(self) -> Iterator[list[str]]:
        """Yield the values of each state in the order of ``attributes``."""
        found, makers = self.found, [maker.id for maker in self.model.decision_makers]
        named: dict[str | None, list[str]] = {}
        for name, state in found.named.items():
            named.setdefault(state, []).append(name)
        stable = {key: {maker: _names(by[maker]) for maker in makers} for key, by in found.stability.items()}
        held = {key: _names(states) for key, states in found.equilibria.items()}
        rank = found.rank or {}
        for name, taken in zip(self.model.states, self.model.taken, strict=True):
            values = [name, "; ".join(taken), ", ".join(named.get(name, ())), _flag(name == found.status_quo)]
            for maker in makers:
                values.append(str(rank[maker][name]))
                values.append(" ".join(key for key, by in stable.items() if name in by[maker]))
            yield [*values, *(_flag(name in states) for states in held.values())]

    def moves(self) -> Iterator[Move]:
        """Yield the moves, one decision maker after the other."""
        for maker in self.model.decision_makers:
            payoff = self.model.payoffs[maker.id]
            for source, target in self.all_moves[maker.id]:
                better = _flag(payoff[target] > payoff[source])
                yield Move(source, target, (maker.id, maker.name, better))


def _names(states: Named) -> frozenset[str]:
    """Return the names of listed states: the whole model is written only where all are listed."""
    return frozenset(states.first if isinstance(states, Brief) else states)


def _flag(truth: bool) -> str:
    return "true" if truth else "false"

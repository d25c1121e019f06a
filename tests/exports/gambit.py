"""A strict reader of Gambit's files, written from its description of the formats and sharing nothing with ours.

It accepts only what Gambit 16.7 was seen to accept: labels of printable ASCII with single spaces, no two players
or strategies of one player alike, a table of the right length, information sets repeated exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([{}])|,|([A-Za-z]+)|(-?\d+))')


@dataclass(slots=True)
class Reader:
    """Reads tokens one after the other."""

    text: str
    at: int = 0

    def token(self) -> str | int:
        """Return the next token: labels begin with a quotation mark."""
        match = TOKEN.match(self.text, self.at)
        assert match, f"no token at {self.text[self.at : self.at + 20]!r}"
        self.at = match.end()
        if match[1] is not None:
            label = match[1].replace('\\"', '"')
            assert "\\" not in label
            assert label.isascii()
            assert label.isprintable()
            assert label == " ".join(label.split())
            return f'"{label}'
        if match[4] is not None:
            return int(match[4])
        return match[2] or match[3] or self.token()

    def expect(self, *tokens: str | int) -> None:
        """Read these tokens, and no others."""
        for wanted in tokens:
            found = self.token()
            assert found == wanted, f"{found!r} instead of {wanted!r}"

    def label(self) -> str:
        """Read a label."""
        found = self.token()
        assert isinstance(found, str)
        assert found[0] == '"'
        return found[1:]

    def number(self) -> int:
        """Read a whole number."""
        found = self.token()
        assert isinstance(found, int)
        return found

    def peek(self) -> str | int | None:
        """Return the next token without reading it."""
        before = self.at
        found = None if self.done() else self.token()
        self.at = before
        return found

    def done(self) -> bool:
        """Whether nothing is left."""
        return not self.text[self.at :].strip()

    def labels(self) -> list[str]:
        """Read labels in braces, no two alike and none empty."""
        self.expect("{")
        found = []
        while self.peek() != "}":
            found.append(self.label())
        self.expect("}")
        assert len(set(found)) == len(found), found
        assert all(found)
        return found


Payoffs = tuple[int, ...]


@dataclass(slots=True)
class StrategicGame:
    """Players, what each can do, and by combination of places the outcome's name and payoffs."""

    title: str
    comment: str
    players: list[str]
    strategies: list[list[str]]
    table: dict[tuple[int, ...], tuple[str, Payoffs]]

    def pure_equilibria(self) -> set[str]:
        """Return the names of the outcomes from which no player gains by another strategy of its own."""
        found = set()
        for profile, (name, payoffs) in self.table.items():
            others = (
                (i, (*profile[:i], other, *profile[i + 1 :]))
                for i, own in enumerate(self.strategies)
                for other in range(len(own))
            )
            if all(self.table[there][1][i] <= payoffs[i] for i, there in others):
                found.add(name)
        return found


def read_nfg(text: str) -> StrategicGame:
    """Read a strategic game in its outcome version."""
    reader = Reader(text)
    reader.expect("NFG", 1, "R")
    title, players = reader.label(), reader.labels()
    reader.expect("{")
    strategies = [reader.labels() for _ in players]
    reader.expect("}")
    comment = reader.label()
    reader.expect("{")
    outcomes: list[tuple[str, Payoffs]] = []
    while reader.peek() != "}":
        reader.expect("{")
        name = reader.label()
        outcomes.append((name, tuple(reader.number() for _ in players)))
        reader.expect("}")
    reader.expect("}")
    table = {}
    for backwards in product(*(range(len(own)) for own in reversed(strategies))):  # the first player counts fastest
        table[backwards[::-1]] = outcomes[reader.number() - 1]
    assert reader.done()
    return StrategicGame(title, comment, players, strategies, table)


def read_efg(text: str) -> StrategicGame:
    """Read an extensive game in which each player has one information set, as the strategic game that it is."""
    reader = Reader(text)
    reader.expect("EFG", 2, "R")
    title, players = reader.label(), reader.labels()
    comment = reader.label()
    sets: dict[int, tuple[int, str, list[str]]] = {}
    table: dict[tuple[int, ...], tuple[str, Payoffs]] = {}
    numbers: set[int] = set()

    def node(path: tuple[tuple[int, int], ...]) -> None:
        kind = reader.token()
        reader.label()
        if kind == "t":
            number = reader.number()
            assert number not in numbers
            numbers.add(number)
            name = reader.label()
            reader.expect("{")
            payoffs = tuple(reader.number() for _ in players)
            reader.expect("}")
            assert sorted(player for player, _ in path) == list(range(1, len(players) + 1))
            table[tuple(choice for _, choice in sorted(path))] = (name, payoffs)
            return
        assert kind == "p"
        player = reader.number()
        declared = (reader.number(), reader.label(), reader.labels())
        assert sets.setdefault(player, declared) == declared
        reader.expect(0)
        for choice in range(len(declared[2])):
            node((*path, (player, choice)))

    node(())
    assert reader.done()
    return StrategicGame(title, comment, players, [sets[i][2] for i in range(1, len(players) + 1)], table)

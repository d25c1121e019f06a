"""Chains: what results rest on, each sentence given in full only once in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.findings import Method, Statement
from detente.report.tree.nodes import Chain, MethodNode, Sentence

Placing = Callable[[Sequence[Statement]], tuple[Sentence, ...]]
"""Places the citations of sentences."""

Given = dict[Statement, tuple[str, str, int]]
"""By sentence: the anchor of the list in which it was given, the title of its finding, and its number there."""

_SHORT = 40
"""A parameter of so few letters is given again."""


class Chains:
    """Knows which reasons were given before, and where."""

    def __init__(self, claim: Callable[..., str], *, shared: bool) -> None:
        self._claim = claim
        self._shared = shared
        self._given: dict[str, Given] = {}
        self._methods: dict[Method, tuple[str, str]] = {}
        self._parameters: dict[tuple[str, str], tuple[str, str]] = {}

    def chain(self, kind: str, said: Sequence[Statement], here: tuple[str, str], place: Placing) -> Chain:
        """Return a chain of some kind of a finding, which has this anchor and title; ``place`` places its citations."""
        if not self._shared or not said:
            return Chain("", place(said))
        given = self._given.setdefault(kind, {})
        earlier: dict[tuple[str, str], list[int]] = {}
        for anchor, title, number in (given[each] for each in dict.fromkeys(said) if each in given):
            earlier.setdefault((anchor, title), []).append(number)
        placed = {each.statement: each for each in place(said)}
        own = tuple(sentence for statement, sentence in placed.items() if statement not in given)
        anchor = self._claim(here[0], kind) if own else ""
        given.update({each.statement: (anchor, here[1], number) for number, each in enumerate(own, start=1)})
        return Chain(anchor, own, tuple((*where, tuple(sorted(numbers))) for where, numbers in earlier.items()))

    def method(self, method: Method, here: tuple[str, str]) -> MethodNode:
        """Return how a finding, which has this anchor and title, was obtained."""
        if not self._shared:
            return MethodNode(method, parameters=method.parameters)
        if method in self._methods:
            return MethodNode(method, as_in=self._methods[method])
        self._methods[method] = where = self._claim(here[0], "method"), here[1]
        earlier: dict[tuple[str, str], list[str]] = {}
        for each in method.parameters:
            if each in self._parameters:
                earlier.setdefault(self._parameters[each], []).append(each[0])
        own = tuple(each for each in method.parameters if each not in self._parameters)
        self._parameters |= dict.fromkeys((each for each in own if len(each[1]) > _SHORT), where)
        before = tuple((*place, tuple(names)) for place, names in earlier.items())
        return MethodNode(method, where[0], parameters=own, earlier=before)

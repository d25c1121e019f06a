"""Chains: what results rest on, each sentence given in full only once in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.findings import Method, Statement
from detente.report.tree.nodes import Chain, Sentence

Placing = Callable[[Sequence[Statement]], tuple[Sentence, ...]]
"""Places the citations of sentences."""

Given = dict[Statement, tuple[str, str, int]]
"""By sentence: the anchor of the list in which it was given, the title of its finding, and its number there."""


class Chains:
    """Knows which reasons were given before, and where."""

    def __init__(self, claim: Callable[..., str], *, shared: bool) -> None:
        self._claim = claim
        self._shared = shared
        self._given: dict[str, Given] = {}
        self._methods: dict[Method, tuple[str, str]] = {}

    def chain(self, kind: str, said: Sequence[Statement], here: tuple[str, str], place: Placing) -> Chain:
        """Return a chain of some kind of a finding, which has this anchor and title; ``place`` places its citations."""
        if not self._shared or not said:
            return Chain("", place(said))
        given = self._given.setdefault(kind, {})
        earlier: dict[tuple[str, str], list[int]] = {}
        for anchor, title, number in (given[each] for each in said if each in given):
            earlier.setdefault((anchor, title), []).append(number)
        own = tuple(sentence for sentence in place(said) if sentence.statement not in given)
        anchor = self._claim(here[0], kind) if own else ""
        given.update({each.statement: (anchor, here[1], number) for number, each in enumerate(own, start=1)})
        return Chain(anchor, own, tuple((*where, tuple(sorted(numbers))) for where, numbers in earlier.items()))

    def method(self, method: Method | None, here: tuple[str, str]) -> tuple[str, tuple[str, str] | None]:
        """Return the id of what is said of a method, or where all of it was said before."""
        if method is None or not self._shared:
            return "", None
        if method in self._methods:
            return "", self._methods[method]
        anchor = self._claim(here[0], "method")
        self._methods[method] = (anchor, here[1])
        return anchor, None

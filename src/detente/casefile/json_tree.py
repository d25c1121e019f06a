"""JSON text as plain values, with the line and column of every one, as ``yaml_tree`` reads YAML.

Whether the text is JSON is left to the standard library. Its values are then read off token by token and
without recursion, because the standard library keeps no places and lets a hostile text nest as it likes.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.casefile.yaml_text.builder import DUPLICATE_KEY, MAX_DEPTH, MAX_VALUES, TOO_DEEP, Tree
from detente.diagnostics import Diagnostic, Place, Rule, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_JSON = Rule(
    "DT030",
    "a file is not valid JSON",
    "The text cannot be read as JSON from this place on. The cause is often just before it: a comma too many or too "
    "few, a bracket that is not closed, or text in single quotes. NaN and Infinity are not JSON.",
)

_TOKEN = re.compile(r'\s*(?P<sign>"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+)', re.DOTALL)
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
_MOST_DIGITS = 18


def read_json(text: str, path: str) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the value that ``text`` writes, or ``None`` where there is none, and what is wrong with it.

    Parameters
    ----------
    text
        JSON source.
    path
        Name used in diagnostics; never opened.
    """
    places = _Places(text, path)
    stop = _limits(text, places)
    if stop is not None:
        return None, [stop]
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        reason = f"{error.msg[0].lower()}{error.msg[1:]}"
        return None, [NOT_JSON.at(Span(path, error.lineno, error.colno), f"not valid JSON: {reason}")]
    builder = _Builder(places)
    for sign, offset in _tokens(text):
        builder.take(sign, offset)
    return builder.root, builder.problems


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens of a text and where each begins, as far as the text can be JSON."""
    at = 0
    while match := _TOKEN.match(text, at):
        yield match["sign"], match.start("sign")
        at = match.end()


def _limits(text: str, places: _Places) -> Diagnostic | None:
    """Return why the standard library should not be asked to read a text."""
    depth = values = 0
    for sign, offset in _tokens(text):
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            return TOO_DEEP.at(places.span(offset), f"nested more than {MAX_DEPTH} deep")
        values += sign not in "]},:"
        if values > MAX_VALUES:
            return TOO_DEEP.at(places.span(offset), f"the file holds more than {MAX_VALUES:,} values")
        if sign in _NO_NUMBERS:
            return NOT_JSON.at(places.span(offset), f"not valid JSON: {sign} is not a JSON number")
    return None


class _Places:
    """Lines and columns of a text."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def span(self, offset: int) -> Span:
        line = bisect_right(self.starts, offset)
        return Span(self.path, line, offset - self.starts[line - 1] + 1)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    span: Span
    is_mapping: bool
    values: dict[Any, Any] = field(default_factory=dict)
    places: dict[Any, Place] = field(default_factory=dict)
    key: tuple[str, Span] | None = None


class _Builder:
    """Builds the tree from the tokens of a text that is JSON."""

    def __init__(self, places: _Places) -> None:
        self.places = places
        self.problems: list[Diagnostic] = []
        self.root: Tree | None = None
        self.stack: list[_Open] = []

    def take(self, sign: str, offset: int) -> None:
        span = self.places.span(offset)
        if sign in "[{":
            self.stack.append(_Open(span, is_mapping=sign == "{"))
        elif sign in "]}":
            done = self.stack.pop()
            value = done.values if done.is_mapping else list(done.values.values())
            self._put(Tree(value, Place(done.span, None, done.places)))
        elif sign in ",:":
            return
        elif self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            self._key(json.loads(sign), span)
        else:
            self._put(Tree(_scalar(sign), Place(span, quoted=sign[0] == '"')))

    def _key(self, key: str, span: Span) -> None:
        top = self.stack[-1]
        top.key = (key, span)
        if key in top.values:
            first = top.places[key].key
            hint = f"it is already written in line {first.line}" if first else ""
            self.problems.append(DUPLICATE_KEY.at(span, f"the key {json.dumps(key)} is written twice", hint))

    def _put(self, tree: Tree) -> None:
        if not self.stack:
            self.root = tree
            return
        top = self.stack[-1]
        key, span = top.key or (len(top.values), None)
        if key not in top.values:
            top.values[key] = tree.value
            top.places[key] = Place(tree.place.span, span, tree.place.inside, tree.place.quoted)
        top.key = None


def _scalar(token: str) -> str | int | float | bool | None:
    """Return what a token stands for; a whole number of absurd length is no index, whatever its last digits."""
    if re.fullmatch(r"-?\d+", token) and len(token) > _MOST_DIGITS:
        return float(token)
    found: str | int | float | bool | None = json.loads(token)
    return found

"""The tree of a YAML text, built from parser events: depth, aliases and duplicate keys stay under control."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from detente.casefile.yaml_text.scalars import plain_value
from detente.casefile.yaml_text.traps import (
    comments_after_text,
    cut_texts,
    escaped_turns,
    is_disguised,
    plain_key,
)
from detente.diagnostics import Diagnostic, Place, Rule, Span

MAX_DEPTH = 40
MAX_VALUES = 200_000

DUPLICATE_KEY = Rule(
    "DT011",
    "a key is written twice",
    "A mapping can hold a key only once; the second would silently replace the first. Merge the two, or rename one.",
)
NOT_PLAIN = Rule(
    "DT012",
    "a kind of YAML that a case does not use",
    "A case is plain YAML: mappings with text keys, lists and scalars in one document. Tags, several documents and "
    "keys that are themselves lists or mappings are not used.",
)
TOO_DEEP = Rule(
    "DT013",
    "values that grow without bounds",
    f"The values are nested more than {MAX_DEPTH} deep, or its aliases unfold to more than {MAX_VALUES:,} values. "
    "No case needs that; a file that does so is broken or hostile.",
)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML value and the places of everything in it; ``size`` counts its values."""

    value: Any
    place: Place
    size: int = 1


@dataclass(slots=True)
class _Open:
    """A collection that is still being read."""

    span: Span
    is_mapping: bool
    anchor: str | None
    values: dict[Any, Any] = field(default_factory=dict)
    places: dict[Any, Place] = field(default_factory=dict)
    key: tuple[str, Span] | None = None
    skip: bool = False
    size: int = 1
    is_flow: bool = False
    end: tuple[int, int] | None = None

    def close(self) -> Tree:
        value = self.values if self.is_mapping else list(self.values.values())
        span = Span(self.span.path, self.span.line, self.span.column, end=self.end)
        return Tree(value, Place(span, None, self.places), self.size)


class Stop(Exception):  # noqa: N818
    """The file cannot be read any further; carries the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Builder:
    """Builds the tree from parser events without recursion."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.comments = comments_after_text(text)
        self.escapes = "\\u20" in text
        self.disguised: set[int] = set()
        self.misread: set[int] = set()
        self.problems: list[Diagnostic] = []
        self.root: Tree | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, Tree | None] = {}
        self.unused: dict[str, Span] = {}
        self.documents = 0

    def take(self, event: Event) -> None:
        """Build on with the next event, or raise ``Stop``."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            done = self.stack.pop()
            if done.is_flow:  # the parser closes others where the next value begins; they end with what is in them
                done.end = _end(event)
            self._put(done.close(), done.anchor, event)
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._stop(NOT_PLAIN, event, "a second document begins here", "use one document a file")

    def _open(self, event: CollectionStartEvent) -> None:
        if event.tag is not None:
            raise self._stop(NOT_PLAIN, event, f"the tag '{event.tag}' is not used here", "delete it")
        if len(self.stack) >= MAX_DEPTH:
            raise self._stop(TOO_DEEP, event, f"nested more than {MAX_DEPTH} deep")
        if self._expects_key():
            raise self._stop(NOT_PLAIN, event, "a key must be plain text", "quote text with brackets or braces")
        if event.anchor:
            self.anchors[event.anchor] = None
            self.unused[event.anchor] = self._span(event)
        opened = _Open(self._span(event), isinstance(event, MappingStartEvent), event.anchor)
        opened.is_flow = bool(event.flow_style)
        self.stack.append(opened)

    def _scalar(self, event: ScalarEvent) -> None:
        if event.tag is not None:
            hint = "put text that begins with '!' in quotes"
            raise self._stop(NOT_PLAIN, event, f"the tag '{event.tag}' is not used here", hint)
        if event.anchor:
            self.unused[event.anchor] = self._span(event)
        span = self._span(event)
        if self._expects_key():
            if event.value.isascii():
                self._key(" ".join(event.value.split()), span)
            else:
                self._foreign_key(event.value, span)
            return
        if self.comments and event.implicit[0]:
            self.problems += cut_texts(event, self.comments, self.path, self._indent)
        is_escaped = event.style == '"'  # nothing else can hold what the text itself may not
        if is_escaped and self.escapes:
            self.problems += escaped_turns(event.value, span)
        if is_escaped and _CONTROL.search(event.value):
            raise self._stop(NOT_PLAIN, event, "this text holds a control character", "write it without the escape")
        value = plain_value(event.value) if event.implicit[0] else event.value
        self._put(Tree(value, Place(span, quoted=event.style in ("'", '"'))), event.anchor, event)

    def _indent(self) -> int:
        """Return the column, from 0, that more of the next value begins to the right of."""
        if not self.stack:
            return -1
        top = self.stack[-1]
        if top.key is None or (top.is_flow and top.key[1].line == top.span.line):
            return (top.span.column or 1) - 1
        keys = [top.key[1], *(place.key for place in top.places.values() if place.key)]
        return min(each.column or 1 for each in keys if each.line == top.key[1].line) - 1

    def _foreign_key(self, text: str, span: Span) -> None:
        from detente.casefile.yaml_text.lookalikes import is_misread  # few texts need it

        if is_disguised(text):
            self.disguised.add(span.line)
        if is_misread(text):
            self.misread.add(span.line)
        line = " ".join(re.split("[ \t\r\n]+", text.strip(" \t\r\n")))  # other spaces are told apart
        plain, problem = plain_key(line, span)
        self.problems += [problem] if problem else []
        self._key(plain, span)

    def _key(self, text: str, span: Span) -> None:
        top = self.stack[-1]
        top.key = (text, span)
        top.end = span.end
        top.skip = text in top.values
        if top.skip:
            first = top.places[text].key
            hint = f"it is already written in line {first.line}" if first else ""
            self.problems.append(DUPLICATE_KEY.at(span, f"the key '{text}' is written twice", hint))

    def _alias(self, event: AliasEvent) -> None:
        target = self.anchors.get(event.anchor or "")
        self.unused.pop(event.anchor or "", None)
        if target is None:
            message = f"the alias '*{event.anchor}' names nothing complete"
            raise self._stop(NOT_PLAIN, event, message, "put text that begins with '*' in quotes")
        if self._expects_key():
            raise self._stop(NOT_PLAIN, event, "a key must be plain text, not an alias")
        self._put(target, None, event)

    def _put(self, tree: Tree, anchor: str | None, event: Event) -> None:
        if anchor:
            self.anchors[anchor] = tree
        if not self.stack:
            self.root = tree
            return
        top = self.stack[-1]
        top.size += tree.size
        top.end = (_end(event) if isinstance(event, AliasEvent) else tree.place.span.end) or top.end
        if top.size > MAX_VALUES:
            raise self._stop(TOO_DEEP, event, f"its values unfold to more than {MAX_VALUES:,}")
        if not top.is_mapping:
            index = len(top.values)
            top.values[index], top.places[index] = tree.value, tree.place
            return
        key, span = top.key or ("", top.span)
        if not top.skip:
            top.values[key] = tree.value
            top.places[key] = Place(tree.place.span, span, tree.place.inside, tree.place.quoted)
        top.key = None

    def _expects_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].is_mapping and self.stack[-1].key is None

    def _span(self, event: Event) -> Span:
        mark = event.start_mark
        return Span(self.path, mark.line + 1, mark.column + 1, end=_end(event)) if mark else Span(self.path)

    def _stop(self, rule: Rule, event: Event, message: str, hint: str = "") -> Stop:
        return Stop(rule.at(self._span(event), message, hint))


def _end(event: Event) -> tuple[int, int] | None:
    """Return line and column behind what an event stands for; nothing where it only begins there."""
    mark = None if isinstance(event, CollectionStartEvent) else event.end_mark
    return (mark.line + 1, mark.column + 1) if mark else None

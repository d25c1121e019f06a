"""YAML text as plain values, with the line and column of every one.

The tree is built from parser events, so that depth, aliases and duplicate keys are under control whatever
the text says. PyYAML's events come from libyaml: a case of 150 kB is read in some 25 ms, where ruamel.yaml's
pure Python composer takes 600 ms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from detente.casefile.scalars import plain_value
from detente.diagnostics import Diagnostic, Place, Rule, Span

MAX_DEPTH = 40
MAX_VALUES = 200_000

NOT_YAML = Rule(
    "DT010",
    "a file is not valid YAML",
    "The text cannot be read as YAML from this place on. The cause is often just above it: a missing quote, "
    "a bracket that is not closed, a colon followed by a space inside unquoted text, or a tab used to indent.",
)
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

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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

    def close(self) -> Tree:
        value = self.values if self.is_mapping else list(self.values.values())
        return Tree(value, Place(self.span, None, self.places), self.size)


class _Stop(Exception):  # noqa: N818
    """The file cannot be read any further; carries the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_tree(text: str, path: str) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the value that ``text`` writes, or ``None`` where there is none, and what is wrong with it.

    Parameters
    ----------
    text
        YAML source.
    path
        Name used in diagnostics; never opened.
    """
    builder = _Builder(path)
    if strange := _NOT_YAML.search(text):
        line = text.count("\n", 0, strange.start()) + 1
        column = strange.start() - text.rfind("\n", 0, strange.start())
        message = f"character U+{ord(strange[0]):04X} is not allowed in YAML"
        return None, [NOT_YAML.at(Span(path, line, column), message, "delete it")]
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _Stop as stop:
        return None, [*builder.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(path, mark.line + 1, mark.column + 1) if mark else Span(path)
        reason = error.problem or error.context or "it breaks off"
        if "maximum nesting depth" in reason:  # newer parsers have a limit of their own, far above ours
            return None, [*builder.problems, TOO_DEEP.at(span, f"nested more than {MAX_DEPTH} deep")]
        begun = error.context_mark
        hint = f"{error.context}, which begins in line {begun.line + 1}" if begun and error.context else ""
        return None, [*builder.problems, NOT_YAML.at(span, f"not valid YAML: {reason}", hint)]
    return builder.root, builder.problems


class _Builder:
    """Builds the tree from parser events without recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Diagnostic] = []
        self.root: Tree | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, Tree | None] = {}
        self.documents = 0

    def take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._stop(NOT_PLAIN, event, "a second document begins here", "use one document a file")
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            done = self.stack.pop()
            self._put(done.close(), done.anchor, event)
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, AliasEvent):
            self._alias(event)

    def _open(self, event: CollectionStartEvent) -> None:
        if event.tag is not None:
            raise self._stop(NOT_PLAIN, event, f"the tag '{event.tag}' is not used here", "delete it")
        if len(self.stack) >= MAX_DEPTH:
            raise self._stop(TOO_DEEP, event, f"nested more than {MAX_DEPTH} deep")
        if self._expects_key():
            raise self._stop(NOT_PLAIN, event, "a key must be plain text", "quote text with brackets or braces")
        if event.anchor:
            self.anchors[event.anchor] = None
        self.stack.append(_Open(self._span(event), isinstance(event, MappingStartEvent), event.anchor))

    def _scalar(self, event: ScalarEvent) -> None:
        if event.tag not in (None, "!"):
            raise self._stop(NOT_PLAIN, event, f"the tag '{event.tag}' is not used here", "delete it")
        span = self._span(event)
        if self._expects_key():
            self._key(" ".join(event.value.split()), span)
            return
        if _CONTROL.search(event.value):
            raise self._stop(NOT_PLAIN, event, "this text holds a control character", "write it without the escape")
        value = plain_value(event.value) if event.implicit[0] else event.value
        self._put(Tree(value, Place(span, quoted=event.style in ("'", '"'))), event.anchor, event)

    def _key(self, text: str, span: Span) -> None:
        top = self.stack[-1]
        top.key = (text, span)
        top.skip = text in top.values
        if top.skip:
            first = top.places[text].key
            hint = f"it is already written in line {first.line}" if first else ""
            self.problems.append(DUPLICATE_KEY.at(span, f"the key '{text}' is written twice", hint))

    def _alias(self, event: AliasEvent) -> None:
        target = self.anchors.get(event.anchor or "")
        if target is None:
            raise self._stop(NOT_PLAIN, event, f"the alias '*{event.anchor}' names nothing complete")
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
        return Span(self.path, mark.line + 1, mark.column + 1) if mark else Span(self.path)

    def _stop(self, rule: Rule, event: Event, message: str, hint: str = "") -> _Stop:
        return _Stop(rule.at(self._span(event), message, hint))

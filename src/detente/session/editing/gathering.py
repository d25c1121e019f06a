"""Gathering: going through a case once for everything that gives an id a meaning, or uses one."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.case import Case
from detente.case.conflict import Statement
from detente.case.corridor import Regime
from detente.case.issue import Outcome
from detente.case.record import Record
from detente.case.red_line import RedLine
from detente.case.rubric import Band
from detente.case.shape import Path, Reference, fields, records, references
from detente.case.system import DescriptorState
from detente.checks.moments import moments
from detente.dates import RelativeDate
from detente.session.editing.changes import Changes
from detente.session.editing.hidden import CONDITIONS, Hidden, keys_of_words, texts_of_words
from detente.session.editing.lines import within
from detente.session.editing.mention import Mention, Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.diagnostics import SourceMap, Span
    from detente.session.editing.lines import Lines

_SCOPED = (Band, DescriptorState, Outcome, RedLine, Regime, Statement)
"""What needs an id of its own only in its list, as the rule for ids that are used twice has it."""

_WORD = re.compile(r"[a-z][a-z0-9-]*(?:[.@][a-z][a-z0-9-]*)?")
_REGIMES: Path = ("corridor", "regimes")


@dataclass(slots=True)
class Gathered:
    """What a case mentions.

    Attributes
    ----------
    mentions
        Every mention.
    records
        By what is meant the record that it names, and its place.
    """

    mentions: list[Mention] = field(default_factory=list)
    records: dict[Name, tuple[Path, Record]] = field(default_factory=dict)


def gather(case: Case, spans: SourceMap, lines: Lines) -> Gathered:
    """Return what a case mentions, and where."""
    found = records(case)
    gatherer = _Gatherer(spans, lines, Hidden(case))
    for path, record in found:
        gatherer.define(path, record)
    for name in case.conflict.named_states if case.conflict else ():
        gatherer.key(("conflict", "named_states", name), Name(name, ("conflict", "named_states")), is_definition=True)
    gatherer.use(found)
    changes = Changes(case)
    for path, record in found:
        for target, word, place in changes.words(path, record):
            gatherer.word_of_path(target, word, place)
        for reference in changes.references(path, record):
            gatherer.reference(reference)
        gatherer.use(changes.records(path, record))
    return gatherer.gathered


class _Gatherer:
    """Puts together what is mentioned."""

    def __init__(self, spans: SourceMap, lines: Lines, hidden: Hidden) -> None:
        self.spans, self.lines, self.hidden = spans, lines, hidden
        self.gathered = Gathered()
        self.by_path: dict[Path, Name] = {}
        self.scoped: defaultdict[str, list[Name]] = defaultdict(list)

    def define(self, path: Path, record: Record) -> None:
        """Add where a record gets its id."""
        attribute = fields(type(record)).get("id")
        given = getattr(record, attribute[0]) if attribute and path != ("case",) else None
        if given is None:
            return
        name = Name(given, path[:-1] if isinstance(record, _SCOPED) else ())
        self.by_path[path] = name
        self.gathered.records.setdefault(name, (path, record))
        if name.scope:
            self.scoped[given].append(name)
        if "@" not in given:
            self._add(name, self.spans.span(*path, "id"), given, (*path, "id"), is_definition=True)
        else:
            self.reference(Reference((*path, "id"), ("options",), given))

    def use(self, found: Iterable[tuple[Path, Record]]) -> None:
        """Add the ids that records use themselves, not through records inside them."""
        found = list(found)
        for reference in references(found):
            self.reference(reference)
        for path, moment in moments(found):
            if isinstance(moment, RelativeDate):
                self._add(Name(moment.anchor), self.spans.span(*path), moment.anchor, path)
        for path, record in found:
            self._in_own_way(path, record)

    def reference(self, reference: Reference) -> None:
        """Add a reference."""
        path, written = reference.path, reference.id
        names = self._meant(reference)
        if reference.is_key:
            self.by_path[path] = names[0]
            self.key(path, names[0])
        elif len(names) == 1:
            self._add(names[0], self.spans.span(*path), written, path)
        elif whole := self.lines.find(self.spans.span(*path), written):
            self._parts(whole, written, names, path)

    def key(self, path: Path, name: Name, *, is_definition: bool = False) -> None:
        """Add a key that is an id."""
        self.by_path.setdefault(path, name)
        self._add(name, self.spans.key(*path), name.id, path, is_definition=is_definition)

    def condition(self, path: Path) -> None:
        """Add the ids in a text that has other words, too."""
        before: list[str] = []
        for word, span in self.lines.matches(self.spans.span(*path), _WORD):
            of = before[-2] if len(before) > 1 and before[-1] == "is" else ""
            before.append(word)
            inside = self._inside(of, word) if of else None
            self._parts(span, word, [inside] if inside else self._in_words(word, path), path)

    def word_of_path(self, target: Path, word: tuple[str, int, str], place: Path) -> None:
        """Add one word of the path of a change: its text, its offset, and the whole path, by what it leads to."""
        text, offset, whole = word
        name = self.by_path.get(place)
        if name is None or name.id != text:
            record = self.gathered.records.get(Name(text))
            name = Name(text) if record and record[0][0] == "actors" else None
        start = self.lines.find(self.spans.span(*target), whole)
        if name is not None and start is not None:
            span = within(start, offset, offset + len(text))
            self.gathered.mentions.append(Mention(name, span, target))

    def _add(self, name: Name, span: Span, text: str, path: Path, *, is_definition: bool = False) -> None:
        found = self.lines.find(span, text)
        if found is not None:
            self.gathered.mentions.append(Mention(name, found, path, is_definition))

    def _parts(self, whole: Span, written: str, names: list[Name], path: Path) -> None:
        """Add the ids that one word is put together from."""
        if len(names) == 1 and names[0].id == written:
            self.gathered.mentions.append(Mention(names[0], whole, path))
            return
        at = 0
        for part in re.split("[.@]", written):
            for name in names:
                if name.id == part:
                    self.gathered.mentions.append(Mention(name, within(whole, at, at + len(part)), path))
                    break
            at += len(part) + 1

    def _meant(self, reference: Reference) -> list[Name]:
        """Return what a reference means: two things where it is put together from two ids."""
        written = reference.id
        if "regimes" in reference.sections:
            return [Name(written, _REGIMES)]
        first, dot, last = written.partition(".")
        if dot and "states" in reference.sections:
            return [Name(first), *([inside] if (inside := self._inside(first, last)) else [])]
        act, at, actor = written.partition("@")
        return [Name(act), Name(actor)] if at else [Name(written)]

    def _inside(self, whole: str, part: str) -> Name | None:
        """Return the outcome of an issue, or the state of a descriptor."""
        owner = self.gathered.records.get(Name(whole))
        key = {"issues": "outcomes", "system": "states"}.get(str(owner[0][0])) if owner else None
        name = Name(part, (*owner[0], key)) if owner and key else None
        return name if name in self.gathered.records else None

    def _in_words(self, word: str, path: Path) -> list[Name]:
        """Return what a word of a condition names; nothing where it is only a word."""
        first, sign, last = (*re.split(r"([.@])", word, maxsplit=1), "", "")[:3]
        if sign == ".":
            inside = self._inside(first, last)
            return [Name(first), inside] if inside else self._in_words(last, path) if first in Case.model_fields else []
        names = [Name(first), *([Name(last)] if sign else [])]
        if all(name in self.gathered.records for name in names):
            return names
        several = self.scoped.get(word, [])
        home = "issues" if path[0] == "settlement" else "corridor"
        return several if len(several) == 1 else [name for name in several if name.scope[0] == home][:1]

    def _in_own_way(self, path: Path, record: Record) -> None:
        """Add the ids in a record whose fields do not say by their types that they hold some."""
        for key, (attribute, _) in fields(type(record)).items():
            if key in CONDITIONS and isinstance(getattr(record, attribute), str):
                self.condition((*path, key))
        for at in texts_of_words(path, record):
            self.condition(at)
        for at in keys_of_words(path, record):
            if Name(str(at[-1])) in self.gathered.records:
                self.key(at, Name(str(at[-1])))
        for at, name in self.hidden.names(path, record):
            if at[-1] == name.id:
                self.key(at, name)
            else:
                self._add(name, self.spans.span(*at), name.id, at)

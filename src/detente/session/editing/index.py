"""The index: every definition and every use of an id in a case, and where in which file it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.record import Record
from detente.case.shape import Path
from detente.session.editing.gathering import gather
from detente.session.editing.lines import Lines
from detente.session.editing.mention import Mention, Name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.session.opened import OpenCase


@dataclass(frozen=True, slots=True)
class Index:
    """Who is mentioned where.

    Attributes
    ----------
    lines
        The lines of the files that were read.
    by_name
        By what is meant its mentions, definitions first.
    by_file
        By path as diagnostics print it the mentions in a file, in their order.
    records
        By what is meant the record that it names, and where this stands in the case.
    """

    lines: Lines
    by_name: Mapping[Name, tuple[Mention, ...]]
    by_file: Mapping[str, tuple[Mention, ...]]
    records: Mapping[Name, tuple[Path, Record]]

    @classmethod
    def of(cls, opened: OpenCase) -> Index:
        """Return the index of a case."""
        lines = Lines.of(opened.loaded.files)
        found = gather(opened.case, opened.loaded.source_map, lines)
        by_name: defaultdict[Name, list[Mention]] = defaultdict(list)
        by_file: defaultdict[str, list[Mention]] = defaultdict(list)
        seen: set[tuple[Name, object]] = set()
        for mention in sorted(found.mentions, key=lambda each: (not each.is_definition, each.span)):
            if (mention.name, mention.span) not in seen:
                seen.add((mention.name, mention.span))
                by_name[mention.name].append(mention)
                by_file[mention.span.path].append(mention)
        in_order = {path: tuple(sorted(several, key=lambda each: each.span)) for path, several in by_file.items()}
        return cls(lines, {name: tuple(several) for name, several in by_name.items()}, in_order, found.records)

    def at(self, path: str, line: int, column: int) -> Mention | None:
        """Return the mention at a place of a file, counted from 1; also directly behind its last character."""
        several = self.by_file.get(path, ())
        number = bisect_right(several, (line, column), key=lambda each: (each.span.line, each.span.column))
        for mention in several[max(number - 2, 0) : number][::-1]:
            if mention.span.line == line and mention.span.end and column <= mention.span.end[1]:
                return mention
        return None

    def before(self, path: str, line: int, column: int) -> Mention | None:
        """Return the last mention of a file that begins at a place, counted from 1, or before it."""
        several = self.by_file.get(path, ())
        number = bisect_right(several, (line, column), key=lambda each: (each.span.line, each.span.column))
        return several[number - 1] if number else None

    def called(self, word: str) -> Name | None:
        """Return what a word means: what it names in the whole case, else in the only list that has it."""
        if Name(word) in self.by_name:
            return Name(word)
        found = [name for name in self.by_name if name.id == word]
        return found[0] if len(found) == 1 else None

    def definition(self, name: Name) -> Mention | None:
        """Return where an id is given."""
        return next((each for each in self.by_name.get(name, ()) if each.is_definition), None)

    def uses(self, name: Name) -> tuple[Mention, ...]:
        """Return where an id is used."""
        return tuple(each for each in self.by_name.get(name, ()) if not each.is_definition)

"""What a check sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from detente.case import Case
from detente.case.calendar import Calendar, calendar_of
from detente.case.record import Record
from detente.case.shape import Path, Reference, references
from detente.case.source_text import SourceText
from detente.checks.declared import FINDINGS, HOMES
from detente.checks.moments import moments
from detente.checks.section import Section
from detente.dates import PartialDate, RelativeDate
from detente.diagnostics import Place, SourceMap, Span

if TYPE_CHECKING:
    from detente.models.corridor.boundaries.outlines import Outlines

_DATED = ("events", "steps", "case")
"""The sections that the calendar hangs on."""


@dataclass(frozen=True)
class Context:
    """A case, where its values stand, and what came with it.

    Attributes
    ----------
    case, spans
        The records, and line and column of every value in them.
    broken_ids
        Ids of records that were left out; references to them are not reported again.
    texts
        Texts of sources at hand, by source id.
    lost
        Whether a whole file could not be read, so that no reference to nothing is reported.
    sound
        Of a case that was changed for a scenario or a perception: cases without errors that share parts with it, such
        as the one that was changed. Then only errors are told, and what is as in one of these need not be looked at.
    boundaries
        The outlines of countries that it brings, if any.
    lenses
        Names of the lenses, whose findings records may refer to.
    """

    case: Case
    spans: SourceMap
    broken_ids: frozenset[str]
    texts: Mapping[str, SourceText]
    lost: bool = False
    sound: tuple[Context, ...] = ()
    boundaries: Outlines | None = None
    lenses: frozenset[str] = field(kw_only=True)
    _sections: dict[str, Section] = field(default_factory=dict, init=False, repr=False, compare=False)

    def changed_to(self, case: Case, span: Span, *sound: Context) -> Context:
        """Return the context of a changed case, every value of which is placed at ``span``: it stands nowhere else.

        Parameters
        ----------
        case, span
            The changed case, and where the change is written.
        sound
            Other cases without errors that may share parts with it; this one has none either.
        """
        return Context(case, SourceMap(Place(span)), frozenset(), self.texts, sound=(self, *sound), lenses=self.lenses)

    def is_as_before(self, *keys: str) -> bool:
        """Whether one of the sound cases has the very same sections, so that nothing is wrong with these together."""
        wanted = set(keys)
        return any(map(wanted.issubset, self.kept))

    @cached_property
    def kept(self) -> tuple[frozenset[str], ...]:
        """The sections that are the very same in each sound case."""
        own = vars(self.case)
        return tuple(
            frozenset(key for key, value in vars(each.case).items() if value is own[key]) for each in self.sound
        )

    def section(self, key: str) -> Section:
        """Return a section by its key; what a sound case shares is the same, so that it is gone through once."""
        if key not in self._sections:
            shared = (each.section(key) for each, kept in zip(self.sound, self.kept, strict=True) if key in kept)
            self._sections[key] = next(shared, None) or Section(getattr(self.case, key), key)
        return self._sections[key]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section."""
        return tuple(map(self.section, Case.model_fields))

    def declared(self, kind: str) -> frozenset[str]:
        """Return the ids of one kind that may be referred to, such as actors or options; of findings none is known."""
        if kind == FINDINGS:
            return frozenset()
        return self.section(HOMES[kind]).declared[kind]

    @cached_property
    def records(self) -> tuple[tuple[Path, Record], ...]:
        """Every record of the case with its path."""
        return tuple(chain.from_iterable(section.records for section in self.sections))

    @cached_property
    def own_records(self) -> tuple[tuple[Path, Record], ...]:
        """The records with their paths, but for those that a sound case has in the same section."""
        kept = frozenset[str]().union(*self.kept)
        return tuple(chain.from_iterable(self._own(self.section(key)) for key in Case.model_fields if key not in kept))

    def _own(self, section: Section) -> Iterable[tuple[Path, Record]]:
        known = frozenset[int]().union(*(each.section(section.key).identities for each in self.sound))
        return (found for found in section.records if id(found[1]) not in known)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in the case."""
        return tuple(chain.from_iterable(section.references for section in self.sections))

    @cached_property
    def dangling(self) -> tuple[Reference, ...]:
        """The references to nothing."""
        known = {kind: self.declared(kind) for kind in HOMES}
        before = ((known[kind], each.declared(kind)) for each in self.sound for kind in HOMES)
        gone = frozenset[str]().union(*(was - now for now, was in before if was is not now))
        freed = (reference for reference in self.references if reference.id in gone) if gone else ()
        found = dict.fromkeys(chain(references(self.own_records), freed))
        return tuple(each for each in found if not self._leads_somewhere(each, known))

    def _leads_somewhere(self, reference: Reference, known: Mapping[str, frozenset[str]]) -> bool:
        """Whether a reference names a record, or what a lens may find."""
        lens, hyphen, _ = reference.id.partition("-")
        if FINDINGS in reference.sections and hyphen and lens in self.lenses:
            return True
        return any(reference.id in known.get(kind, ()) for kind in reference.sections)

    @cached_property
    def moments(self) -> tuple[tuple[Path, PartialDate | RelativeDate], ...]:
        """Every date in the case with its path, but for those of records that a sound case has and dates the same."""
        if all("case" in kept for kept in self.kept):
            return (*moments(self.own_records), *self._moved())
        return tuple(chain.from_iterable(section.moments for section in self.sections))

    def _moved(self) -> Iterator[tuple[Path, PartialDate | RelativeDate]]:
        """Yield the dates of records in which one is counted from what is dated otherwise than in a sound case."""
        days = self.calendar.anchors
        others = [each.calendar.anchors for each in self.sound if each.calendar is not self.calendar]
        moved = {name for before in others for name, was in before.items() if days.get(name) != was}
        for section in self.sections if moved else ():
            hanging = {path[:-1] for path, moment in section.relative if moment.anchor in moved}
            yield from (found for found in section.moments if found[0][:-1] in hanging) if hanging else ()

    @cached_property
    def calendar(self) -> Calendar:
        """Every date of the case as an interval of days."""
        shared = (each.calendar for each, kept in zip(self.sound, self.kept, strict=True) if kept.issuperset(_DATED))
        return next(shared, None) or calendar_of(self.case)

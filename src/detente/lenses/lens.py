"""What a lens must provide."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from detente.findings import UNASKED, Determination, Findings, Head, Part, Result
from detente.findings.schema import document_schema
from detente.lenses.asking import of_type
from detente.lenses.chapter import Chapter, chapters_of
from detente.lenses.evidence import references
from detente.lenses.look import Look
from detente.lenses.on_the_day import Asked, on_the_day
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.case import Case
    from detente.lenses.verdicts import Verdict
    from detente.study import Moment

_O = TypeVar("_O")


@dataclass(frozen=True, slots=True)
class Lens(Generic[_O]):
    """A way of looking at a situation: a package of chapters.

    Attributes
    ----------
    key
        Its name in commands and code.
    order
        Place on the page.
    question
        The reader's question it answers.
    part
        The part of the page that its findings fill.
    document
        The name of its document for programs.
    sections
        The sections of a case that it reads.
    applies
        Whether a case has something for it.
    options
        What may be asked of it; called without arguments for what is usual.
    wants
        What to write in a case that has nothing for it.
    command
        The command that looks through it, where that is another word than its key.
    verdict
        What it says of a moment in short: the same where the same answers follow. ``None`` for a lens that answers
        record by record, and so of every day.
    verdicts
        The same one by one and in words, so that two moments can be compared; ``None`` for a lens that is not.
    hangs_on
        All that these hang on, told more exactly than by its sections: where it is equal at two moments, so are they.
    holds
        Whether the case has readings for it at a moment; left out, whether it applies to those that hold.
    """

    key: str
    order: int
    question: str
    part: Part
    document: str
    sections: tuple[str, ...]
    applies: Callable[[Case], bool]
    options: Callable[[], _O]
    wants: str = ""
    command: str = ""
    verdict: Callable[[Moment], Hashable] | None = None
    holds: Callable[[Moment], bool] | None = None
    verdicts: Callable[[Moment], Iterable[Verdict]] | None = None
    hangs_on: Callable[[Moment], object] | None = None

    @property
    def chapters(self) -> tuple[Chapter[_O, Any], ...]:
        """Its chapters, in the order of the page."""
        return chapters_of(f"{__package__}.{self.key}")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of its document."""
        told = [(chapter.kind, chapter.always) for chapter in self.chapters if issubclass(chapter.kind, Result)]
        if self.verdict is None:
            return document_schema(self.document, [(Head, True), *told])
        own = [kind for kind, _ in told]
        return document_schema(self.document, [(Head, True), (Determination, True), *told], nullable=own)

    def look(
        self,
        moment: Moment,
        options: _O | None = None,
        guard: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> Findings:
        """Return what the lens says of a moment; nothing is worked out before somebody asks for it.

        Raises
        ------
        TypeError
            If the options are not its own.
        """
        usual = self.options()
        if not isinstance(options, type(usual) | None):
            raise TypeError(f"expected options of the type {type(usual).__name__}, got {of_type(options)}")
        look = Look(moment, usual if options is None else options)
        scenario = moment.scenario.id if moment.scenario else None
        left = moment.study.beside.left or UNASKED
        head = Head(self.document, moment.case.case.id, str(moment.as_of), scenario, left)
        chapters = tuple(chapter.told(look, self.key, self.part) for chapter in self.chapters)
        asked = self.asked(moment)
        if asked is not None:
            chapters = on_the_day(asked, chapters)
        return Findings(
            self.key, self.question, references(replace(moment.clock, case=moment.case)), head, chapters, guard
        )

    def asked(self, moment: Moment) -> Asked | None:
        """Return what tells how far the readings of a moment determine what the lens says; ``None`` of every day."""
        if self.verdict is None:
            return None
        held = self.holds or (lambda at: self.applies(at.case))
        return Asked(self.key, self.part, self.sections, self.verdict, held, moment)

    def undecided(self, moment: Moment) -> str:
        """Return why the readings of a moment do not determine what the lens says, in words; empty where they do."""
        asked = self.asked(moment)
        because = asked.determination.because if asked is not None else None
        return listed(tuple(dict.fromkeys(each.text for each in because or ())))

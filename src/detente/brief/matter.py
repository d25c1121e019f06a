"""What a brief is about: a case at a moment, and what the lenses found of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from detente.brief.speech import Speech, speech_of
from detente.findings import Answer, Findings, Question, Result
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import Look

if TYPE_CHECKING:
    from detente.case import Case
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.engine.symbolic import Symbolic
    from detente.models.roadmap.road import Road
    from detente.situation import Situation
    from detente.study import Moment

_R = TypeVar("_R", bound=Result)


@dataclass(frozen=True, eq=False)
class Matter:
    """A case at a moment, and what the lenses found.

    Attributes
    ----------
    moment
        The case at its date.
    lenses
        What each lens says, by its key; those that the case has nothing for are missing.
    """

    moment: Moment
    lenses: Mapping[str, Findings]

    @property
    def case(self) -> Case:
        """The records of the case that hold at the date."""
        return self.moment.case

    @property
    def situation(self) -> Situation:
        """What had happened and was known."""
        return self.moment.situation

    @cached_property
    def speech(self) -> Speech:
        """How the case's own words go into sentences."""
        return speech_of(self.moment.written, self.moment.clock.names)

    def found(self, lens: str, kind: type[_R]) -> _R | None:
        """Return a result of a lens; ``None`` where the case has nothing for it, or the date does not determine it."""
        return self.lenses[lens].found(kind) if lens in self.lenses else None

    def tells(self, lens: str) -> bool:
        """Whether the case has something for a lens, and the date determines what it says."""
        return lens in self.lenses and not self.lenses[lens].undetermined

    def because(self, lens: str, *chapters: str) -> tuple[str, ...]:
        """Return the ids under which some chapters of a lens are found, ``lens-id`` each."""
        if lens not in self.lenses:
            return ()
        said = (finding for chapter in chapters for finding in self.lenses[lens].said(chapter))
        return tuple(f"{finding.lens}-{finding.id}" for finding in said)

    def because_first(self, lens: str, *chapters: str) -> tuple[str, ...]:
        """Return the same of the first chapter that says something."""
        return next((found for chapter in chapters if (found := self.because(lens, chapter))), ())

    @cached_property
    def road(self) -> Road | None:
        """The road to the goal; ``None`` where the case has none at the date."""
        return self.moment.roads.towards_goal if self.tells("roadmap") else None

    @cached_property
    def conflict(self) -> Explicit | Symbolic | None:
        """The conflict, judged; ``None`` where the case has none, or the date does not determine it."""
        return subject(Look(self.moment, ConflictOptions())) if self.tells("conflict") else None

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Ids of those whose dispute it is, by name: who decides, else who agrees, else who is called a party."""
        case = self.case
        deciders = [maker.actor for maker in case.conflict.decision_makers] if case.conflict else []
        agreeing = [party.actor for party in case.settlement.parties] if case.settlement else []
        named = [actor.id for actor in case.actors if "party" in actor.role]
        return self.by_name(deciders or agreeing or named)

    def by_name(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return ids in the order of what they are called."""
        return tuple(sorted(ids, key=lambda each: (self.speech.names.get(each, each), each)))


def answer(
    question: Question, text: str, because: Iterable[str], *, model: bool, assumptions: Iterable[str] = ()
) -> Answer | None:
    """Return an answer; ``None`` where there is nothing to say, or nothing to show it by."""
    rests = tuple(dict.fromkeys(because))
    return Answer(question, text, model, rests, tuple(dict.fromkeys(assumptions))) if text and rests else None

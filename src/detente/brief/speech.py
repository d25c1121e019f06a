"""Speech: how the case's own words go into sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.naming import names
from detente.lenses.wording import listed
from detente.models.conflict.joint import plain

if TYPE_CHECKING:
    from detente.case import Case

_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile('[.,;:()“”"?!]')
_LONGEST = 12
"""Words of a name that stands in a sentence without quotation marks."""

_DOING = re.compile(r"\b([a-z]+ed)\b")
_NOT_DONE = frozenset({"bed", "deed", "exceed", "feed", "need", "proceed", "red", "seed", "shed", "speed", "succeed"})


@dataclass(frozen=True, slots=True)
class Speech:
    """How the case's own words go into sentences.

    Attributes
    ----------
    names
        What to call each record, by its id.
    small
        The words that the case itself writes with a small letter.
    proper
        The names of actors and tracks, also those that they are known by.
    """

    names: Mapping[str, str]
    small: Collection[str]
    proper: tuple[str, ...]

    def within(self, text: str) -> str:
        """Return words of the case as they stand within a sentence: a name keeps its capital, other words do not."""
        text = text.strip().rstrip(".")
        found = _WORD.match(text)
        first = found.group() if found else ""
        is_name = any(text.startswith(name) and not text[len(name) :][:1].isalnum() for name in self.proper)
        is_plain = not is_name and first[1:] == first[1:].lower() and first.lower() in self.small
        return f"{first.lower()}{text[len(first) :]}" if is_plain else text

    def label(self, text: str) -> str:
        """Return what the case calls something as part of a sentence, in quotation marks where it would fall apart."""
        text = text.strip().rstrip(".")
        return f"“{text}”" if _APART.search(text) or len(text.split()) > _LONGEST else self.within(text)

    def labels(self, texts: Iterable[str], *, last: str = "and") -> str:
        """Return several such names in a row."""
        return listed([self.label(text) for text in texts], last=last)

    def not_yet(self, text: str) -> str:
        """Return that something has not come about: "treaty not yet signed"."""
        label = self.label(text)
        done = [found for found in _DOING.finditer(label) if found.group() not in _NOT_DONE and found.start() > 0]
        if len(done) != 1 or label.startswith("“"):
            return f"not yet: {label}"
        return f"{label[: done[0].start()]}not yet {label[done[0].start() :]}"


def speech_of(case: Case) -> Speech:
    """Return how a case's own words go into sentences."""
    prose = " ".join(_prose(case))
    named = (name for actor in case.actors for name in (actor.name, *actor.aliases))
    proper = (*named, *(track.label for track in case.formats))
    return Speech(names(plain(case)), {word for word in _WORD.findall(prose) if word.islower()}, proper)


def _prose(case: Case) -> Iterator[str]:
    """Yield what is written for readers."""
    texts: list[str | None] = [case.case.title, case.case.question]
    texts += [event.what for event in case.events]
    texts += [issue.label for issue in case.issues if issue.name]
    texts += [outcome.text for issue in case.issues for outcome in issue.outcomes]
    texts += [position.stance for position in case.positions]
    texts += [step.name for step in case.steps]
    texts += [owed.text for owed in case.commitments]
    conflict = case.conflict
    for maker in conflict.decision_makers if conflict else ():
        texts += [option.text for option in maker.options]
        texts += [wish.why for wish in (maker.preferences and maker.preferences.statements) or ()]
    yield from (text for text in texts if text)

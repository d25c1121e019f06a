"""Episodes: what answered what, and how one episode resembles the one before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.episodes.acts import acted, called, in_words
from detente.lenses.chronicle.episodes.steps import acts_of, told_of
from detente.lenses.chronicle.episodes.told import Episodes, Level, Pair, Step, Told
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, held, plainly, remarked
from detente.lenses.evidence import row_of, say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.episode import Episode, Incident, Likeness, Motive
    from detente.case.event import Event
    from detente.situation import Situation

_COLUMNS = (
    Column("episode", "Episode"),
    Column("date", "Date", "date"),
    Column("what", "What happened"),
    Column("role", "As the case labels it"),
    Column("answers", "In answer to"),
    Column("order", "Certainly after the row above", "truth"),
    Column("motive", "Why"),
)
_WAYS: tuple[Level, ...] = ("raised", "lowered", "mixed")
_SILENT = "none told"
"""Of what no source tells it is not known that it was not."""


def find(look: Look[ChronicleOptions]) -> Episodes:
    """Return the episodes on record, their steps in order."""
    return told_of(look.situation, look.moment.past.episodes)


def show(found: Episodes, look: Look[ChronicleOptions]) -> Iterator[Finding]:
    """Say how an episode resembles the one before it, then what answered what in each."""
    if not found.episodes:
        return
    writer = _Writer(look.situation, {each.id: each for each in look.moment.past.episodes}, found)
    pairs = tuple(writer.beside(pair) for pair in found.episode_pairs)
    if pairs:
        yield Finding("Episodes side by side", writer.told_alike(), statements=tuple(writer.stated()))
    yield Finding(
        "Step by step",
        writer.headline(),
        statements=tuple(writer.statements()),
        tables=(*pairs, writer.steps()),
        depth=Depth.DETAIL,
        id="episodes-steps",
    )


class _Writer:
    """Writes what was found of episodes."""

    def __init__(self, situation: Situation, episodes: Mapping[str, Episode], found: Episodes) -> None:
        self._situation = situation
        self._episodes = episodes
        self._found = found
        self._events: Mapping[str, Event] = {event.id: event for event in situation.case.events}

    def headline(self) -> str:
        """Return how many episodes there are, of how many steps, and how many of these moved the tension."""
        steps = [step for told in self._found.episodes.values() for step in told.incidents]
        moved = Counter(step.level for step in steps if step.level)
        parts = [f"{moved[way]} {way}" if way != "mixed" else f"{moved[way]} did both" for way in _WAYS if moved[way]]
        tension = f"; tension: {listed(parts)}" if parts else ""
        return f"{counted(len(self._found.episodes), 'episode')}, {counted(len(steps), 'step')}{tension}."

    def told_alike(self) -> str:
        """Return what the case says that the last two episodes have in common; else what their labels share."""
        pair = self._found.episode_pairs[-1]
        alike = next(self._alike(pair), None)
        if alike is None:
            return self.likeness()
        first, second = (f"“{self._episodes[name].label}”" for name in (pair.first, pair.second))
        return f"{first} and {second}: {sentence(alike.text)}"

    def likeness(self) -> str:
        """Return what the last two episodes between the same sides have in common, and what only one has."""
        pair = self._found.episode_pairs[-1]
        first, second = (f"“{self._episodes[name].label}”" for name in (pair.first, pair.second))
        parts = [f"share {acted(self._situation, pair.shared)}"] if pair.shared else ["have no kind of step in common"]
        parts += [f"Told only of the first: {acted(self._situation, pair.only_first)}"] if pair.only_first else []
        parts += [f"Told only of the second: {acted(self._situation, pair.only_second)}"] if pair.only_second else []
        return f"{first} and {second} {'. '.join(parts)}."

    def stated(self) -> Iterator[Statement]:
        """Yield what sources say that episodes have in common; of what the headline says only on what it rests."""
        headline = next(self._alike(self._found.episode_pairs[-1]), None)
        if headline is not None:
            yield say("So the case reads its sources.", headline, noted=True)
        for name in self._found.episodes:
            for each in self._episodes[name].resembles:
                if each.episode in self._found.episodes and each is not headline:
                    yield say(f"As in “{self._episodes[each.episode].label}”: {each.text}", each, noted=True)

    def _alike(self, pair: Pair) -> Iterator[Likeness]:
        """Yield what the case says that two episodes have in common."""
        for name, other in ((pair.second, pair.first), (pair.first, pair.second)):
            yield from (each for each in self._episodes[name].resembles if each.episode == other)

    def statements(self) -> Iterator[Statement]:
        """Yield what the labels of the last two share where the headline does not say it, and what each episode is."""
        if self._found.episode_pairs and any(self._alike(self._found.episode_pairs[-1])):
            yield Statement(f"By the labels of the case, {self.likeness()}")
        for name in self._found.episodes:
            episode = self._episodes[name]
            sides = listed([self._situation.names[actor] for actor in episode.between])
            if sides or episode.cites:
                yield say(f"“{episode.label}”{f', between {sides}' if sides else ''}.", episode, noted=True)

    def beside(self, pair: Pair) -> Table:
        """Return two episodes side by side, a row for each kind of step."""
        both = [self._found.episodes[name] for name in (pair.first, pair.second)]
        titles = [self._episodes[name].label for name in (pair.first, pair.second)]
        columns = (
            Column("act", "As the case labels it"),
            *(Column(f"in-{k}", title) for k, title in enumerate(titles)),
        )
        rows = []
        for act in dict.fromkeys((*acts_of(both[0]), *acts_of(both[1]))):
            steps = [[step for step in told.incidents if (step.role, step.by) == (act.role, act.by)] for told in both]
            cells = [tuple(self._brief(step) for step in several) or _SILENT for several in steps]
            events = [self._events[step.event] for several in steps for step in several]
            rows.append(row_of(events, in_words(self._situation, act), *cells))
        return Table(f"beside-{pair.second}", f"{titles[0]} and {titles[1]}, side by side", columns, tuple(rows))

    def steps(self) -> Table:
        """Return every step of every episode, in order."""
        rows = tuple(row for name, told in self._found.episodes.items() for row in self._rows(name, told))
        return filled(Table("incidents", "Every step in order", _COLUMNS, rows))

    def _brief(self, step: Step) -> str:
        event = self._events[step.event]
        words = remarked(event.what, plainly(self._situation, event.date, event))
        return remarked(words, f"tension {step.level}") if step.level else words

    def _rows(self, name: str, told: Told) -> Iterator[Row]:
        incidents = {each.event: each for each in self._episodes[name].incidents}
        for number, step in enumerate(told.incidents):
            event, incident = self._events[step.event], incidents[step.event]
            yield row_of(
                (event, *incident.motive),
                self._episodes[name].label,
                plainly(self._situation, event.date, event),
                event.what,
                called(step.role),
                tuple(self._events[answered].what for answered in step.answers),
                step.follows_previous if number else None,
                tuple(self._motives(incident)),
            )

    def _motives(self, incident: Incident) -> Iterator[str]:
        for each in incident.motive:
            yield held(remarked(each.text, said) if (said := self._said(each)) else each.text, each)

    def _said(self, motive: Motive) -> str:
        by = f" by {self._situation.names[motive.by]}" if motive.by else ""
        return f"{motive.is_ or 'named'}{by}" if motive.is_ or by else ""


CHAPTER = Chapter("episodes", 67, find, show)

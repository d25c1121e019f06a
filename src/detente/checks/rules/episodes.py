"""An episode has incidents, which can have come one after the other, and resembles only others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.case.episode import ROLES
from detente.diagnostics import Rule, Severity, did_you_mean
from detente.models.chronicle.episodes import EpisodeOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.episode import Episode
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

TWICE = Rule(
    "DT1100",
    "an event that stands twice in an episode",
    "An episode has a step for each event, so that 'answers' can mean only one of them. Join the two, or write what "
    "happened as two events.",
)
CIRCLE = Rule(
    "DT1101",
    "incidents that answer each other",
    "Following 'answers' leads back to the same incident, so that each of them would have come before the other. Take "
    "one of the answers away.",
)
TOO_EARLY = Rule(
    "DT1102",
    "an answer dated before what it answers",
    "What is answered came before its answer, directly or through other answers, and the dates of the events say the "
    "opposite, however they are read. Mend one of the dates, or take the answer away.",
)
SLIP = Rule(
    "DT1103",
    "a role that is nearly a known one",
    "Two episodes are set side by side by the roles of their incidents, and a slip of the pen makes another role. Any "
    "word may be one, but this is close to one of those that most episodes have.",
    Severity.WARNING,
)
EMPTY = Rule(
    "DT1104",
    "an episode without incidents",
    "An episode is a chain of incidents; without any it tells nothing, and no page shows it. Add 'incidents', or take "
    "the episode out.",
    Severity.WARNING,
)
ITSELF = Rule(
    "DT1105",
    "an episode that resembles itself",
    "'resembles' says what an episode has in common with another one. Name the other, or take the entry out.",
)

READS = ("episodes", "events", "steps", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report incidents that cannot be put in order, slips of the pen in roles, and what tells nothing."""
    for index, episode in enumerate(context.case.episodes):
        yield from _telling_nothing(context, index, episode)
        yield from _twice(context, index, episode)
        yield from _slips(context, index, episode)
        found = EpisodeOrder(episode, context.calendar)
        circles = list(found.circles())
        yield from (_turning(context, index, circle) for circle in circles)
        if not circles:
            yield from _early(context, index, found)


def _telling_nothing(context: Context, index: int, episode: Episode) -> Iterator[Diagnostic]:
    if not episode.incidents:
        span = context.spans.span("episodes", index)
        yield EMPTY.at(span, f"'{episode.id}' has no incidents", "add 'incidents', or take it out")
    for number, likeness in enumerate(episode.resembles):
        if likeness.episode == episode.id:
            span = context.spans.span("episodes", index, "resembles", number, "episode")
            yield ITSELF.at(span, f"'{episode.id}' resembles itself", "name the other episode")


def _twice(context: Context, index: int, episode: Episode) -> Iterator[Diagnostic]:
    told = Counter[str]()
    for number, incident in enumerate(episode.incidents):
        told[incident.event] += 1
        if told[incident.event] > 1:
            span = context.spans.span("episodes", index, "incidents", number, "event")
            yield TWICE.at(span, f"'{incident.event}' stands twice in '{episode.id}'", "join the two")


def _slips(context: Context, index: int, episode: Episode) -> Iterator[Diagnostic]:
    for number, incident in enumerate(episode.incidents):
        hint = "" if incident.role in ROLES else did_you_mean(incident.role, ROLES)
        if hint:
            span = context.spans.span("episodes", index, "incidents", number, "role")
            yield SLIP.at(span, f"'{incident.role}' is none of the usual roles", hint)


def _turning(context: Context, index: int, circle: tuple[str, ...]) -> Diagnostic:
    names = [f"'{event}'" for event in circle]
    message = f"{names[0]} answers itself"
    if len(names) > 1:
        message = f"{', '.join(names[:-1])} and {names[-1]} answer each other"
    span = context.spans.span("episodes", index, "incidents", _number(context, index, circle[0]), "answers")
    return CIRCLE.at(span, message, "take one of these answers away")


def _early(context: Context, index: int, found: EpisodeOrder) -> Iterator[Diagnostic]:
    for clash in found.chain.clashes:
        begun, *between, answer = (found.events[node] for node in clash.path)
        through = f" through {', '.join(repr(event) for event in between)}" if between else ""
        days = context.calendar.anchors
        message = f"'{answer}' ({days[answer]}) answers '{begun}' ({days[begun]}){through}, which is later"
        span = context.spans.span("episodes", index, "incidents", _number(context, index, answer), "answers")
        yield TOO_EARLY.at(span, message, "mend one of the dates, or take the answer away")


def _number(context: Context, index: int, event: str) -> int:
    """Return the place of an event among the incidents of an episode."""
    return next(k for k, each in enumerate(context.case.episodes[index].incidents) if each.event == event)

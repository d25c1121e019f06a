"""The verdicts on a corridor one by one: what comes of each claim, and which readings of control leave something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.claims.words import claimed, verdict
from detente.lenses.corridor.control.chapter import controlled
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.corridor.seen import seen
from detente.lenses.look import Look
from detente.lenses.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.control.chapter import Controlled
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.control.table import Meeting
    from detente.study import Moment


def verdicts(moment: Moment) -> Iterator[Verdict]:
    """Yield what the model says to each claim, and whether two readings of control leave anything.

    Raises
    ------
    FlawedModelError
        If the corridor cannot be modelled at the date.
    """
    look = Look(moment, CorridorOptions())
    world, found = look.once(seen), look.once(controlled)
    if world is not None:
        yield from _claims(world)
    if found is not None:
        yield from (_control(found, meeting) for meeting in found.meetings)


def _claims(world: Seen) -> Iterator[Verdict]:
    for each in world.study.verdicts(world.draws, world.seed):
        said = verdict(each).removeprefix("It ")
        yield Verdict(f"claims.{each.claim.id}", each.verdict, f"“{claimed(world, each).rstrip('.')}”", f"it {said}")


def _control(found: Controlled, meeting: Meeting) -> Verdict:
    sides = [found.speech.side(each.by, [each]) for each in (meeting.row, meeting.column)]
    about = f"What keeps the rules of {sides[0]} and of {sides[1]}"
    what = f"control.{meeting.row.word}.{meeting.column.word}"
    is_left = meeting.example is not None
    return Verdict(what, "true" if is_left else "false", about, "something is left" if is_left else "nothing is left")

"""The verdicts on a region one by one: the state of each condition, and where it is pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.look import Look
from detente.lenses.system.now import find
from detente.lenses.system.options import SystemOptions
from detente.lenses.system.region import region
from detente.lenses.verdicts import Verdict
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.system import Descriptor
    from detente.lenses.system.results import Now
    from detente.study import Moment


def verdicts(moment: Moment) -> Iterator[Verdict]:
    """Yield in which state each condition is, whether nothing pushes any of them, and where each is pushed.

    Raises
    ------
    FlawedModelError
        If a requirement cannot be read.
    """
    look = Look(moment, SystemOptions())
    found, now = look.once(region), find(look)
    if found is None or now is None:
        return
    for descriptor in found.descriptors:
        yield _state(descriptor, now.states[descriptor.id], moment)
    holds = "undetermined" if now.consistent is None else "true" if now.consistent else "false"
    words = {"true": "nothing pushes it", "false": "it is under pressure", "undetermined": "it cannot be said"}
    yield Verdict("consistent", holds, "Whether the region holds itself up", words[holds])
    if now.consistent is not None:
        yield from (_pressure(descriptor, now) for descriptor in found.descriptors)


def _state(descriptor: Descriptor, state: str | None, moment: Moment) -> Verdict:
    labels = {each.id: f"“{each.label}”" for each in descriptor.states}
    possible = [labels[each] for each in moment.situation.descriptors[descriptor.id].possible]
    said = labels[state] if state else f"it cannot be said: {listed(possible, last='or') or 'nothing is known of it'}"
    return Verdict(f"states.{descriptor.id}", state or "undetermined", descriptor.label, said)


def _pressure(descriptor: Descriptor, now: Now) -> Verdict:
    labels = {each.id: each.label for each in descriptor.states}
    toward = tuple(each.toward for each in now.pressures if each.descriptor == descriptor.id)
    said = f"towards {listed([f'“{labels[each]}”' for each in toward], last='or')}" if toward else "none"
    return Verdict(f"pressures.{descriptor.id}", toward, f"Pressure on “{descriptor.label}”", said)

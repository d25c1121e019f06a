"""The region as it is: its states, and what pushes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Method, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import evidence
from detente.lenses.system.pushing import pushes
from detente.lenses.system.region import region
from detente.lenses.system.results import Now, Pressure, Pushing
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.pushing import Push
    from detente.lenses.system.region import Pressed, Region
    from detente.methods.system.arrays import Configuration

_MOST_NAMED = 3


def find(look: Look[SystemOptions]) -> Now | None:
    """Return the states of the region and what pushes them; ``None`` where the case has no region at the date."""
    found = look.once(region)
    if found is None:
        return None
    held = look.situation.descriptors
    states = {each.id: held[each.id].state for each in found.descriptors}
    if found.now is None:
        return Now(states, None, ())
    return Now(states, found.is_consistent(found.now), pressures_in(found, found.now))


def pressures_in(found: Region, configuration: Configuration) -> tuple[Pressure, ...]:
    """Return what is pushed where in a configuration."""
    return tuple(_pressure(found, configuration, each) for each in found.pressed(configuration))


def _pressure(found: Region, configuration: Configuration, pressed: Pressed) -> Pressure:
    descriptor, state = found.place(pressed.state)
    own, names = found.descriptors[descriptor], found.model.states
    because = tuple(
        Pushing(None if each.source is None else names[each.source], names[each.on], each.effect)
        for each in pushes(found, configuration, pressed)
    )
    return Pressure(own.id, own.states[state].id, pressed.by, pressed.forced, because)


def headline(found: Region) -> str:
    """Return what is under pressure, in short."""
    if found.now is None:
        return "In which state the region is cannot be said; so nothing follows of what would move it."
    pressed = found.pressed(found.now)
    if not pressed and not found.is_consistent(found.now):
        return "In the model, the region cannot stay as it is, and it has nowhere to go."
    if not pressed:
        return "In the model, nothing pushes the region out of its state."
    names = list(dict.fromkeys(found.descriptors[each.descriptor].label for each in pressed))
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return f"Under pressure in the model: {listed(names)}."


def unknown(look: Look[SystemOptions]) -> Iterator[Statement]:
    """Yield what leaves the state of a condition open."""
    for each in look.situation.descriptors.values():
        yield from (
            Statement(sentence(f"{question.because}; {question.settled_by} would settle it"))
            for question in each.questions
        )


def pushed(found: Region, now: Configuration) -> Iterator[Statement]:
    """Yield what pushes each condition that is under pressure, with what that rests on."""
    for pressed in found.pressed(now):
        own = found.descriptors[pressed.descriptor]
        pushing = pushes(found, now, pressed)
        records = [record for each in pushing for record in each.records]
        reasons = [reason for each in pushing for reason in _reasons(found, each)]
        why = f": {'; '.join(dict.fromkeys(reasons))}" if reasons else ""
        present, other = own.states[now[pressed.descriptor]].label, found.label(pressed.state)
        stays = "It cannot stay so. " if pressed.forced else ""
        text = f"{own.label}: {stays}Pressure from “{present}” to “{other}”{why}."
        cites = dict.fromkeys(cite for record in records for cite in evidence(record.cites))
        assumed = [record.assumption for record in records if record.assumption]
        yield Statement(text, tuple(cites), assumption="; ".join(dict.fromkeys(assumed)))


def _reasons(found: Region, push: Push) -> Iterator[str]:
    """Yield why an effect pushes, or what acts where nobody says why."""
    source = None if push.source is None else f"“{found.label(push.source)}”"
    for record in push.records:
        yield record.why.rstrip(".") if record.why else source or "what is at work at all times"


def method(found: Region) -> Method:
    """Return how balances are read."""
    return Method(
        "Cross-impact balances",
        "each effect in the middle of its bounds",
        (("Conditions", str(len(found.descriptors))), ("Effects", f"{len(found.model.impacts):,}")),
        references=("WeimerJehle2006", "WeimerJehle2023"),
        formula="The balance of a state is what the present states of the others do to it together, and what is at work"
        " at all times. A condition is under pressure where another state that it may take has a higher balance; a slow"
        " one only where it is higher by more than one.",
    )


CHAPTER = Chapter("now", 10, find)

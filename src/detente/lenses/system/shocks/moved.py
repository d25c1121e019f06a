"""What a shock moves beside what it forces, held against the region left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.system.words import in_trials

if TYPE_CHECKING:
    from detente.lenses.system.region import Region
    from detente.lenses.system.shocks.led import Outcomes


def moved(alone: Outcomes, led: Outcomes) -> dict[str, str]:
    """Return what all rules have in one state in most trials, where that is otherwise than alone and than is forced."""
    first, *others = led.mostly.values()
    forced = led.shock.states if led.shock else {}
    return {
        name: state
        for name, state in first.items()
        if state is not None
        and all(each[name] == state for each in others)
        and forced.get(name) != state
        and any(each[name] != state for each in alone.mostly.values())
    }


def told(found: Region, led: Outcomes, name: str, state: str) -> str:
    """Return what a condition comes to, and in how many draws at least where not in all."""
    own = next(each for each in found.descriptors if each.id == name)
    label = next(each.label for each in own.states if each.id == state)
    often = in_trials(led.surely(name, state))
    return f"{own.label}: {label}" + (f" ({often})" if often else "")

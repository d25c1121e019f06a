"""What pushes a condition out of its state: the effects that speak for another one, or against the present one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.system.impact import Judged
    from detente.lenses.system.region import Pressed, Region
    from detente.methods.system.arrays import Configuration


@dataclass(frozen=True, slots=True)
class Push:
    """One effect that pushes.

    Attributes
    ----------
    source
        The number of the state that acts; ``None`` for what is at work at all times.
    on
        The number of the state that it acts on.
    effect
        How strongly: above 0 where it promotes that state.
    records
        What says so.
    """

    source: int | None
    on: int
    effect: int
    records: tuple[Judged, ...]


def pushes(found: Region, configuration: Configuration, pressed: Pressed) -> tuple[Push, ...]:
    """Return what pushes a condition, the strongest first."""
    present = int(found.web.starts[pressed.descriptor]) + configuration[pressed.descriptor]
    several = (each for each in _effects(found, configuration, (pressed.state, present)) if each.effect)
    pushing = [each for each in several if (each.effect > 0) == (each.on == pressed.state)]
    return tuple(sorted(pushing, key=lambda each: (-abs(each.effect), each.on != pressed.state)))


def _effects(found: Region, configuration: Configuration, states: tuple[int, int]) -> Iterator[Push]:
    """Yield all effects on two states of a condition in a configuration."""
    model, web = found.model, found.web
    sources = [int(start) + state for start, state in zip(web.starts, configuration, strict=True)]
    for on in states:
        for source in sources:
            records = model.impacts.get((source, on), ())
            yield Push(source, on, int(web.impact[source, on]), records)
        yield Push(None, on, int(web.background[on]), model.backgrounds.get(on, ()))

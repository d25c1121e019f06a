"""Bystanders: what shocks would do to those who influence nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Part, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of, say
from detente.lenses.system.region import Region, region
from detente.lenses.system.shocks.chapter import followed
from detente.lenses.system.shocks.moved import moved, told
from detente.lenses.wording import counted, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Row
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.shocks.led import Outcomes

_COLUMNS = (Column("shock", "If"), Column("follows", "Then, in most trials under every rule"))
_MOST_NAMED = 2


def find(look: Look[SystemOptions]) -> Region | None:
    """Return the region; ``None`` where the case has none at the date, or nobody in it only stands by."""
    found = look.once(region)
    return found if found is not None and any(own.kind == "output" for own in found.descriptors) else None


def show(found: Region, look: Look[SystemOptions]) -> Finding | None:
    """Say which shocks would change the lot of bystanders; nothing where none is tried."""
    led = look.once(followed)
    if len(led) < 2:
        return None
    alone, *others = led
    names = [own.label for own in found.descriptors if own.kind == "output"]
    rows = tuple(_rows(found, alone, others))
    open_ = sum(_is_open(found, alone, led) for led in others)
    return Finding(
        "What the region's changes would do to bystanders",
        _headline(names, [str(row.cells[0]) for row in rows], open_, len(others)),
        statements=tuple(
            say(f"{own.label}: {sentence(own.note)}", own.model_copy(update={"note": None}))
            for own in found.descriptors
            if own.kind == "output" and own.note and look.moment.clock.is_current
        ),
        tables=(Table("bystanders", "Bystanders", _COLUMNS, rows),) if rows else (),
        part=Part.GAINS,
        depth=Depth.DETAIL,
        id="bystanders",
    )


def _headline(names: list[str], shocks: list[str], hanging: int, tried: int) -> str:
    whom, rest = listed(names, last="or"), f"; for {hanging} that hangs on the rule or the trial" if hanging else ""
    if not shocks:
        return f"In the model, none of {counted(tried, 'shock')} would surely change {whom}{rest}."
    first = [f"“{each}”" for each in shocks[:_MOST_NAMED]]
    more = [f"{len(shocks) - _MOST_NAMED} more"] if len(shocks) > _MOST_NAMED else []
    told = f"In the model, {len(shocks)} of {counted(tried, 'shock')} would change {whom}{rest}"
    return f"{told}: {listed([*first, *more])}."


def _rows(found: Region, alone: Outcomes, others: list[Outcomes]) -> Iterator[Row]:
    for led in others:
        said = [told(found, led, name, state) for name, state in moved(alone, led).items() if name in _outputs(found)]
        if said and led.shock is not None:
            yield row_of([led.shock], led.shock.label, "; ".join(said))


def _is_open(found: Region, alone: Outcomes, led: Outcomes) -> bool:
    """Whether what becomes of a bystander hangs on the rule or the trial, and a shock surely changes none."""
    hangs = _outputs(found) & set(led.undecided) - set(alone.undecided)
    return bool(hangs) and not _outputs(found) & moved(alone, led).keys()


def _outputs(found: Region) -> set[str]:
    return {own.id for own in found.descriptors if own.kind == "output"}


CHAPTER = Chapter("bystanders", 36, find, show)

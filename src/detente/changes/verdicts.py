"""What changes of a case do to verdicts: of each lens whose inputs are not the same, what it says before and after."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.changes.inputs import are_same
from detente.changes.result import UNDETERMINED, Turned
from detente.lenses.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from detente.lenses.lens import Lens
    from detente.lenses.verdicts import Plain, Verdict
    from detente.study import Moment

_DETERMINED = "determined"
_OF_RECORDS = "chronicle"
"""The lens that answers record by record: of a record that only one of the two has, the records tell."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A moment that is compared with another one.

    Attributes
    ----------
    moment
        The case at a date.
    guard
        Stands around whatever is worked out of it, to turn errors into those of the caller.
    """

    moment: Moment
    guard: Callable[[], AbstractContextManager[None]] = nullcontext


def compare(old: Looked, new: Looked) -> tuple[Turned, ...]:
    """Return the verdicts that differ between two moments; nothing is worked out where a lens is given the same.

    Raises
    ------
    FlawedModelError
        If something cannot be modelled at one of them, and no guard turns that into an error of its own.
    """
    return tuple(turned for lens in shipped().values() for turned in _of_lens(lens, old, new))


def _of_lens(lens: Lens[object], old: Looked, new: Looked) -> Iterator[Turned]:
    if lens.verdicts is None or are_same(lens, old.moment, new.moment):
        return
    why = _undecided(lens, old), _undecided(lens, new)
    if all(why):
        return
    if any(why):
        yield _undetermined(lens, *why)
    before, after = (None if reason else _told(lens, at) for reason, at in zip(why, (old, new), strict=True))
    yield from _turned(lens, before, after)


def _undecided(lens: Lens[object], at: Looked) -> str:
    """Return why the date does not determine what a lens says; empty where it does, or the lens has nothing to say."""
    if not lens.applies(at.moment.written):
        return ""
    with at.guard():
        return lens.undecided(at.moment)


def _told(lens: Lens[object], at: Looked) -> Mapping[str, Verdict]:
    if lens.verdicts is None or not lens.applies(at.moment.written):
        return {}
    with at.guard():
        return {each.what: each for each in lens.verdicts(at.moment)}


def _undetermined(lens: Lens[object], before: str, after: str) -> Turned:
    """Return that a lens can or cannot say anything any longer; one of the two is why not."""
    about, answered = f"“{lens.question}”", "it can be answered"
    said = (f"it cannot be answered, because {why}" if why else answered for why in (before, after))
    return Turned(lens.key, _DETERMINED, _truth(not before), _truth(not after), about, *said)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _turned(
    lens: Lens[object], before: Mapping[str, Verdict] | None, after: Mapping[str, Verdict] | None
) -> Iterator[Turned]:
    """Yield what differs; ``None`` stands for verdicts that are not determined."""
    for what in dict.fromkeys((*(after or ()), *(before or ()))):
        one, other = (None if each is None else each.get(what) for each in (before, after))
        if lens.key == _OF_RECORDS and what.partition(".")[0] != "positions" and None in (one, other):
            continue
        old, new = (
            UNDETERMINED if told is None else found.value if found else None
            for told, found in ((before, one), (after, other))
        )
        if old != new:
            yield _of(lens, what, (old, new), (one, other))


def _of(
    lens: Lens[object], what: str, values: tuple[Plain, Plain], told: tuple[Verdict | None, Verdict | None]
) -> Turned:
    """Return a change of a verdict; one of the two may be missing."""
    old, new = told
    about = next((each.about for each in (new, old) if each is not None), "")
    return Turned(lens.key, what, *values, about, old.said if old else "", new.said if new else "")

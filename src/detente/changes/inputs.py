"""Whether a lens is given the same at two moments, so that it says the same without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.lens import Lens
    from detente.study import Moment

_GROUND = ("actors", "events", "steps", "issues", "scenarios", "system")
"""Sections that every lens stands on, beside its own: what names, dates, opens and changes the rest."""


def are_same(lens: Lens[object], old: Moment, new: Moment) -> bool:
    """Whether two moments are the same in all that the verdicts of a lens hang on."""
    return _alike(lens, old, new) or _hangs_on_the_same(lens, old, new)


def _alike(lens: Lens[object], old: Moment, new: Moment) -> bool:
    """Whether they are the same in all that a lens reads: the date, what is known, and the records."""
    if _asked(old) != _asked(new):
        return False
    sections = {*lens.sections, *_GROUND}
    if old.written.system is not None or new.written.system is not None:
        sections.update(_read_by_models())
    return all(getattr(old.written, key) == getattr(new.written, key) for key in sections)


def _read_by_models() -> Iterator[str]:
    """Yield every section that some model reads: conditions of a region read them, and open and close what is there."""
    for lens in shipped().values():
        yield from lens.sections if lens.verdict is not None else ()


def _asked(moment: Moment) -> tuple[object, ...]:
    """Return when a moment is, under what, and how far the case knows."""
    header = moment.written.case
    return str(moment.as_of), moment.scenario, moment.assumed, moment.region, header.as_of, header.known_until


def _hangs_on_the_same(lens: Lens[object], old: Moment, new: Moment) -> bool:
    """Whether they are the same in what the lens itself says that it hangs on, and no date leaves that open."""
    if lens.hangs_on is None or not (lens.applies(old.written) and lens.applies(new.written)):
        return False
    open_dates = any(doubt.section in lens.sections for at in (old, new) for doubt in at.day.doubts)
    return not open_dates and lens.hangs_on(old) == lens.hangs_on(new)

"""Margins in words: who gains by a package, and of whom that is not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.packages import least
from detente.findings import Unasked
from detente.lenses.settlement.packages.doubt.uncertainty import Uncertain
from detente.lenses.settlement.packages.now import Today
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.brief.matter import Matter
    from detente.lenses.settlement.packages.draws import Bar
    from detente.lenses.settlement.packages.entries import Entry


def gain(matter: Matter, entry: Entry, when: str) -> str:
    """Return who gains by a package, and of whom an uncertain number of its own leaves that open."""
    who = matter.by_name(entry.utilities)
    names = [matter.speech.names[actor] for actor in who]
    together = {1: "", 2: "both "}.get(len(who), "all ")
    if least(entry) <= 0:
        return f"{listed(names)} {together}{one_or_many(len(who), 'loses', 'lose')} nothing{when}"
    unsure = [name for actor, name in zip(who, names, strict=True) if _is_unsure(matter, entry, actor)]
    sure = [name for name in names if name not in unsure]
    if unsure and sure:
        return f"{listed(sure)} {one_or_many(len(sure), 'gains', 'gain')}{when}, {listed(unsure)} perhaps,"
    perhaps = "perhaps " if unsure else ""
    return f"{listed(names)} {together}{perhaps}{one_or_many(len(who), 'gains', 'gain')}{when}"


def _is_unsure(matter: Matter, entry: Entry, actor: str) -> bool:
    """Whether one of a party's numbers at an end of its range, all others in their middle, makes it lose by a package.

    What it has without a deal is held against the package. Where another number leaves nothing that all accept, this
    package is not accepted either, and only its own party can be the one that does not.
    """
    margins = {} if isinstance(entry.margins, Unasked) else entry.margins
    settlement, margin = matter.case.settlement, margins.get(actor)
    parties = settlement.parties if settlement is not None else ()
    widths = [each.batna.high - each.batna.mean for each in parties if each.actor == actor and each.batna is not None]
    if margin is not None and margin < max(widths, default=0):
        return True
    today, every = matter.found("settlement", Today), matter.found("settlement", Uncertain)
    now = today.now if today is not None else None
    found = [each.uncertainty for each in (now if entry.possible is True else None, every) if each is not None]
    return any(_shuts(each.tornado, actor) for each in found if each is not None)


def _shuts(bars: Sequence[Bar], actor: str) -> bool:
    return any(min(bar.low.slack, bar.high.slack) < 0 for bar in bars if bar.actor == actor)

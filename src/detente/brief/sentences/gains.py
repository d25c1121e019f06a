"""Who gains: what both could take now and later, and who stands in the way of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.matter import answer
from detente.brief.packages import changed, present, words
from detente.findings import Question, Unasked
from detente.lenses.settlement.packages.blocked.blocked import Blocked
from detente.lenses.settlement.packages.now import Today
from detente.lenses.settlement.packages.zone.zone import Zone
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.brief.matter import Matter
    from detente.findings import Answer
    from detente.lenses.settlement.packages.entries import Entry

_CHAPTERS = ("zone", "now", "blocked")


def gains(matter: Matter) -> Answer | None:
    """Return the best package now and later, and who blocks what."""
    if why := matter.why_not("settlement"):
        because = matter.because("settlement", "determination")
        return answer(Question.GAINS, f"What both could take cannot be told: {why}.", because, model=True)
    zone, today = matter.found("settlement", Zone), matter.found("settlement", Today)
    if zone is None or zone.zopa is None:
        return None
    now = today.now if today is not None else None
    text = _gains(matter, zone.zopa, None if now is None else now.zopa)
    blocked = _blocked(matter)
    because = matter.because("settlement", *_CHAPTERS)
    return answer(Question.GAINS, " ".join(filter(None, (text, blocked))), because, model=True)


def _gains(matter: Matter, every: Sequence[Entry], possible: Sequence[Entry] | None) -> str:
    """Return what all gain from, the best for whoever gains least."""
    if not every:
        return "In the model, no package is worth as much as no deal to all."
    who = listed([matter.speech.names[actor] for actor in matter.by_name(every[0].utilities)])
    both = f"{who} {'both ' if len(every[0].utilities) == 2 else 'all '}gain"
    best, here = _best(matter, every), present(matter)
    if possible is None:
        return sentence(f"in the model, {both} from {words(matter, changed(best.package, here))}")
    if not possible:
        later = words(matter, changed(best.package, here))
        return sentence(
            f"in the model, nothing possible now is worth as much as no deal to all; later {both} from {later}"
        )
    first = _best(matter, possible)
    now = words(matter, changed(first.package, here))
    text = f"in the model, {both} now from {now}" if now else f"in the model, {both} now as things are"
    more = words(matter, changed(best.package, first.package))
    return sentence(f"{text}; more later from {more}" if more and _least(best) > _least(first) else text)


def _best(matter: Matter, entries: Sequence[Entry]) -> Entry:
    """Return what leaves most to whoever gains least; of several the first by what they are called."""
    most = max(map(_least, entries))
    return min((each for each in entries if _least(each) == most), key=lambda each: words(matter, each.package))


def _least(entry: Entry) -> float:
    margins: Mapping[str, float | None] = {} if isinstance(entry.margins, Unasked) else entry.margins
    return min((margin for margin in margins.values() if margin is not None), default=0.0)


def _blocked(matter: Matter) -> str:
    """Return what each party accepts in no package, what most packages have first."""
    found = matter.found("settlement", Blocked)
    blocked = found.blocked if found is not None else None
    each = [(actor, blocked[actor].always) for actor in matter.by_name(blocked)] if blocked else []
    told = [f"{matter.speech.names[actor]} blocks {words(matter, always[0])}" for actor, always in each if always]
    return sentence("; ".join(told)) if told else ""

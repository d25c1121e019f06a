"""Who gains: what all could take now and later, what that means for transit, and who stands in the way of what."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from detente.brief.assumed import assumed
from detente.brief.margins import gain
from detente.brief.matter import answer
from detente.brief.packages import best, changed, labels, least, never, present, row, to_be_had
from detente.brief.sentences.transit import by_itself, by_package
from detente.brief.speech import MOST
from detente.brief.untold import untold
from detente.findings import Question
from detente.lenses.settlement.packages.blocked.blocked import Blocked
from detente.lenses.settlement.packages.now import Today
from detente.lenses.settlement.packages.space import Space
from detente.lenses.settlement.packages.zone.zone import Zone
from detente.lenses.wording import listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.brief.matter import Matter
    from detente.findings import Answer
    from detente.lenses.settlement.packages.entries import Entry
    from detente.lenses.settlement.packages.now import Now


_BALANCE = ("corridor-balance",)
"""Where it is told on the page who gains and who loses in transit, wherever there are worlds to compare."""


def gains(matter: Matter) -> Answer | None:
    """Return the best package now and later, and who blocks what; without packages, who gains and loses in transit."""
    if "settlement" not in matter.lenses:
        return _transit(matter)
    if text := untold(matter, "settlement", "What each could take"):
        return answer(Question.GAINS, text, matter.because("settlement", "determination"), model=False)
    zone, today = matter.found("settlement", Zone), matter.found("settlement", Today)
    because = matter.because("settlement", "zone", "now", "blocked")
    if zone is None or zone.zopa is None:
        return answer(Question.GAINS, _not_stated(matter), because, model=False)
    now = today.now if today is not None else None
    first, moved, later = _best(matter, zone.zopa, now) if zone.zopa else (_none(matter), "", "")
    blocked = _blocked(matter) if zone.zopa and not moved else ""
    text = " ".join(filter(None, (first, moved, later, blocked)))
    carrying = (*assumed(matter, "settlement"), *(assumed(matter, "corridor") if moved else ()))
    return answer(Question.GAINS, text, (*because, *(_BALANCE if moved else ())), model=True, assumptions=carrying)


def _transit(matter: Matter) -> Answer | None:
    """Return who gains and who loses in transit in a case without packages."""
    text = untold(matter, "corridor", "Who gains in transit")
    if text:
        return answer(Question.GAINS, text, matter.because("corridor", "determination"), model=False)
    carrying = assumed(matter, "corridor")
    return answer(Question.GAINS, by_itself(matter), _BALANCE, model=True, assumptions=carrying)


def _not_stated(matter: Matter) -> str:
    """Return whose alternative to a deal is missing; nothing where there are no packages at all."""
    space = matter.found("settlement", Space)
    who = matter.by_name(space.not_stated or ()) if space is not None else ()
    if not who:
        return ""
    names = listed([matter.speech.names[actor] for actor in who])
    has = one_or_many(len(who), "has", "have")
    return f"What all gain cannot be told: the case does not say what {names} {has} without a deal."


def _best(matter: Matter, every: tuple[Entry, ...], now: Now | None) -> tuple[str, str, str]:
    """Return what all gain from, the best for whoever gains least, what that means for transit, and what comes later.

    That is what can be had now, and what would be more.
    """
    here, could = present(matter), to_be_had(matter, every)
    whole = best(matter, could or every)
    wanted = row(matter, changed(whole.package, here))
    if not could:
        return f"In the model, all would gain from {wanted}, but that cannot be had.", "", ""
    moved = by_package(matter, whole.package)
    if now is None or (now.zopa and best(matter, now.zopa).package == whole.package):
        when = " later" if whole.possible is False else " now" if now is not None else ""
        return sentence(f"in the model, {gain(matter, whole, when)} from {wanted}"), moved, ""
    later = f"{gain(matter, whole, ' later')} from {wanted}"
    if not now.zopa:
        known = "known to be " if now.unknown else ""
        nothing = f"In the model, nothing {known}possible now is worth as much as no deal to all."
        return f"{nothing} {sentence(later)}", moved, ""
    first = best(matter, now.zopa)
    taken = changed(first.package, here)
    if not taken:
        return sentence(f"in the model, {later}"), moved, ""
    more = row(matter, changed(whole.package, first.package))
    return (
        f"In the model, {gain(matter, first, ' now')} from {row(matter, taken)}.",
        by_package(matter, first.package),
        f"Later, more: {more}." if least(whole) > least(first) else "",
    )


def _none(matter: Matter) -> str:
    """Return that nothing is acceptable to all, what comes nearest, and who is in the way."""
    found = matter.found("settlement", Blocked)
    blockers = matter.by_name({each.actor for each in found.blockers or ()}) if found is not None else ()
    who = listed([matter.speech.names[actor] for actor in blockers])
    nearest = found.opening.nearest if found is not None and found.opening is not None else ()
    way = f"in the way {one_or_many(len(blockers), 'is', 'are')} {who}" if who else ""
    if not nearest:
        return " ".join(
            ("In the model, every package crosses somebody’s red line.", sentence(way) if way else "")
        ).strip()
    near = min(row(matter, each.package) for each in nearest)
    text = "In the model, no package is worth as much as no deal to all."
    return f"{text} {sentence('; '.join(filter(None, (f'nearest: {near}', way))))}"


def _blocked(matter: Matter) -> str:
    """Return what each party accepts in no package: of several things that which most packages have."""
    found, space = matter.found("settlement", Blocked), matter.found("settlement", Space)
    blocked = (found.blocked if found is not None else None) or {}
    sizes = {name: len(outcomes) for name, outcomes in ((space.issues if space is not None else None) or {}).items()}
    gone = never(matter)

    def rarity(pattern: Mapping[str, str]) -> tuple[int, int]:
        return prod(sizes[issue] for issue in pattern), len(pattern)

    told = []
    for actor in matter.by_name(blocked):
        several = [each for each in blocked[actor].always if gone.isdisjoint(each.items())]
        first = [each for each in several if rarity(each) == min(map(rarity, several))]
        told += [f"{matter.speech.names[actor]} blocks {labels(matter, first)}"] if first else []
    return sentence("; ".join(told[:MOST])) if told else ""

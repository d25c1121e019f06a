"""Three packages: the best possible now, the best later, and one that somebody blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Method, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.assumptions import beside
from detente.lenses.settlement.packages.three.because import because, waits
from detente.lenses.settlement.packages.three.choice import BLOCKED, Choice, Kind, choices
from detente.lenses.settlement.packages.three.figure import figure
from detente.lenses.settlement.packages.three.words import LITTLE, MUCH, blockers, everybody
from detente.lenses.settlement.packages.words import share_of, untold
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa

_NAMED = 3
"""So many of those who block are named at most."""

_FORMULA = (
    "A package is worth to a side the sum of the values of its outcomes and conditions, each times its weight, divided "
    "by the sum of the weights. The gain is that worth less what no deal is worth. The best package is the one by "
    f"which whoever gains least gains most. A gain below {LITTLE:g} of 1 is called little, one from {MUCH:g} on a lot."
)


@dataclass(frozen=True, slots=True, eq=False)
class Three:
    """The packages that tell most.

    Attributes
    ----------
    analysis, zopa
        All packages, and which of them nobody blocks.
    shown
        Those that tell most: first what nobody blocks, then what somebody does.
    """

    analysis: Analysis
    zopa: Zopa
    shown: tuple[Choice, ...]


def find(look: Look[SettlementOptions]) -> Three | None:
    """Return the packages that tell most; ``None`` without packages, or without alternatives to hold them against."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None:
        return None
    return Three(analysis, analysis.zopa, choices(analysis, analysis.zopa))


def show(found: Three, look: Look[SettlementOptions]) -> Finding:
    """Show them, with what each side gains or loses."""
    del look
    analysis = found.analysis
    return Finding(
        "What both could take" if len(analysis.model.outline.parties) == 2 else "What all could take",
        _headline(found),
        (*_statements(found), _reading(analysis)),
        figures=(figure(analysis, found.zopa, found.shown),),
        method=Method(
            "Enumeration of packages",
            "added utilities; numbers in the middle of their intervals; leximin",
            (("Packages", f"{analysis.model.space.count:,}"),),
            references=("Raiffa1982", "FisherUry1981", "KalaiProportional1977"),
            formula=_FORMULA,
        ),
        assumptions=tuple(beside(analysis)),
        because=(*because(analysis), *(said for each in found.shown for said in waits(analysis, each.package))),
        depth=Depth.FRONT,
        id="three",
    )


def _headline(found: Three) -> str:
    """Return what can be had now and later, and who blocks something else."""
    said = _accepted(found)
    last = found.shown[-1]
    if last.kind is not Kind.WANTED:
        return f"{said}."
    who = blockers(found.analysis, found.zopa, last.package)
    named = listed(who) if len(who) <= _NAMED else counted(len(who), "side")
    return f"{said}; {named} {one_or_many(len(who), 'blocks', 'block')} another."


def _accepted(found: Three) -> str:
    """Return what can be had of the packages that nobody blocks."""
    first, everyone = found.shown[0], everybody(found.analysis)
    could = f"{everyone[:1].upper()}{everyone[1:]} could take"
    if first.kind in BLOCKED:
        return _shut(found)
    if first.kind is Kind.NOW:
        now, later = (found.zopa.gains[:, each.package] for each in found.shown[:2])
        unknown = found.shown[1].kind is Kind.UNKNOWN
        if bool((later > now).all()):
            wait = "is not known to be possible" if unknown else "has to wait"
            return f"{could} a package possible now, and gain more by one that {wait}"
        wait = "may not be possible" if unknown else "has to wait"
        return f"{could} a package possible now; a better one for whoever gains least {wait}"
    what = {
        Kind.BEST: f"{could} at least one package",
        Kind.BOTH: f"The best package that {everyone} could take is possible now",
        Kind.LATER: f"Nothing possible now suits {everyone}; what they could take has to wait",
        Kind.UNKNOWN: f"Whether what {everyone} could take is possible is not known",
        Kind.NEVER: f"What {everyone} could take cannot be had",
    }
    return what[first.kind]


def _shut(found: Three) -> str:
    if found.analysis.nothing_left:
        return "Every package crosses somebody’s red line"
    who = blockers(found.analysis, found.zopa, found.shown[0].package)
    named = listed(who) if len(who) <= _NAMED else counted(len(who), "side")
    return f"Somebody blocks every package; {named} {one_or_many(len(who), 'blocks', 'block')} the nearest one"


def _statements(found: Three) -> Iterator[Statement]:
    """Yield that a model says it and on what, and how sure it is."""
    analysis = found.analysis
    on = any(party.assumption for party in analysis.model.outline.parties)
    numbers = "on assumptions about what each side values" if on else "from the numbers that the case states"
    yield Statement(f"The gains are a model’s, {numbers}.")
    yield from untold(analysis)
    free = [each.package for each in found.shown if each.kind not in BLOCKED]
    if analysis.uncertainty is None or not free:
        return
    shares = (float(analysis.uncertainty.shares.inside[package]) for package in free)
    each = zip(("first", "second"), (" of the uncertain numbers", ""), shares, strict=False)
    yield Statement(sentence(", and ".join(_held(which, trials, share) for which, trials, share in each)))


def _reading(analysis: Analysis) -> Statement:
    """Return how to read the picture: how packages are named, and that gains of two sides have no common measure."""
    held = [outcome is not None for outcome in analysis.today]
    named = "Packages are named by what they change from today" if all(held) else "Packages are named in full"
    if any(held) and not all(held):
        named = "Packages are named by what they change, as far as the case tells how things stand today"
    alone = "" if len(analysis.model.outline.parties) == 1 else "; compare a side’s bars only with each other"
    return Statement(f"{named}{alone}.")


def _held(which: str, trials: str, share: float) -> str:
    """Return in how many trials nobody blocks a package, as a clause."""
    if share == 0:
        return f"in all trials{trials} somebody blocks the {which}"
    return f"in {'all' if share == 1 else f'{share_of(share)} of'} trials{trials} nobody blocks the {which}"


CHAPTER = Chapter("three", 5, find, show)

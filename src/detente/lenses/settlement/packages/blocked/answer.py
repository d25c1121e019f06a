"""The answer to who blocks what: in a sentence, with the red lines, and with what would open the door."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Finding, Method, Statement
from detente.lenses.evidence import say
from detente.lenses.settlement.packages.blocked.red_lines import refusal as red_line
from detente.lenses.settlement.packages.blocked.refusals import Refusal, grounds, kinds, told
from detente.lenses.settlement.packages.blocked.shortage import in_the_way
from detente.lenses.settlement.packages.stated import weighed, worth
from detente.lenses.settlement.packages.words import (
    condition_name,
    number,
    party_name,
    party_names,
    quoted,
    refusing_names,
)
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa
    from detente.methods.bargaining.packages.side_payments import SidePayments

_MOST_WORDS = 25
_FORMULA = (
    "Every package is tried. A side blocks what crosses its red line, and what is worth less to it than no deal. Named "
    "are outcomes, alone or two together, that it accepts in no package, whatever else that holds."
)


def answer(analysis: Analysis, refusals: Sequence[Refusal], paid: tuple[int, SidePayments] | None) -> Iterator[Finding]:
    """Yield who blocks what and why, or what would open the door; nothing where no side by itself blocks anything."""
    found = [each for each in refusals if each.packages.any()]
    if not found:
        return
    zopa = analysis.zopa
    shut = zopa is not None and not zopa.inside.any()
    headline, said = _shut(analysis, zopa, paid) if zopa is not None and shut else _open(analysis, found)
    if not headline:
        return
    yield Finding(
        "Who blocks, and what opens the door" if shut else "Who blocks what",
        headline,
        (*_red_lines(analysis), *(() if shut else _grounds(analysis, found)), *said),
        method=Method(
            "Enumeration of packages",
            "least changes of alternatives; payments by linear programming" if shut else "",
            references=("Raiffa1982", "HuangfuHall2018") if shut else ("Raiffa1982",),
            formula=_FORMULA,
        ),
        because=tuple(_because(analysis, found)),
        id="packages-blocked",
    )


def _open(analysis: Analysis, found: Sequence[Refusal]) -> tuple[str, list[Statement]]:
    """Return what each side blocks, as much of it as goes into a sentence, and the rest."""
    firm = [refusal for refusal in found if refusal.patterns]
    if not firm:
        return _alone(analysis), []
    model = "" if all(refusal.said for refusal in firm) else "In the model, "
    for most in (None, 1):
        said = f"{model}{'; '.join(told(analysis, refusal, most) for refusal in firm)}."
        if len(said.split()) <= _MOST_WORDS:
            more = [refusal for refusal in firm if most and len(kinds(analysis, refusal)) > most]
            return said, [Statement(f"{told(analysis, refusal)}.") for refusal in more]
    names = listed([party_name(analysis, refusal.party) for refusal in firm])
    said = f"{model}{names} {one_or_many(len(firm), 'blocks', 'each block')} something, whatever else is offered."
    return said, [Statement(f"{told(analysis, refusal)}.") for refusal in firm]


def _alone(analysis: Analysis) -> str:
    """Return who alone stands in the way of most packages, where nobody blocks any for what is in it; or ``""``."""
    packages = [] if analysis.zopa is None else analysis.zopa.blocking.alone.tolist()
    most = max(packages, default=0)
    if most:
        who = [name for name, alone in zip(refusing_names(analysis), packages, strict=True) if alone == most]
        stands = one_or_many(len(who), "stands", "each stand")
        return f"{listed(who)} alone {stands} in the way of most: {counted(most, 'package')} that all others accept."
    return "Red lines keep out some packages." if analysis.model.outline.barriers else ""


def _red_lines(analysis: Analysis) -> Iterator[Statement]:
    """Yield each red line, with the reason given."""
    for barrier in analysis.model.outline.barriers:
        why = f" {sentence(barrier.red_line.why)}" if barrier.red_line.why else ""
        yield say(f"{red_line(analysis, barrier)}.{why}", barrier.red_line, noted=True)


def _grounds(analysis: Analysis, found: Sequence[Refusal]) -> Iterator[Statement]:
    """Yield what else a side never does without, in the words of the case; the reason for its weight stands apart."""
    for refusal in found:
        name = party_name(analysis, refusal.party)
        for stated in grounds(analysis, refusal):
            why = stated.condition.why
            what = f"blocks whatever breaks {condition_name(analysis, stated)}."
            said = say(f"{name}: {sentence(why)}" if why else f"{name} {what}", stated.condition)
            yield replace(said, assumption="")


def _because(analysis: Analysis, found: Sequence[Refusal]) -> Iterator[Statement]:
    """Yield what each of them has without a deal, and how much the conditions weigh that it never does without."""
    for refusal in found:
        yield worth(analysis, refusal.party)
        yield from (weighed(analysis, stated) for stated in grounds(analysis, refusal))


def _shut(analysis: Analysis, zopa: Zopa, paid: tuple[int, SidePayments] | None) -> tuple[str, list[Statement]]:
    """Return who is in the way at the packages nearest to agreement, and what would open the door."""
    who = in_the_way(analysis, zopa)
    said = f"in the way {one_or_many(len(who), 'is', 'are')} {listed(who)}"
    if analysis.nothing_left:
        return f"Every package crosses somebody’s red line; {said}.", []
    nearest = Statement(f"Nearest to agreement is {quoted(analysis, zopa.opening.nearest, 1)}.")
    return sentence(said), [nearest, *_ways(analysis, zopa, paid)]


def _ways(analysis: Analysis, zopa: Zopa, paid: tuple[int, SidePayments] | None) -> Iterator[Statement]:
    """Yield the least changes that would make a package acceptable to all, and the payments that would."""
    names = party_names(analysis)
    first = zopa.opening.short[:, 0]
    least = [f"{name} by {number(float(short))}" for name, short in zip(names, first, strict=True) if short > 0]
    change = "an alternative to a deal that is worse, or a package that is worth more"
    yield Statement(f"The least that opens the door: {change}, for {listed(least)}.")
    for name, alone, short in zip(names, zopa.opening.alone, first, strict=True):
        if isfinite(alone) and short != alone:
            yield Statement(f"It opens as well if that changes for {name} alone by {number(float(alone))}.")
    if paid is None:
        yield Statement("No payments between the parties open it: no package leaves enough to pay with.")
        return
    package, payments = paid
    moves = [(name, float(moved)) for name, moved in zip(names, payments.received, strict=True)]
    pays = [f"{name} gives up {number(-moved)}" for name, moved in moves if moved < 0]
    gets = [f"{name} receives {number(moved)}" for name, moved in moves if moved > 0]
    yield Statement(
        f"Payments would open it as well, with {quoted(analysis, [package])}: {listed([*pays, *gets])}.",
        assumption="what is worth as much to one is worth as much to the other, and can be paid",
    )

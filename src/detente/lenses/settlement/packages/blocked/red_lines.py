"""What is out of the question: the packages that somebody's red lines rule out, and what would be without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from detente.findings import Depth, Finding, Method, Result, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.entries import UNDER
from detente.lenses.settlement.packages.words import condition_name, party_name
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.preference.expressions import Not
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.writer import spelled
from detente.models.settlement.clash import clashing
from detente.models.settlement.conditions import OnPackages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.settlement import Party
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.models.settlement.conditions import Barrier


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A red line, and what it does.

    Attributes
    ----------
    actor, id
        Whose it is, and which.
    rules_out
        How many packages cross it.
    """

    actor: str
    id: str
    rules_out: int


@dataclass(frozen=True, slots=True)
class RedLines(Result):
    """What each side accepts in no case.

    Attributes
    ----------
    red_lines
        Every red line, in the order of the case; ``null`` where packages are not worked out.
    """

    under: ClassVar[str] = UNDER

    red_lines: tuple[RuledOut, ...] | None = None


def find(look: Look[SettlementOptions]) -> RedLines | None:
    """Return how many packages each red line rules out."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None:
        return RedLines()
    each = zip(analysis.model.outline.barriers, analysis.model.crossed, strict=True)
    return RedLines(
        tuple(RuledOut(barrier.party.actor, barrier.red_line.id, int(crossed.sum())) for barrier, crossed in each)
    )


def show(found: RedLines, look: Look[SettlementOptions]) -> Finding | None:
    """Say who rules out how many packages, and what all would accept without that; nothing without red lines."""
    del found
    analysis = look.once(analyse)
    if analysis is None or analysis.barred is None:
        return None
    return Finding(
        "What red lines rule out",
        _headline(analysis, int(analysis.barred.sum())),
        (*_lines(analysis), *_clash(analysis), *_without(analysis)),
        method=Method(
            "Enumeration of packages",
            "a package that crosses a red line is in no zone and chosen by no rule, whatever it is worth to anybody",
            (("Packages", f"{analysis.model.space.count:,}"),),
        ),
        depth=Depth.APPENDIX,
        id="packages-red-lines",
    )


def _headline(analysis: Analysis, barred: int) -> str:
    """Return who rules out how many packages."""
    each = [(party_name(analysis, party), int(analysis.model.refused(party).sum())) for party in _owners(analysis)]
    of = counted(analysis.model.space.count, "package")
    told = [
        f"{name} rules out {number:,} of {of}" if k == 0 else f"{name} {number:,}"
        for k, (name, number) in enumerate(each)
    ]
    together = f"; together that is {barred:,}" if len(each) > 1 else ""
    return f"{listed(told)}, whatever else is offered{together}."


def _owners(analysis: Analysis) -> list[Party]:
    owners = [barrier.party for barrier in analysis.model.outline.barriers]
    return [party for party in analysis.refusing if party in owners]


def _lines(analysis: Analysis) -> Iterator[Statement]:
    """Yield each red line, and how many packages cross it."""
    for barrier, crossed in zip(analysis.model.outline.barriers, analysis.model.crossed, strict=True):
        number = int(crossed.sum())
        rules = f"this rules out {counted(number, 'package')}" if number else "no package crosses that"
        yield say(f"{refusal(analysis, barrier)}: {rules}.", barrier.red_line)


def refusal(analysis: Analysis, barrier: Barrier) -> str:
    """Return a red line as a clause: what its party accepts in no case, or what must hold in all that it accepts."""
    name = party_name(analysis, barrier.party)
    if not isinstance(barrier.expression, Not):
        return f"{name} accepts only what fulfils {_once(condition_name(analysis, barrier))}"
    text = spelled(barrier.expression.part)
    return (
        f"{name} accepts {_once(condition_name(analysis, OnPackages(text, parse(text), barrier.choices)))} in no case"
    )


def _once(told: str) -> str:
    """Return a condition in words, without quotation marks within quotation marks where it is one outcome."""
    alone = told.startswith("“‘") and told.count("‘") == 1
    return told.replace("‘", "").replace("’”", "”") if alone else told


def _named(analysis: Analysis, barrier: Barrier) -> str:
    return f"{party_name(analysis, barrier.party)}’s red line ‘{barrier.red_line.id}’"


def _clash(analysis: Analysis) -> Iterator[Statement]:
    """Yield the fewest red lines that leave nothing together."""
    fewest = clashing(analysis.model.outline)
    if fewest:
        verb = one_or_many(len(fewest), "alone leaves", "together leave")
        yield Statement(f"{listed([_named(analysis, each) for each in fewest])} {verb} no package.")


def _without(analysis: Analysis) -> Iterator[Statement]:
    """Yield how many packages would be worth as much as no deal to all, without any red line and without each."""
    zopa = analysis.zopa
    if zopa is None:
        return
    worth = (zopa.gains >= 0).all(axis=0)
    left = f"; with them {_is(int(zopa.inside.sum()))}" if worth.any() else ""
    yield Statement(f"{_would('Without any red line', int(worth.sum()))}{left}.")
    if len(analysis.model.crossed) < 2:
        return
    for k, barrier in enumerate(analysis.model.outline.barriers):
        others = np.delete(analysis.model.crossed, k, axis=0).any(axis=0)
        more = int((worth & ~others).sum())
        if more > int(zopa.inside.sum()):
            yield say(f"{_would(f'Without {_named(analysis, barrier)} alone', more)}.", barrier.red_line)


def _would(when: str, count: int) -> str:
    if not count:
        return f"{when}, too, no package would suit everybody"
    return f"{when}, {counted(count, 'package')} would suit everybody"


def _is(count: int) -> str:
    return f"{count:,} {one_or_many(count, 'is', 'are')} left" if count else "none is left"


CHAPTER = Chapter("red-lines", 125, find, show)

"""What can be had now: packages whose options are open, how sure they are, and what the others wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.dates.words import plain_day
from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.packages.assumptions import alike
from detente.lenses.settlement.packages.blocked import shortages
from detente.lenses.settlement.packages.words import (
    SHOWN,
    date_of,
    gains_words,
    input_name,
    margin_cells,
    margin_columns,
    number,
    outcome_name,
    party_names,
    quoted,
    share_of,
)
from detente.lenses.wording import counted, listed, one_or_many
from detente.models.roadmap.model import planned
from detente.models.settlement.outcome_options import option_ids, taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.conflict import Option
    from detente.case.issue import Outcome
    from detente.lenses.settlement.packages.analysis import Found, Now, Unsure


_TURNING = 3
"""How many of the numbers that decide are named."""


def finding(found: Found) -> Finding | None:
    """Return which packages can be had at this date and beat no deal; ``None`` where that is no other question."""
    if found.possible is None or found.possible.all() or found.dealt is None:
        return None
    now = found.now
    if now is None:
        said = f"No package is possible on {date_of(found)}, as the conflict stands."
        return Finding("settlement", "packages-now", "What can be had now", said, tuple(_waiting(found)))
    return Finding(
        "settlement",
        "packages-now",
        "What can be had now",
        _headline(found, now),
        (*_statements(found, now), *_never(found, now), *_waiting(found)),
        (_table(found, now),),
        method=Method(
            "Enumeration of packages",
            "only those whose options are open at this date and that no condition of the conflict rules out",
            (("Packages", f"{now.among.size:,}"),),
            references=("FangHipelKilgour1993",),
        ),
        assumptions=tuple(alike(found)),
    )


def _headline(found: Found, now: Now) -> str:
    best = now.dealt.best
    of = f"the {counted(now.among.size, 'package')} possible on {date_of(found)}"
    if now.among.size == 1:
        named = quoted(found, now.among)
        verb = "is worth no less than" if best.size else "is worth less than"
        whom = "everybody" if best.size else "somebody"
        return f"The only package possible on {date_of(found)} {verb} no deal to {whom}: {named}."
    if best.size:
        verb = one_or_many(best.size, "is", "are")
        which = "" if best.size == 1 else "the best of them for whoever gains least, "
        named = quoted(found, now.among[best[:1]])
        return f"Of {of}, {best.size:,} {verb} worth no less than no deal to everybody: {which}{named}."
    short = zip(party_names(found), shortages(now.dealt), strict=True)
    who = [f"{name}, short by {number(least)}" for name, least in short if least is not None]
    nearest = quoted(found, now.among[now.dealt.opening.nearest], 1)
    verb = one_or_many(len(who), "is", "are")
    none = f"None of {of} is worth as much as no deal to everybody"
    return f"{none}: the nearest is {nearest}, and in the way {verb} {listed(who)}."


def _statements(found: Found, now: Now) -> Iterator[Statement]:
    """Yield how sure that is, and which number to find out first."""
    if now.unsure is None:
        return
    some = share_of(1 - now.unsure.shares.empty)
    yield Statement(f"In {some} of the draws some package possible now is worth no less than no deal to everybody.")
    turning = [swing for swing in now.unsure.swings if swing.low.is_open != swing.high.is_open]
    if not turning:
        yield Statement(_hinges(found, now.unsure))
    for swing in turning[:_TURNING]:
        given = found.model.inputs[swing.place]
        end = given.value.low if swing.low.is_open != now.unsure.middle.is_open else given.value.high
        there = "there is none" if now.unsure.middle.is_open else "there is one"
        yield Statement(f"To find out first for that: {input_name(found, given)}. At {end:g} {there}.")


def _hinges(found: Found, unsure: Unsure) -> str:
    """Return which number matters most where none decides by itself whether there is such a package."""
    decides = "No single number decides at the ends of its interval whether there is one"
    swing = max(unsure.swings, key=lambda each: each.span)
    if not swing.span:
        return f"{decides}, nor how much is left to whoever gains least."
    given = found.model.inputs[swing.place]
    low, high = gains_words(swing.low.slack), gains_words(swing.high.slack)
    ends = f"{low} at {given.value.low:g} and {high} at {given.value.high:g}"
    first = f"To find out first for that: {input_name(found, given)}"
    return f"{decides}. {first}; whoever gains least in the best of them {ends}."


def _never(found: Found, now: Now) -> Iterator[Statement]:
    """Yield the outcomes that all accept in some package and that are possible in some, but in none both at once."""
    if found.dealt is None:
        return
    space, issues = found.model.space, found.model.outline.issues
    accepted, possible, both = (
        space.choices(packages) for packages in (found.dealt.best, now.among, now.among[now.dealt.best])
    )
    for k, issue in enumerate(issues):
        apart = (set(accepted[:, k]) & set(possible[:, k])) - set(both[:, k])
        for outcome in sorted(apart):
            named = f"“{issue.label}: {outcome_name(issue, int(outcome))}”"
            yield Statement(
                f"{named} is in packages that all accept and in packages possible now, but in none that is both."
            )


def _table(found: Found, now: Now) -> Table:
    """Return the packages possible now that beat no deal, or come nearest to it."""
    inside = now.dealt.best
    shown = (inside if inside.size else now.dealt.opening.nearest)[:SHOWN]
    columns, shares = margin_columns(found), now.unsure.shares.inside if now.unsure else None
    rows = [margin_cells(found, int(package)) for package in now.among[shown]]
    if shares is not None:
        columns = (*columns, Column("inside", "Share of draws in which everybody accepts it", "number"))
        rows = [(*cells, round(float(shares[k]), 4)) for cells, k in zip(rows, shown, strict=True)]
    which = "that beat no deal or equal it for everybody" if inside.size else "nearest to agreement"
    return Table("now", f"Packages possible now {which}", columns, tuple(map(Row, rows)))


def _waiting(found: Found) -> Iterator[Statement]:
    """Yield what other packages of the zone wait for."""
    if found.dealt is None or found.possible is None:
        return
    chosen = found.model.space.choices(found.dealt.best)
    waiting = np.zeros(len(chosen), dtype=np.bool_)
    for k, issue in enumerate(found.model.outline.issues):
        shut = [_shut(found, outcome) for outcome in issue.outcomes]
        waiting |= np.array([bool(options) for options in shut])[chosen[:, k]]
        for outcome in np.unique(chosen[:, k]).tolist():
            for option in shut[outcome]:
                reason = f"{found.situation.options[option.id].reason}{_coming(found, option)}"
                waits = int((chosen[:, k] == outcome).sum())
                packages = f"{counted(waits, 'package')} of the zone {one_or_many(waits, 'waits', 'wait')}"
                named = f"“{issue.label}: {outcome_name(issue, outcome)}”"
                yield Statement(f"{packages} for {named}: {reason}.")
    ruled_out = int((~found.possible[found.dealt.best] & ~waiting).sum())
    if ruled_out:
        noun = counted(ruled_out, "package")
        yield Statement(f"The conflict's conditions on what can be rule out {noun} of the zone as the dispute stands.")


def _shut(found: Found, outcome: Outcome) -> list[Option]:
    """Return the options that an outcome takes and that are not open."""
    conflict = found.situation.case.conflict
    makers = conflict.decision_makers if conflict else ()
    takes = taken(outcome, option_ids(conflict))
    options = [option for maker in makers for option in maker.options if option.id in takes]
    return [option for option in options if not found.situation.options[option.id].open]


def _coming(found: Found, option: Option) -> str:
    """Return when the roadmap has the step coming that an option waits for; nothing where it has no day for it."""
    step = option.available.step if option.available else None
    if step is None:
        return ""
    days = planned(found.situation.roads.model).get(step)
    if days is None or days.earliest is None:
        return ""
    return f"; the roadmap has it coming not before {plain_day(days.earliest)}"

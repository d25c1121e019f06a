"""Chances: by when the goal may be met, where the case says how likely its steps are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf, isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.evidence import say
from detente.lenses.roadmap.words import day, quoted
from detente.lenses.wording import listed
from detente.methods.schedule.dates import GATE
from detente.methods.schedule.draws import Course as Drawable
from detente.methods.schedule.draws import Drawn, draw_dates
from detente.methods.schedule.samples import Chance
from detente.methods.uniforms import uniforms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.roadmap.course import Course

_MONTHS = 24

_BY_DATE = (Column("date", "By", "date"), Column("probability", "Probability that the goal is met", "number"))
_CRITICAL = (
    Column("step", "Step"),
    Column("critical", "Share of draws in which the day hangs on it", "number"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """When the goal is met in many draws.

    Attributes
    ----------
    drawn
        What came out.
    by_date
        The first day of a month and the share of draws in which the goal is met by then.
    draws, seed
        How many, and the seed of the random numbers.
    """

    drawn: Drawn
    by_date: tuple[tuple[date, float], ...]
    draws: int
    seed: int


def chances_of(course: Course, *, draws: int, seed: int) -> Chances | None:
    """Return when the goal is met in many draws; ``None`` where the case states no probability on the way to it."""
    model = course.model
    drawable = Drawable.of(model.network, course.goal)
    ahead = [number for number in drawable.order if number < model.network.steps]
    if course.road.is_met or all(course.step(number).probability is None for number in ahead):
        return None
    chances = [*(_chance(course, number) for number in range(model.network.steps))]
    chances += [Chance(GATE)] * (len(model.network.needs) - len(chances))
    inputs = sum(chances[node].inputs for node in drawable.order)
    numbers = uniforms(inputs, draws, np.random.default_rng(seed), held=len(drawable.order))
    drawn = draw_dates(model.network, chances, drawable, now=model.now, numbers=numbers)
    return Chances(drawn, tuple(_by_month(drawn, model.now)), draws, seed)


def by_date_document(found: Chances | None) -> list[dict[str, float | str]]:
    """Return the probability by date for programs; empty where the case states none."""
    return [{"date": when.isoformat(), "probability": share} for when, share in (found.by_date if found else ())]


def finding(course: Course, found: Chances | None) -> Finding | None:
    """Return by when the goal may be met."""
    if found is None:
        return None
    return Finding(
        "roadmap",
        "chances",
        "By when, and how likely",
        _headline(course, found),
        tables=tuple(table for table in (_by_date(found), _critical(course, found)) if table.rows),
        method=Method(
            "Monte Carlo simulation of a network",
            "durations triangular where a mode is stated, else uniform; dates uniform over their interval",
            (("Draws", f"{found.draws:,}, from a scrambled Sobol sequence"),),
            exact=False,
            seed=found.seed,
            references=("VanSlyke1963", "Owen1998"),
        ),
        assumptions=tuple(_assumed(course)),
    )


def _chance(course: Course, number: int) -> Chance:
    step = course.step(number)
    likely = step.probability
    mode = step.duration.mode if step.duration else None
    return Chance(course.model.timings[number], mode, (likely.low, likely.high) if likely else (1.0, 1.0))


def _by_month(drawn: Drawn, now: float) -> Iterator[tuple[date, float]]:
    """Yield the first days of the months from now on, until no draw adds anything.

    What comes about without any known date is met by no day that could be named.
    """
    dated = np.sort(drawn.goal[np.isfinite(drawn.goal)])
    if not dated.size or not isfinite(now):
        return
    here = date.fromordinal(int(now))
    for month in range(here.year * 12 + here.month, (date.max.year + 1) * 12):
        first = date(month // 12, month % 12 + 1, 1)
        met = int(np.searchsorted(dated, first.toordinal(), side="right"))
        if met:
            yield first, round(met / drawn.goal.size, 4)
        if met == dated.size:
            return


def _headline(course: Course, found: Chances) -> str:
    goal = quoted(course, [course.goal])[0]
    dated = found.drawn.goal[np.isfinite(found.drawn.goal)]
    if not dated.size:
        return f"How likely {goal} is by when cannot be said: nothing on its way is dated, or it never comes about."
    met = float((found.drawn.goal < inf).mean())
    middle = day(float(np.median(dated)))
    undated = float((found.drawn.goal == -inf).mean())
    apart = f", in {undated:.0%} without any date" if undated else ""
    return f"{goal} is met at all in {met:.0%} of the draws{apart}; of those with a date, half have it by {middle}."


def _by_date(found: Chances) -> Table:
    rows = tuple(Row((when.isoformat(), share)) for when, share in found.by_date[:_MONTHS])
    return Table("by-date", "Probability by date", _BY_DATE, rows)


def _critical(course: Course, found: Chances) -> Table:
    shares = found.drawn.critical[: course.model.network.steps]
    order = [int(n) for n in np.argsort(-shares, kind="stable") if shares[n] > 0 and n != course.goal]
    rows = tuple(Row((course.step(n).name, round(float(shares[n]), 4))) for n in order)
    return Table("criticality", "What the day hangs on", _CRITICAL, rows)


def _assumed(course: Course) -> Iterator[Statement]:
    """Yield what the draws take for granted."""
    numbers = sorted({n for path in course.paths for n in path.steps})
    sure = [n for n in numbers if course.step(n).probability is None]
    if sure:
        yield Statement(
            f"Certain to come about: {listed(quoted(course, sure))}.", assumption="no probability is stated"
        )
    undated = [n for n in numbers if not course.model.timings[n].is_dated]
    if undated:
        words = "no source dates them, so the dates are the soonest possible"
        yield Statement(f"In time for everything else: {listed(quoted(course, undated))}.", assumption=words)
    yield from (say(f"{course.step(n).name}.", course.step(n)) for n in numbers if course.step(n).assumption)
    yield Statement("The steps come about, or not, independently of each other.", assumption="no source links them")

"""Chances: by when the goal may be met, where the case says how likely its steps are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf, isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import day, quoted
from detente.lenses.wording import listed
from detente.methods.schedule.dates import GATE
from detente.methods.schedule.draws import Drawable, Drawn, draw_dates
from detente.methods.schedule.samples import Chance
from detente.methods.uniforms import uniforms

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = 24

_BY_DATE = (Column("date", "By", "date"), Column("probability", "Probability that the goal is met", "number"))
_CRITICAL = (
    Column("step", "Step"),
    Column("critical", "Share of draws in which the day hangs on it", "number"),
)


@dataclass(frozen=True, slots=True)
class ChanceByDate:
    """How likely it is that the goal is met by a day.

    Attributes
    ----------
    date
        The first day of a month.
    probability
        The share of the draws in which the goal is met by then.
    """

    date: str
    probability: float


@dataclass(frozen=True, slots=True)
class Chances(Result):
    """By when the goal may be met.

    Attributes
    ----------
    by_date
        The probability that it is met, by the first of each month; empty where the case states none on its way.
    """

    by_date: tuple[ChanceByDate, ...]


def find(look: Look[RoadmapOptions]) -> Chances:
    """Return by when the goal may be met."""
    drawn = look.once(_drawn)
    return Chances(tuple(_by_month(drawn, look.once(course_of).model.now)) if drawn else ())


def show(found: Chances, look: Look[RoadmapOptions]) -> Finding | None:
    """Say by when the goal may be met, and what the day hangs on."""
    drawn, course = look.once(_drawn), look.once(course_of)
    if drawn is None:
        return None
    return Finding(
        "By when, and how likely",
        _headline(course, drawn),
        tables=tuple(table for table in (_by_date(found), _critical(course, drawn)) if table.rows),
        method=Method(
            "Monte Carlo simulation of a network",
            "durations triangular where a mode is stated, else uniform; dates uniform over their interval",
            (("Draws", f"{look.options.draws:,}, from a scrambled Sobol sequence"),),
            exact=False,
            seed=look.options.seed,
            references=("VanSlyke1963", "Owen1998"),
        ),
        assumptions=tuple(_assumed(course)),
        depth=Depth.DETAIL,
    )


def _drawn(look: Look[RoadmapOptions]) -> Drawn | None:
    """Return when the goal is met in many draws; ``None`` where the case states no probability on the way to it."""
    course = look.once(course_of)
    model = course.model
    drawable = Drawable.of(model.network, course.goal)
    ahead = [number for number in drawable.order if number < model.network.steps]
    if course.road.is_met or all(course.step(number).probability is None for number in ahead):
        return None
    chances = [*(_chance(course, number) for number in range(model.network.steps))]
    chances += [Chance(GATE)] * (len(model.network.needs) - len(chances))
    inputs = sum(chances[node].inputs for node in drawable.order)
    random = np.random.default_rng(look.options.seed)
    numbers = uniforms(inputs, look.options.draws, random, held=len(drawable.order))
    return draw_dates(model.network, chances, drawable, now=model.now, numbers=numbers)


def _chance(course: Course, number: int) -> Chance:
    step = course.step(number)
    likely = step.probability
    mode = step.duration.mode if step.duration else None
    return Chance(course.model.timings[number], mode, (likely.low, likely.high) if likely else (1.0, 1.0))


def _by_month(drawn: Drawn, now: float) -> Iterator[ChanceByDate]:
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
            yield ChanceByDate(first.isoformat(), round(met / drawn.goal.size, 4))
        if met == dated.size:
            return


def _headline(course: Course, drawn: Drawn) -> str:
    goal = quoted(course, [course.goal])[0]
    dated = drawn.goal[np.isfinite(drawn.goal)]
    if not dated.size:
        return f"How likely {goal} is by when cannot be said: nothing on its way is dated, or it never comes about."
    met = float((drawn.goal < inf).mean())
    middle = day(float(np.median(dated)))
    undated = float((drawn.goal == -inf).mean())
    apart = f", in {undated:.0%} without any date" if undated else ""
    return f"{goal} is met at all in {met:.0%} of the draws{apart}; of those with a date, half have it by {middle}."


def _by_date(found: Chances) -> Table:
    rows = tuple(Row((each.date, each.probability)) for each in found.by_date[:_MONTHS])
    return Table("by-date", "Probability by date", _BY_DATE, rows)


def _critical(course: Course, drawn: Drawn) -> Table:
    shares = drawn.critical[: course.model.network.steps]
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


CHAPTER = Chapter("chances", 30, find, show)

"""The days of steps by brute force: requirements as trees, what stands on a day, and forward passes by relaxation.

How the definitions are read is written at the head of :mod:`tests.twins.roadmap_twin`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

INFINITE = float("inf")
LATE = 10_000_000  # a day later than every date, for "when this is what everything waits for"

Network = dict[str, Any]
Days = tuple[float, float]
Tree = tuple[Any, ...]


class Moment(NamedTuple):
    """A network on a day: what counts as done, and when it was; and what dates the rest."""

    today: int
    steps: Mapping[str, Mapping[str, Any]]
    trees: Mapping[str, tuple[Tree, ...]]
    done: Mapping[str, Days]
    plans: Mapping[str, Days]
    timeless: frozenset[str]


def day(text: str) -> int:
    """Return the ordinal of a full date."""
    return date.fromisoformat(text).toordinal()


def stretch(text: str) -> tuple[int, int]:
    """Return the first and the last day that a partial date may be."""
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1:2]
    if len(parts) == 3:
        return day(text), day(text)
    first, last = (month[0], month[0]) if month else (1, 12)
    return date(year, first, 1).toordinal(), date(year, last, calendar.monthrange(year, last)[1]).toordinal()


def first_day(text: str) -> int:
    """Return the first day that a partial date may be: the one from which a roadmap counts."""
    return stretch(text)[0]


def length(value: Any) -> tuple[int, int]:
    """Return the least and the most days of a duration in any of its forms."""
    if isinstance(value, list):
        return value[0], value[1]
    return (value["low"], value["high"]) if isinstance(value, dict) else (value, value)


def tree(requirement: Any, strict: bool = False) -> Tree | None:
    """Return a requirement as leaves and groups, without what only accelerates; None if nothing is left."""
    written = {"step": requirement} if isinstance(requirement, str) else requirement
    if written.get("accelerates"):
        return None
    strict = strict or bool(written.get("strict"))
    if "step" in written:
        return ("step", written["step"], strict)
    kind = "any" if "any" in written else "all"
    parts = tuple(part for part in (tree(part, strict) for part in written[kind]) if part is not None)
    return (kind, parts) if parts else None


def trees_of(step: Mapping[str, Any]) -> tuple[Tree, ...]:
    """Return everything that a step waits for, all of it needed."""
    return tuple(found for found in map(tree, step.get("requires", ())) if found is not None)


def satisfied(one: Tree, reached: Iterable[str]) -> bool:
    """Return whether a requirement is fulfilled once these steps are met."""
    if one[0] == "step":
        return one[1] in reached
    return (any if one[0] == "any" else all)(satisfied(part, reached) for part in one[1])


def closure(trees: Mapping[str, tuple[Tree, ...]], done: Iterable[str], among: Iterable[str]) -> set[str]:
    """Return every step that can come about, taking only steps from ``among`` beyond those that are done."""
    reached, candidates = set(done), set(among)
    while True:
        more = {one for one in candidates - reached if all(satisfied(need, reached) for need in trees[one])}
        if not more:
            return reached
        reached |= more


def leaves(one: Tree) -> Iterator[str]:
    """Yield the ids of all steps in a requirement."""
    if one[0] == "step":
        yield one[1]
    else:
        for part in one[1]:
            yield from leaves(part)


class Pass(NamedTuple):
    """One forward pass: which end of every interval, over which steps, with which of them set by hand."""

    end: int  # 0: the earliest days, 1: the latest
    among: frozenset[str]
    forced: Mapping[str, float]
    after: bool = False  # a step without a length is open where it depends on a late one, and no matter elsewhere


def contribution(moment: Moment, one: Tree, known: Mapping[str, float], asked: Pass, lasts: int) -> float:
    """Return the day that a requirement allows for a step that lasts so long after it."""
    if one[0] == "step":
        at = moment.done[one[1]][asked.end] if one[1] in moment.done else known.get(one[1], INFINITE)
        later = one[2] and not (asked.end == 0 and one[1] in moment.timeless)
        return at + (max(lasts, 1) if later else lasts)
    if one[0] == "all":
        return together(moment, one[1], known, asked, lasts)
    met = [part for part in one[1] if satisfied(part, moment.done)]
    return min(contribution(moment, part, known, asked, lasts) for part in (met or one[1]))


def together(moment: Moment, parts: Iterable[Tree], known: Mapping[str, float], asked: Pass, lasts: int) -> float:
    """Return the day that all requirements together allow: none (minus infinity) where the unmet ones give none."""
    days = {part: contribution(moment, part, known, asked, lasts) for part in parts}
    unmet = [days[part] for part in days if not satisfied(part, moment.done)]
    if unmet and all(one == -INFINITE for one in unmet):
        return -INFINITE
    return max(days.values())


def is_undated(moment: Moment, name: str) -> bool:
    """Return whether a step has neither a date that still dates it nor a duration."""
    return name not in moment.plans and moment.steps[name].get("duration") is None


def comes(moment: Moment, name: str, known: Mapping[str, float], asked: Pass) -> float:
    """Return the end asked for of the days of one step, given what is known of the others."""
    if name in asked.forced:
        return asked.forced[name]
    needs, lasting = moment.trees[name], moment.steps[name].get("duration")
    lasts = 0 if lasting is None else length(lasting)[asked.end]
    waits = together(moment, needs, known, asked, lasts) if needs else -INFINITE
    if lasting is not None and not needs:
        waits = moment.today + lasts
    if asked.after and lasting is None:
        return INFINITE if waits > LATE / 2 else -LATE
    if is_undated(moment, name):
        if asked.end == 1:
            return INFINITE
        if all(satisfied(need, moment.done) for need in needs):
            return -INFINITE
    own = moment.plans[name][asked.end] if name in moment.plans else -INFINITE
    found = max(own, waits)
    return found if found == -INFINITE else max(found, moment.today)


def forward(moment: Moment, asked: Pass) -> dict[str, float]:
    """Return a day for each step: from never, relaxed until nothing changes; infinite where it is not bounded."""
    known = dict.fromkeys(asked.among, INFINITE)
    while True:
        better = {name: comes(moment, name, known, asked) for name in known}
        if better == known:
            return known
        known = better


def stand(network: Network, today: int) -> Moment:
    """Return the network as it stands on a day."""
    steps = {step["id"]: step for step in network["steps"]}
    trees = {name: trees_of(step) for name, step in steps.items()}
    dates = dates_of(network)
    case_day = day(network["as_of"])
    known_day = max(case_day, day(network.get("known_until") or network["as_of"]))
    met = {name: _met_days(dates.get(name), today) for name in steps if is_met(steps[name], dates, today, case_day)}
    done = _none_before_its_needs(met, dates, trees)
    if today > known_day:
        done |= _held(stand(network, known_day), dates, (known_day, today))
    plans = {name: days for name, days in dates.items() if name not in done and days[1] >= today}
    timeless = frozenset(name for name in done if name not in dates and steps[name].get("status") == "met")
    return Moment(today, steps, trees, done, plans, timeless)


def dates_of(network: Network) -> dict[str, tuple[int, int]]:
    """Return the days of each dated step: of one that is met, those up to the last day on which it can have been."""
    known = day(network.get("known_until") or network["as_of"])
    found = {}
    for step in network["steps"]:
        if step.get("date"):
            first, last = stretch(step["date"])
            found[step["id"]] = (first, min(last, known) if step.get("status") == "met" else last)
    return found


def is_met(step: Mapping[str, Any], dates: Mapping[str, Days], today: int, case_day: int) -> bool:
    """Return whether a step is certainly met on a day, by its status and date alone."""
    if step.get("status") != "met":
        return False
    if step["id"] not in dates:
        return today >= case_day
    first, last = dates[step["id"]]
    return last <= today or (first <= today and today >= case_day)


def _none_before_its_needs(
    met: dict[str, Days], dates: Mapping[str, Days], trees: Mapping[str, tuple[Tree, ...]]
) -> dict[str, Days]:
    """Return the days of met steps, where dated none before a met requirement's, but for those behind circles."""
    kept = {name: tuple(filter(None, (_only(need, met) for need in trees[name]))) for name in met}
    able = closure(kept, (), met)
    own = {name: met[name][0] if name in dates else -INFINITE for name in able}
    first = dict(own)
    while True:
        later = {name: max(own[name], *(_no_sooner(need, first) for need in kept[name]), -INFINITE) for name in able}
        if later == first:
            break
        first = later
    return met | {name: (min(first[name], met[name][1]), met[name][1]) for name in able if name in dates}


def _only(one: Tree, met: Iterable[str]) -> Tree | None:
    """Return what of a requirement is met; of alternatives those that are wholly; None if nothing is."""
    if one[0] == "step":
        return one if one[1] in met else None
    parts = [part for part in one[1] if one[0] == "all" or satisfied(part, met)]
    left = tuple(filter(None, (_only(part, met) for part in parts)))
    return (one[0], left) if left else None


def _no_sooner(one: Tree, first: Mapping[str, float]) -> float:
    """Return the first day on which what waits for this can have been."""
    if one[0] == "step":
        return float(first[one[1]] + one[2])
    return (min if one[0] == "any" else max)(_no_sooner(part, first) for part in one[1])


def _met_days(days: Days | None, today: int) -> Days:
    return (today, today) if days is None else (days[0], min(days[1], today))


def _held(known: Moment, dates: Mapping[str, Days], span: tuple[int, int]) -> dict[str, Days]:
    """Return what is taken to have held between the last day that the case knows and today, and when."""
    case_day, today = span
    able = closure(known.trees, known.done, known.steps)
    among = frozenset(able - set(known.done))
    soonest, latest = (forward(known, Pass(end, among, {})) for end in (0, 1))
    held = {}
    for name in among:
        planned = dates[name][1] if name in dates and dates[name][1] >= case_day else INFINITE
        last = min(planned, latest[name])
        if last <= today and soonest[name] <= today:
            held[name] = (max(soonest[name], case_day), max(last, soonest[name]))
    return held

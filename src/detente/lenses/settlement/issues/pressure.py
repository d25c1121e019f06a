"""The pressure on each issue: where a settlement would lie, how sure that is, and what would move it."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Finding, Method, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.issues import tables
from detente.lenses.settlement.issues.assumptions import assumptions
from detente.lenses.settlement.issues.figure import figure
from detente.lenses.settlement.issues.flips import flips, shortest_turn
from detente.lenses.settlement.issues.models import readings
from detente.lenses.settlement.issues.result import Issues, issue_result
from detente.lenses.settlement.issues.words import meaning, model_name, number, shown, spread
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.issues.reading import Reading
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation

_MANY = 3

SKILL = (
    "This is an analysis of pressure, not the forecast: on 353 decisions of the European Union the weighted mean, the "
    "best of what was tried, missed the outcome by 23 of 100 on average, and always saying 50 missed it by 28."
)


def find(look: Look[SettlementOptions]) -> Issues:
    """Return what the models say of each issue."""
    return Issues({reading.model.issue.id: issue_result(reading) for reading in look.once(readings)})


def show(found: Issues, look: Look[SettlementOptions]) -> Iterator[Finding]:
    """Say it, issue by issue."""
    del found
    every = look.once(readings)
    return (_finding(look.situation, reading, opens=reading is every[0]) for reading in every)


def _finding(situation: Situation, reading: Reading, *, opens: bool) -> Finding:
    """Return what the models say of an issue; the finding that ``opens`` the issues says how far to trust them."""
    issue = reading.model.issue
    hinges = tables.hinges(situation, reading)
    return Finding(
        f"Pressure on “{issue.label}”",
        _headline(reading),
        statements=((Statement(SKILL),) if opens else ()) + tuple(_statements(situation, reading)),
        tables=(
            tables.models(reading),
            *((hinges,) if hinges else ()),
            tables.challenge(reading),
        ),
        figures=(figure(situation, reading),),
        method=_method(reading),
        assumptions=tuple(assumptions(situation, reading)),
        id=f"issue-{issue.id}",
    )


def _headline(reading: Reading) -> str:
    scale, answer = reading.model.scale, reading.compromise
    place = meaning(scale, answer.value)
    where = f"{number(scale, answer.value)}, {place}" if place else number(scale, answer.value)
    doubt = f"; {spread(scale, answer)}" if reading.hinges else ""
    return f"On “{reading.model.issue.label}” the pressures balance at {where}{doubt}."


def _statements(situation: Situation, reading: Reading) -> Iterator[Statement]:
    yield Statement(_between_models(reading))
    yield from (Statement(said) for said in _without_answer(reading))
    yield Statement(_levers(situation, reading))
    yield from (Statement(said) for said in _hangs_on(situation, reading))
    yield Statement(_turn(situation, reading))
    yield Statement(_pressed(reading))
    yield Statement(_parted(reading))
    if reading.silent:
        names = listed([situation.names[actor] for actor in reading.silent])
        have = one_or_many(len(reading.silent), "has", "have")
        yield Statement(f"Not counted, for want of a number on the scale: {names}, who {have} a position in words.")
    yield from (Statement(said) for said in _find_out(situation, reading))


def _between_models(reading: Reading) -> str:
    scale = reading.model.scale
    found = sorted((a for a in reading.estimates.values() if isfinite(a.value)), key=lambda answer: answer.value)
    first, last = found[0], found[-1]
    if shown(scale, first.value) == shown(scale, last.value):
        return f"All models agree on {number(scale, first.value)}."
    between = number(scale, first.value, last.value)
    lowest, highest = (model_name(answer.rule.title) for answer in (first, last))
    said = f"The models lie within {between}: {lowest} lowest, {highest} highest."
    if reading.hinges and last.value - first.value > reading.compromise.high - reading.compromise.low:
        said += " Which model holds matters more than the doubt about the numbers."
    return said


def _without_answer(reading: Reading) -> Iterator[str]:
    """Yield which models have no answer at times: where nothing on the scale is as good as no deal for everybody."""
    for answer in reading.estimates.values():
        if answer.rule.needs_disagreement and answer.answered < 1:
            share = f"{1 - answer.answered:.0%} of the draws"
            yield f"{answer.rule.title}: in {share} no place on the scale is as good as no deal for everybody."


def _levers(situation: Situation, reading: Reading) -> str:
    scale = reading.model.scale
    step = (scale.high - scale.low) / 10
    ranked = sorted(zip(reading.levers, reading.model.stakes, strict=True), key=lambda pair: -pair[0])
    (first, strongest), *others = [pair for pair in ranked if pair[0] > 0][:_MANY]
    said = (
        f"If {situation.names[strongest.actor]} moved by {number(scale, step)}, the compromise would move by "
        f"{number(scale, first * step)}"
    )
    more = [f"for {situation.names[stake.actor]} by {number(scale, lever * step)}" for lever, stake in others]
    return f"{said}; {listed(more)}." if more else f"{said}."


def _hangs_on(situation: Situation, reading: Reading) -> Iterator[str]:
    if not reading.hinges:
        yield "Every number is stated without a margin, so the draws show no doubt; that does not mean there is none."
        return
    scale, top = reading.model.scale, reading.hinges[0]
    low, high = sorted((top.at_low, top.at_high))
    name = tables.named(situation, top.actor, top.kind)
    yield f"It hangs most on {name}: at its bounds the compromise lies at {number(scale, low, high)}."
    turning = [hinge for hinge in reading.hinges if flips(reading, hinge)]
    if turning:
        names = listed([tables.named(situation, hinge.actor, hinge.kind) for hinge in turning[:_MANY]])
        yield f"If wrong within its bounds, this alone would change the answer: {names}."
    else:
        yield "No number, wrong within its bounds, would alone change the answer."


def _turn(situation: Situation, reading: Reading) -> str:
    turn = shortest_turn(reading)
    what = "to the other half of the scale, or nearer to another of its labels"
    if turn is None:
        return f"Nobody could take the compromise {what} by moving alone."
    place = number(reading.model.scale, turn.to)
    return f"The shortest move that takes the compromise {what}: {situation.names[turn.actor]}, to {place}."


def _pressed(reading: Reading) -> str:
    scale, (mean, median) = reading.model.scale, reading.rounds[-1]
    count = len(reading.rounds)
    said = f"In the challenge model ({reading.preset.title.lower()}) the positions have after {count} rounds "
    said += f"a mean of {number(scale, mean)} and a median of {number(scale, median)}"
    at_rest = all(shown(scale, mean) == shown(scale, before) for before, _ in reading.rounds[-3:])
    means = sorted(before for before, _ in reading.rounds)
    return (
        f"{said}."
        if at_rest
        else f"{said}, and are not at rest: the mean moves within {number(scale, means[0], means[-1])}."
    )


def _parted(reading: Reading) -> str:
    """Return whether it matters how the challenge model is read."""
    scale, count = reading.model.scale, len(reading.rounds)
    ends = [(pressure.preset.title.lower(), pressure.rounds[-1][0]) for pressure in reading.pressures]
    means = {tuple(shown(scale, mean) for mean, _ in pressure.rounds) for pressure in reading.pressures}
    if len(means) == 1:
        return f"However its rule is read, the challenge model comes to a mean of {number(scale, ends[0][1])}."
    said = listed([f"{number(scale, mean)} ({title})" for title, mean in ends])
    return (
        f"How the rule of the challenge model is read matters: after {count} rounds the mean is {said}. "
        "What is published can be read in each of these ways."
    )


def _find_out(situation: Situation, reading: Reading) -> Iterator[str]:
    """Yield the next fact to find out."""
    missing = [stake for stake in reading.model.stakes if not (stake.salience_stated and stake.capability_stated)]
    if reading.hinges:
        top = reading.hinges[0]
        yield f"Find out next: {tables.named(situation, top.actor, top.kind)}."
    elif missing:
        names = listed(tables.actors(situation, missing))
        yield f"Find out next how much they care and what they can bring to bear: {names}."


def _method(reading: Reading) -> Method:
    rules = reading.estimates.values()
    keys = dict.fromkeys(key for answer in rules for key in answer.rule.references)
    drawn = f"{reading.draws:,}, from a scrambled Sobol sequence" if reading.hinges else "none: no number is in doubt"
    fewest = min(answer.draws for answer in rules)
    if fewest < reading.draws:
        drawn += f"; the models that compare all positions follow the first {fewest:,} of them"
    return Method(
        "Spatial models of bargaining",
        "compromise model as the headline; challenge model: " + reading.preset.meaning,
        (("Draws", drawn), ("Band", "from the 10 % to the 90 % quantile")),
        exact=not reading.hinges,
        seed=reading.seed,
        references=(
            *keys,
            *dict.fromkeys(key for pressure in reading.pressures for key in pressure.preset.references),
            "ArreguiPerarnaud2022",
            "ThomsonStokmanAchenKonig2006",
            *("Sobol2001", "SaltelliEtal2010", "Owen1998"),
        ),
    )


CHAPTER = Chapter("issues", 10, find, show)

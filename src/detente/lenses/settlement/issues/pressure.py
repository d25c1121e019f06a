"""The pressure on each issue: where a settlement would lie, how sure that is, and what would move it."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

from detente.case.position import Position
from detente.findings import Depth, Finding, Method, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.settlement.issues import tables
from detente.lenses.settlement.issues.assumptions import assumptions
from detente.lenses.settlement.issues.figure import figure
from detente.lenses.settlement.issues.flips import flips, shortest_turn
from detente.lenses.settlement.issues.models import readings
from detente.lenses.settlement.issues.result import Issues, issue_result
from detente.lenses.settlement.issues.words import meaning, model_name, nearest, number, shown, spread
from detente.lenses.settlement.packages.words import share_of
from detente.lenses.wording import listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.issues.reading import Reading
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation

_MANY = 3

_OPEN = 3
"""So many issues stand open where there are no packages."""

SKILL = (
    "This is an analysis of pressure, not the forecast. On 353 decisions of the European Union the weighted mean, the "
    "best of what was tried, missed the outcome by 23 of 100 on average; always saying 50 missed it by 28."
)


def find(look: Look[SettlementOptions]) -> Issues:
    """Return what the models say of each issue."""
    return Issues({reading.model.issue.id: issue_result(reading) for reading in look.once(readings)})


def show(found: Issues, look: Look[SettlementOptions]) -> Iterator[Finding]:
    """Say it, issue by issue; where there are no packages to speak of, the first ones are what a reader needs."""
    del found
    every = look.once(readings)
    for place, reading in enumerate(every):
        opens = not look.moment.outline.count and place < _OPEN
        yield _finding(look.situation, reading, trust=place == 0, depth=Depth.HEADLINE if opens else Depth.DETAIL)
        yield _inventory(look.situation, reading)


def _finding(situation: Situation, reading: Reading, *, trust: bool, depth: Depth) -> Finding:
    """Return where the pressures on an issue balance; one that speaks of ``trust`` says how far the models carry."""
    issue = reading.model.issue
    return Finding(
        f"Pressure on “{issue.label}”",
        _headline(reading),
        statements=(*((Statement(SKILL),) if trust else ()), *_answers(situation, reading)),
        figures=(figure(situation, reading),),
        method=_method(reading),
        assumptions=tuple(assumptions(situation, reading)),
        because=tuple(_inputs(situation, reading)),
        depth=depth,
        id=f"issue-{issue.id}",
    )


def _inventory(situation: Situation, reading: Reading) -> Finding:
    """Return what every model says of an issue, and what that hangs on."""
    issue = reading.model.issue
    hinges = tables.hinges(situation, reading)
    return Finding(
        f"Models of the pressure on “{issue.label}”",
        _between_models(reading),
        statements=tuple(_statements(situation, reading)),
        tables=(tables.models(reading), *((hinges,) if hinges else ()), tables.challenge(reading)),
        depth=Depth.APPENDIX,
        id=f"issue-{issue.id}-models",
    )


def _inputs(situation: Situation, reading: Reading) -> Iterator[Statement]:
    """Yield where each stands, how much it cares and what it can bring to bear."""
    scale = reading.model.scale
    for stake in reading.model.stakes:
        place = number(scale, stake.value.low, stake.value.high)
        text = f"{situation.names[stake.actor]} stands at {place}."
        held = (say(text, claim) for claim in stake.claims if isinstance(claim, Position))
        yield from (replace(said, assumption="") for said in held)  # which stands among the assumptions


def _headline(reading: Reading) -> str:
    """Return where the pressures balance, and next to which label of the scale that is nearest."""
    scale, value = reading.model.scale, reading.compromise.value
    near = nearest(scale, value)
    where = f"{number(scale, value)}, {near}" if near else number(scale, value)
    return f"On “{reading.model.issue.label}” the pressures balance at {where}."


def _answers(situation: Situation, reading: Reading) -> Iterator[Statement]:
    """Yield what a reader needs first: what the place means, how sure it is, and what it hangs on."""
    scale, answer = reading.model.scale, reading.compromise
    place = meaning(scale, answer.value)
    said = [f"{number(scale, answer.value)} lies {place}"] if place else []
    said += [spread(scale, answer)] if reading.hinges else []
    if said:
        yield Statement(sentence("; ".join(said)))
    yield from (Statement(each) for each in _hangs_on(situation, reading))


def _statements(situation: Situation, reading: Reading) -> Iterator[Statement]:
    yield from (Statement(said) for said in _without_answer(reading))
    yield Statement(_levers(situation, reading))
    yield Statement(_turn(situation, reading))
    yield Statement(_pressed(reading))
    yield Statement(_parted(reading))
    if reading.silent:
        names = listed([situation.names[actor] for actor in reading.silent])
        have = one_or_many(len(reading.silent), "has", "have")
        yield Statement(f"Not counted, for want of a number on the scale: {names}, who {have} a position in words.")


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
            share = f"{share_of(1 - answer.answered)} of the trials"
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
    """Yield which number matters most, and is to be found out next."""
    if not reading.hinges:
        yield "Every number is stated without a margin, so nothing shows any doubt; that does not mean there is none."
        missing = [stake for stake in reading.model.stakes if not (stake.salience_stated and stake.capability_stated)]
        if missing:
            names = listed(tables.actors(situation, missing))
            yield f"Find out next how much they care and what they can bring to bear: {names}."
        return
    scale, top = reading.model.scale, reading.hinges[0]
    low, high = sorted((top.at_low, top.at_high))
    name = tables.named(situation, top.actor, top.kind)
    yield f"Find out next {name}: at its bounds the pressures balance at {number(scale, low, high)}."
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
        formula="The mean of all positions on the scale, each weighted by capability times salience.",
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

"""What is said of the network: claim by claim, what the model has to say to that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.claims import table
from detente.lenses.corridor.claims.leading import leading
from detente.lenses.corridor.claims.result import ClaimResult, Claims, CounterExample, Driver, Measured
from detente.lenses.corridor.claims.words import headline, leaning, said
from detente.lenses.corridor.method import ASSUMPTIONS, method
from detente.lenses.corridor.numbers import rounded
from detente.lenses.corridor.seen import seen
from detente.lenses.evidence import evidence, say
from detente.lenses.wording import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.corridor.seen import Seen
    from detente.lenses.look import Look
    from detente.models.corridor.claims import results as model


_VERDICT = "A claim holds or fails where 95 of 100 trials say so."


def find(look: Look[CorridorOptions]) -> Claims:
    """Return what comes of the claims that say by what they stand or fall."""
    found = look.once(seen)
    return Claims(tuple(_result(each) for each in found.claims) if found is not None else ())


def _result(found: model.ClaimResult) -> ClaimResult:
    compared, example = found.compared, found.counter_example
    return ClaimResult(
        id=found.claim.id,
        text=found.claim.text,
        probability=None if found.probability is None else rounded(found.probability),
        verdict=found.verdict,
        cites=tuple(map(str, evidence(found.claim.cites))),
        value=None if compared is None else _measured(compared),
        drivers=tuple(_driver(each) for each in found.drivers),
        counter_example=None if example is None else _example(example),
        assumed=None if found.assumed is None else rounded(found.assumed),
        forecast=found.claim.forecast,
    )


def _measured(found: model.Compared) -> Measured:
    return Measured(rounded(found.median), rounded(found.low), rounded(found.high), found.unit)


def _example(found: model.CounterExample) -> CounterExample:
    value = None if found.value is None else rounded(found.value)
    return CounterExample({lever.key: rounded(at) for lever, at in found.levers}, value)


def _driver(found: model.Driver) -> Driver:
    turn = None if found.break_even is None else rounded(found.break_even)
    low, high = (None if each is None else rounded(each) for each in (found.low, found.high))
    return Driver(found.lever.key, low, high, found.flips, turn)


def show(found: Claims, look: Look[CorridorOptions]) -> Iterator[Finding]:
    """Say of each claim what it is, what the model says to it, and what that hangs and leans on."""
    world = look.once(seen)
    if world is None or not found.claims:
        return
    first = leading(world)
    yield Finding(
        "What is claimed, and what the model says",
        headline(world),
        statements=(Statement(leaning(world.claims)), *(_statement(world, each) for each in first)),
        method=method(world, look.options),
        assumptions=ASSUMPTIONS,
        id="claims",
    )
    yield Finding(
        "All claims, and what they hang on",
        _hanging(world),
        statements=tuple(_untested(world)),
        tables=(table.claims(world),),
        depth=Depth.DETAIL,
        id="claims-why",
    )


def _statement(world: Seen, found: model.ClaimResult) -> Statement:
    """Return a claim as a statement; what it is assumed to mean the table of all claims says."""
    return replace(say(said(world, found), found.claim, noted=True), assumption="")


def _hanging(world: Seen) -> str:
    """Return when a claim holds or fails, and how many one number alone can turn."""
    turning = [each for each in world.claims if any(driver.flips for driver in each.drivers)]
    if not turning:
        return f"{_VERDICT} No single number turns a verdict within its range."
    verb = "turns" if len(turning) == 1 else "turn"
    return f"{_VERDICT} {counted(len(turning), 'verdict')} {verb} with one number alone."


def _untested(world: Seen) -> Iterator[Statement]:
    """Yield the claims that do not say by what they stand or fall."""
    rest = [claim for claim in world.corridor.claims if claim.predicate is None]
    yield from (say(f"Not tested: {sentence(claim.text)}", claim, noted=True) for claim in rest)


CHAPTER = Chapter("claims", 20, find, show)

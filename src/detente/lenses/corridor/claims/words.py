"""Claims in words: who says what, what the model says to that, and what this hangs and leans on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.claims.compared import compared
from detente.lenses.corridor.numbers import out_of_hundred, words
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, Driver

_VERDICTS = (
    ("true", "holds", "hold"),
    ("false", "fails", "fail"),
    ("undetermined", "stays open", "stay open"),
)
_LITTLE = 0.005


def headline(world: Seen) -> str:
    """Return how many claims hold in the model, how many do not, and of how many it cannot be said."""
    verdicts = [each.verdict for each in world.claims]
    told = [(verdicts.count(word), one, many) for word, one, many in _VERDICTS if word in verdicts]
    if len(told) == 1:
        number, one, many = told[0]
        which = {1: "the one claim", 2: "both claims"}.get(number, f"all {number} claims")
        return f"In the model, {which} {one if number == 1 else many}."
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in told]
    return f"In the model, of {len(verdicts)} claims {listed(parts)}."


def said(world: Seen, found: ClaimResult) -> str:
    """Return a claim with what the model says to it, and what that hangs and leans on."""
    by = found.claim.by
    claim = sentence(found.claim.text) if by is None else f"{_speaker(world, by)}: {sentence(found.claim.text)}"
    if found.absent:
        missing = listed([f"“{world.called(each)}”" for each in found.absent])
        return f"{claim} That cannot be tested here, without {missing}."
    return " ".join(filter(None, (claim, _model(world, found), _leaning(found))))


def _model(world: Seen, found: ClaimResult) -> str:
    value = compared(world, found)
    verdict = _verdict(found)
    return f"The model: {value}; {verdict}." if value else f"The model: {verdict}."


def _verdict(found: ClaimResult) -> str:
    share = found.probability or 0.0
    if found.verdict == "true":
        return f"the claim holds in {out_of_hundred(share)}"
    if found.verdict == "false":
        return f"the claim fails in {out_of_hundred(1 - share)}"
    return f"the claim holds in {out_of_hundred(share)}, and stays open"


def _leaning(found: ClaimResult) -> str:
    """Return what a verdict hangs on most, and how much of what is behind it is assumed."""
    told = []
    if found.drivers:
        told.append(f"it hangs most on {found.drivers[0].lever.label}{turning(found.drivers[0])}")
    if found.assumed is not None:
        told.append(f"{_share(found.assumed)} of the tonnage is assumed")
    return sentence("; ".join(told)) if told else ""


def turning(driver: Driver) -> str:
    """Return at which value a number turns a verdict; nothing where it does not."""
    if not driver.flips or driver.break_even is None:
        return ""
    unit = f" {driver.lever.unit}" if driver.lever.unit else ""
    return f", and turns at {words(driver.break_even)}{unit}"


def _share(share: float) -> str:
    if share < _LITTLE:
        return "none"
    return "all" if share > 1 - _LITTLE else f"{words(100 * share)} per cent"


def _speaker(world: Seen, by: str) -> str:
    """Return what to call who claims something: an actor by name, a source by its id, as its title may be long."""
    return world.names.get(by) or f"The {by.replace('-', ' ')}"

"""Claims in words: who says what, what the model says to that, and what this leans on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.claims.compared import compared
from detente.lenses.corridor.claims.untested import untested
from detente.lenses.corridor.numbers import words
from detente.lenses.wording import listed, out_of_hundred, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult

_VERDICTS = (
    ("true", "holds", "hold"),
    ("false", "fails", "fail"),
    ("undetermined", "stays open", "stay open"),
)
_LITTLE = 0.005

NO_FORECAST = "This tests arguments and is not a traffic forecast"


def headline(world: Seen) -> str:
    """Return how many claims hold in the model, how many do not, and of how many it cannot be said: others' first."""
    theirs = [each for each in world.claims if each.claim.by is not None]
    own = [each.verdict for each in world.claims if each.claim.by is None]
    if not theirs or not own:
        return f"In the model, {_counts([each.verdict for each in world.claims])}."
    makers = {each.claim.by for each in theirs}
    who = _speaker(world, makers.pop() or "") if len(makers) == 1 else "others"
    of = f"of {who[0].lower()}{who[1:]}" if who.startswith("The ") else f"of {who}"
    told = _counts([each.verdict for each in theirs], "claims", of)
    return f"In the model, {told}; {_counts(own, '', 'of our own')}."


def _counts(verdicts: Sequence[str], what: str = "claims", of: str = "") -> str:
    """Return of how many claims which verdict comes: "of 5 claims of the article 2 hold and 3 fail"."""
    told = [(verdicts.count(word), one, many) for word, one, many in _VERDICTS if word in verdicts]
    if len(told) == 1:
        number, one, many = told[0]
        which = {1: "the one claim", 2: "both claims"}.get(number, f"all {number} claims")
        return " ".join(filter(None, (which, of, one if number == 1 else many)))
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in told]
    return " ".join(filter(None, ("of", str(len(verdicts)), what, of, listed(parts))))


def said(world: Seen, found: ClaimResult) -> str:
    """Return a claim with what the model says to it."""
    if why := untested(world, found):
        return f"{claimed(world, found)} That cannot be tested here: {why}."
    return f"{claimed(world, found)} {verdict(found)}{_figures(world, found)}.{_turned(found)}"


def claimed(world: Seen, found: ClaimResult) -> str:
    """Return a claim as a sentence, after the name of who makes it."""
    by = found.claim.by
    claim = sentence(found.claim.text)
    return claim if by is None else f"{_speaker(world, by)}: {claim}"


def verdict(found: ClaimResult) -> str:
    """Return what comes of a claim in a few words; of one that stays open how often it holds."""
    word = next(one for name, one, _ in _VERDICTS if name == found.verdict)
    told = f"It {word}"
    return f"{told} (true in {out_of_hundred(found.probability or 0.0)})" if found.verdict == "undetermined" else told


def _figures(world: Seen, found: ClaimResult) -> str:
    """Return what the model says of what a claim compares, and how much was needed, marked where that is a reading."""
    sides = compared(world, found)
    figures, bound = sides.figures, sides.bound
    read = "as we read it" if found.claim.assumption else ""
    needed = f"; {read + ', ' if read else ''}{bound} is needed" if bound else ""
    marked = f" {read}" if read and not bound else ""
    return f"{marked}: {figures}{needed}" if figures else f"{marked}{needed}"


def _turned(found: ClaimResult) -> str:
    """Return which number alone turns a verdict, if one does."""
    turning = next((each for each in found.drivers if each.flips), None)
    return f" It turns with {turning.lever.label}." if turning is not None else ""


def leaning(claims: Sequence[ClaimResult]) -> str:
    """Return that this is no forecast, and how much of the tonnage behind claims is assumed at most."""
    most = max((each.assumed for each in claims if each.assumed is not None), default=0.0)
    assumed = f": up to {words(100 * most)} per cent of the tonnage is assumed" if most >= _LITTLE else ""
    return f"{NO_FORECAST}{assumed}."


def _speaker(world: Seen, by: str) -> str:
    """Return what to call who claims something: an actor by name, a source by its id, as its title may be long."""
    return world.names.get(by) or f"The {by.replace('-', ' ')}"

"""Readings: where an issue with a scale would settle by each model, how sure that is, and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.challenge.registry import shipped_presets
from detente.methods.bargaining.challenge.rounds import play
from detente.methods.bargaining.limits import MOST_ACTORS
from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain
from detente.methods.bargaining.spatial.rules.compromise import leverage
from detente.methods.bargaining.spatial.sensitivity import band, tornado, total_shares
from detente.methods.uniforms import uniforms
from detente.models.spatial_model import SpatialModel, model_spatial
from detente.models.spatial_stakes import stakes

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.methods.bargaining.challenge.preset import Preset
    from detente.methods.bargaining.spatial.rule import Numbers, Rule
    from detente.situation import Situation

_ROUNDS = 8
_MOST_SHARED, _FEWEST_SHARED = 1 << 25, 64
"""How many numbers are drawn for the shares at most, where that leaves this many draws."""

_MOST_PAIRED = 1 << 28
"""How many times draws every three actors are looked at, at most: with many actors there are fewer draws."""

_HELD = 4
"""How many tables of pairs of actors are held while a block of draws is worked on."""

_SHARE_DRAWS = 512


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a model puts the settlement.

    Attributes
    ----------
    rule
        The model.
    value
        With every number in its middle; ``nan`` where it has no answer.
    low, high
        Between these lie four of five draws.
    answered
        The share of draws in which it has an answer.
    """

    rule: Rule
    value: float
    low: float
    high: float
    answered: float


@dataclass(frozen=True, slots=True)
class Hinge:
    """An input that is not known exactly, and what hangs on it.

    Attributes
    ----------
    actor, kind
        Whose number it is, and of which kind.
    at_low, at_high
        Where the compromise lies with it at either bound.
    share
        The share of the spread in which it has a part.
    """

    actor: str
    kind: str
    at_low: float
    at_high: float
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the models say of an issue.

    Attributes
    ----------
    model
        The bargain.
    answers
        What each model says, by its key, the compromise first.
    levers
        How far the compromise moves when an actor moves by one, in the order of the stakes.
    hinges
        What it hangs on, the largest share first.
    preset, rounds
        The reading of the challenge model, and mean and median after each round.
    silent
        Actors whose position on the issue has no number.
    draws, seed
        How many draws, and the seed of the random numbers.
    """

    model: SpatialModel
    answers: Mapping[str, Answer]
    levers: tuple[float, ...]
    hinges: tuple[Hinge, ...]
    preset: Preset
    rounds: tuple[tuple[float, float], ...]
    silent: tuple[str, ...]
    draws: int
    seed: int

    @property
    def compromise(self) -> Answer:
        """What the compromise model says."""
        return self.answers["compromise"]


def readings(situation: Situation, options: SettlementOptions) -> Iterator[Reading]:
    """Yield what the models say of each issue with a scale on which two actors or more hold a position with a number.

    Those with too many actors are left out.

    Raises
    ------
    FlawedModelError
        If nobody has weight on an issue.
    """
    for issue in situation.case.issues:
        held = {
            actor: by_issue[issue.id].position
            for actor, by_issue in situation.positions.items()
            if issue.id in by_issue
        }
        if issue.continuum is None or sum(position.value is not None for position in held.values()) < 2:
            continue
        if len(held) > MOST_ACTORS:
            continue
        found = stakes(situation.case, issue.id, held)
        parties = situation.case.settlement.parties if situation.case.settlement else ()
        batna = {party.actor: party.batna for party in parties if party.batna is not None}
        model = model_spatial(issue, issue.continuum, found, batna)
        silent = tuple(actor for actor, position in held.items() if position.value is None)
        yield _read(model, silent, options)


def _read(model: SpatialModel, silent: tuple[str, ...], options: SettlementOptions) -> Reading:
    centre = model.inputs.centre[:, None]
    rng = np.random.default_rng(options.seed)
    actors = len(model.stakes)
    draws = max(1, min(options.draws, _MOST_PAIRED // actors**3))
    blocks = [model.inputs.at(block) for block in uniforms(model.inputs.open.size, draws, rng, held=_HELD * actors**2)]
    rules = [rule for rule in shipped_rules().values() if model.knows_no_deal or not rule.needs_disagreement]
    answers = {rule.key: _answer(model, rule, centre, blocks) for rule in rules}
    preset = next(iter(shipped_presets().values()))
    return Reading(
        model,
        answers,
        tuple(leverage(model.bargain(centre).weights)[0].tolist()),
        tuple(_hinges(model, np.random.default_rng(options.seed))),
        preset,
        tuple(_rounds(model, centre, preset)),
        silent,
        draws,
        options.seed,
    )


def _answer(model: SpatialModel, rule: Rule, centre: Numbers, blocks: list[Numbers]) -> Answer:
    drawn = np.concatenate([model.settle(rule, block) for block in blocks])
    low, high = band(drawn)
    return Answer(rule, float(model.settle(rule, centre)[0]), low, high, float(np.isfinite(drawn).mean()))


def _hinges(model: SpatialModel, rng: np.random.Generator) -> Iterator[Hinge]:
    """Yield the open inputs that the compromise hangs on, the largest share first."""
    compromise = shipped_rules()["compromise"]

    def settle(values: Numbers) -> Numbers:
        found = model.settle(compromise, values)
        return np.where(np.isnan(found), np.nanmean(found), found)  # where nobody pulls, it is anywhere

    ends = tornado(model.inputs, settle)
    room = _MOST_SHARED // max(1, model.inputs.open.size * model.inputs.centre.size)
    draws = max(_FEWEST_SHARED, min(_SHARE_DRAWS, 1 << max(0, room.bit_length() - 1)))
    shares = total_shares(model.inputs, settle, draws, rng)
    for number in sorted(model.inputs.open, key=lambda number: -shares[number]):
        low, high = ends[number]
        if low != high or shares[number] > 0:
            yield Hinge(*model.name(int(number)), float(low), float(high), float(shares[number]))


def _rounds(model: SpatialModel, centre: Numbers, preset: Preset) -> Iterator[tuple[float, float]]:
    """Yield mean and median after each round of the challenge model."""
    bargain = model.bargain(centre)
    history = play(bargain, model.salience(centre), preset, _ROUNDS)[:, 0]
    weights = np.broadcast_to(bargain.weights, history.shape)
    after = Bargain(history, weights, bargain.ends)
    mean, median = (shipped_rules()[key].settle(after).tolist() for key in ("compromise", "median"))
    yield from zip(mean, median, strict=True)

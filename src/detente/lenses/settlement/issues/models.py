"""Work out where each issue with a scale would settle by each model, how sure that is, and what it hangs on."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.look import AskError
from detente.lenses.settlement.issues.reading import Estimate, Hinge, Pressure, Reading
from detente.methods.bargaining.challenge.registry import shipped_presets
from detente.methods.bargaining.challenge.rounds import play
from detente.methods.bargaining.limits import MOST_ACTORS
from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain
from detente.methods.bargaining.spatial.rules.compromise import leverage
from detente.methods.bargaining.spatial.sensitivity import band, tornado, total_shares
from detente.methods.uniforms import uniforms
from detente.models.spatial.model import SpatialModel, model_spatial
from detente.models.spatial.stakes import stakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.position import Position
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.methods.bargaining.challenge.preset import Preset
    from detente.methods.bargaining.spatial.rule import Numbers, Rule
    from detente.situation import Situation

_ROUNDS = 8
_MOST_SHARED, _FEWEST_SHARED = 1 << 25, 64
"""How many numbers are drawn for the shares at most, where that leaves this many draws."""

_MOST_COMPARED, _FEWEST_COMPARED = 1 << 29, 32
"""How many times draws every three actors are looked at in a case, where that leaves this many draws of an issue."""

_SHARE_DRAWS = 512


def readings(look: Look[SettlementOptions]) -> tuple[Reading, ...]:
    """Return what the models say of each issue with a scale on which two actors or more hold a position with a number.

    Those with too many actors are left out.

    Raises
    ------
    FlawedModelError
        If nobody has weight on an issue.
    """
    options, models = look.options, list(_models(look.situation))
    presets = chosen_presets(options)
    compared = sum(len(model.stakes) ** 3 for model, _ in models if model.inputs.open.size)
    share = max(1, ceil(options.draws * compared / _MOST_COMPARED))
    found = []
    for model, silent in models:
        found.append(_read(model, silent, presets, options, compared=max(_FEWEST_COMPARED, options.draws // share)))
        if options.progress is not None:
            options.progress(len(model.stakes) ** 3 * options.draws)
    return tuple(found)


def chosen_presets(options: SettlementOptions) -> tuple[Preset, ...]:
    """Return the readings of the challenge model, the one asked for first.

    Raises
    ------
    AskError
        If there is none of that name.
    """
    shipped = shipped_presets()
    if options.challenge is None:
        return tuple(shipped.values())
    if options.challenge not in shipped:
        raise AskError("challenge", f"there is no reading '{options.challenge}'; there are {', '.join(shipped)}")
    first = shipped[options.challenge]
    return (first, *(preset for preset in shipped.values() if preset is not first))


def _models(situation: Situation) -> Iterator[tuple[SpatialModel, tuple[str, ...]]]:
    """Yield the issues that are read, and who has a position in words only."""
    parties = situation.case.settlement.parties if situation.case.settlement else ()
    batna = {party.actor: party.batna for party in parties if party.batna is not None}
    held: dict[str, dict[str, Position]] = {}
    for actor in sorted(situation.positions):
        for name, place in situation.positions[actor].items():
            held.setdefault(name, {})[actor] = place.counts
    for issue in situation.case.issues:
        on_it = held.get(issue.id, {})
        standing = sum(position.value is not None for position in on_it.values())
        if issue.continuum is None or not standing >= 2 or len(on_it) > MOST_ACTORS:
            continue
        found = stakes(situation.case, issue.id, on_it)
        silent = tuple(actor for actor, position in on_it.items() if position.value is None)
        yield model_spatial(issue, issue.continuum, found, batna), silent


def _read(
    model: SpatialModel,
    silent: tuple[str, ...],
    presets: tuple[Preset, ...],
    options: SettlementOptions,
    *,
    compared: int,
) -> Reading:
    """Return what the models say; those that compare all positions follow only so many draws."""
    centre = model.inputs.centre[:, None]
    doubts = model.inputs.open.size
    draws = options.draws if doubts else 1
    rng = np.random.default_rng(options.seed)
    rules = [rule for rule in shipped_rules().values() if model.knows_no_deal or not rule.needs_disagreement]
    found: dict[str, list[Numbers]] = {rule.key: [] for rule in rules}
    followed = 0
    for block in uniforms(doubts, draws, rng):
        drawn = model.inputs.at(block)
        few = drawn[:, : max(0, compared - followed)]
        followed += drawn.shape[1]
        for rule in rules:
            found[rule.key].append(model.settle(rule, few if rule.compares_all else drawn))
    estimates = {rule.key: _estimate(model, rule, centre, np.concatenate(found[rule.key])) for rule in rules}
    return Reading(
        model,
        estimates,
        tuple(leverage(model.bargain(centre).weights)[0].tolist()),
        tuple(_hinges(model, np.random.default_rng(options.seed))),
        tuple(Pressure(preset, tuple(_rounds(model, centre, preset))) for preset in presets),
        silent,
        draws,
        options.seed,
    )


def _estimate(model: SpatialModel, rule: Rule, centre: Numbers, drawn: Numbers) -> Estimate:
    low, high = band(drawn)
    answered = float(np.isfinite(drawn).mean())
    return Estimate(rule, float(model.settle(rule, centre)[0]), low, high, answered, drawn.size)


def _hinges(model: SpatialModel, rng: np.random.Generator) -> Iterator[Hinge]:
    """Yield the open inputs that the compromise hangs on, the largest share first."""
    compromise = shipped_rules()["compromise"]

    usual = model.settle(compromise, model.inputs.centre[:, None])

    def settle(values: Numbers) -> Numbers:
        found = model.settle(compromise, values)
        return np.where(np.isnan(found), usual, found)  # where nobody pulls, it is anywhere

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

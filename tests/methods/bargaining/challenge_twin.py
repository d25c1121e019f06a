"""One round of the challenge model, actor by actor, as its papers tell it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.methods.bargaining.challenge.preset import Preset
from detente.methods.bargaining.spatial.rule import Bargain, Numbers

CLOSE = 1e-9


@dataclass
class Round:
    """The actors of a round, and whether any comparison was too close to tell."""

    places: list[float]
    weights: list[float]
    cares: list[float]
    preset: Preset
    risk: list[float]
    close_call: bool = False

    def share(self, a: int, b: int) -> float:
        """Return how far apart two stand, of the widest."""
        wide = max(self.places) - min(self.places)
        return abs(self.places[a] - self.places[b]) / wide if wide else 0.0

    def votes(self, voter: int, a: int, b: int) -> float:
        """Return how hard a voter votes for one against another."""
        bend = self.risk[voter] if self.preset.risky_votes else 1.0
        return self.weights[voter] * float(self.share(voter, b) ** bend - self.share(voter, a) ** bend)

    def prevails(self, a: int, b: int) -> float:
        """Return how likely one prevails over another."""
        everybody = range(len(self.places))
        pro = sum(max(0.0, self.votes(k, a, b)) for k in everybody)
        if self.preset.over_all_pairs:
            cast = sum(abs(self.votes(k, c, d)) for k in everybody for c in everybody for d in everybody)
        else:
            cast = sum(abs(self.votes(k, a, b)) for k in everybody)
        return pro / cast if cast else 0.0

    def promise(self, a: int, b: int, risk: float) -> float:
        """Return what ``a`` gains by challenging ``b``, reckoned with some appetite for risk."""
        win, lose, still = (2 - 4 * float((0.5 + side * self.share(a, b)) ** risk) for side in (-0.5, 0.5, 0.0))
        chance = self.prevails(a, b)
        fought = chance * win + (1 - chance) * lose
        return self.cares[b] * fought + (1 - self.cares[b]) * win - still

    def learn(self) -> None:
        """Set how bold everybody is."""
        everybody = range(len(self.places))
        danger = [sum(self.promise(j, i, 1.0) for j in everybody if j != i) for i in everybody]
        most, least = max(danger), min(danger)
        self.close_call |= 0 < most - least < CLOSE
        relative = [(2 * each - most - least) / (most - least) if most > least else 0.0 for each in danger]
        self.risk = [(1 - part / 3) / (1 + part / 3) for part in relative]

    def offer(self, i: int, j: int) -> tuple[str, float, float] | None:
        """Return kind, new place and what the challenger expects, of what ``j`` offers to ``i``."""
        if self.places[i] == self.places[j]:
            return None
        mine = self.promise(i, j, self.risk[i])
        theirs = self.promise(j, i, self.risk[i] if self.preset.own_eyes else self.risk[j])
        self.close_call |= any(abs(gap) < CLOSE for gap in (mine, theirs, theirs - mine, theirs + mine))
        here, there = self.places[i], self.places[j]
        if theirs > mine > 0:
            return "confrontation", there, theirs
        if theirs > 0 > mine:
            way = min(1.0, -mine / theirs)
            return ("compromise" if way < 1 else "capitulation"), here + (there - here) * way, theirs
        return None

    def offers(self, i: int) -> list[tuple[str, float, float]]:
        """Return all that is offered to one actor."""
        return [offer for j in range(len(self.places)) if (offer := self.offer(i, j))]

    def met(self, i: int) -> float:
        """Return where one stands after meeting everybody whom it gives way to or who gives way to it."""
        others = [j for j in range(len(self.places)) if self.offer(i, j) or self.offer(j, i)]
        pull = sum(self.weights[j] for j in (i, *others))
        return sum(self.weights[j] * self.places[j] for j in (i, *others)) / pull if pull else self.places[i]

    def moved(self, i: int) -> float:
        """Return where one stands after the round."""
        if self.preset.blends:
            return self.met(i)
        here, offers = self.places[i], self.offers(i)
        kinds = ("confrontation", "compromise", "capitulation") if self.preset.confrontation_first else ("",)
        for kind in kinds:
            open_to = [offer for offer in offers if kind in ("", offer[0])]
            if open_to:
                keys = [
                    (-o[2], abs(o[1] - here)) if kind == "compromise" else (abs(o[1] - here), -o[2]) for o in open_to
                ]
                best = min(keys)
                self.close_call |= any(0 < abs(key[n] - best[n]) < CLOSE for key in keys for n in (0, 1))
                tied = [offer[1] for offer, key in zip(open_to, keys, strict=True) if key == best]
                return (min(tied) + max(tied)) / 2
        return here


def play_slowly(bargain: Bargain, salience: Numbers, preset: Preset) -> tuple[list[float], bool]:
    """Return where everybody stands after a round, and whether a comparison was too close to tell."""
    ones = [1.0] * bargain.positions.size
    game = Round(bargain.positions.tolist(), bargain.weights.tolist(), salience.tolist(), preset, ones)
    game.learn()
    return [game.moved(i) for i in range(len(ones))], game.close_call

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

    def offers(self, i: int) -> list[tuple[str, float, float]]:
        """Return kind, new place and blend of what is offered to one actor."""
        found = []
        for j in range(len(self.places)):
            if self.places[i] == self.places[j]:
                continue
            mine = self.promise(i, j, self.risk[i])
            theirs = self.promise(j, i, self.risk[i] if self.preset.own_eyes else self.risk[j])
            gaps = (mine, theirs, theirs - mine, theirs + mine)
            self.close_call |= any(abs(gap) < CLOSE for gap in gaps)
            here, there = self.places[i], self.places[j]
            if theirs > mine > 0:
                found.append(("confrontation", there, 0.0))
            elif theirs > 0 > mine and theirs > -mine:
                blend = (-mine * here + theirs * there) / (theirs - mine)
                found.append(("compromise", here + (there - here) * -mine / theirs, blend))
            elif theirs > 0 > mine:
                found.append(("capitulation", there, 0.0))
        return found

    def moved(self, i: int) -> float:
        """Return where one stands after the round."""
        here, offers = self.places[i], self.offers(i)
        kinds = ("confrontation", "compromise", "capitulation") if self.preset.confrontation_first else ("",)
        for kind in kinds:
            open_to = [offer for offer in offers if kind in ("", offer[0])]
            blends = kind == "compromise"
            ranked = sorted(open_to, key=lambda offer: offer[2] if blends else abs(offer[1] - here))
            if ranked:
                keys = [offer[2] if blends else abs(offer[1] - here) for offer in ranked]
                rivals = [offer[1] for offer, key in zip(ranked, keys, strict=True) if key - keys[0] < CLOSE]
                self.close_call |= max(rivals) - min(rivals) > CLOSE
                return ranked[0][1]
        return here


def play_slowly(bargain: Bargain, salience: Numbers, preset: Preset) -> tuple[list[float], bool]:
    """Return where everybody stands after a round, and whether a comparison was too close to tell."""
    ones = [1.0] * bargain.positions.size
    game = Round(bargain.positions.tolist(), bargain.weights.tolist(), salience.tolist(), preset, ones)
    game.learn()
    return [game.moved(i) for i in range(len(ones))], game.close_call

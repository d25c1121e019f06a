"""Levers: every number of a corridor, and draws of those that are uncertain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.citation import Claim
    from detente.case.shape import Path
    from detente.case.value import Value
    from detente.methods.transport.arrays import Float

_KINDS = ("borders", "regimes", "premiums", "links", "flows")


@dataclass(frozen=True, slots=True)
class Lever:
    """A number of the corridor as well as it is known.

    Attributes
    ----------
    key
        What it is, such as ``value-of-time``, ``borders.ge-tr.hours``, ``flows.cn-am.kt``, ``premiums.ir`` or
        ``regimes.operator.fee``; where a scenario has another one, ``@`` and its id follow.
    label, unit
        The same in words, and its unit.
    value
        The number.
    record
        What states it; ``None`` for a parameter of which the case says nothing.
    path
        Where that stands in the case of the date; ``None`` where it stands nowhere in it.
    """

    key: str
    label: str
    unit: str
    value: Value
    record: Claim | None
    path: Path | None

    @property
    def central(self) -> float:
        """Its likeliest value, else its mean."""
        return self.value.mean if self.value.mode is None else self.value.mode

    @property
    def shared(self) -> str:
        """The key under which worlds that differ in it draw it together."""
        return self.key.partition("@")[0]


def central(levers: Sequence[Lever]) -> Float:
    """Return the central value of each lever [shape (levers, 1)]."""
    import numpy as np  # which who checks a case, and names its numbers, does without

    return np.array([[lever.central] for lever in levers])


def rows(levers: Sequence[Lever], draws: int, seed: int) -> Float:
    """Return draws of all levers, in which worlds that differ in one share its luck [shape (levers, draws)].

    In whatever order the case has its records and scenarios, each is drawn alike.
    """
    import numpy as np

    from detente.methods.transport.draws import lever_draws
    from detente.methods.uniforms import uniforms

    uncertain = [number for number, lever in enumerate(levers) if not lever.value.is_point]
    found = np.repeat(central(levers), draws, axis=1)
    if not uncertain:
        return found
    own = dict.fromkeys(levers[number].key for number in uncertain if levers[number].key == levers[number].shared)
    others = {levers[number].shared for number in uncertain} - own.keys()
    place = {key: at for at, key in enumerate([*sorted(own, key=_order), *sorted(others)])}
    blocks = uniforms(len(place), draws, np.random.default_rng(seed))
    luck = np.concatenate([block.T for block in blocks])[:, [place[levers[number].shared] for number in uncertain]]
    values = [levers[number].value for number in uncertain]
    low, high = np.array([value.low for value in values]), np.array([value.high for value in values])
    mode = np.array([np.nan if value.mode is None else value.mode for value in values])
    found[uncertain] = lever_draws(low, mode, high, luck).T
    return found


def _order(key: str) -> tuple[int, str]:
    """Return by what a lever is ordered: parameters first, as they are known; then by kind of record and key."""
    kind, is_record, _ = key.partition(".")
    return (_KINDS.index(kind), key) if is_record else (-1, "")

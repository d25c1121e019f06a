"""The smallest change of everybody's preferences together, where sanctions must be credible.

What one decision maker prefers then decides also what the others have to fear, so that profiles of
preferences are looked at. Everybody must stay at least under the concept in which any sanction counts; its
smallest changes alone bound the edits of each from below.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.inverse.effort import Effort, ExhaustedError
from detente.methods.gmcr.inverse.staying import pack, stays, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.inverse.kinds import Kinds
    from detente.methods.gmcr.stability.sanctions import Sanctions

Profiles = npt.NDArray[np.intp]

_CHUNK = 1 << 14


@dataclass(frozen=True, slots=True)
class Together:
    """What makes everybody stay.

    Attributes
    ----------
    edits
        The fewest edits in total; ``None`` when none were found.
    searched
        Up to how many edits in total every profile was looked at.
    profiles
        The kinds of everybody's lists, in each profile of so many edits at which everybody stays.
        [shape (k, n_dm)]
    """

    edits: int | None
    searched: int
    profiles: Profiles


def together(
    kinds: Sequence[Kinds], least: Sequence[int], sanctions: Sanctions, effort: Effort, *, edits: range
) -> Together:
    """Return the smallest change after which everybody stays at the wanted state.

    Parameters
    ----------
    kinds
        The lists of each decision maker.
    least
        For each, a number of edits without which it stays under no sanctions at all.
    sanctions
        What counts as a sanction of a move: each of its movers must gain.
    edits
        How many edits in total to look at; fewer are known not to do.

    References
    ----------
    KinsaraKilgourHipel2015
    """
    for total in edits:
        found = [np.empty((0, len(kinds)), dtype=np.intp)]
        try:
            for shares in _shares(total, least):
                found += _held(kinds, _choices(kinds, shares, sanctions, effort), sanctions, effort)
        except ExhaustedError:
            return Together(None, total - 1, found[0])
        profiles = np.concatenate(found)
        if profiles.size:
            return Together(total, total, profiles)
    return Together(None, edits.stop - 1, np.empty((0, len(kinds)), dtype=np.intp))


def _shares(total: int, least: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way to share so many edits out, each decision maker's share being large enough."""
    if not least:
        if not total:
            yield ()
        return
    for own in range(least[0], total - sum(least[1:]) + 1):
        yield from ((own, *rest) for rest in _shares(total - own, least[1:]))


def _choices(kinds: Sequence[Kinds], shares: Sequence[int], sanctions: Sanctions, effort: Effort) -> list[Profiles]:
    """Return the kinds of each that its share reaches and that would stay if any sanction counted."""
    for each, share in zip(kinds, shares, strict=True):
        each.extend(share, effort)
    weaker = replace(sanctions, credible=False)
    return [each.content(share, weaker) for each, share in zip(kinds, shares, strict=True)]


def _held(
    kinds: Sequence[Kinds], choices: Sequence[Profiles], sanctions: Sanctions, effort: Effort
) -> Iterator[Profiles]:
    """Yield the profiles of some kinds at which everybody stays."""
    shape = tuple(each.size for each in choices)
    count = reduce(int.__mul__, shape, 1)
    effort.spend(count * sum(each.case.arena.sanctions[each.case.maker].source.size for each in kinds))
    for start in range(0, count, _CHUNK):
        places = np.unravel_index(np.arange(start, min(start + _CHUNK, count)), shape)
        profiles = np.stack([each[place] for each, place in zip(choices, places, strict=True)], axis=1)
        for i in range(len(kinds)):
            if profiles.size:
                profiles = profiles[_stays(kinds, i, profiles, sanctions)]
        yield profiles


def _stays(kinds: Sequence[Kinds], i: int, profiles: Profiles, sanctions: Sanctions) -> npt.NDArray[np.bool_]:
    """Return at which profiles DM ``i`` stays [shape (k,)]."""
    better = pack(np.array([kinds[i].better[k] for k in profiles[:, i]]).T)
    gains = {j: pack(np.array([kinds[j].gains[k] for k in profiles[:, j]]).T) for j in range(len(kinds)) if j != i}
    return unpack(stays(kinds[i].case.arena, i, better, sanctions, gains), len(profiles))

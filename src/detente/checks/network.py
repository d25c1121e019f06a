"""What several checks ask of a network."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Border, Corridor, Regime
    from detente.case.shape import Path


def countries(corridor: Corridor) -> frozenset[str]:
    """Return the codes of the countries in which nodes or links of a network lie."""
    codes = chain((node.country for node in corridor.nodes), (link.country for link in corridor.links))
    return frozenset(code for code in codes if code)


def cargo(corridor: Corridor) -> Iterator[tuple[str, Path]]:
    """Yield every word that says whose cargo is meant, and where below the network it stands."""
    for number, premium in enumerate(corridor.premiums):
        if premium.cargo is not None:
            yield premium.cargo, ("premiums", number, "cargo")
    for number, permission in enumerate(corridor.permissions):
        yield permission.cargo, ("permissions", number, "cargo")
    for number, regime in enumerate(corridor.regimes):
        yield from ((word, ("regimes", number, "users", place)) for place, word in enumerate(regime.users))


def with_fees(corridor: Corridor) -> Iterator[tuple[Border | Regime, Path]]:
    """Yield what shares fees out, and where below the network it stands."""
    yield from ((border, ("borders", number)) for number, border in enumerate(corridor.borders))
    yield from ((regime, ("regimes", number)) for number, regime in enumerate(corridor.regimes))

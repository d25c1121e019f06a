"""What one sees in the utility plane, for those who cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.settlement.packages.words import cross_none, number, stated_range
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.lenses.settlement.packages.zone.plane.projection import Projection


def kinds(seen: Projection) -> tuple[str, str, str]:
    """Return what each kind of package is called."""
    others = len(seen.zopa.gains) - 2
    everybody = "everybody" if others else "both"
    return (
        f"a package no worse than no deal for {everybody}",
        "a package no worse for these two, but for somebody else",
        "a package worse than no deal for one of these two at least",
    )


def description(seen: Projection, shown: Sequence[Pictured]) -> str:
    """Return what one sees."""
    return " ".join(_sentences(seen, shown))


def _sentences(seen: Projection, shown: Sequence[Pictured]) -> Iterator[str]:
    one, other = seen.names
    yield f"Further right is better for {one}, further up better for {other}."
    yield from _which(seen)
    parties = seen.analysis.model.outline.parties
    stated = ((name, parties[k].batna) for name, k in zip(seen.names, seen.pair, strict=True))
    no_deal = [f"{stated_range(batna)} to {name}" for name, batna in stated if batna is not None]
    yield f"No deal is worth {listed(no_deal)}."
    yield _zone(seen)
    yield from _numbered(seen, shown)
    yield _dots(seen)


def _which(seen: Projection) -> Iterator[str]:
    """Yield why these two are drawn, where there are more."""
    if len(seen.zopa.gains) < 3:
        return
    first = seen.zopa.opening.short[:, 0]
    short = [name for name, k in zip(seen.names, seen.pair, strict=True) if first[k] > 0]
    if len(short) == 2:
        yield "Of all parties, these two are in the way where agreement is nearest."
    elif short:
        (rest,) = set(seen.names) - set(short)
        yield f"Where agreement is nearest {short[0]} is in the way, and {rest} is hardest to satisfy together with it."
    else:
        yield "Of all parties, these two are the hardest to satisfy together."
    yield "What the others gain is in the next picture."


def _zone(seen: Projection) -> str:
    """Return how many packages lie in the shaded corner, or how far from it the nearest is."""
    both, total = int((seen.kind < 2).sum()), int(seen.clear.sum())
    which = cross_none(seen.analysis, total)
    said = f"{_many(both, 'None')} of {total:,} {one_or_many(total, 'package', 'packages')}{which}"
    said += f" {one_or_many(both, 'is', 'are')} no worse for both, in the shaded corner"
    if both and len(seen.zopa.gains) > 2:
        said += f"; {_many(int((seen.kind == 0).sum()), 'none')} of them for everybody"
    gains = zip(seen.names, seen.gains[:, int(seen.zopa.opening.nearest[0])].tolist(), strict=True)
    short = [f"{name} is short by {number(-gain)}" for name, gain in gains if gain < 0]
    return f"{said}; where agreement is nearest, {listed(short)}." if short else f"{said}."


def _many(count: int, none: str) -> str:
    return f"{count:,}" if count else none


def _numbered(seen: Projection, shown: Sequence[Pictured]) -> Iterator[str]:
    """Yield where the packages lie that rules pick, or that are nearest to agreement."""
    one, other = seen.names
    solutions = seen.zopa.solutions.values() if seen.zopa.inside.any() else (seen.zopa.opening.nearest,)
    for each in shown:
        if any(each.package in packages for packages in solutions):
            x, y = (number(worth) for worth in seen.worth[:, each.package].tolist())
            yield f"Number {each.number} ({listed(each.known_for)}) is worth {x} to {one} and {y} to {other}."


def _dots(seen: Projection) -> str:
    every, drawn = int(seen.clear.sum()), seen.drawn.size
    if drawn == every:
        return f"Every package{cross_none(seen.analysis, 1)} has a dot."
    which = cross_none(seen.analysis, every)
    if seen.whole:
        return f"{every:,} packages{which} lie at {drawn:,} places, each with a dot."
    return f"Packages that would cover each other share a dot: there are {drawn:,} for {every:,} packages{which}."

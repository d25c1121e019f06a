"""What one sees in the utility plane, for those who cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.settlement.packages.words import number, stated_range
from detente.lenses.wording import listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.lenses.settlement.packages.zone.plane.plane import View


def kinds(view: View) -> tuple[str, str, str]:
    """Return what each kind of package is called."""
    others = len(view.dealt.gains) - 2
    everybody = "everybody" if others else "both"
    return (
        f"a package no worse than no deal for {everybody}",
        "a package no worse for these two, but for somebody else",
        "a package worse than no deal for one of these two at least",
    )


def description(view: View, shown: Sequence[Pictured]) -> str:
    """Return what one sees."""
    return " ".join(_sentences(view, shown))


def _sentences(view: View, shown: Sequence[Pictured]) -> Iterator[str]:
    one, other = view.names
    yield f"Further right is better for {one}, further up better for {other}."
    yield from _which(view)
    parties = view.found.model.outline.parties
    stated = ((name, parties[k].batna) for name, k in zip(view.names, view.pair, strict=True))
    no_deal = [f"{stated_range(batna)} to {name}" for name, batna in stated if batna is not None]
    yield f"No deal is worth {listed(no_deal)}."
    yield _zone(view)
    yield from _picked(view, shown)
    yield _dots(view)


def _which(view: View) -> Iterator[str]:
    """Yield why these two are drawn, where there are more."""
    if len(view.dealt.gains) < 3:
        return
    first = view.dealt.opening.short[:, 0]
    short = [name for name, k in zip(view.names, view.pair, strict=True) if first[k] > 0]
    if len(short) == 2:
        yield "Of all parties, these two are in the way where agreement is nearest."
    elif short:
        (rest,) = set(view.names) - set(short)
        yield f"Where agreement is nearest {short[0]} is in the way, and {rest} is hardest to satisfy together with it."
    else:
        yield "Of all parties, these two are the hardest to satisfy together."
    yield "What the others gain is in the next picture."


def _zone(view: View) -> str:
    """Return how many packages lie in the shaded corner, or how far from it the nearest is."""
    both, total = int((view.kind < 2).sum()), view.kind.size
    said = f"{_many(both, 'None')} of {total:,} {one_or_many(total, 'package', 'packages')}"
    said += f" {one_or_many(both, 'is', 'are')} no worse for both, in the shaded corner"
    if both and len(view.dealt.gains) > 2:
        said += f"; {_many(int((view.kind == 0).sum()), 'none')} of them for everybody"
    gains = zip(view.names, view.gains[:, int(view.dealt.opening.nearest[0])].tolist(), strict=True)
    short = [f"{name} is short by {number(-gain)}" for name, gain in gains if gain < 0]
    return f"{said}; where agreement is nearest, {listed(short)}." if short else f"{said}."


def _many(count: int, none: str) -> str:
    return f"{count:,}" if count else none


def _picked(view: View, shown: Sequence[Pictured]) -> Iterator[str]:
    """Yield where the packages lie that rules pick, or that are nearest to agreement."""
    one, other = view.names
    solutions = view.dealt.solutions.values() if view.dealt.zone.any() else (view.dealt.opening.nearest,)
    for each in shown:
        if any(each.package in packages for packages in solutions):
            x, y = (number(worth) for worth in view.worth[:, each.package].tolist())
            yield f"Number {each.number} ({listed(each.known_for)}) is worth {x} to {one} and {y} to {other}."


def _dots(view: View) -> str:
    every, drawn = view.kind.size, view.drawn.size
    if drawn == every:
        return "Every package has a dot."
    if view.whole:
        return f"{every:,} packages lie at {drawn:,} places, each with a dot."
    return f"Packages that would cover each other share a dot: there are {drawn:,} for {every:,} packages."

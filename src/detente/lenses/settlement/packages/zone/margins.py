"""Margins: what each party gains or loses by the packages that matter, and who stands in the way of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Column, Figure, Margin, Margins, Offer, Row, Table
from detente.lenses.settlement.packages.words import margin_cells, margin_columns, number, package_name, party_names
from detente.lenses.wording import listed, one_or_many, sentence
from detente.methods.bargaining.packages.margins import draw_margins

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Dealt, Found
    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.methods.bargaining.packages.space import Numbers, Packages

_BOUNDS = "where four of five draws of a gain lie"
_CAPTIONS = {
    True: "What rules pick of the packages that nobody blocks, the best of them for each, and the nearest to them",
    False: "The packages nearest to agreement, the nearest first",
}


def figure(found: Found, dealt: Dealt, shown: Sequence[Pictured]) -> Figure:
    """Return the picture of what each party gains by the packages that have a number."""
    numbers = np.array([each.package for each in shown], dtype=np.intp)
    gained = dealt.gains[:, numbers]
    low, high = _bounds(found, numbers) if found.unsure else (gained, gained)
    offers = tuple(
        Offer(
            each.number,
            package_name(found, each.package),
            ", ".join(each.known_for),
            f"{stance(each)}{'' if _possible(found, each) else '; not possible now'}",
            tuple(_margins(found, (gained[:, k], low[:, k], high[:, k]))),
        )
        for k, each in enumerate(shown)
    )
    spec = Margins(offers, _BOUNDS if found.unsure else "")
    title = "What each party gains or loses by a package, against no deal"
    table = _table(found, _CAPTIONS[bool(dealt.zone.any())], shown, offers)
    return Figure("margins", title, _description(found, dealt, shown), spec, table)


def _bounds(found: Found, packages: Packages) -> tuple[Numbers, Numbers]:
    """Return where four of five draws of the gains lie, from the same seed as everything that is drawn."""
    model, options = found.model, found.options
    return draw_margins(model.layout, model.doubt, packages, options.draws, np.random.default_rng(options.seed))


def _margins(found: Found, gained: tuple[Numbers, Numbers, Numbers]) -> Iterator[Margin]:
    for name, at, low, high in zip(party_names(found), *(each.tolist() for each in gained), strict=True):
        yield Margin(name, at, low, high, signed(at))


def signed(gain: float) -> str:
    """Return a gain or a loss with its sign."""
    return f"{'+' if gain > 0 else '−' if gain < 0 else ''}{number(abs(gain))}"


def stance(each: Pictured) -> str:
    """Return who blocks a package."""
    if not each.blocked_by:
        return "nobody blocks"
    return f"{listed(each.blocked_by)} {one_or_many(len(each.blocked_by), 'blocks', 'block')}"


def _possible(found: Found, each: Pictured) -> bool:
    return found.possible is None or bool(found.possible[each.package])


def _description(found: Found, dealt: Dealt, shown: Sequence[Pictured]) -> str:
    said = ["Bars to the right are gains over no deal, bars to the left are losses."]
    by_stance: dict[str, list[str]] = {}
    for each in shown:
        by_stance.setdefault(stance(each), []).append(str(each.number))
    for who, numbers in by_stance.items():
        said.append(sentence(f"{who} {one_or_many(len(numbers), 'number', 'numbers')} {listed(numbers)}"))
    gains = dealt.gains[:, shown[0].package].tolist()
    least, name = min(zip(gains, party_names(found), strict=True), key=lambda pair: pair[0])
    verb = "gains least" if least > 0 else "gains nothing" if least == 0 else "loses most"
    said.append(f"By number 1, {name} {verb}{f': {number(abs(least))}' if least else ''}.")
    return " ".join(said)


def _table(found: Found, caption: str, shown: Sequence[Pictured], offers: Sequence[Offer]) -> Table:
    """Return the packages with what each party gains, and within which bounds where that is uncertain."""
    package, *gains = margin_columns(found)
    columns = [package, Column("number", "Number in the pictures", "number"), Column("known_for", "Stands out as")]
    columns += gains
    columns += [Column("bounds", "Four of five draws of a gain")] if found.unsure else []
    waiting = not all(_possible(found, each) for each in shown)
    columns += [Column("possible", "Possible now", "truth")] if waiting else []
    rows = []
    for each, offer in zip(shown, offers, strict=True):
        name, *gained = margin_cells(found, each.package)
        bounds = (_bounded(offer) or None,) if found.unsure else ()
        now = (_possible(found, each),) if waiting else ()
        rows.append(Row((name, each.number, each.known_for or None, *gained, *bounds, *now)))
    return Table("margins", caption, tuple(columns), tuple(rows))


def _bounded(offer: Offer) -> tuple[str, ...]:
    """Return the bounds of the gains that are uncertain."""
    unsure = (margin for margin in offer.margins if margin.low < margin.high)
    return tuple(f"{margin.who}: {signed(margin.low)} to {signed(margin.high)}" for margin in unsure)

"""Margins: what each party gains or loses by the packages that matter, and who stands in the way of which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from detente.dates import Truth
from detente.findings import Column, Figure, Row, Table
from detente.findings.figures.margins import Margin, Margins, Offer
from detente.lenses.settlement.packages.words import margin_cells, margin_columns, number, package_name, party_names
from detente.lenses.wording import listed, one_or_many, sentence
from detente.methods.bargaining.packages.margins import draw_margins

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.lenses.settlement.packages.zone.zopa import Zopa
    from detente.methods.bargaining.packages.space import Numbers, Packages

_NOT_NOW = {
    Truth.TRUE: "",
    Truth.FALSE: "; not possible now",
    Truth.UNDETERMINED: "; not known to be possible now",
}
_BOUNDS = "where four of five trials of a gain lie"
_CAPTIONS = {
    True: "What rules pick of the packages that nobody blocks, the best of them for each, and the nearest to them",
    False: "The packages nearest to agreement, the nearest first",
}


def figure(analysis: Analysis, zopa: Zopa, shown: Sequence[Pictured]) -> Figure:
    """Return the picture of what each party gains by the packages that have a number."""
    numbers = np.array([each.package for each in shown], dtype=np.intp)
    gained = zopa.gains[:, numbers]
    low, high = bounds(analysis, numbers) if analysis.uncertainty else (gained, gained)
    offers = tuple(
        Offer(
            each.number,
            package_name(analysis, each.package),
            ", ".join(each.known_for),
            f"{stance(each)}{_NOT_NOW[_possible(analysis, each)]}",
            tuple(_margins(analysis, (gained[:, k], low[:, k], high[:, k]))),
        )
        for k, each in enumerate(shown)
    )
    spec = Margins(offers, _BOUNDS if analysis.uncertainty else "")
    title = "What each party gains or loses by a package, against no deal"
    table = _table(analysis, _CAPTIONS[bool(zopa.inside.any())], shown, offers)
    return Figure("margins", title, _description(analysis, zopa, shown), spec, table)


def bounds(analysis: Analysis, packages: Packages) -> tuple[Numbers, Numbers]:
    """Return where four of five draws of the gains lie, from the same seed as everything that is drawn.

    What crosses a red line is worth what it would be without.
    """
    model, options = analysis.model, analysis.options
    utility, rng = replace(model.utility, barred=None), np.random.default_rng(options.seed)
    return draw_margins(utility, model.doubt, packages, options.draws, rng)


def _margins(analysis: Analysis, gained: tuple[Numbers, Numbers, Numbers]) -> Iterator[Margin]:
    for name, at, low, high in zip(party_names(analysis), *(each.tolist() for each in gained), strict=True):
        yield Margin(name, at, low, high, signed(at))


def signed(gain: float) -> str:
    """Return a gain or a loss with its sign."""
    return f"{'+' if gain > 0 else '−' if gain < 0 else ''}{number(abs(gain))}"


def stance(each: Pictured) -> str:
    """Return who blocks a package."""
    if not each.blocked_by:
        return "nobody blocks"
    return f"{listed(each.blocked_by)} {one_or_many(len(each.blocked_by), 'blocks', 'block')}"


def _possible(analysis: Analysis, each: Pictured) -> Truth:
    if analysis.unknown[each.package]:
        return Truth.UNDETERMINED
    return Truth.of(analysis.possible is None or bool(analysis.possible[each.package]))


def _description(analysis: Analysis, zopa: Zopa, shown: Sequence[Pictured]) -> str:
    said = ["Bars to the right are gains over no deal, bars to the left are losses."]
    by_stance: dict[str, list[str]] = {}
    for each in shown:
        by_stance.setdefault(stance(each), []).append(str(each.number))
    for who, numbers in by_stance.items():
        said.append(sentence(f"{who} {one_or_many(len(numbers), 'number', 'numbers')} {listed(numbers)}"))
    gains = zopa.gains[:, shown[0].package].tolist()
    least, name = min(zip(gains, party_names(analysis), strict=True), key=lambda pair: pair[0])
    verb = "gains least" if least > 0 else "gains nothing" if least == 0 else "loses most"
    said.append(f"By number 1, {name} {verb}{f': {number(abs(least))}' if least else ''}.")
    return " ".join(said)


def _table(analysis: Analysis, caption: str, shown: Sequence[Pictured], offers: Sequence[Offer]) -> Table:
    """Return the packages with what each party gains, and within which bounds where that is uncertain."""
    package, *gains = margin_columns(analysis)
    columns = [package, Column("number", "Number in the pictures", "number"), Column("known_for", "Stands out as")]
    columns += gains
    columns += [Column("bounds", "Four of five trials of a gain")] if analysis.uncertainty else []
    waiting = any(_possible(analysis, each) is not Truth.TRUE for each in shown)
    columns += [Column("possible", "Possible now", "truth")] if waiting else []
    rows = []
    for each, offer in zip(shown, offers, strict=True):
        name, *gained = margin_cells(analysis, each.package)
        bounds = (_bounded(offer) or None,) if analysis.uncertainty else ()
        now = (_possible(analysis, each),) if waiting else ()
        rows.append(Row((name, each.number, each.known_for or None, *gained, *bounds, *now)))
    return Table("margins", caption, tuple(columns), tuple(rows))


def _bounded(offer: Offer) -> tuple[str, ...]:
    """Return the bounds of the gains that are uncertain."""
    uncertainty = (margin for margin in offer.margins if margin.low < margin.high)
    return tuple(f"{margin.who}: {signed(margin.low)} to {signed(margin.high)}" for margin in uncertainty)

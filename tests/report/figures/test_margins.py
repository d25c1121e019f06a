"""Margins: how long bars are, to which side they go, and that no word is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets
from tests.report.markup import Element

from detente.findings.figures.margins import Margin, Margins, Offer
from detente.report.figures.margins.drawing import DRAWER, legend

GAINS = (Margin("North", 0.4, 0.2, 0.5, "+0.40"), Margin("South", -0.1, -0.1, -0.1, "−0.10"))
EVEN = (Margin("North", 0.0, 0.0, 0.0, "0.00"), Margin("South", 0.2, 0.2, 0.2, "+0.20"))
SPEC = Margins(
    (Offer(1, "Half each", "Nash", "South blocks", GAINS), Offer(2, "All to South", "", "nobody blocks", EVEN)), "draws"
)


def draw(spec: Margins) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


def words(sheet: Element) -> str:
    return " ".join(" ".join(element.text for element in sheet.all("text")).split())


@st.composite
def margins(random: st.DrawFn) -> Margins:
    """Return packages with long names, many parties, and gains of any size."""
    gain = st.floats(-1, 1).map(lambda number: round(number, 4))
    text = st.text("abc de", min_size=1, max_size=200)
    names = random(st.lists(st.text("abc de", min_size=1, max_size=40), min_size=1, max_size=6))
    offers = []
    for number in range(1, random(st.integers(1, 6)) + 1):
        bars = []
        for name in names:
            low, at, high = sorted(random(st.tuples(gain, gain, gain)))
            bars.append(Margin(name, at, low, high, f"{at:+.2f}"))
        offers.append(Offer(number, random(text), random(st.sampled_from(["", "Nash"])), random(text), tuple(bars)))
    return Margins(tuple(offers), "draws")


@given(margins())
def test_every_gain_is_drawn_inside_and_every_name_is_whole(spec: Margins) -> None:
    for sheet in sheets(draw(spec)).values():
        every = [margin for offer in spec.offers for margin in offer.margins]
        bars = [element for kind in ("gain", "loss") for element in classed(sheet, kind)]

        assert inside(sheet)
        assert len(bars) == len(every)
        assert len(classed(sheet, "value")) == len(every)
        for offer in spec.offers:
            assert "".join(offer.name.split()) in words(sheet).replace(" ", "")
            assert "".join(offer.stance.split()) in words(sheet).replace(" ", "")


def test_bars_go_from_no_deal_in_proportion() -> None:
    for sheet in sheets(draw(SPEC)).values():
        long, short = map(rectangle, [bar for bar in classed(sheet, "gain") if bar.tag == "rect"])
        (loss,) = map(rectangle, classed(sheet, "loss"))
        (dot,) = [element for element in classed(sheet, "gain") if element.tag == "circle"]

        assert long.x == short.x == loss.right == float(dot.attributes["cx"])
        assert long.width == pytest.approx(2 * short.width, abs=0.3) == pytest.approx(4 * loss.width, abs=0.4)
        (bounds,) = classed(sheet, "bounds")
        unit = loss.width / 0.1
        left, right = (float(part.split()[0]) for part in bounds.attributes["d"].split("M")[2:])
        assert (left - long.x, right - long.x) == pytest.approx((0.2 * unit, 0.5 * unit), abs=0.5)


def test_who_blocks_is_said_and_stands_out() -> None:
    sheet = sheets(draw(SPEC))["wide"]

    assert [element.text for element in classed(sheet, "against")] == ["Nash: South blocks"]
    assert [element.text for element in classed(sheet, "aside")] == ["nobody blocks"]
    assert [element.text for element in classed(sheet, "key")] == ["1", "2"]


def test_the_smallest_loss_is_seen() -> None:
    tiny = replace(SPEC.offers[0], margins=(GAINS[0], replace(GAINS[1], at=-1e-6, low=-1e-6)))
    (loss,) = classed(sheets(draw(Margins((tiny,))))["narrow"], "loss")

    assert rectangle(loss).width == 1


def test_the_legend_names_only_what_is_drawn() -> None:
    assert [text for text, _ in legend(SPEC, "f")] == [
        "a gain over no deal",
        "a loss: no deal is better for the party, and it blocks",
        "draws",
    ]
    assert [text for text, _ in legend(Margins(SPEC.offers[1:]), "f")] == ["a gain over no deal"]

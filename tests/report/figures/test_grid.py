"""The grid: every saying stands in both drawings, beside its sign, and touches no other."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, ground, inside, sheets
from tests.report.markup import Element, everything

from detente.findings.figures.grid import Change, Grid, Saying, Subject
from detente.report.drawing.lettering import width
from detente.report.drawing.svg import Box
from detente.report.figures.grid.drawing import DRAWER

MOVED, HELD = Saying(Change.MOVED, "Half the toll.", "offer, 2025"), Saying(Change.HELD, "No toll.", "demand")
UNSURE, SILENT = Saying(Change.UNSURE, "A toll.", "by 2025"), Saying(Change.SILENT)
SPEC = Grid(("North", "South"), (Subject("Tolls", (MOVED, HELD)), Subject("Families", (UNSURE, SILENT))))


def draw(spec: Grid) -> dict[str, Element]:
    return sheets(DRAWER.draw(spec, "f", "Title", "Description"))


def letters(sheet: Element) -> list[str]:
    return [element.text for element in everything(sheet) if element.tag == "text"]


def boxes(sheet: Element) -> list[Box]:
    """Return about where the letters of each line stand."""
    lines = [element for element in everything(sheet) if element.tag == "text"]
    sizes = [14.0] * len(lines)
    return [
        Box(float(line.attributes["x"]), float(line.attributes["y"]) - size * 0.8, width(line.text, size) * 0.9, size)
        for line, size in zip(lines, sizes, strict=True)
    ]


@st.composite
def grids(random: st.DrawFn) -> Grid:
    """Return grids of one to four sides, with words as long as a lens makes them."""
    words = st.text("abc ԱԲ,.", min_size=1, max_size=84).filter(str.strip)
    many = random(st.integers(1, 4))
    saying = st.builds(
        Saying, st.sampled_from([change for change in Change if change is not Change.SILENT]), words, words
    )
    each = st.one_of(saying, st.just(SILENT))
    subjects = st.builds(Subject, words, st.tuples(*[each] * many))
    return Grid(random(st.tuples(*[words] * many)), tuple(random(st.lists(subjects, min_size=1, max_size=8))))


@given(grids())
def test_nothing_touches_and_nothing_stands_outside(spec: Grid) -> None:
    for sheet in draw(spec).values():
        assert inside(sheet)
        assert [pair for pair in combinations(boxes(sheet), 2) if pair[0].meets(pair[1])] == []
        assert max(box.right for box in boxes(sheet)) <= ground(sheet).width


def test_a_sign_stands_before_each_saying() -> None:
    for sheet in draw(SPEC).values():
        signs = [name for kind in ("moved", "disc", "ring", "cross") for name in [kind] * len(classed(sheet, kind))]
        assert signs == ["moved", "disc", "ring", "cross"]
        silent = "nothing stated under this name"
        for words in ("Half the toll.", "No toll.", "A toll.", silent, "offer, 2025", "by 2025"):
            assert letters(sheet).count(words) == 1


def test_what_goes_on_as_it_was_has_its_sign_and_a_line_of_its_own() -> None:
    on, pushed = Saying(Change.AT_REST), Saying(Change.PUSHED, aside="to “open”")
    drawn = draw(Grid(("2020", "2025"), (Subject("Talks", (on, pushed)),)))
    for sheet in drawn.values():
        assert set(letters(sheet)) == {"Talks", "2020", "2025", "to “open”"}
        assert len(classed(sheet, "disc")) == len(classed(sheet, "moved")) == 1
    [disc], [head] = (
        classed(drawn["narrow"], "disc"),
        [each for each in everything(drawn["narrow"]) if each.text == "2025"],
    )
    assert float(head.attributes["y"]) - 14 >= float(disc.attributes["cy"]) + 5


def test_sides_head_their_column_and_on_a_narrow_screen_each_saying() -> None:
    drawn = draw(SPEC)

    assert letters(drawn["wide"]).count("North") == 1
    assert letters(drawn["narrow"]).count("North") == 2
    wide = {element.text: float(element.attributes["x"]) for element in everything(drawn["wide"]) if element.text}
    assert wide["North"] == wide["Half the toll."] == wide["A toll."] < wide["South"] == wide["No toll."]


def test_long_words_take_lines_and_are_not_cut() -> None:
    long = Saying(Change.HELD, "of what each of the parties wants " * 2, "stated in the month of March 2025")
    for many in (1, 2, 3, 4):
        spec = Grid(("Somebody",) * many, (Subject("An issue", (long,) * many),))
        for sheet in draw(spec).values():
            assert not any(line.endswith("…") for line in letters(sheet))


@pytest.mark.parametrize("used", [(MOVED,), (HELD, SILENT), (MOVED, HELD, UNSURE, SILENT)])
def test_the_legend_names_what_is_drawn(used: tuple[Saying, ...]) -> None:
    spec = Grid(("North",), tuple(Subject("An issue", (saying,)) for saying in used))

    assert [words for words, _ in DRAWER.legend(spec, "f")] == [saying.change.value for saying in used]

"""The map of arguments: each conclusion below what it rests on, and the list beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.chronicle.cases import read
from tests.lenses.reading import rows

from detente.findings import Column, Figure, Finding, Table
from detente.findings.figures.arguments import Arguments, Point
from detente.lenses.chronicle.conclusions.drawn import figure_of
from detente.lenses.chronicle.conclusions.result import Argument, Ground, Reading

TEXT = """
events:
  - {id: met, date: 2025-07-02, what: They met, cites: [s ¶1]}
  - {id: wrote, date: 2025-07-03, what: They wrote, cites: [s ¶1]}
conclusions:
  - {id: last, text: It lasts, by: s, rests_on: [first, met], overturned_by: One stays away}
  - id: first
    text: Both want it
    by: s
    rests_on: [met, wrote, conflict-impasse]
    warrant: Who meets wants
    rivals: [{text: One is pressed}, {text: It was a chance}]
"""
TABLE = Table("conclusions", "Conclusions", (Column("text", "Conclusion"),), ())


def drawn(figure: Figure) -> Arguments:
    assert isinstance(figure.spec, Arguments)
    return figure.spec


def found(opened: Opener, text: str) -> Finding:
    return read(opened, "conclusions-arguments", text)


def test_points_stand_below_what_they_rest_on(opened: Opener) -> None:
    (figure,) = found(opened, TEXT).figures

    assert drawn(figure).points == (
        Point("They met"),
        Point("They wrote"),
        Point("what is worked out under “conflict impasse”"),
        Point("Both want it", (0, 1, 2), concluded=True, warranted=True, rivals=2),
        Point("It lasts", (0, 3), concluded=True, overturned=True),
    )
    assert figure.description == (
        "2 conclusions and 3 other grounds; 1 of 5 lines lead from one conclusion to another. Most rest on “They met”: "
        "2. No reason is given for 1, no other reading of 1."
    )


def test_the_list_stands_beside_the_picture(opened: Opener) -> None:
    finding = found(opened, TEXT)

    assert finding.tables == ()
    assert [row["text"] for row in rows(finding, "conclusions")] == ["It lasts", "Both want it"]


def test_what_rests_on_nothing_is_a_list_only(opened: Opener) -> None:
    finding = found(opened, "conclusions: [{id: a, text: A, assumption: x}, {id: b, text: B, assumption: x}]")

    assert finding.figures == ()
    assert [table.id for table in finding.tables] == ["conclusions"]


def arguments(grounds: list[list[str]]) -> dict[str, Argument]:
    return {
        f"c{k}": Argument(
            f"C{k}",
            None,
            None,
            tuple(Ground(each, "record", each) for each in names),
            (),
            None,
            (Reading("r", None),),
            None,
        )
        for k, names in enumerate(grounds)
    }


def test_of_many_points_grounds_of_one_conclusion_alone_are_left_out() -> None:
    many = arguments([[f"own-{k}", "shared"] for k in range(30)])
    figure = figure_of(many, TABLE)

    assert figure is not None
    assert len(drawn(figure).points) == 31
    assert drawn(figure).points[0].words == "shared"


def test_too_many_points_are_a_list_only() -> None:
    assert figure_of(arguments([[f"c{k - 1}"] if k else ["met"] for k in range(2000)]), TABLE) is None


@st.composite
def webs(draw: st.DrawFn) -> list[list[str]]:
    """Return the grounds of conclusions that rest on others, never in a circle, in any order of the case."""
    count = draw(st.integers(1, 7))
    rank = draw(st.permutations(range(count)))
    records = st.sampled_from(["r0", "r1", "r2"])
    found: list[list[str]] = []
    for k in range(count):
        below = [f"c{j}" for j in range(count) if rank[j] < rank[k]]
        grounds = st.one_of(records, st.sampled_from(below)) if below else records
        found.append(draw(st.lists(grounds, unique=True, max_size=4)))
    return found


@given(webs())
def test_every_ground_is_joined_to_what_rests_on_it(grounds: list[list[str]]) -> None:
    figure = figure_of(arguments(grounds), TABLE)
    if figure is None:
        assert not any(grounds)
        return
    points = drawn(figure).points
    named = [point.words.lower() for point in points]
    joined = {(point.words.lower(), named[k]) for point in points for k in point.rests_on}

    assert sorted(named) == sorted(
        {f"c{k}" for k in range(len(grounds))} | {each for names in grounds for each in names}
    )
    assert joined == {(f"c{k}", each) for k, names in enumerate(grounds) for each in names}
    assert all(ground < k for k, point in enumerate(points) for ground in point.rests_on)

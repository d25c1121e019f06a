"""The grid: who wants what on which issue, who has moved, and that no position is lost on the way."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, tables

from detente.findings import Finding, Findings
from detente.findings.figures.grid import Change, Grid, Saying
from detente.lenses.wording import shortened
from detente.session import open_case

TEXT = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: A source}]
actors:
  - {id: north, name: North, kind: state, role: party}
  - {id: south, name: South, kind: state, role: party}
  - {id: chair, name: The chair, kind: person, part_of: cabinet}
  - {id: cabinet, name: The cabinet, kind: body, part_of: north}
  - {id: coast, name: Coast, kind: state, role: mediator}
issues:
  - {id: quiet, name: Quiet, on_agenda: 2024}
  - {id: toll, name: The toll, on_agenda: 2024}
  - {id: text, name: The text, on_agenda: 2024}
  - {id: past, name: Past, on_agenda: {from: 2020, to: 2021}}
  - {id: open, name: Open}
"""


def grid(opened: Opener, positions: str, as_of: str | None = None, text: str = TEXT) -> Finding:
    case = opened(f"{text}positions:\n{positions}")
    assert case.errors == ()
    return chapter(case.at(as_of).chronicle(), "grid")


def drawn(finding: Finding) -> Grid:
    spec = finding.figures[0].spec
    assert isinstance(spec, Grid)
    return spec


def saying(finding: Finding, issue: str, side: str) -> Saying:
    spec = drawn(finding)
    return next(each for each in spec.subjects if each.name == issue).sayings[spec.sides.index(side)]


def test_a_square_says_what_is_wanted_since_when_and_whether_it_moved(opened: Opener) -> None:
    finding = grid(
        opened,
        """
  - {id: old, actor: north, issue: toll, stance: All of it, kind: demand, date: 2024}
  - {actor: north, issue: toll, stance: Half of it, kind: offer, date: 2025-03, supersedes: [old], cites: [s ¶2]}
  - {actor: south, issue: toll, stance: None, kind: demand, date: 2025-02, certainty: inference, hedge: nearly}
  - {actor: south, issue: toll, stance: It is too high, kind: claim, date: 2025-06}
  - {actor: south, issue: text, stance: Another text, date: 2025-07}
""",
    )

    assert saying(finding, "The toll", "North") == Saying(Change.MOVED, "Half of it", "offer, March 2025")
    said = "demand, February 2025, inferred, “nearly”, 1 more"
    assert saying(finding, "The toll", "South") == Saying(Change.HELD, "None", said)
    assert saying(finding, "The text", "South") == Saying(Change.UNSURE, "Another text", "July 2025")
    assert saying(finding, "The text", "North") == Saying(Change.SILENT)
    [move] = finding.statements
    assert move.text == "North replaced one on The toll."
    assert [str(cite) for cite in move.cites] == ["s ¶2"]
    found = rows(finding, "grid")
    assert [(each["issue"], each["party"], each["stance"]) for each in found] == [
        ("The toll", "North", "Half of it"),
        ("The toll", "South", "None"),
        ("The toll", "South", "It is too high"),
        ("The text", "South", "Another text"),
    ]
    assert found[0]["instead_of"] == ("“All of it” (2024)",)
    assert [each["sure"] for each in found] == ["true", "true", "true", "undetermined"]


def test_who_belongs_to_a_party_speaks_in_its_column_under_an_own_name(opened: Opener) -> None:
    finding = grid(
        opened,
        """
  - {actor: chair, issue: toll, stance: A toll for all, kind: demand, date: 2025-03}
  - {actor: north, issue: toll, stance: There is a toll, kind: claim, date: 2025-05}
  - {actor: coast, issue: toll, stance: Half of it, date: 2025-05}
""",
    )

    assert drawn(finding).sides == ("North",)
    assert saying(finding, "The toll", "North").words == "The chair: A toll for all"
    assert [(each["party"], each["member"]) for each in rows(finding, "grid")] == [
        ("North", "The chair"),
        ("North", None),
    ]


def test_the_most_contested_of_the_agenda_come_first_and_the_rest_is_counted(opened: Opener) -> None:
    finding = grid(
        opened,
        """
  - {actor: north, issue: quiet, stance: a}
  - {actor: north, issue: past, stance: b}
  - {actor: south, issue: past, stance: c, kind: demand}
  - {actor: north, issue: toll, stance: d}
  - {actor: south, issue: toll, stance: e}
  - {actor: north, issue: text, stance: f}
  - {actor: south, issue: text, stance: g, kind: refusal}
  - {actor: north, issue: open, stance: h}
""",
    )

    assert [subject.name for subject in drawn(finding).subjects] == ["The text", "The toll", "Quiet"]
    assert finding.statements == ()
    assert finding.figures[0].title == "What each party wants, by issue; in the table only: 2 more issues"
    assert list(dict.fromkeys(each["issue"] for each in rows(finding, "grid"))) == [
        "The text",
        "The toll",
        "Quiet",
        "Past",
        "Open",
    ]


def test_a_move_is_shown_before_a_demand_that_stands(opened: Opener) -> None:
    finding = grid(
        opened,
        """
  - {actor: north, issue: toll, stance: No gate, kind: demand, date: 2025-05}
  - {id: old, actor: north, issue: toll, stance: All of it, date: 2024}
  - {actor: north, issue: toll, stance: Half of it, date: 2025-03, supersedes: [old]}
""",
    )

    assert saying(finding, "The toll", "North") == Saying(Change.MOVED, "Half of it", "March 2025, 1 more")


def test_of_several_sayings_a_claim_comes_before_a_stance_for_either_side(opened: Opener) -> None:
    said = "\n".join(
        f"  - {{actor: {actor}, issue: toll, stance: {kind} of it, kind: {kind}, date: {date}}}"
        for actor in ("north", "south")
        for kind, date in (("stance", 2025), ("offer", 2024), ("claim", 2021), ("refusal", 2022), ("demand", 2023))
    )
    finding = grid(opened, said)

    wanted = [(each["party"], each["kind"]) for each in rows(finding, "grid")]
    kinds = ["demand", "refusal", "claim", "offer", "stance"]
    assert wanted == [(party, kind) for party in ("North", "South") for kind in kinds]


TREE = TEXT.replace(
    "  - {id: open", "  - {id: lane, name: A lane, parent: toll, on_agenda: 2024}\n  - {id: open"
).replace("name: The text,", "name: The text, parent: toll,")


@pytest.mark.parametrize(
    ("positions", "issue", "instead"),
    [
        ("[south, lane, demand], [north, toll, stance]", "The toll", "see “A lane”"),  # a part of it
        ("[south, lane, refusal], [north, text, claim], [north, toll, claim]", "The text", "see “A lane”"),  # near it
        ("[south, toll, demand], [north, text, stance]", "The text", "see “The toll”"),  # what it is part of
        ("[south, lane, stance], [north, toll, stance]", "The toll", ""),  # nothing is asked for
        ("[south, quiet, demand], [north, toll, stance]", "The toll", ""),  # another subject
        ("[south, lane, demand], [north, text, stance]", "The text", ""),  # nobody speaks on what both are part of
    ],
)
def test_a_side_that_says_nothing_is_looked_up_where_it_asks_for_something_on_the_same_subject(
    positions: str, issue: str, instead: str, opened: Opener
) -> None:
    each = [part.strip(" []").split(", ") for part in positions.split("],")]
    text = "".join(f"  - {{actor: {who}, issue: {what}, kind: {kind}, stance: a}}\n" for who, what, kind in each)
    finding = grid(opened, text, text=TREE)

    assert saying(finding, issue, "South") == Saying(Change.SILENT, aside=instead)


def test_two_who_speak_weigh_more_than_one_who_demands_much(opened: Opener) -> None:
    finding = grid(
        opened,
        """
  - {actor: north, issue: quiet, stance: a, kind: demand}
  - {actor: chair, issue: quiet, stance: b, kind: demand}
  - {actor: north, issue: text, stance: c}
  - {actor: south, issue: text, stance: d}
""",
    )

    assert [subject.name for subject in drawn(finding).subjects] == ["The text", "Quiet"]


def test_where_nobody_is_called_a_party_those_who_hold_positions_are_the_sides(opened: Opener) -> None:
    text = TEXT.replace(", role: party", "")
    finding = grid(opened, "  - {actor: coast, issue: toll, stance: a}\n  - {actor: south, issue: toll}", text=text)

    assert drawn(finding).sides == ("South", "Coast")


def test_of_many_parties_four_are_drawn_and_the_others_are_named(opened: Opener) -> None:
    names = [f"p{k}" for k in range(30)]
    actors = "".join(f"  - {{id: {name}, name: {name.upper()}, kind: state, role: party}}\n" for name in names)
    text = TEXT.replace("actors:\n", f"actors:\n{actors}")
    finding = grid(opened, "".join(f"  - {{actor: {name}, issue: toll, stance: a}}\n" for name in names[:7]), text=text)

    assert drawn(finding).sides == ("P0", "P1", "P2", "P3")
    assert finding.figures[0].title.endswith("; in the table only: what P4, P5 and P6 want")
    assert len(rows(finding, "grid")) == 7


def test_at_most_four_issues_are_drawn(opened: Opener) -> None:
    issues = "".join(f"  - {{id: i{k}, name: I{k}, on_agenda: 2024}}\n" for k in range(12))
    text = TEXT.replace("issues:\n", f"issues:\n{issues}")
    finding = grid(opened, "".join(f"  - {{actor: north, issue: i{k}, stance: a}}\n" for k in range(12)), text=text)

    assert [subject.name for subject in drawn(finding).subjects] == [f"I{k}" for k in range(4)]
    assert finding.figures[0].title.endswith("; in the table only: 8 more issues")


NORTH, OLD = "{actor: north, issue: toll}", "{id: old, actor: north, issue: toll, stance: a, date: 2024}"
SOUTH, TEXT_OF_SOUTH = "{actor: south, issue: toll}", "{actor: south, issue: text}"
MOVE = "{actor: north, issue: toll, stance: b, date: 2025-01, supersedes: [old]}"
PAST, PAST_MOVE = OLD.replace("toll", "past"), MOVE.replace("toll", "past")


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([NORTH], "No party has replaced an earlier position on record; one alone speaks on 1 issue of the agenda."),
        (
            [NORTH, SOUTH, TEXT_OF_SOUTH],
            "No party has replaced an earlier position on record; both speak on 1 issue of the agenda, one alone on 1.",
        ),
        (
            [OLD, MOVE, SOUTH],
            "North has replaced an earlier position on 1 issue, South on none; both speak on 1 issue of the agenda.",
        ),
        (
            [PAST, PAST_MOVE],
            "North has replaced an earlier position on 1 issue, South on none; "
            "no issue that they speak on is certainly on the agenda.",
        ),
    ],
)
def test_the_headline_says_who_moved_and_who_speaks(positions: list[str], expected: str, opened: Opener) -> None:
    assert grid(opened, "".join(f"  - {each}\n" for each in positions)).headline == expected


ACTORS, ISSUES = ("north", "south", "chair", "coast"), ("quiet", "toll", "past", "open")
DATES = (None, "2024", "2025-03", "2025-07", "../2025-06", "2025-07-11", "2025-01/2025-12")


@st.composite
def histories(random: st.DrawFn) -> list[dict[str, object]]:
    """Return positions, some of which take the place of earlier ones."""
    found: list[dict[str, object]] = []
    for k in range(random(st.integers(1, 12))):
        actor, issue = random(st.sampled_from(ACTORS)), random(st.sampled_from(ISSUES))
        before = [each for each in found if (each["actor"], each["issue"]) == (actor, issue)]
        earlier = [each["id"] for each in before]
        kind = random(st.sampled_from(["stance", "demand", "claim", "refusal", "offer"]))
        alike = [each.get("date") for each in before if each["kind"] == kind]
        when = random(st.sampled_from([date for date in DATES if date or date not in alike]))
        gone = random(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
        words = {"id": f"p{k}", "actor": actor, "issue": issue, "kind": kind, "stance": f"wish number {k}."}
        found.append(words | ({"date": when} if when else {}) | ({"supersedes": gone} if gone else {}))
    return found


@given(positions=histories())
def test_every_position_that_may_have_been_taken_stands_in_one_table(
    positions: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "positions.yaml"
    file.write_text(f"{TEXT}positions: {json.dumps(positions)}\n", "utf-8")
    case = open_case(file)
    assume(not case.errors)  # such as one that takes the place of a later one
    said = case.at().chronicle()
    found = [cell for finding in _told(said) for table in tables(finding) for row in table.rows for cell in row.cells]
    stances = [str(cell) for cell in found if str(cell).startswith("wish number")]

    assert sorted(stances) == sorted(str(each["stance"]) for each in positions if each.get("date") != "2025-07-11")


def _told(findings: Findings) -> list[Finding]:
    return [finding for finding in findings.findings if finding.id in ("grid", "positions")]


@given(st.text("abc ԱԲ,.–", max_size=60), st.integers(2, 40))
def test_a_text_is_shortened_after_a_word(text: str, most: int) -> None:
    short = shortened(text, most)

    assert len(short) <= most
    if short != text:
        assert short.endswith("…")
        kept = short[:-1]
        assert text.startswith(kept)
        first = next(iter(text.split()), "")
        assert len(first) >= most or not text[len(kept)].isalnum() or not kept[-1:].isalnum()

"""Who talks to whom."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Opener
from tests.lenses.chronicle.cases import BASE, headline, lanes, read
from tests.lenses.reading import chapter, rows

from detente.findings.figures.lanes import Band

BANDS = [
    # from, to: drawn from and to, certainly from and to
    ("from: 2024-10-05", ("2024-10-05", None, "2024-10-05", "2025-07-10")),
    ("from: 2024-10", ("2024-10-01", None, "2024-10-31", "2025-07-10")),
    ("from: 2025", ("2025-01-01", None, None, None)),  # it may begin only after the date
    ("from: 2023, to: 2024-05", ("2023-01-01", "2024-05-31", "2023-12-31", "2024-05-01")),
    ("from: 2024, to: 2024", ("2024-01-01", "2024-12-31", None, None)),  # it may have lasted a day, on any day
    ("from: 2023, to: ../2024", ("2023-01-01", "2024-12-31", None, None)),
    ("from: 2023, to: 2024-05/..", ("2023-01-01", None, "2023-12-31", "2024-05-01")),
    ("from: ../2024-05", (None, None, "2024-05-31", "2025-07-10")),
    ("from: 2026-02", ("2026-02-01", None, None, None)),
]


@pytest.mark.parametrize(("dates", "expected"), BANDS)
def test_bands_are_certain_only_where_every_reading_agrees(
    dates: str, expected: tuple[str | None, ...], opened: Opener
) -> None:
    text = f"formats: [{{id: f, name: Talks, {dates}}}, {{id: g, from: 2022-01-01, to: 2022-01-02}}, {{id: h}}]"
    figure = read(opened, "formats", text).figures[0]
    drawn = lanes(figure)
    band: Band = drawn.lanes[0].bands[0]

    sides = (band.start, band.end, band.sure_start, band.sure_end)
    assert tuple(str(day) if day else None for day in sides) == expected
    assert [lane.title.removesuffix(" (active)") for lane in drawn.lanes] == ["Talks", "g"]
    assert figure.description.endswith("1 track without a dated beginning: see the table.")
    assert drawn.first <= date(2022, 1, 1)
    assert drawn.last >= date(2025, 7, 10)


def test_tracks(opened: Opener) -> None:
    text = """formats:
      - {id: f, name: Talks, parties: [north], mediators: [minister], from: 2024, to: 2025-03,
         venues: [V], outputs: [O]}
      - {id: g, name: Silence, mediators: [], note: nobody mediates here, cites: [s ¶3], certainty: fact, from: 2024}
    """
    finding = read(opened, "formats", text)
    talks, silence = rows(finding, "formats")

    assert (talks["active"], talks["when"], talks["parties"]) == ("false", ("from 2024", "to March 2025"), ("North",))
    assert (talks["mediators"], talks["venues"], talks["outputs"]) == (("The minister",), ("V",), ("O",))
    assert (silence["active"], silence["mediators"], silence["when"]) == (
        "true",
        "nobody",
        ("from 2024", "no end stated"),
    )
    assert (silence["noted"], silence["cites"]) == ("Nobody mediates here.", ["s ¶3"])
    assert finding.statements == ()


TRACK = "{id: a, name: Direct talks, parties: [north, south], mediators: [], from: 2024}"
SHUTTLE = "{id: b, name: Shuttle, parties: [south, north], mediators: [coast], from: 2024}"
OTHERS = "{id: c, name: Channel, parties: [north, coast], from: 2024}"
BOTH = "North and South talk directly, without a mediator"


FORMATS = [
    (f"[{TRACK}]", f"{BOTH}."),
    (f"[{OTHERS}, {TRACK}]", f"{BOTH}; 1 more track is active."),
    (
        f"[{OTHERS.replace('from', 'mediators: [], from')}, {SHUTTLE}]",
        "South and North talk through Coast; 1 more track is active.",
    ),
    (f"[{TRACK}, {SHUTTLE}]", "North and South talk directly and through Coast (2 tracks)."),
    (f"[{SHUTTLE}]", "South and North talk through Coast."),
    (f"[{OTHERS}]", "North and Coast talk with no word on mediation."),
    ("[{id: a, name: Talks, mediators: [], from: 2024}]", "Talks go on in “Talks” directly, without a mediator."),
    (
        "[{id: a, parties: [north, south, coast, isle], mediators: [], from: 2024}]",
        "4 parties talk directly, without a mediator.",
    ),
    ("[{id: a, from: 2026}]", "No negotiation track is active."),
    (
        "[{id: a, from: 2025-07}]",
        "No negotiation track is certainly active; 1 track may have begun.",
    ),
    (f"[{TRACK}, {{id: b, from: 2025-07}}, {{id: c}}]", f"{BOTH}; 2 others may have begun."),
    (
        f"[{TRACK}, {{id: b, from: 2023, to: 2025-07}}]",
        f"{BOTH}; 1 other may still go on.",
    ),
    (
        "[{id: b, from: 2023, to: 2025-07}, {id: c, from: 2024, to: 2025}, {id: d, from: 2025}]",
        "No negotiation track is certainly active; 1 track may have begun and 2 may still go on.",
    ),
    ("[{id: a, from: 2025, to: 2025}]", "No negotiation track is certainly active; 1 track may have begun."),
]
ACTORS = "actors: [{id: coast, name: Coast, kind: state}, {id: isle, name: Isle, kind: state}"
ACTORS += "".join(f", {{id: {one}, name: {one.title()}, kind: state, role: party}}" for one in ("north", "south")) + "]"


@pytest.mark.parametrize(("tracks", "expected"), FORMATS)
def test_formats(tracks: str, expected: str, opened: Opener) -> None:
    found = headline(opened, "formats", f"{ACTORS}\nformats: {tracks}")

    assert found.startswith(expected)
    assert found == expected or not expected.endswith(".")


def test_an_earlier_day_is_told_neither_where_a_track_would_meet_nor_what_it_would_bring(opened: Opener) -> None:
    text = """formats:
      - {id: f, name: Talks, from: 2024, venues: [Port], outputs: [A truce]}
      - {id: g, name: Old talks, from: 2020, to: 2021, venues: [Pass], outputs: [A map]}
    """
    own, before = (opened(BASE + text).at(day).chronicle() for day in (None, "2025-03-01"))
    told = {row["format"]: row for row in rows(chapter(own, "formats"), "formats")}
    then = {row["format"]: row for row in rows(chapter(before, "formats"), "formats")}

    assert (told["Talks"]["venues"], told["Talks"]["outputs"]) == (("Port",), ("A truce",))
    assert (then["Talks"]["venues"], then["Talks"]["outputs"]) == ((), ())
    assert (then["Old talks"]["venues"], then["Old talks"]["outputs"]) == (("Pass",), ("A map",))


def test_the_picture_says_which_tracks_are_active(opened: Opener) -> None:
    over = "{id: over, name: Old talks, from: 2020, to: 2021}"
    finding = read(opened, "formats", f"formats: [{TRACK}, {SHUTTLE}, {over}]".replace("south", "minister"))

    assert {lane.title for lane in lanes(finding.figures[0]).lanes} == {
        "Direct talks (active)",
        "Shuttle (active)",
        "Old talks",
    }


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        (["from: ../2025-07-10", "from: 2024"], ["Of 1 of the 2 active"]),
        (["from: ../2025-07-10", "from: ../2024"], ["Of 2 of the 2 active"]),
        (["from: 2023", "from: 2024"], []),
        (["from: ../2024"], ["Of it"]),
        (["from: 2023", "from: ../2025-08"], []),  # the other one may not have begun
    ],
)
def test_an_active_track_whose_beginning_no_source_tells_is_said_to_be_so(
    begun: list[str], expected: list[str], opened: Opener
) -> None:
    tracks = ", ".join(f"{{id: t{k}, name: T{k}, {each}}}" for k, each in enumerate(begun))
    finding = read(opened, "formats", f"formats: [{tracks}]")
    said = [each.text for each in finding.statements]

    ending = " no source says since when."
    assert said == [f"{each}{ending}" for each in expected]


def test_an_end_that_may_not_have_come_is_said_to_be_so(opened: Opener) -> None:
    text = "formats: [{id: f, from: 2024, to: 2025-03/..}, {id: g, from: ../2024, to: ../..}]"
    first, second = rows(read(opened, "formats", text), "formats")

    assert first["when"] == ("from 2024", "ended, if at all, not before March 2025")
    assert second["when"] == ("begun by 2024", "whether it ended is not told")


def test_a_track_of_which_no_source_says_since_when_is_not_drawn_into_the_past(opened: Opener) -> None:
    text = """events: [{id: met, date: 2025-07-02, what: They met}]
formats: [{id: f, from: 2024}, {id: g, from: {before: met}}, {id: h, from: ../2025-07-10}]
"""
    figure = read(opened, "formats", text).figures[0]

    assert [lane.title for lane in lanes(figure).lanes] == ["f (active)"]
    assert figure.description.endswith("2 tracks without a dated beginning: see the table.")

"""The map of a corridor: what it shows of which worlds, and that its numbers are those of the table and of programs."""

from __future__ import annotations

import numpy as np
import pytest
from tests.conftest import Opener
from tests.lenses.corridor.map.ford import CASE

from detente.findings import Finding
from detente.findings.figures.map import Map
from detente.lenses.corridor.map.window import window_of
from detente.session import OpenCase, open_case


def finding(case: OpenCase) -> Finding:
    (told,) = (told for told in case.at().corridor(draws=16).chapters if told.key == "map")
    (found,) = told.findings
    return found


def spec(found: Finding) -> Map:
    drawn = found.figures[0].spec
    assert isinstance(drawn, Map)
    return drawn


def test_ways_are_the_links_between_two_places_added_up_in_the_base_and_in_the_first_open_world(opened: Opener) -> None:
    found = finding(opened(CASE))
    drawn = spec(found)
    names = [place.name for place in drawn.places]
    ways = {frozenset((names[way.one], names[way.other])): way for way in drawn.ways}
    ford, around = ways[frozenset(("The Ford", "Southtown"))], ways[frozenset(("East Gate", "Southtown"))]

    assert len(ways) == len(drawn.ways) == 5
    assert (ford.before, ford.disputed) == (0, True)
    assert around.before == pytest.approx(1.2)  # all of both flows: million tonnes
    assert around.after + ford.after == pytest.approx(1.2, rel=0.01)
    assert (around.disputed, drawn.unit) == (False, "million tonnes a year")
    assert found.figures[0].title.startswith("Cargo as things are, and with “Ford open”. ")


def test_the_table_and_the_sentence_have_the_numbers_of_the_map(opened: Opener) -> None:
    found = finding(opened(CASE))
    table = found.figures[0].table
    first = table.rows[0].cells
    way = next(way for way in spec(found).ways if way.disputed and way.after)

    assert [column.title for column in table.columns] == ["Between", "as it is", "Ford open"]
    assert first[:2] == ("The Ford and Southtown", 0.0)
    assert first[2] == pytest.approx(1000 * way.after, rel=0.05)
    assert found.headline.startswith("In the model, with “Ford open” ")
    assert found.headline.endswith(" a year go between The Ford and Southtown.")
    assert "Natural Earth, and no position" in found.figures[0].title


def test_places_that_matter_are_ends_of_what_is_in_dispute_and_capitals(opened: Opener) -> None:
    drawn = spec(finding(opened(CASE)))

    assert {place.name for place in drawn.places if place.important} == {"Northtown", "The Ford", "Southtown"}
    assert {place.name for place in drawn.countries} >= {"Northland", "Southland"}
    assert "Nowhere" not in {place.name for place in drawn.places}


def test_without_a_dispute_the_map_shows_what_goes_where_as_things_are(opened: Opener) -> None:
    found = finding(opened(CASE.replace(", regime: shut", "")))

    assert found.headline == "The map shows what goes where as things are."
    assert all(way.before == way.after for way in spec(found).ways)
    assert found.figures[0].title.startswith("Cargo as things are. ")


def test_where_no_regime_brings_cargo_that_is_said(opened: Opener) -> None:
    found = finding(opened(CASE.replace("kind: sovereign", "kind: closed")))

    assert found.headline == "In the model, no cargo takes the links in dispute, whatever regime they run under."


def test_without_places_on_the_globe_there_is_no_map(opened: Opener) -> None:
    lines = (line.split(", lat:")[0] + ", assumption: a}" if ", lat:" in line else line for line in CASE.splitlines())
    case = opened("\n".join(lines))
    (told,) = (told for told in case.at().corridor(draws=4).chapters if told.key == "map")

    assert told.found is None


def test_a_case_draws_its_own_outlines(opened: Opener) -> None:
    case = opened(CASE.replace("corridor:", "corridor:\n  boundaries: mine.geojson"))
    ring = "[[44, 39], [48, 39], [48, 41], [44, 41], [44, 39]]"
    feature = f'{{"type": "Feature", "properties": null, "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}'
    whole = f'{{"type": "FeatureCollection", "features": [{feature}]}}'
    (case.loaded.folder / "mine.geojson").write_text(whole, "utf-8")
    found = finding(open_case(case.path))

    assert len(spec(found).land) == 1
    assert spec(found).countries == ()
    assert "as in mine.geojson" in found.figures[0].title


def test_the_window_holds_what_is_in_dispute_and_is_broader_than_high(opened: Opener) -> None:
    case = opened(CASE)
    west, south, east, north = spec(finding(case)).window

    assert west < 44.5
    assert east > 46.8
    assert (east - west) * np.cos(np.radians((south + north) / 2)) / (north - south) >= 1.44


def test_a_window_needs_places() -> None:
    with pytest.raises(ValueError, match="zero-size"):
        window_of((), {})

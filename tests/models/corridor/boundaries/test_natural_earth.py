"""The outlines that come with the program: whose they are, that nobody changed them, and where places lie in them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import pytest

from detente.methods.geography.inside import distance_to_outline, inside
from detente.models.corridor.boundaries import natural_earth as module
from detente.models.corridor.boundaries.natural_earth.arrays import natural_earth
from detente.models.corridor.boundaries.natural_earth.topology import countries, land_of

FOLDER = Path(module.__file__).parent

PLACES = {
    "Yerevan": ("AM", 44.51, 40.18),
    "Meghri": ("AM", 46.24, 38.90),
    "Nakhchivan": ("AZ", 45.41, 39.21),
    "Baku": ("AZ", 49.80, 40.40),
    "Tbilisi": ("GE", 44.79, 41.72),
    "Kars": ("TR", 43.10, 40.60),
    "Tabriz": ("IR", 46.29, 38.08),
    "Pretoria": ("ZA", 28.19, -25.75),
    "Maseru": ("LS", 27.60, -29.36),
    "Petropavlovsk-Kamchatsky": ("RU", 158.60, 53.10),
    "Pristina": ("XK", 21.17, 42.66),
    "Hargeisa": ("SO", 44.07, 9.56),
    "Brasilia": ("BR", -47.93, -15.78),
}


def test_the_file_is_the_one_that_is_named_beside_it() -> None:
    data = (FOLDER / "countries-50m.json").read_bytes()
    said = re.search(r"SHA-256: `(\w{64})`", (FOLDER / "README.md").read_text("utf-8"))

    assert said is not None
    assert hashlib.sha256(data).hexdigest() == said[1] == natural_earth().sha256
    assert "Michael Bostock" in (FOLDER / "LICENSE").read_text("utf-8")


def test_every_number_of_a_country_has_a_code() -> None:
    countries = json.loads((FOLDER / "countries-50m.json").read_text("utf-8"))["objects"]["countries"]["geometries"]
    codes = json.loads((FOLDER / "codes.json").read_text("utf-8"))

    assert {found["id"] for found in countries if "id" in found} == set(codes)
    assert len(set(codes.values())) == len(codes)
    assert sorted(part.country or "" for part in natural_earth().parts)[:3] == ["", "", "AD"]


@pytest.mark.parametrize("place", PLACES)
def test_places_lie_in_their_countries_and_in_no_other(place: str) -> None:
    country, *where = PLACES[place]
    found = {
        part.country for part in natural_earth().parts if inside(np.array([where], dtype=np.float64), part.rings).any()
    }

    assert found == {country}


def test_places_at_sea_lie_in_none_and_ports_near_the_coast() -> None:
    poti = np.array([(41.65, 42.15)])

    assert not any(inside(np.array([(34.0, 43.0)]), part.rings).any() for part in natural_earth().parts)
    assert distance_to_outline(poti, natural_earth().rings("GE"))[0] < 10
    assert natural_earth().rings("QQ") == ()


def test_neighbours_share_their_border() -> None:
    corners = [{tuple(corner) for ring in natural_earth().rings(code) for corner in ring} for code in ("AM", "TR")]

    assert len(corners[0] & corners[1]) > 10


def test_a_window_shows_what_reaches_into_it() -> None:
    rings = [ring for _, part in natural_earth().within((44.0, 38.5, 47.0, 41.5)) for ring in part]
    corners = np.concatenate(rings)

    assert 4 <= len(list(natural_earth().within((44.0, 38.5, 47.0, 41.5)))) <= 6
    assert (corners.min(axis=0) >= (44.0, 38.5)).all()
    assert (corners.max(axis=0) <= (47.0, 41.5)).all()


@pytest.mark.parametrize("country", ["AM", "AZ", "GE", "RU", "US", "FJ"])
def test_one_country_alone_is_as_among_all(country: str) -> None:
    """The sides that are read without arrays are those of the arrays, each in every band that it reaches into."""
    rings = natural_earth().rings(country)
    sides = {(tuple(a), tuple(b)) for ring in rings for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True)}
    found = {side for band in land_of(country).bands.values() for side in band}
    assert np.array(sorted(found)) == pytest.approx(np.array(sorted(sides)))
    assert country in {code for code, _ in countries()}


def test_a_country_that_there_is_not_has_no_land() -> None:
    assert not land_of("QQ").bands

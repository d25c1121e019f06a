"""Names in a map: of places, of where ways lead that leave it, and of countries, those that matter most first.

A name stands near its place and on no way; one that matters and has no such room becomes a number, which a list under
the map explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import hypot, inf

from detente.findings.figures.map import Map, Place
from detente.report.drawing.callouts import Words
from detente.report.drawing.gaps import crosses
from detente.report.drawing.labels import Ground, Line, Round, beside, leader, place
from detente.report.drawing.lettering import BOLD, LEADING, size_of, width, wrap
from detente.report.drawing.said import SIZE, Said
from detente.report.drawing.svg import Box
from detente.report.figures.map.projection import Projection
from detente.report.figures.map.ways import Course, along, tip

_ROOM, _EXIT = 110.0, 140.0
_FAR, _NEAR = 39.0, 30.0
_LEADS = 5.0
_FIRST = 5
"""How many other places have room for their names before it is said where ways lead that leave the map."""
_BACK = (0.0, 30.0, 60.0)
_EVERYWHERE = 2000.0
_TRIES = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, 1), (1, -1), (-1, 1))


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place.

    Attributes
    ----------
    point
        Middle and radius of what it names [units].
    words, box
        Its lines, and the room they take.
    kind
        Class of its letters.
    entry
        What it stands for, where it is a number.
    """

    point: Round
    words: Words
    box: Box
    kind: str
    entry: Words = ()

    def leads(self) -> str:
        """Return the line to what it names as a path, where that is not close by."""
        (x, y), (to_x, to_y) = leader(self.point, self.box)
        return f"M{x:.0f} {y:.0f}L{to_x:.0f} {to_y:.0f}" if hypot(to_x - x, to_y - y) > _LEADS else ""

    def stands(self) -> tuple[Box, Line]:
        """Return its room, and the line to it."""
        return self.box, leader(self.point, self.box)


@dataclass(frozen=True, eq=False)
class Names:
    """The names of a map.

    Attributes
    ----------
    spec, projection, courses
        The map, where it is drawn, and its ways.
    dots
        Radius of the dot of a place that matters, and of another [units].
    """

    spec: Map
    projection: Projection
    courses: tuple[Course, ...]
    dots: tuple[float, float]

    @cached_property
    def shown(self) -> list[Place]:
        """The places in the map that matter or that ways lead to, by how wide these are; border posts come last."""
        wide: dict[int, float] = {}
        for course in reversed(self.courses):
            wide |= {course.way.one: course.width, course.way.other: course.width}
        west, south, east, north = self.spec.window
        seen = [
            (not each.important, each.post, -wide.get(number, 0.0), each)
            for number, each in enumerate(self.spec.places)
            if (number in wide or each.important) and west <= each.lon <= east and south <= each.lat <= north
        ]
        return [each for *_, each in sorted(seen, key=lambda found: found[:3])]

    def spot(self, found: Place) -> Round:
        """Return the middle and the radius of a place's dot, which stays inside the map [units]."""
        (x, y), far, box = self.projection.at(found.lon, found.lat), self.dots[not found.important], self.projection.box
        x, y = float(round(x)), float(round(y))
        return min(max(x, box.x + far), box.right - far), min(max(y, box.y + far), box.bottom - far), far

    @cached_property
    def placed(self) -> list[Name]:
        """The names of places and of where ways lead that leave the map, as far as there is room for them."""
        minor = list(self._places(important=False))
        first, last = minor[:_FIRST], minor[_FIRST:]
        sides = tuple(said.box for said in self._sides)
        return self._named((*first, *self._exits(), *last), [*self._foremost, *self._keys], sides)

    @cached_property
    def countries(self) -> list[Said]:
        """The names of countries for which there is room about where they are best written."""
        others = [each for each in self.spec.countries if not each.important]
        return [*self._sides, *self._written(others, self.placed, self._sides)]

    @cached_property
    def _foremost(self) -> list[Name]:
        """The names of places that matter."""
        return self._named(self._places(important=True), (), ())

    @cached_property
    def _sides(self) -> list[Said]:
        """The names of the countries that matter, if there is room for all of them: they are treated alike."""
        sides = [each for each in self.spec.countries if each.important]
        found = self._written(sides, self._foremost, ())
        return found if len(found) == len(sides) else []

    @cached_property
    def _keys(self) -> list[Name]:
        """The countries that matter as numbers on their land, where there is no room for all of their names."""
        found = [*self._foremost]
        for each in self.spec.countries if not self._sides else ():
            if each.important:
                words = (str(1 + sum(bool(name.entry) for name in found)),)
                spots = [_middle(self.projection.at(*spot), words) for spot in (each.spot, *each.others)]
                free = (box for box in spots if self._room.holds(box) and self._is_clear(box, found))
                found += [Name((*box.middle, 0.0), words, box, "key", (each.name,)) for box in islice(free, 1)]
        return found[len(self._foremost) :]

    def _is_clear(self, box: Box, names: Sequence[Name]) -> bool:
        """Whether a box meets no mark, no name and no line to one."""
        taken = any(map(box.meets, (*self._marks, *(name.box for name in names))))
        return not taken and not any(crosses(*leader(name.point, name.box), box) for name in names)

    def _named(
        self, places: Iterable[tuple[Round, Words, str]], before: Sequence[Name], taken: tuple[Box, ...]
    ) -> list[Name]:
        """Return names with those before them, clear of what is taken; one that matters may become a number."""
        found = [*before]
        for point, words, kind in places:
            if kind == "aside" and any(name.kind == kind and name.words == words for name in found):
                continue  # that a way leads there is told
            box = self._place(point, words, (found, taken), kind)
            if box is not None:
                found.append(Name(point, words, box, kind))
            elif kind == "name" and words:
                number = (str(1 + sum(bool(name.entry) for name in found)),)
                box = self._place(point, number, (found, taken), "key")
                found += [Name(point, number, box, "key", words)] if box is not None else []
        return found

    def _written(self, countries: Iterable[Place], names: Sequence[Name], others: Sequence[Said]) -> list[Said]:
        """Return the names of countries for which there is room clear of other names and the lines to them."""
        taken = (*self._marks, *(name.box for name in names), *(said.box for said in others))
        lines = [leader(name.point, name.box) for name in names]
        found: list[Said] = []
        for each in countries:
            clear = (*taken, *(said.box for said in found))
            found += islice(
                (
                    said
                    for said in _tries(each, self.projection)
                    if self._room.holds(said.box)
                    and not any(map(said.box.meets, clear))
                    and not any(crosses(*line, said.box) for line in lines)
                ),
                1,
            )
        return found

    @property
    def boxes(self) -> list[Box]:
        """The room that all names take."""
        return [*(name.box for name in self.placed), *(said.box for said in self.countries)]

    @cached_property
    def _room(self) -> Box:
        box = self.projection.box
        return Box(box.x + 3, box.y + 3, box.width - 6, box.height - 6)

    @cached_property
    def _marks(self) -> tuple[Box, ...]:
        """What no name covers: dots, ways, and their heads."""
        dots = self._dots_but((-1.0, -1.0, 0.0))
        heads = (tip(course) for course in self.courses if course.leaves is not None)
        return (*dots, *heads, *(square for course in self.courses for square in along(course)))

    def _place(
        self, point: Round, words: Words, before: tuple[Sequence[Name], tuple[Box, ...]], kind: str
    ) -> Box | None:
        """Return where a name stands best, if it has any room beside the names before it and what is taken."""
        others, taken = before
        wide, high = size_of(words, SIZE)
        size = wide * (BOLD if kind in ("name", "key") else 1), high
        reach = {"minor": _NEAR, "key": inf}.get(kind, _FAR)
        far = min(reach + point[2], _EVERYWHERE) + max(size)
        around = Box(point[0] - far, point[1] - far, 2 * far, 2 * far)
        marks = tuple(mark for mark in (*self._marks, *taken) if mark.meets(around))
        ground = Ground(self._room, marks, (), reach, tuple(name.stands() for name in others))
        found = place([point], [size], ground) if any(words) else None
        if found is None or any(crosses(*leader(point, found[0]), dot) for dot in self._dots_but(point)):
            return None  # a line across another dot would seem to lead there
        return found[0]

    def _dots_but(self, point: Round) -> Iterator[Box]:
        """Yield what the dots of other places take up."""
        for x, y, far in map(self.spot, self.shown):
            if (x, y) != point[:2]:
                yield Box(x - far, y - far, 2 * far, 2 * far)

    def _places(self, *, important: bool) -> Iterator[tuple[Round, Words, str]]:
        """Yield the places that matter, or the others, with their names."""
        for each in self.shown:
            if each.important == important:
                yield self.spot(each), wrap(each.name, _ROOM, SIZE), "name" if important else "minor"

    def _exits(self) -> Iterator[tuple[Round, Words, str]]:
        """Yield where to the ways lead that leave the map, by where each does so, and by points before that."""
        for course in self.courses:
            (x, y), (to_x, to_y) = course.start, course.end
            long = max(hypot(to_x - x, to_y - y), 1.0)
            for back in _BACK if course.leaves is not None else ():
                share = max(1 - back / long, 0.0)
                point = round(x + share * (to_x - x), 1), round(y + share * (to_y - y), 1), 1.0
                yield point, wrap(f"to {self.spec.places[course.leaves or 0].name}", _EXIT, SIZE), "aside"


def drawn(names: Names) -> str:
    """Return all names, and lines to those that do not stand close by."""
    paths = "".join(name.leads() for name in names.placed)
    said = (
        beside(name.point[0], name.words, name.box, SIZE, "" if name.kind == "minor" else name.kind)
        for name in names.placed
    )
    lines = f'<path class="leader" d="{paths}"/>' if paths else ""
    return "".join((*(said.drawn() for said in names.countries), lines, *said))


def _middle(at: tuple[float, float], words: Words) -> Box:
    """Return the room of words whose middle is at some point."""
    wide, high = size_of(words, SIZE)
    return Box(at[0] - wide * BOLD / 2, at[1] - high / 2, wide * BOLD, high)


def _tries(country: Place, projection: Projection) -> Iterator[Said]:
    """Yield places for the name of a country, the best first."""
    (x, y), words = projection.at(country.lon, country.lat), wrap(country.name, _ROOM, SIZE, 1)
    wide = max((width(line, SIZE) for line in words), default=0.0)
    for far in (1.0, 2.0, 3.0):
        for across, down in _TRIES:
            at = round(x + across * far * wide / 2, 1), round(y + down * far * SIZE * LEADING + SIZE / 3, 1)
            yield Said(*at, words, "country", "middle")

"""How the two codings of the region were brought to the one cut of the flagship, judgement by judgement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Cell: TypeAlias = tuple[str, str]
"""What does it, and what it is done to."""

HERE = Path(__file__).parent

FIRST = "first-reading"
SECOND = "second-reading"

FIRST_STATES = {
    "russia-weight.leading": ("russia-weight.leads",),
    "russia-weight.contested": ("russia-weight.rivalled",),
    "russia-weight.sidelined": ("russia-weight.aside",),
    "west-line.containing": ("west-line.against",),
    "west-line.committed": ("west-line.bound",),
    "turkey-part.backer": ("turkey-part.backer", "turkey-track.frozen"),
    "turkey-part.peacemaker": ("turkey-part.peacemaker", "turkey-track.talking"),
    "turkey-part.reconciled": ("turkey-track.open",),
    "baku-moscow.working": ("baku-moscow.close",),
    "armenia-anchor.between": ("armenia-anchor.nobody",),
    "legitimacy.old-consensus": ("legitimacy.earlier-agreement",),
    "legitimacy.search": ("legitimacy.seeking",),
    "legitimacy.renewed": ("legitimacy.confirmed",),
    "third-parties.unwatched": ("third-parties.nobody",),
    "third-parties.on-notice": ("third-parties.to-leave",),
    "third-parties.watched": ("third-parties.mission",),
    "violence.calm": ("violence.quiet",),
    "region-link.no-link": ("georgia-place.keeps", "link.little"),
    "region-link.past-georgia": ("georgia-place.loses", "link.in-use"),
}
"""What states of the first coding are called in the case, where not the same, and into what they were parted."""

SECOND_STATES = {
    "russia-weight.strong": ("russia-weight.leads",),
    "russia-weight.weak": ("russia-weight.aside",),
    "west-line.competitive-cooperation": ("west-line.alongside",),
    "west-line.containment": ("west-line.against",),
    "west-line.distracted": ("west-line.away",),
    "turkey-part.backer-of-baku": ("turkey-part.backer",),
    "turkey-part.broker": ("turkey-part.peacemaker",),
    "turkey-part.bystander": (),
    "talks-format.mediated-by-russia": ("format.russian",),
    "talks-format.mediated-by-west": ("format.western",),
    "talks-format.direct": ("format.direct",),
    "baku-moscow.aligned": ("baku-moscow.close",),
    "baku-moscow.in-crisis": ("baku-moscow.crisis",),
    "armenia-anchor.none-firm": ("armenia-anchor.nobody",),
    "armenia-legitimacy.war-and-security": ("legitimacy.earlier-agreement",),
    "armenia-legitimacy.peace-agenda": ("legitimacy.seeking", "legitimacy.confirmed"),
    "armenia-legitimacy.contested": (),
    "armenia-turkey-track.frozen": ("turkey-track.frozen",),
    "armenia-turkey-track.talking": ("turkey-track.talking",),
    "armenia-turkey-track.open": ("turkey-track.open",),
    "border-third-parties.none": ("third-parties.nobody",),
    "border-third-parties.eu-mission": ("third-parties.mission", "third-parties.to-leave"),
    "border-third-parties.russian-guards": ("third-parties.russian-guards",),
    "violence.calm": ("violence.quiet",),
    "violence.incidents": ("violence.standoff",),
    "violence.escalation": ("violence.fighting",),
    "ukraine-war.no-war": ("ukraine-war.none",),
    "georgia-transit.eroding": ("georgia-place.loses",),
    "eu-china-link.bypassed": ("link.little",),
    "eu-china-link.by-region": ("link.in-use",),
}
"""The same of the second; two of its states have no place in the case."""

FIRST_LEFT_OUT = {
    ("turkey-part.reconciled", "format.direct"),
    ("turkey-part.reconciled", "baku-moscow.distant"),
    ("turkey-part.reconciled", "violence.fighting"),
}
"""What Turkey as a peacemaker does anyway, and would count twice if the open border did it as well."""

FIRST_STANDS_ELSEWHERE = {
    ("turkey-track.talking", "russia-weight.aside"),
    ("russia-weight.aside", "turkey-track.talking"),
    ("format.direct", "turkey-part.peacemaker"),
    ("legitimacy.seeking", "turkey-part.peacemaker"),
    ("violence.fighting", "turkey-track.frozen"),
    ("turkey-track.talking", "format.direct"),
    ("turkey-track.frozen", "baku-moscow.distant"),
    ("turkey-track.talking", "baku-moscow.distant"),
    ("turkey-track.frozen", "violence.fighting"),
    ("turkey-track.talking", "violence.fighting"),
    ("violence.fighting", "georgia-place.keeps"),
    ("violence.standoff", "georgia-place.keeps"),
}
"""Of a condition that is two here, what its reason does not point to: the judgement stands on the other one alone."""


@cache
def first() -> tuple[dict[str, Any], ...]:
    """Return the impacts of the first coding."""
    return _impacts(yaml.safe_load((HERE / "first" / "system.yaml").read_text("utf-8"))["system"]["impacts"])


@cache
def second() -> tuple[dict[str, Any], ...]:
    """Return the impacts of the second coding."""
    return _impacts(yaml.safe_load((HERE / "second" / "impacts.yaml").read_text("utf-8")))


def first_cells(cell: Cell) -> set[Cell]:
    """Return where a judgement of the first coding stands in the case."""
    return set() if cell in FIRST_LEFT_OUT else set(_product(cell, FIRST_STATES)) - FIRST_STANDS_ELSEWHERE


def second_cells(cell: Cell) -> set[Cell]:
    """Return where a judgement of the second coding stands in the case."""
    return set(_product(cell, SECOND_STATES))


def _product(cell: Cell, states: dict[str, tuple[str, ...]]) -> Iterator[Cell]:
    one, other = (states.get(name, (name,)) for name in cell)
    yield from ((source, target) for source in one for target in other)


def _impacts(written: list[dict[Any, Any]]) -> tuple[dict[str, Any], ...]:
    """Return impacts with the key ``on``, which readers of older YAML take for a truth value."""
    return tuple({"on" if key is True else key: value for key, value in each.items()} for each in written)

"""Naming: what to call countries and those who are paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.corridor.boundaries.natural_earth.topology import country_names

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.corridor import Corridor, Link


def called(case: Case) -> dict[str, str]:
    """Return what to call countries by their codes, and actors by their ids: as the case does, else Natural Earth."""
    states = {actor.iso: actor.name for actor in case.actors if actor.iso and actor.kind == "state"}
    return {**country_names(), **states, **{actor.id: actor.name for actor in case.actors}}


def link_label(corridor: Corridor, link: Link) -> str:
    """Return what to call a link: its name, else the places at its ends."""
    labels = {node.id: node.label for node in corridor.nodes}
    return link.name or " – ".join(labels.get(end, end) for end in (link.a, link.b))

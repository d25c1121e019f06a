"""The network as programs take it: what is known of each place and link, without anything inside anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from detente.exports.export import ExportError
from detente.lenses.corridor.traffic import Network

if TYPE_CHECKING:
    from detente.findings import Findings
    from detente.lenses.corridor.traffic import NetworkLink, NetworkPlace, WholeNetwork

Property: TypeAlias = "str | bool | float"

LEAVES_OUT = "costs, borders and regimes, flows, claims, sources and assumptions"


def network_of(findings: Findings) -> WholeNetwork:
    """Return the network that a lens found.

    Raises
    ------
    ExportError
        If the case has none at the date.
    """
    found = findings.result(Network).network
    if found is None:
        raise ExportError("the case has no links with flows on them at this date, so there is no network")
    return found


def of_place(place: NetworkPlace) -> dict[str, Property]:
    """Return what is known of a place but for where it is."""
    return _known({"name": place.name, "country": place.country, "kind": place.kind})


def of_link(link: NetworkLink) -> dict[str, Property]:
    """Return what is known of a link: ``base_kt`` goes along it in the base, and so for each world, with its range."""
    fixed = ("name", "mode", "km", "country", "border", "regime", "open", "capacity")
    cargo = {
        f"{world}_{key}": value
        for world, found in link.cargo.items()
        for key, value in (("kt", found.kt), ("low", found.low), ("high", found.high))
    }
    return _known({key: getattr(link, key) for key in fixed} | cargo)


def _known(properties: dict[str, Property | None]) -> dict[str, Property]:
    return {key: value for key, value in properties.items() if value is not None}

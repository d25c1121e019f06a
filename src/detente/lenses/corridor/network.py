"""The network as the case has it: borders, regimes and who may pass, each with what it rests on.

Places and links, of which there are many, stand in the document for programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.corridor import Corridor
from detente.findings import Column, Depth, Finding, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.places import Places
from detente.lenses.evidence import row, say_whole
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look

_BORDERS = (
    Column("border", "Border"),
    Column("hours", "Time", unit="hours"),
    Column("spread", "Its standard deviation", unit="hours"),
    Column("usd", "Dues", unit="USD a unit"),
    Column("fee_to", "Shares of the dues"),
)
_REGIMES = (
    Column("regime", "Regime"),
    Column("kind", "Kind"),
    Column("hours", "Time", unit="hours"),
    Column("usd", "Fee", unit="USD a unit"),
    Column("fee", "Fee by distance", unit="USD a km"),
    Column("fee_to", "Shares of the fees"),
    Column("users", "Who may use it"),
    Column("banned_by", "Who may ban cargo"),
    Column("takes", "Brought about by"),
)
_PREMIUMS = (
    Column("premium", "Entering"),
    Column("usd", "Costs", unit="USD a unit"),
    Column("cargo", "Whose cargo"),
    Column("mode", "By"),
    Column("to", "Paid to"),
)
_PERMISSIONS = (Column("cargo", "Whose cargo"), Column("through", "Through"), Column("allowed", "May pass", "truth"))


def find(look: Look[CorridorOptions]) -> Corridor | None:
    """Return the network; ``None`` where the case has none at the date."""
    corridor = look.case.corridor
    return corridor if corridor is not None and (corridor.nodes or corridor.links or corridor.regimes) else None


def show(corridor: Corridor, look: Look[CorridorOptions]) -> Finding:
    """Say how large the network is, and list what is not on the map."""
    parts = (
        counted(len(corridor.nodes), "place"),
        counted(len(corridor.links), "link"),
        counted(len(corridor.borders), "border"),
        counted(len(corridor.regimes), "regime"),
    )
    tables = tuple(table for table in _tables(corridor, Places(look)) if table.rows)
    whole = tuple(say_whole("The network as a whole", corridor))
    return Finding("The network", f"{listed(parts)}.", whole, tables, depth=Depth.APPENDIX, id="network")


def _tables(corridor: Corridor, at: Places) -> Iterator[Table]:
    borders = (
        row(b, b.label, at.value(b.hours), at.value(b.spread), at.value(b.usd), at.shares(b.fee_to))
        for b in corridor.borders
    )
    yield Table("borders", "Borders", _BORDERS, tuple(borders))
    yield Table("regimes", "Regimes", _REGIMES, tuple(at.regime(each) for each in corridor.regimes))
    premiums = (
        row(p, at.name(p.country), at.value(p.usd), at.cargo(p.cargo), p.mode, at.name(p.to)) for p in corridor.premiums
    )
    yield Table("premiums", "What entering a country costs", _PREMIUMS, tuple(premiums))
    permissions = (row(p, at.cargo(p.cargo), at.name(p.through), p.allowed) for p in corridor.permissions)
    yield Table("permissions", "Whose cargo may cross whom", _PERMISSIONS, tuple(permissions))


CHAPTER = Chapter("network", 70, find, show)

"""Which ids a case declares, by the kind of record that references look for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.conflict import Conflict
    from detente.case.system import System

_CORRIDOR = ("nodes", "borders", "regimes")
_SYSTEM = ("descriptors", "states")
_LISTS = (
    *("actors", "commitments", "conclusions", "episodes", "events", "forecasts", "formats", "issues", "measures"),
    *("positions", "sources", "steps"),
)
FINDINGS = "findings"
"""What lenses find, which stands in no section: the name of the lens, a hyphen, and what it calls the finding."""

HOMES = MappingProxyType(
    {key: key for key in _LISTS}
    | dict.fromkeys(_CORRIDOR, "corridor")
    | dict.fromkeys(_SYSTEM, "system")
    | {"options": "conflict"}
)
"""The section in which each kind of record stands."""


def declared_ids(key: str, section: Any) -> Mapping[str, frozenset[str]]:
    """Return the ids in a section that may be referred to, by kind."""
    if key == "conflict":
        return {"options": section.doings if section else frozenset()}
    if key == "corridor":
        return {kind: frozenset(record.id for record in getattr(section, kind, ())) for kind in _CORRIDOR}
    if key == "system":
        return dict(zip(_SYSTEM, _described(section), strict=True))
    return {key: frozenset(record.id for record in section if record.id)}


def _described(system: System | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the descriptors of a system, and ``descriptor.state`` of each of their states."""
    found = system.descriptors if system else ()
    states = (f"{each.id}.{state.id}" for each in found for state in each.states)
    return frozenset(each.id for each in found), frozenset(states)


def has_repeated_options(conflict: Conflict) -> bool:
    """Whether two options or joint acts share an id, which is reported and leaves no conflict to speak of."""
    options = [*(option.id for option in conflict.options), *(act.id for act in conflict.joint)]
    return len(set(options)) < len(options)

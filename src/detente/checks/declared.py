"""Which ids a case declares, by the section that references look in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.conflict import Conflict

_LISTS = ("actors", "events", "formats", "issues", "sources", "steps")
_CORRIDOR = ("nodes", "borders", "regimes")


def declared_ids(case: Case) -> Mapping[str, frozenset[str]]:
    """Return the ids that may be referred to, by section."""
    return {section: frozenset(names) for section, names in _sections(case)}


def _sections(case: Case) -> Iterator[tuple[str, list[str]]]:
    for section in _LISTS:
        yield section, [record.id for record in getattr(case, section)]
    for section in _CORRIDOR:
        yield section, [record.id for record in getattr(case.corridor, section, ())]
    makers = case.conflict.decision_makers if case.conflict else ()
    yield "options", [option.id for maker in makers for option in maker.options]


def has_repeated_options(conflict: Conflict) -> bool:
    """Whether two options share an id, which is reported and leaves no conflict to speak of."""
    options = [option.id for maker in conflict.decision_makers for option in maker.options]
    return len(set(options)) < len(options)

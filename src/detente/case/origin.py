"""Origins: where the word of a source comes from, so that one voice repeated counts once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.source import Source


def origin_of(source: str, sources: Mapping[str, Source]) -> str:
    """Return the origin of a source: its own label of one, or that of the source through which it is known."""
    seen = set[str]()
    while source in sources and source not in seen:
        seen.add(source)
        own = sources[source]
        label = getattr(own, "origin", None)
        if label or own.via is None:
            return str(label or source)
        source = own.via
    return source

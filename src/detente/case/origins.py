"""Origins: which sources repeat one another, which were not read themselves, and what goes when one does.

``origin`` says what a source repeats: sources of one origin are one witness. ``via`` says where a source was read: one
that is known only through another keeps its own word, but is known no longer when the other goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from detente.case.source import Source


def origin_of(source: Source) -> tuple[bool, str]:
    """Return what tells a source's origin from others: its label, or the source itself where it repeats none."""
    return (True, source.origin) if source.origin is not None else (False, source.id)


def read_in(sources: Mapping[str, Source], name: str) -> Source:
    """Return the source in which the words of another were read in the end: itself where it was read itself."""
    seen: set[str] = set()
    source = sources[name]
    while source.via in sources and source.id not in seen:
        seen.add(source.id)
        source = sources[source.via or ""]
    return source


def gone_with(sources: Iterable[Source], names: Collection[str]) -> frozenset[str]:
    """Return the sources that go with some: those that repeat the same, then those known only through one that goes."""
    held = tuple(sources)
    origins = {origin_of(source) for source in held if source.id in names}
    gone = {source.id for source in held if origin_of(source) in origins}
    while more := {source.id for source in held if source.via in gone} - gone:
        gone |= more
    return frozenset(gone)

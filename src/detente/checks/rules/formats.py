"""A negotiation track hangs together with others, and makes room for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

COUPLED = Rule(
    "DT1130",
    "a track coupled with itself",
    "'coupled_with' says which other track moves with it. Name the other, or take the entry out.",
)
ROOM = Rule(
    "DT1131",
    "a track that makes room for itself",
    "'for' names the track that took its place. Name the other, or leave 'for' out.",
)

READS = ("formats",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report tracks that are coupled with themselves, or make room for themselves."""
    for index, track in enumerate(context.case.formats):
        for number, coupling in enumerate(track.coupled_with):
            if coupling.format == track.id:
                span = context.spans.span("formats", index, "coupled_with", number, "format")
                yield COUPLED.at(span, f"'{track.id}' is coupled with itself", "name the other track")
        for number, turn in enumerate(track.turns):
            if turn.for_ == track.id:
                span = context.spans.span("formats", index, "turns", number, "for")
                yield ROOM.at(span, f"'{track.id}' makes room for itself", "name the other track")

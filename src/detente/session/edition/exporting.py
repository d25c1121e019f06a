"""Exporting: the lenses are asked for what a file format writes, and refuse a day of which nothing is determined."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, Protocol

from detente.exports.export import Export
from detente.exports.registry import export_called
from detente.findings import Edition
from detente.lenses.registry import lens_called
from detente.session.errors import NOTHING_READ, CaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from detente.diagnostics import SourceMap
    from detente.findings import Findings, Stamp
    from detente.study import Moment


class Sight(Protocol):
    """What is asked of a sight."""

    @property
    def moment(self) -> Moment:
        """The case at the date."""

    @property
    def source_map(self) -> SourceMap:
        """Line and column of every value."""

    @property
    def path(self) -> Path:
        """Where the case was read."""

    def look(self, lens: str, options: Any = None) -> Findings:
        """Return what one lens says."""

    def look_around(self) -> Sequence[Findings]:
        """Return what every lens says."""

    def stamp(self, command: str) -> Stamp:
        """Return what it takes to obtain the same again."""


def pieces(sight: Sight, to: str) -> Iterable[str | bytes]:
    """Return what stands in a file in the format ``to``, piece by piece.

    Raises
    ------
    LookupError
        If there is no such format.
    CaseError
        If the case has nothing to export, or does not say what holds at this date, or cannot be modelled then.
    AskError, ExportError
        If the format cannot hold what is found.
    """
    chosen = export_called(to)
    if isinstance(chosen, Export):
        return chosen.write(_determined(sight, chosen.lens, chosen.asks))
    applying = {lens: asks for lens, asks in chosen.asks.items() if lens_called(lens).applies(sight.moment.written)}
    said = [_determined(sight, *each) for each in applying.items()] if chosen.asks else sight.look_around()
    return chosen.write(Edition(sight.stamp(_command(sight, to)), tuple(said)))


def _determined(sight: Sight, lens: str, asks: Any) -> Findings:
    """Return what one lens says, where the readings of the date determine it.

    Raises
    ------
    CaseError
        If they do not.
    """
    findings = sight.look(lens, asks)
    if findings.undetermined:
        span = sight.source_map.key(lens_called(lens).sections[0])
        raise CaseError(NOTHING_READ.at(span, each.text, each.settled_by) for each in findings.undetermined)
    return findings


def _command(sight: Sight, to: str) -> str:
    """Return the command line that writes the same again."""
    scenario = sight.moment.scenario
    words = ["detente", "export", str(sight.path), "--to", to, "--as-of", str(sight.moment.as_of)]
    return shlex.join([*words, *(("--scenario", scenario.id) if scenario else ())])

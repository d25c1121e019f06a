"""Stamps: what a reader needs to obtain the same output again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Stamp
from detente.session.version import program

if TYPE_CHECKING:
    from detente.study import Moment


def stamp_of(moment: Moment, version: str, command: str) -> Stamp:
    """Return what a reader needs to obtain the same output again by ``command``.

    Parameters
    ----------
    version
        SHA-256 over the files of the case [hexadecimal].
    """
    header, scenario = moment.case.case, moment.scenario
    return Stamp(
        case=header.id,
        title=header.label,
        question=header.question or "",
        version=version,
        as_of=str(moment.as_of),
        known_until=str(header.known_until or ""),
        scenario=scenario.label if scenario else "",
        program=program(),
        command=command,
        languages=header.languages,
        authors=header.authors,
        note=header.note or "",
    )

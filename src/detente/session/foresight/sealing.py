"""Seals: the checksum of every forecast, so that nobody can mend one unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from detente.case.calendar import Calendar, calendar_of
from detente.case.forecast import Forecast
from detente.casefile.beside.seals import SEAL
from detente.diagnostics import Diagnostic, Rule
from detente.exports.json_document import canonical
from detente.findings import Result, plain
from detente.session.errors import CaseError
from detente.session.version import program
from detente.situation import Written

if TYPE_CHECKING:
    from datetime import date

    from detente.session.sight import Sight

PAST = Rule(
    "DT1210",
    "a forecast past its lock",
    "Once the day is over until which something was forecast, a forecast of it can no longer be sealed: whoever seals "
    "it may know what came. Seal earlier, or take the forecast out.",
)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed forecast.

    Attributes
    ----------
    id
        Its id.
    sha256
        SHA-256 of the forecast as the case writes it, and of the days that 'until' comes to. [hexadecimal]
    """

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A forecast that was not sealed.

    Attributes
    ----------
    id
        Its id.
    why
        What it lacks, in words.
    """

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Seal(Result):
    """The forecasts of a case as they were on a day.

    Attributes
    ----------
    case
        Id of the case.
    case_sha256
        SHA-256 over the files of the case. [hexadecimal]
    forecasts
        What was sealed, in the order of the case.
    format
        Name and version of the document.
    left_out
        Forecasts without a rubric, or with neither a probability nor an interval.
    program
        Name and version of the program.
    sealed
        The day of sealing.
    sha256
        SHA-256 of the seal itself, but for this key. [hexadecimal]
    """

    case: str
    case_sha256: str
    forecasts: tuple[Sealed, ...]
    format: str
    left_out: tuple[LeftOut, ...]
    program: str
    sealed: str
    sha256: str = ""


def seal(sight: Sight, on: date) -> Seal:
    """Return the seal of a case.

    Parameters
    ----------
    on
        The day of sealing.

    Raises
    ------
    CaseError
        If a forecast that would be sealed was to show before that day.
    """
    case = sight.moment.written
    lacking = {forecast.id: why for forecast in case.forecasts if (why := _lacks(forecast))}
    past = tuple(_past(sight, lacking.keys(), on))
    if past:
        raise CaseError(past)
    made = Seal(
        case.case.id,
        sight.version,
        tuple(each for each in checksums(sight) if each.id not in lacking),
        SEAL,
        tuple(LeftOut(name, why) for name, why in lacking.items()),
        program(),
        on.isoformat(),
    )
    return replace(made, sha256=checksum_of(plain(made)))


def checksum_of(document: dict[str, Any]) -> str:
    """Return the checksum that a seal has of itself, given its keys and values."""
    return _sha256({key: value for key, value in document.items() if key != "sha256"})


def checksums(sight: Sight) -> Iterator[Sealed]:
    """Yield the checksum of every forecast of a case with its inputs, which are the days that 'until' comes to.

    The forecast counts as the case writes it: what its records say, whatever their order, spaces and comments.
    """
    case = sight.moment.written
    calendar, written = calendar_of(case), Written(case).section("forecasts")
    for forecast, plainly in zip(case.forecasts, written, strict=True):
        yield Sealed(forecast.id, _sha256({"forecast": plainly, "until": _days(forecast, calendar)}))


def _days(forecast: Forecast, calendar: Calendar) -> list[str | None]:
    days = calendar.of(forecast.until)
    return [None if day is None else day.isoformat() for day in (days.earliest, days.latest)]


def _sha256(document: object) -> str:
    return hashlib.sha256(canonical(document).encode(errors="surrogatepass")).hexdigest()


def _lacks(forecast: Forecast) -> str:
    """Return what a forecast lacks to be scored, or nothing."""
    lacking = ["rubric ('resolves')"] if forecast.resolves is None else []
    lacking += ["probability or interval"] if forecast.probability is None and forecast.interval is None else []
    return f"it has no {' and no '.join(lacking)}" if lacking else ""


def _past(sight: Sight, but: Collection[str], on: date) -> Iterator[Diagnostic]:
    case = sight.moment.written
    calendar = calendar_of(case)
    for index, forecast in enumerate(case.forecasts):
        last = calendar.of(forecast.until).latest
        if forecast.id not in but and last is not None and last < on:
            span = sight.source_map.span("forecasts", index, "until")
            yield PAST.at(span, f"'{forecast.id}' was to show by {last}, before the day of sealing ({on})")

"""Sights: a case at a date, under a scenario, ready to be looked at through the lenses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.dates import DateError, PartialDate, parse_edtf
from detente.dates.years import FIRST, LAST, strange_years, year_hint
from detente.diagnostics import SourceMap, Span, did_you_mean
from detente.findings import Findings, Stamp
from detente.lenses.registry import shipped
from detente.models.flaw import FlawedModelError
from detente.session.errors import NOTHING_TO_SEE, CaseError
from detente.session.version import program
from detente.situation import Situation, apply_scenario, situate

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.casefile import Loaded
    from detente.lenses.lens import Lens


@dataclass(frozen=True, slots=True, repr=False)
class Sight:
    """A situation, and where it came from.

    Every lens is a method by its name, and by that of its command: ``sight.conflict()``, ``sight.settle()``.

    Attributes
    ----------
    situation
        The case at the date, with the scenario's changes applied.
    source_map
        Line and column of every value, as the case was written.
    path, version
        Where the case was read, and the checksum of its files.
    """

    situation: Situation
    source_map: SourceMap
    path: Path
    version: str

    @classmethod
    def of(cls, loaded: Loaded, path: Path, as_of: str | None, *, scenario: str | None) -> Sight:
        """Return the sight of a case without errors.

        Raises
        ------
        DateError
            If ``as_of`` is not a date, or has a year that is a slip of the pen.
        LookupError
            If the case has no such scenario.
        """
        date = _date(as_of, loaded.case.case.as_of) if as_of is not None else None
        if scenario is None:
            return cls(situate(loaded.case, date), loaded.source_map, path, loaded.version)
        chosen = next((found for found in loaded.case.scenarios if found.id == scenario), None)
        if chosen is None:
            known = [found.id for found in loaded.case.scenarios]
            hint = did_you_mean(scenario, known) or (f"it has {', '.join(known)}" if known else "it has none")
            raise LookupError(f"the case has no scenario '{scenario}'; {hint}")
        changed = apply_scenario(loaded.case, chosen)
        return cls(situate(changed, date, scenario=chosen), loaded.source_map, path, loaded.version)

    def look(self, lens: str, options: Any = None) -> Findings:
        """Return what one lens says.

        Raises
        ------
        LookupError
            If no lens has that name.
        CaseError
            If the case has nothing for the lens, or cannot be modelled at this date.
        """
        lenses = _lenses()
        if lens not in lenses:
            raise LookupError(_no_lens(lens))
        chosen = lenses[lens]
        if not chosen.applies(self.situation.case):
            message = f"the case has nothing for '{lens}'"
            raise CaseError([NOTHING_TO_SEE.at(Span(str(self.path)), message, chosen.wants)])
        try:
            return chosen.look(self.situation, options)
        except FlawedModelError as error:
            raise CaseError(flaw.diagnostic(self.source_map) for flaw in error.flaws) from error

    def look_around(self) -> list[Findings]:
        """Return what every lens says that the case has something for, in the order of the page.

        Raises
        ------
        CaseError
            If the case cannot be modelled at this date.
        """
        case = self.situation.case
        return [self.look(key) for key, lens in shipped().items() if lens.applies(case)]

    def export(self, to: str) -> str:
        """Return the text of a file in the format of another program, such as ``graphml``.

        Raises
        ------
        LookupError
            If there is no such format.
        CaseError
            If the case has nothing to export, or cannot be modelled at this date.
        AskError, ExportError
            If the conflict is too large, or the format cannot hold what is found, or is no text: see ``save``.
        """
        from detente.exports.export import ExportError
        from detente.exports.registry import export_called
        from detente.session.exporting import export

        pieces = list(export(self, export_called(to)))
        texts = [piece for piece in pieces if isinstance(piece, str)]
        if len(texts) < len(pieces):
            raise ExportError(f"'{to}' is no text; write it to a file with 'save'")
        return "".join(texts)

    def save(self, to: str, path: Path) -> None:
        """Write a file in the format of another program, such as ``xlsx``, whole or not at all.

        Raises
        ------
        LookupError, CaseError, AskError, ExportError
            As ``export`` does, but for formats that are no text.
        OSError
            If the file cannot be written.
        """
        from detente.exports.registry import export_called
        from detente.session.exporting import export
        from detente.writing import write_whole

        write_whole(path, export(self, export_called(to)))

    def __getattr__(self, lens: str) -> Callable[..., Findings]:
        if lens not in _lenses():
            raise AttributeError(_no_lens(lens), name=lens, obj=self)
        return partial(self.look, lens)

    def __dir__(self) -> list[str]:
        """Return what editors and notebooks complete: the lenses too."""
        return [*object.__dir__(self), *_lenses()]

    def __repr__(self) -> str:
        lenses = ", ".join(key for key, lens in shipped().items() if lens.applies(self.situation.case))
        return f"<Sight of {self.situation.title}: {lenses}>"

    def stamp(self, command: str) -> Stamp:
        """Return what a reader needs to obtain the same output again by ``command``."""
        header = self.situation.case.case
        scenario = self.situation.scenario
        return Stamp(
            case=header.id,
            title=header.title or header.id,
            question=header.question or "",
            version=self.version,
            as_of=str(self.situation.as_of),
            known_until=str(header.known_until or ""),
            scenario=(scenario.title or scenario.id) if scenario else "",
            program=program(),
            command=command,
            languages=header.languages,
            authors=header.authors,
        )


def _date(as_of: str, own: PartialDate) -> PartialDate:
    """Return a date that was asked for; in a case of our times, one of our times."""
    if as_of.strip().isdecimal() and len(as_of.strip()) == 2:
        raise DateError(f"'{as_of}' is not a date; did you mean 20{as_of.strip()}?")
    date = parse_edtf(as_of)
    year = next(strange_years(date), None)
    if year is not None and not any(strange_years(own)):
        raise DateError(f"'{as_of}': the year {year} lies before {FIRST} or after {LAST}; {year_hint(year)}")
    return date


def _lenses() -> dict[str, Lens]:
    """Return the lenses by name and by command."""
    lenses = shipped()
    return dict(lenses) | {lens.command: lens for lens in lenses.values() if lens.command}


def _no_lens(name: str) -> str:
    return f"no lens is called '{name}'; there are {', '.join(_lenses())}"

"""Sights: a case at a date, under a scenario, ready to be looked at through the lenses."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.dates.asked import asked_date
from detente.diagnostics import SourceMap, Span, did_you_mean
from detente.findings import Findings, Stamp
from detente.lenses.asking import several_texts
from detente.lenses.look import AskError
from detente.lenses.registry import lens_called, shipped
from detente.models.flaw import FlawedModelError
from detente.session.errors import NOTHING_TO_SEE, CaseError
from detente.session.notebook import header
from detente.session.version import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from detente.casefile import Loaded
    from detente.situation import Situation
    from detente.study import Moment, Study


@dataclass(frozen=True, slots=True, repr=False)
class Sight:
    """A case at a date, and where it came from.

    Attributes
    ----------
    moment
        The case at the date, with the scenario's changes applied.
    source_map
        Line and column of every value, as the case was written.
    path, version
        Where the case was read, and the checksum of its files.
    """

    moment: Moment
    source_map: SourceMap
    path: Path
    version: str

    @classmethod
    def of(cls, study: Study, loaded: Loaded, path: Path, at: tuple[str | None, str | None]) -> Sight:
        """Return the sight of a case without errors, at a date under a scenario.

        Raises
        ------
        DateError
            If the date is not one, or has a year that is a slip of the pen.
        LookupError
            If the case has no such scenario.
        """
        as_of, scenario = at
        date = asked_date(as_of, loaded.case.case.as_of) if as_of is not None else None
        chosen = next((found for found in loaded.case.scenarios if found.id == scenario), None)
        if scenario is not None and chosen is None:
            known = [found.id for found in loaded.case.scenarios]
            hint = did_you_mean(scenario, known) or (f"it has {', '.join(known)}" if known else "it has none")
            raise LookupError(f"the case has no scenario '{scenario}'; {hint}")
        return cls(study.at(date, chosen), loaded.source_map, path, loaded.version)

    @property
    def situation(self) -> Situation:
        """What had happened and was known."""
        return self.moment.situation

    def look(self, lens: str, options: Any = None, *, forgive: Callable[[str], None] | None = None) -> Findings:
        """Return what one lens says.

        Parameters
        ----------
        lens
            Its name, or that of its command.
        options
            What to ask it, as an object of its own; the usual when omitted.
        forgive
            Where readers see it: called with a line about each fault in Detente, which then costs one section.

        Raises
        ------
        LookupError
            If no lens has that name.
        CaseError
            If the case has nothing for the lens, or cannot be modelled at this date.
        TypeError
            If the options are those of another lens.
        """
        chosen = lens_called(lens)
        if not chosen.applies(self.moment.written):
            message = f"the case has nothing for '{lens}'"
            raise CaseError([NOTHING_TO_SEE.at(Span(str(self.path)), message, chosen.wants)])
        findings = chosen.look(self.moment, options, self._case_errors)
        if forgive is not None:
            return findings.forgiving((AskError, CaseError, MemoryError, OSError), forgive)
        findings.results  # noqa: B018 - what was asked that does not fit is refused here
        return findings

    @contextmanager
    def _case_errors(self) -> Iterator[None]:
        """Turn what cannot be modelled into problems of the case, each at its line."""
        try:
            yield
        except FlawedModelError as error:
            raise CaseError(self.moment.told(flaw).diagnostic(self.source_map) for flaw in error.flaws) from error

    def look_around(self, *, forgive: Callable[[str], None] | None = None) -> list[Findings]:
        """Return what every lens says that the case has something for, in the order of the page.

        Parameters
        ----------
        forgive
            As in ``look``.

        Raises
        ------
        CaseError
            If the case cannot be modelled at this date.
        """
        case = self.moment.written
        return [self.look(key, forgive=forgive) for key, lens in shipped().items() if lens.applies(case)]

    def export(self, to: str) -> str:
        """Return the text of a file in the format of another program, such as ``graphml``.

        Raises
        ------
        LookupError
            If there is no such format.
        CaseError
            If the case has nothing to export, or does not say what holds at this date, or cannot be modelled then.
        AskError, ExportError
            If the conflict is too large, or the format cannot hold what is found, or is no text: see ``save``.
        """
        from detente.exports.export import ExportError

        pieces = list(self.pieces(to))
        texts = [piece for piece in pieces if isinstance(piece, str)]
        if len(texts) < len(pieces):
            raise ExportError(f"'{to}' is no text; write it to a file with 'save'")
        return "".join(texts)

    def save(self, to: str, path: str | Path) -> None:
        """Write the file ``path`` in the format ``to`` of another program, whole or not at all: ``xlsx``, for instance.

        Raises
        ------
        LookupError, CaseError, AskError, ExportError
            As ``export`` does, but for formats that are no text.
        OSError
            If the file cannot be written.
        """
        from detente.writing import write_whole

        write_whole(Path(path), self.pieces(to))

    def pieces(self, to: str) -> Iterable[str | bytes]:
        """Return what stands in a file in the format ``to``, piece by piece; raises as ``save`` does."""
        from detente.session.exporting import pieces

        return pieces(self, to)

    def show(self) -> Findings:
        """Return where things stand: what had happened, what is agreed, what cannot be said; see ``look``."""
        return self.look("chronicle")

    def conflict(
        self,
        *,
        max_states: int = 4096,
        why: str | None = None,
        start: str | None = None,
        coalitions: bool = False,
        robust: bool = False,
        also: Sequence[str] = (),
        toward: str | None = None,
        draws: int | None = None,
        seed: int = 0,
        engine: str = "auto",
    ) -> Findings:
        """Return why it is stuck: which outcomes nobody would leave, and why the status quo holds; see ``look``.

        Parameters
        ----------
        max_states
            Above this number of states, lists of states become counts with the first ones.
        why, start, toward
            A state to say the reasons of, the ways from, and what would have to change for: its name, a name that the
            case gives it, or ``status-quo``.
        coalitions, robust
            Whether the document lists what each coalition stays at, and what survives each small change of wishes.
        also
            Further solution concepts: ``sim``, ``l1``, ``l2`` and so on, ``nm``.
        draws, seed
            How many readings of uncertain preferences to draw where they are too many to go through, and the seed.
        engine
            ``explicit`` lists states, ``symbolic`` keeps sets of them, ``auto`` does what the size asks for.

        Raises
        ------
        AskError, TypeError
            If something asked does not fit the conflict, or is of another kind, such as one text for ``also``.
        """
        from detente.lenses.conflict.options import ConflictOptions

        asked = ConflictOptions(
            max_states,
            why,
            start,
            coalitions,
            robust,
            several_texts("also", also),
            toward=toward,
            draws=draws,
            seed=seed,
            engine=engine,
        )
        return self.look("conflict", asked)

    def settle(
        self, *, draws: int = 4096, seed: int = 1, challenge: str | None = None, exchanges: bool = True
    ) -> Findings:
        """Return what both sides could take, who blocks, and what would open the zone; see ``look``.

        Parameters
        ----------
        draws, seed
            How many draws of uncertain numbers, and the seed of the random numbers.
        challenge
            The reading of the challenge model to lead with.
        exchanges
            Whether to look for swaps of support between issues.

        Raises
        ------
        AskError, TypeError
            If there is no such reading, a number is too small, or something is of another kind.
        """
        from detente.lenses.settlement.options import SettlementOptions

        return self.look("settlement", SettlementOptions(draws, seed, challenge=challenge, exchanges=exchanges))

    def roadmap(self, *, goal: str | None = None, draws: int = 16_384, seed: int = 1) -> Findings:
        """Return what would settle it and when: the paths to a goal, and what each waits for; see ``look``.

        Parameters
        ----------
        goal
            Id of the step to be reached; the case's own goal when omitted.
        draws, seed
            How many draws of uncertain durations, dates and chances, and the seed of the random numbers.

        Raises
        ------
        AskError, TypeError
            If the case has no such step, a number is too small, or something is of another kind.
        """
        from detente.lenses.roadmap.options import RoadmapOptions

        return self.look("roadmap", RoadmapOptions(goal, draws, seed))

    chronicle, settlement = show, settle  # lenses by their own names

    def __repr__(self) -> str:
        lenses = ", ".join(key for key, lens in shipped().items() if lens.applies(self.moment.written))
        return f"<Sight of {self.situation.title}: {lenses}>"

    def _repr_html_(self) -> str:
        return header(self.situation)

    def stamp(self, command: str) -> Stamp:
        """Return what a reader needs to obtain the same output again by ``command``."""
        header, scenario = self.moment.case.case, self.moment.scenario
        return Stamp(
            case=header.id,
            title=header.label,
            question=header.question or "",
            version=self.version,
            as_of=str(self.moment.as_of),
            known_until=str(header.known_until or ""),
            scenario=scenario.label if scenario else "",
            program=program(),
            command=command,
            languages=header.languages,
            authors=header.authors,
            note=header.note or "",
        )

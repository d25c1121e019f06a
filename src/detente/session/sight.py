"""Sights: a case at a date, under a scenario, ready to be looked at through the lenses."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detente.casefile.beside.own_files import own_files
from detente.dates.asked import asked_date
from detente.diagnostics import SourceMap, Span
from detente.findings import UNASKED, Brief, Edition, Findings, Head, Stamp
from detente.lenses.registry import lens_called, shipped
from detente.models.flaw import FlawedModelError
from detente.session.by_name import Lenses
from detente.session.edition.faults import REFUSALS, forgiven
from detente.session.errors import NOTHING_TO_SEE, CaseError
from detente.session.notebook import header
from detente.session.scenarios import scenario_called
from detente.writing import resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from detente.case.source_text import SourceText
    from detente.casefile import Loaded
    from detente.changes.result import Changes
    from detente.lenses.lens import Lens
    from detente.situation import Situation
    from detente.study import Moment, Study


@dataclass(frozen=True, slots=True, repr=False)
class Sight(Lenses):
    """A case at a date, and where it came from.

    Attributes
    ----------
    moment
        The case at the date, with the scenario's changes applied.
    source_map
        Line and column of every value, as the case was written.
    path, version
        Where the case was read, and the checksum of its files.
    texts
        By id of source, its text as it was read with the case.
    """

    moment: Moment
    source_map: SourceMap
    path: Path
    version: str
    texts: Mapping[str, SourceText]

    @classmethod
    def of(
        cls,
        study: Study,
        loaded: Loaded,
        path: Path,
        at: tuple[str | None, str | None],
        texts: Mapping[str, SourceText] = MappingProxyType({}),
    ) -> Sight:
        """Return the sight of a case without errors, at a date under a scenario.

        Raises
        ------
        DateError
            If the date is not one, or has a year that is a slip of the pen.
        LookupError
            If the case has no such scenario.
        """
        as_of, scenario = at
        date = None if as_of is None else asked_date(as_of, loaded.case.case.as_of)
        moment = study.at(date, None if scenario is None else scenario_called(loaded.case, scenario))
        return cls(moment, loaded.source_map, path, loaded.version, texts)

    @property
    def situation(self) -> Situation:
        """What had happened and was known."""
        return self.moment.situation

    @property
    def folder(self) -> Path:
        """Where the files of the case stand."""
        return self.path if self.path.is_dir() else self.path.parent

    def has_file(self, path: Path) -> bool:
        """Whether a path leads to a file of the case: to one that it was read from, or to the text of a source.

        Raises
        ------
        OSError
            If its links lead in a circle.
        """
        return resolved(path) in own_files(self.path, self.folder, self.moment.written, self.texts)

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
        if not self._applies(chosen):
            message = f"the case has nothing for '{lens}'"
            raise CaseError([NOTHING_TO_SEE.at(Span(str(self.path)), message, chosen.wants)])
        findings = chosen.look(self.moment, options, self.guard)
        if forgive is None:
            findings.results  # noqa: B018 - what was asked that does not fit is refused here
        return findings if forgive is None else findings.forgiving(REFUSALS, forgive)

    def guard(self) -> AbstractContextManager[None]:
        """Return what turns what cannot be modelled into problems of the case, around any work on it."""
        return self._case_errors(self.moment)

    @contextmanager
    def _case_errors(self, moment: Moment) -> Iterator[None]:
        """Turn what cannot be modelled into problems of the case, each at its line."""
        try:
            yield
        except FlawedModelError as error:
            raise CaseError(moment.told(flaw).diagnostic(self.source_map) for flaw in error.flaws) from error

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
        return [self.look(key, forgive=forgive) for key, lens in shipped().items() if self._applies(lens)]

    def _applies(self, lens: Lens[Any]) -> bool:
        """Whether the case has something for a lens, or had before sources were left out, which the lens then says."""
        missing = self.moment.study.beside.missing(lens.sections[0])
        return bool(missing) or lens.applies(self.moment.written)

    def brief(self) -> Brief:
        """Return five sentences about the case, and the one thing to find out next; only what they need is worked out.

        Raises
        ------
        CaseError
            If the case cannot be modelled at this date.
        """
        return self._brief_of(self.moment)

    def _brief_of(self, moment: Moment, findings: Iterable[Findings] | None = None) -> Brief:
        from detente.brief.compose import asks, compose

        lenses = {key: lens for key, lens in shipped().items() if lens.applies(moment.written)}
        guard = partial(self._case_errors, moment)
        with guard():
            return compose(moment, findings or (each.look(moment, asks(key), guard) for key, each in lenses.items()))

    def since(self, before: Sight) -> Changes:
        """Return what changed since the sight ``before``: of the case at an earlier date, or of an older version of it.

        Raises
        ------
        CaseError
            If a case cannot be modelled at its date.
        """
        from detente.session.edition.changing import Compared, changes

        return changes(*(Compared(each.moment, each.version, each.guard) for each in (before, self)))

    def edition(
        self,
        command: str,
        *,
        since: Sight | None = None,
        forgive: Callable[[str], None] | None = None,
        alone: bool = False,
    ) -> Edition:
        """Return all that one page holds: what every lens says, the brief, what it would be at other dates, and texts.

        Parameters
        ----------
        command
            The command line that gives the same page again.
        since
            An older version of the case, or the case at an earlier date: the page opens with what changed since.
        forgive
            As in ``look``; a fault in the brief costs the brief.
        alone
            Whether to leave out what it would be at other dates, where a reader chooses them elsewhere.

        Raises
        ------
        CaseError
            If the case cannot be modelled at this date.
        """
        from detente.brief.compose import gather
        from detente.changes.telling import opening as opened
        from detente.session.edition.glances import glances
        from detente.session.edition.passages import passages

        findings = tuple(self.look_around(forgive=forgive))
        brief = forgiven(partial(self._brief_of, self.moment, findings), "brief", forgive)
        asked = () if alone else forgiven(partial(glances, self.moment, self._brief_of), "glances", forgive)
        with self.guard():
            gathered = forgiven(partial(gather, self.moment, findings), "gathered", forgive) or ()
        texts = passages(self.moment.case, self.texts, self.folder)
        edition = Edition(self.stamp(command), findings, brief, asked or (), texts, gathered)
        if since is not None:
            opening = forgiven(lambda: opened(self.since(since)), "opening", forgive)
            edition = replace(edition, opening=opening, feed=self.moment.written.case.feed)
        return edition

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
        from detente.session.edition.exporting import pieces

        return pieces(self, to)

    def __repr__(self) -> str:
        lenses = ", ".join(key for key, lens in shipped().items() if lens.applies(self.moment.written))
        return f"<Sight of {self.situation.title}: {lenses}>"

    def _repr_html_(self) -> str:
        return header(self.situation)

    def head(self, document: str) -> Head:
        """Return the first keys of a document about it, such as ``detente.brief/1``."""
        scenario = self.moment.scenario
        left = self.moment.study.beside.left or UNASKED
        return Head(document, self.moment.case.case.id, str(self.moment.as_of), scenario.id if scenario else None, left)

    def stamp(self, command: str) -> Stamp:
        """Return what a reader needs to obtain the same output again by ``command``."""
        from detente.session.edition.stamping import stamp_of

        return stamp_of(self.moment, self.version, command)

"""Opened cases: what was read, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casefile import Draft, Loaded, load, read_texts
from detente.checks import Context, run_checks
from detente.dates import PartialDate
from detente.diagnostics import Diagnostic, Place, Severity, SourceMap, is_clean
from detente.lenses.asking import of_type
from detente.lenses.registry import shipped
from detente.session.errors import CaseError
from detente.session.models import model_problems
from detente.session.perceptions import perception_problems
from detente.session.scenarios import scenario_problems
from detente.session.unread import unread_sections
from detente.situation import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case import Case
    from detente.case.source_text import SourceText
    from detente.findings.sources import WithoutSources
    from detente.models.corridor.boundaries.outlines import Outlines
    from detente.session.sight import Sight
    from detente.study import Kept, Study


@dataclass(frozen=True, repr=False)
class OpenCase:
    """A case that was read and checked.

    Attributes
    ----------
    path
        Where it was read.
    loaded
        Its records, and where each value stands.
    diagnostics
        What is wrong with it, by file, line and column.
    texts
        By id of source, its text as it was read.
    cache
        Whether what takes long is kept in the user's cache folder from one run to the next.
    left
        What was left out of it; ``None`` for the case as it was read.
    kept
        What was worked out of other versions of it; ``None`` where there are none.
    """

    path: Path
    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, SourceText]
    cache: bool = True
    left: WithoutSources | None = None
    kept: Kept | None = None

    @property
    def case(self) -> Case:
        """The records of the case."""
        return self.loaded.case

    @property
    def boundaries(self) -> Outlines | None:
        """The outlines of countries that it brings, where it brings some."""
        return self.loaded.boundaries

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that stop an analysis."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)

    def at(self, as_of: str | date | PartialDate | None = None, *, scenario: str | None = None) -> Sight:
        """Return the case at a date, under a scenario.

        Parameters
        ----------
        as_of
            A day, or a partial date (EDTF) such as ``"2025-07"``; the case's own when omitted.
        scenario
            Id of a scenario of the case; the case as it is when omitted.

        Raises
        ------
        CaseError
            If the case has errors, or the scenario cannot be applied.
        DateError
            If ``as_of`` is not a date, or has a year that is a slip of the pen.
        LookupError
            If the case has no such scenario.
        TypeError
            If ``as_of`` is neither a date nor a text, or ``scenario`` is no text.
        """
        from detente.session.sight import Sight  # the lenses load when a case is looked at

        if self.errors:
            raise CaseError(self.errors)
        if not isinstance(scenario, str | None):
            raise TypeError(f"expected the id of a scenario, such as 'no-fee', got {of_type(scenario)}")
        return Sight.of(self._study, self.loaded, self.path, (_written(as_of), scenario), self.texts)

    def without(self, *sources: str) -> OpenCase:
        """Return the case without some sources: what rests on them alone falls away, before anything is worked out.

        Parameters
        ----------
        sources
            Ids of sources; the case as it is where there are none.

        Raises
        ------
        CaseError
            If the case has errors.
        LookupError
            If it has no such source.
        TypeError
            If one is no text.
        """
        if self.errors:
            raise CaseError(self.errors)
        if not sources:
            return self
        for each in sources:
            if not isinstance(each, str):
                raise TypeError(f"expected the id of a source, such as 'wire', got {of_type(each)}")
        from detente.session.leaving import leave_out  # what few ask for

        case, left = leave_out(_context(self.loaded, self.texts), sources)
        here = SourceMap(Place(self.loaded.source_map.span("sources")))  # the case that is left stands in no file
        return replace(self, loaded=replace(self.loaded, case=case, source_map=here), left=left)

    @cached_property
    def _study(self) -> Study:
        """Whatever is worked out of the case in its many situations."""
        from platformdirs import user_cache_path

        from detente.study import Beside, Study

        cache = user_cache_path("detente") if self.cache else None
        return Study(self.case, Beside(self.boundaries, self.texts, self.left), cache, self.kept)

    def __repr__(self) -> str:
        errors = len(self.errors)
        found = f"errors: {errors}, warnings: {len(self.diagnostics) - errors}"
        return f"<OpenCase {self.case.case.id!r} from {str(self.path)!r}, {found}>"

    def _repr_html_(self) -> str:
        """Show the case in a notebook."""
        header = self.case.case
        return f"<p><strong>{escape(header.label)}</strong>, as of {escape(str(header.as_of))}</p>"


def _written(as_of: object) -> str | None:
    """Return a date as a case would write it."""
    if isinstance(as_of, datetime):
        as_of = as_of.date()
    if isinstance(as_of, date):
        return as_of.isoformat()
    if isinstance(as_of, str | PartialDate):
        return str(as_of)
    if as_of is None:
        return None
    raise TypeError(f"expected a date, such as datetime.date(2025, 7, 10) or '2025-07', got {of_type(as_of)}")


def open_case(path: str | Path, *, sources: str | Path | None = None, cache: bool = True) -> OpenCase:
    """Read and check the case at ``path``.

    Parameters
    ----------
    path
        A folder with ``*.yaml`` files, or one such file.
    sources
        A folder with texts of sources, named ``<source id>.txt`` or ``.md``; quotes are checked against them.
    cache
        Whether what takes long is kept in the user's cache folder from one run to the next.

    Raises
    ------
    ValueError
        If a path is an empty text.
    """
    if "" in (path, sources):
        raise ValueError("expected a path, got an empty text; the current folder is '.'")
    loaded = load(Path(path))
    texts = read_texts(loaded.case, loaded.folder, Path(sources) if sources is not None else None)
    context = _context(loaded, texts)
    found = _problems(context, loaded)
    return OpenCase(Path(path), loaded, _in_order([*found, *_of_changed(context, found)]), texts, cache)


def open_draft(path: Path, draft: Draft, *, scenarios: bool = True) -> OpenCase:
    """Read and check the case at ``path`` as an editor holds it.

    Parameters
    ----------
    path
        A folder with ``*.yaml`` files, or one such file.
    draft
        The texts that are not saved, and what was read before.
    scenarios
        Whether the case is also checked under its perceptions and scenarios, which takes most of the time.
    """
    loaded = load(path, draft=draft)
    texts = read_texts(loaded.case, loaded.folder)
    context = _context(loaded, texts)
    found = _problems(context, loaded)
    return OpenCase(path, loaded, _in_order([*found, *(_of_changed(context, found) if scenarios else ())]), texts)


def _context(loaded: Loaded, texts: Mapping[str, SourceText]) -> Context:
    about = loaded.case, loaded.source_map, loaded.broken_ids, texts, loaded.lost
    return Context(*about, boundaries=loaded.boundaries, lenses=frozenset(shipped()))


def _problems(context: Context, loaded: Loaded) -> list[Diagnostic]:
    """Return what is wrong with a case as it is written."""
    found = [*loaded.diagnostics, *run_checks(context), *unread_sections(loaded.case, loaded.source_map)]
    return [*found, *model_problems(context)] if is_clean(found) else found


def _of_changed(context: Context, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a case as somebody reads it, or a scenario changes it, where nothing else is."""
    if is_clean(found):
        written = Written(context.case)
        misread = list(perception_problems(context, written))
        yield from (*misread, *scenario_problems(context, written, perceptions=not misread))


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(found)))

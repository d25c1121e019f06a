"""Opened cases: what was read, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casefile import Loaded, load, read_texts
from detente.checks import Context, run_checks
from detente.diagnostics import Diagnostic, Severity, is_clean
from detente.session.errors import CaseError
from detente.session.models import model_problems
from detente.session.perceptions import perception_problems
from detente.session.scenarios import scenario_problems

if TYPE_CHECKING:
    from detente.case import Case
    from detente.session.sight import Sight


@dataclass(frozen=True, slots=True)
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
    """

    path: Path
    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]

    @property
    def case(self) -> Case:
        """The records of the case."""
        return self.loaded.case

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that stop an analysis."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)

    def at(self, as_of: str | None = None, *, scenario: str | None = None) -> Sight:
        """Return the case at a date, under a scenario.

        Parameters
        ----------
        as_of
            A partial date (EDTF); the case's own when omitted.
        scenario
            Id of a scenario of the case; the case as it is when omitted.

        Raises
        ------
        CaseError
            If the case has errors, or the scenario cannot be applied.
        DateError
            If ``as_of`` is not a date.
        LookupError
            If the case has no such scenario.
        """
        from detente.session.sight import Sight  # the lenses load when a case is looked at

        if self.errors:
            raise CaseError(self.errors)
        return Sight.of(self.loaded, self.path, as_of, scenario=scenario)

    def _repr_html_(self) -> str:
        """Show the case in a notebook."""
        header = self.case.case
        return f"<p><strong>{escape(header.title or header.id)}</strong>, as of {escape(str(header.as_of))}</p>"


def open_case(path: str | Path, *, sources: str | Path | None = None) -> OpenCase:
    """Read and check the case at ``path``.

    Parameters
    ----------
    path
        A folder with ``*.yaml`` files, or one such file.
    sources
        A folder with texts of sources, named ``<source id>.txt`` or ``.md``; quotes are checked against them.
    """
    loaded = load(Path(path))
    texts = read_texts(loaded.case, loaded.folder, Path(sources) if sources is not None else None)
    context = Context(loaded.case, loaded.source_map, loaded.broken_ids, texts, loaded.lost)
    found = [*loaded.diagnostics, *run_checks(context)]
    if is_clean(found):
        found += model_problems(loaded.case, loaded.source_map)
    if is_clean(found):
        misread = list(perception_problems(context))
        found += [*misread, *scenario_problems(context, perceptions=not misread)]
    return OpenCase(Path(path), loaded, tuple(sorted(set(found))))

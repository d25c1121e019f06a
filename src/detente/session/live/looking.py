"""Looking at a case again and again while its text changes: what a change leaves as it is, is not worked out anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casefile import Draft
from detente.casefile.beside.own_files import own_files
from detente.dates.edtf import DateError
from detente.lenses.look import AskError
from detente.lenses.registry import shipped
from detente.report.drawings import Drawings
from detente.session.errors import CaseError
from detente.session.live.adding import Insertion, with_records
from detente.session.live.supposing import Supposable, Supposed, scenario_of, supposable, supposed
from detente.session.opened import OpenCase, open_case, open_draft
from detente.study import Kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from detente.session.sight import Sight


class Live:
    """A case that is looked at while it is written.

    Parameters
    ----------
    path
        The folder of the case, or its file.

    Attributes
    ----------
    faults
        What failed in Detente itself while a page was made, each of which costs one section.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._draft = Draft()
        self._kept = Kept()
        self._drawings = Drawings()
        self._opened: OpenCase | None = None
        self._stood: object = None
        self.faults: list[str] = []

    def case(self, unsaved: Mapping[str, str], *, scenarios: bool = True) -> OpenCase:
        """Return the case as it stands on the disk, with some texts in the place of files.

        Parameters
        ----------
        unsaved
            By name of a file the text that an editor holds.
        scenarios
            Whether it is also checked as scenarios change it; without that, whoever asks has that done.
        """
        self._draft.unsaved = dict(unsaved)
        opened = open_draft(self.path, self._draft, scenarios=scenarios)
        stands = opened.loaded.version, opened.texts
        if stands != self._stood:
            self._kept.turn()
            self._stood = stands
        elif self._opened is not None and opened.diagnostics == self._opened.diagnostics:
            return self._opened  # with all that was worked out of it
        self._opened = replace(opened, kept=self._kept)
        return self._opened

    def files(self) -> frozenset[Path]:
        """Return where the files are that the case is made of, as it was read last."""
        case = self._opened or self.case({})
        return own_files(self.path, case.loaded.folder, case.case, case.texts)

    def sight(
        self, unsaved: Mapping[str, str], as_of: str | None, scenario: str | None, *, scenarios: bool = True
    ) -> Sight:
        """Return the case at a date under a scenario.

        Raises
        ------
        CaseError
            If the case has errors.
        AskError
            If the date is not one, or there is no such scenario.
        """
        return _sight(self.case(unsaved, scenarios=scenarios), as_of, scenario)

    def report(self, command: str) -> str:
        """Return the page of the case as it is saved, as ``detente report`` writes it; raises as ``sight`` does."""
        from detente.report import render

        return render(self.sight({}, None, None).edition(command, forgive=self.faults.append), self._drawings)

    def page(self, as_of: str | None, scenario: str | None, command: str, since: Path | None) -> str:
        """Return the same page of the case at a date under a scenario, as it stands beside a bar to choose them with.

        It has no choice of its own, and scenarios are not checked: a case is checked as a whole while its page is made.

        Parameters
        ----------
        command
            The command line that writes it.
        since
            An older version of the case; the page then opens with what changed since.

        Raises
        ------
        CaseError
            If the case has errors.
        AskError
            If the date is not one, there is no such scenario, or the older version cannot be compared with it.
        """
        from detente.report import render

        sight = self.sight({}, as_of, scenario, scenarios=False)
        older = None if since is None else self._older(since, as_of, scenario)
        edition = sight.edition(command, since=older, forgive=self.faults.append, alone=True)
        return render(edition, self._drawings)

    def _older(self, path: Path, as_of: str | None, scenario: str | None) -> Sight:
        before = replace(open_case(path), kept=self._kept)
        if before.errors:
            raise AskError("since", "the older version has errors, so that nothing can be compared with it")
        if scenario not in (None, *(each.id for each in before.case.scenarios)):
            raise AskError("since", f"the older version has no scenario '{scenario}' to compare with")
        return _sight(before, as_of, scenario)

    def document(self, command: str, as_of: str | None, scenario: str | None) -> str:
        """Return what a command prints for programs of the case as it is saved.

        Raises
        ------
        CaseError
            If the case has errors, or nothing for the command.
        AskError
            If no command of that name prints a document of a case, the date is not one, or there is no such scenario.
        """
        from detente.brief.document import BRIEF
        from detente.exports.json_document import as_text, to_json
        from detente.session.checking import Checked

        if command == "check":
            return as_text(Checked.of(self.case({}).diagnostics))
        sight = self.sight({}, as_of, scenario)
        if command == "brief":
            return as_text(sight.head(BRIEF), sight.brief())
        if command not in {lens.command or key for key, lens in shipped().items()}:
            raise AskError("command", f"no command '{command}' prints a document of a case")
        return to_json(sight.look(command))

    def supposable(self, unsaved: Mapping[str, str], as_of: str | None) -> Supposable:
        """Return what may be supposed of the case otherwise than it is; raises as ``sight`` does."""
        return supposable(self.sight(unsaved, as_of, None))

    def suppose(self, unsaved: Mapping[str, str], as_of: str | None, changes: Sequence[Mapping[str, Any]]) -> Supposed:
        """Return what the case says under changes, beside what it says as it is.

        Raises
        ------
        CaseError
            If the case has errors, as it is or with the changes.
        AskError
            If the date is not one, or no file of the case can take a scenario.
        """
        before = self.sight(unsaved, as_of, None)
        record = scenario_of(self.case(unsaved), "What if", changes)
        then = open_draft(self.path, Draft({**unsaved, **with_records(self.path, unsaved, "scenarios", [record])}))
        return supposed(before, replace(then, kept=self._kept).at(as_of, scenario=record["id"]))

    def with_scenario(self, unsaved: Mapping[str, str], title: str, changes: Sequence[Mapping[str, Any]]) -> Insertion:
        """Return the file that takes changes as a further scenario; raises as ``suppose`` does."""
        case = self.case(unsaved)
        if case.errors:
            raise CaseError(case.errors)
        record = scenario_of(case, title, changes)
        texts = with_records(self.path, unsaved, "scenarios", [record])
        [(name, text)] = texts.items()
        then = open_draft(self.path, Draft({**unsaved, **texts}))
        if then.errors:
            raise CaseError(then.errors)
        number = next(k for k, each in enumerate(then.case.scenarios) if each.id == record["id"])
        return Insertion(name, text, then.loaded.source_map.span("scenarios", number).line)


def _sight(case: OpenCase, as_of: str | None, scenario: str | None) -> Sight:
    try:
        return case.at(as_of, scenario=scenario)
    except (DateError, LookupError) as error:
        raise AskError("at", str(error.args[0])) from error

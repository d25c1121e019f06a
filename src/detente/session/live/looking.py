"""Looking at a case again and again while its text changes: what a change leaves as it is, is not worked out anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casefile import Draft
from detente.session.errors import CaseError
from detente.session.live.adding import Insertion, with_records
from detente.session.live.supposing import Supposable, Supposed, scenario_of, supposable, supposed
from detente.session.opened import OpenCase, open_draft
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
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._draft = Draft()
        self._kept = Kept()
        self._opened: OpenCase | None = None
        self._stood: object = None

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
        stands = {file.name: file.data for file in opened.loaded.files}, opened.texts
        if stands != self._stood:
            self._kept.turn()
            self._stood = stands
        elif self._opened is not None and opened.diagnostics == self._opened.diagnostics:
            return self._opened  # with all that was worked out of it
        self._opened = replace(opened, kept=self._kept)
        return self._opened

    def sight(self, unsaved: Mapping[str, str], as_of: str | None, scenario: str | None) -> Sight:
        """Return the case at a date under a scenario.

        Raises
        ------
        CaseError
            If the case has errors.
        DateError
            If the date is not one.
        LookupError
            If there is no such scenario.
        """
        return self.case(unsaved).at(as_of, scenario=scenario)

    def report(self, command: str) -> str:
        """Return the page of the case as it is saved, as ``detente report`` writes it; raises as ``sight`` does."""
        from detente.report import render

        return render(self.sight({}, None, None).edition(command))

    def page(self, as_of: str | None, scenario: str | None, command: str, since: Mapping[str, str] | None) -> str:
        """Return the same page of the case at a date under a scenario, as it stands beside a bar to choose them with.

        It has no choice of its own, and scenarios are not checked: a case is checked as a whole while its page is made.

        Parameters
        ----------
        command
            The command line that writes it.
        since
            By name of a file an earlier text of it; the page then opens with what changed since.
        """
        from detente.report import render

        case = self.case({}, scenarios=False)
        sight = case.at(as_of, scenario=scenario)
        before = None if since is None else open_draft(self.path, Draft(dict(since)))
        known = before is not None and scenario in (None, *(each.id for each in before.case.scenarios))
        older = before.at(as_of, scenario=scenario) if before is not None and known and not before.errors else None
        return render(sight.edition(command, since=older, alone=True))

    def document(self, command: str, as_of: str | None, scenario: str | None) -> str:
        """Return what a command prints for programs of the case as it is saved.

        Raises
        ------
        LookupError
            If no command of that name prints a document of a case, or there is no such scenario.
        CaseError
            If the case has errors, or nothing for the command.
        DateError
            If the date is not one.
        """
        from detente.brief.document import BRIEF
        from detente.exports.json_document import as_text, to_json
        from detente.session.checking import Checked

        if command == "check":
            return as_text(Checked.of(self.case({}).diagnostics))
        sight = self.sight({}, as_of, scenario)
        if command == "brief":
            return as_text(sight.head(BRIEF), sight.brief())
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
        DateError
            If the date is not one.
        LookupError
            If no file of the case can take a scenario.
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

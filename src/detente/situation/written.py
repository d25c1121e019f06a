"""A case written out as plain values, and read again from changed ones: what was not changed stays the same record."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from detente.case import Case
from detente.case.fields import written
from detente.case.record import Record
from detente.case.shape import fields
from detente.dates import PartialDate, RelativeDate
from detente.situation.misfit import misfit
from detente.situation.tree import ScenarioError, Tree

if TYPE_CHECKING:
    from collections.abc import Collection


class Written:
    """The plain values of a case; each record is written once, whatever is made of the case.

    Parameters
    ----------
    case
        The case.
    before
        The case that it was made from, written out: what both share is not written again.

    Attributes
    ----------
    case
        The case.
    plain
        Records with the plain values that write them, by the identity of the record.
    records
        The same records, by the identity of the plain values.
    """

    def __init__(self, case: Case, before: Written | None = None) -> None:
        self.case = case
        self.plain: ChainMap[int, tuple[Record, Tree]] = before.plain.new_child() if before else ChainMap()
        self.records: ChainMap[int, Record] = before.records.new_child() if before else ChainMap()
        self._before = before
        self._sections: Tree = {}

    def section(self, name: str) -> Any:
        """Return a section as plain values, which are not to be changed in place."""
        if name not in self._sections:
            value = getattr(self.case, name)
            shared = self._before is not None and getattr(self._before.case, name) is value
            self._sections[name] = self._before.section(name) if self._before and shared else self._write(value)
        return self._sections[name]

    def sections(self, names: Collection[str]) -> Tree:
        """Return those of some sections that the case has."""
        return {name: self.section(name) for name in fields(Case) if name in names and name in self._stated}

    def read(self, tree: Tree) -> Case:
        """Return the case with some sections as plain values write them.

        Raises
        ------
        ScenarioError
            If it is not a case.
        """
        same = {name for name, value in tree.items() if name in self._stated and value is self.section(name)}
        changed = {name: self._known(value) for name, value in tree.items() if name not in same}
        try:
            read = Case.model_validate({"case": self.case.case, **changed})
        except ValidationError as error:
            message, hint = misfit(error.errors(include_url=False)[0], tree)
            raise ScenarioError(f"the changed case is not valid: {message}", hint=hint) from error
        return self.case.model_copy(update={name: getattr(read, name) for name in changed})

    @property
    def _stated(self) -> set[str]:
        return self.case.model_fields_set

    def _write(self, value: Any) -> Any:
        if isinstance(value, Record):
            known = self.plain.get(id(value))
            return known[1] if known else self._record(value)
        if isinstance(value, dict):
            return {key: self._write(item) for key, item in value.items()}
        if isinstance(value, tuple | list):
            return [self._write(item) for item in value]
        return written(value) if isinstance(value, PartialDate | RelativeDate) else value

    def _record(self, record: Record) -> Tree:
        stated = ((key, name) for key, (name, _) in fields(type(record)).items() if name in record.model_fields_set)
        found = {key: self._write(getattr(record, name)) for key, name in stated}
        self.plain[id(record)] = record, found
        self.records[id(found)] = record
        return found

    def _known(self, value: Any) -> Any:
        """Return plain values with the record itself for each part that is as it was written."""
        if isinstance(value, dict):
            return self.records.get(id(value)) or {key: self._known(item) for key, item in value.items()}
        return [self._known(item) for item in value] if isinstance(value, list) else value

"""Changes: what scenarios and perceptions name by a path, and what they put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from detente.case import Case
from detente.case.scenario import Change
from detente.case.shape import Path, annotation_at, fields, kind_at, records_at, referred
from detente.situation.tree import ScenarioError, follow
from detente.situation.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.record import Record
    from detente.case.shape import Reference


class Changes:
    """What the changes in a case lead to.

    Parameters
    ----------
    case
        The case, which is written out when the first change is looked at.
    """

    def __init__(self, case: Case) -> None:
        self._written = Written(case)

    def words(self, path: Path, record: Record) -> Iterator[tuple[Path, tuple[str, int, str], Path]]:
        """Yield each word of a change's path, but for the section.

        Yields
        ------
        The path of the value that is the change's path; the word, its offset, and the whole text; what it leads to.
        """
        if not isinstance(record, Change):
            return
        key = next(key for key in ("drop", "set", "add") if getattr(record, key) is not None)
        words, offset = record.target.split("."), 0
        for number, word in enumerate(words):
            place = self.place(words[: number + 1])
            if place is None:
                return
            if number:
                yield (*path, key), (word, offset, record.target), place
            offset += len(word) + 1

    def place(self, words: list[str]) -> Path | None:
        """Return what some words lead to; nothing where they lead nowhere, or to several things."""
        if words[0] not in fields(Case):
            return None
        try:
            return follow(self._written.sections({words[0]}), words)
        except ScenarioError:
            return None

    def references(self, path: Path, record: Record) -> Iterator[Reference]:
        """Yield the references in what a change sets, where it is no record."""
        if isinstance(record, Change) and record.set is not None and (place := self._owner(record)) is not None:
            key = record.set.rpartition(".")[2]
            yield from referred(_frozen(record.to), annotation_at(Case, (*place, key)), (*path, "to"))

    def records(self, path: Path, record: Record) -> list[tuple[Path, Record]]:
        """Return every record in what a change sets or adds."""
        if not isinstance(record, Change) or record.drop is not None:
            return []
        home = self.home(record.target)
        if home is None:
            return []
        if record.add is not None:
            return _read(kind_at(Case, (*home, 0)), record.record, (*path, "record"))
        if isinstance(record.to, list):
            kind = kind_at(Case, (*home, 0))
            return [each for k, item in enumerate(record.to) for each in _read(kind, item, (*path, "to", k))]
        return _read(kind_at(Case, home), record.to, (*path, "to"))

    def home(self, target: str) -> Path | None:
        """Return where stands what a change sets, or the list that it adds to; nothing where that is nowhere."""
        above, _, last = target.rpartition(".")
        owner = self.place(above.split(".")) if above else ()
        if owner is None:
            return None
        is_key = annotation_at(Case, (*owner, last)) is not None
        return (*owner, last) if is_key else self.place(target.split("."))

    def _owner(self, change: Change) -> Path | None:
        above = change.target.rpartition(".")[0]
        return self.place(above.split(".")) if above else ()


def _read(kind: type[Record] | None, written: Any, path: Path) -> list[tuple[Path, Record]]:
    """Return the records that some plain values write, if they write one."""
    try:
        return records_at(kind.model_validate(written), path) if kind is not None and written is not None else []
    except ValidationError:  # which is told of where the scenario is checked
        return []


def _frozen(value: Any) -> Any:
    """Return plain values with tuples for lists, as records hold them."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return {key: _frozen(item) for key, item in value.items()} if isinstance(value, dict) else value

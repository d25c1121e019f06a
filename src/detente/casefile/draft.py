"""Drafts: a case while it is being written, of which little changes from one reading to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.case.record import Record
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic

Parsed: TypeAlias = "tuple[Tree | None, list[Diagnostic]]"
"""The tree of a file, and what is wrong with its text."""


@dataclass(slots=True)
class Draft:
    """What an editor holds of a case, and what was read of it last: the same text is not read twice.

    Attributes
    ----------
    unsaved
        By name of a file the text that stands in an editor, which is read in its place.
    """

    unsaved: dict[str, str] = field(default_factory=dict)
    _trees: dict[str, tuple[str, Parsed]] = field(default_factory=dict)
    _records: dict[tuple[str, str | int], tuple[str, Record]] = field(default_factory=dict)

    def tree(self, file: CaseFile, read: Callable[[CaseFile], Parsed]) -> Parsed:
        """Return what ``read`` makes of a file, read anew only where its text is another one."""
        text, parsed = self._trees.get(file.name, (None, None))
        if parsed is None or text != file.text:
            parsed = read(file)
            self._trees[file.name] = file.text, parsed
        return parsed

    def record(self, section: str, number: int, item: Any) -> Record | None:
        """Return the good record that was made of an item of a section before, where it says the very same.

        What Python holds to be equal is not: ``1`` and ``true`` are, and mappings in another order.
        """
        before = self._records.get((section, _name(item, number)))
        return before[1] if before and before[0] == repr(item) else None

    def keep(self, section: str, number: int, item: Any, record: Record) -> None:
        """Keep the good record that was made of an item of a section."""
        self._records[section, _name(item, number)] = repr(item), record


def _name(item: Any, number: int) -> str | int:
    """Return what tells an item of a list from the others; only a first guess, for items are compared."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else number

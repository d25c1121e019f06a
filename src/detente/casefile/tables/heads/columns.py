"""The layout of a plain table: each column is known by its head, in any order.

A name alone holds positions where another column is about the same issue. A column that cannot be known is an error,
or becomes a note where it holds text; none vanishes, and none becomes an issue in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.tables.heads.head import Head
from detente.casefile.tables.heads.words import ROW_NUMBER, UNDERSTOOD, says_kind
from detente.diagnostics import Diagnostic, did_you_mean
from detente.writing.spelling import key

if TYPE_CHECKING:
    from detente.casefile.tables.cell import Row
    from detente.diagnostics import Rule

_SAYS_ISSUES = ("position", "salience", "outcome")


@dataclass(slots=True)
class Columns:
    """The columns of a table while it is laid out.

    Attributes
    ----------
    found
        By kind, and by what the spellings of the issue have in common.
    notes
        Columns of text.
    problems
        What is wrong with them.
    """

    found: dict[tuple[str, str], Head] = field(default_factory=dict)
    notes: list[Head] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def add(self, head: Head) -> None:
        """Take a column; a second one for the same thing is a problem."""
        if head.kind == "note":
            same = next((note for note in self.notes if note.whole == head.whole), head)
            self.notes.append(head)
        else:
            same = self.found.setdefault((head.kind, head.key), head)
        if same is not head:
            message = f"'{head.cell.shown}' says the same as '{same.cell.shown}'"
            self.report(BAD_SHAPE, head, message, "name each column differently, or leave one out")

    def report(self, rule: Rule, head: Head, message: str, hint: str = "") -> None:
        """Note a problem at a head."""
        self.problems.append(rule.at(head.cell.span, message, hint))

    def positions(self) -> dict[str, Head]:
        """Return the columns of positions by issue."""
        return {name: head for (kind, name), head in self.found.items() if kind == "position"}

    def column(self, kind: str, name: str = "") -> int | None:
        """Return the number of a column, from 0."""
        return self.found[kind, name].column if (kind, name) in self.found else None


def sort_out(heads: list[Head], rows: list[Row]) -> Columns:
    """Return what each column holds."""
    columns = Columns()
    heads = _named_in_full(_actors_first(heads))
    about = {head.key for head in heads if head.kind and head.name and head.kind != "position"}
    is_spoken_for = any(head.kind in _SAYS_ISSUES for head in heads)
    only = _only_issue(heads)
    for head in heads:
        if head.kind == "position":
            columns.add(head if head.name else replace(head, name="Dimension 1"))
        elif not head.kind and (head.key in about or head is only):
            columns.add(replace(head, kind="position"))
        elif not head.kind:
            _take_unknown(head, rows, columns, is_spoken_for=is_spoken_for)
    positions = columns.positions()
    for head in heads:
        if head.kind and head.kind != "position":
            _take(head.among(positions) if head.name else head, positions, columns, rows)
    return columns


def _actors_first(heads: list[Head]) -> list[Head]:
    """Return heads of which those that may name the actors do so, where no other does; else they are texts."""
    instead = "note" if any(head.kind == "actor" for head in heads) else "actor"
    return [replace(head, kind=instead) if head.kind == "may be actor" else head for head in heads]


def _named_in_full(heads: list[Head]) -> list[Head]:
    """Return heads of which those that are, word for word, what another column is about, are nothing but names."""
    sure = {head.key for head in heads if head.kind in _SAYS_ISSUES and head.name}
    return [head.as_name() if head.whole in sure and (head.name or not head.kind) else head for head in heads]


def _only_issue(heads: list[Head]) -> Head | None:
    """Return the only name of an issue, where a column says 'salience' and no issue."""
    is_meant = any(head.kind in ("salience", "outcome") and not head.name for head in heads)
    named = [head for head in heads if head.kind in ("", "position")]
    return named[0] if is_meant and len(named) == 1 else None


def _take_unknown(head: Head, rows: list[Row], columns: Columns, *, is_spoken_for: bool) -> None:
    """Take a column whose head is a name that no other column is about."""
    texts = [row[head.column].text for row in rows if head.column < len(row) and row[head.column].text]
    shown = head.cell.shown
    if not texts:
        columns.report(LEFT_OUT, head, f"nothing stands below '{shown}', and it is left out")
    elif head.whole in ROW_NUMBER:
        columns.report(LEFT_OUT, head, f"'{shown}' numbers the rows, and is left out")
    elif all(text[0].isalpha() for text in texts):
        columns.report(READ_AS, head, f"'{shown}' holds text, and becomes a note on each actor")
        columns.add(replace(head, kind="note"))
    elif is_spoken_for or says_kind(head.name):
        hint = f"write '{head.name} position' if it is an issue; {UNDERSTOOD}"
        columns.report(BAD_HEAD, head, f"'{shown}' is not understood", hint)
    else:
        message = f"'{shown}' is read as an issue on which these are positions, since no column says otherwise"
        columns.report(READ_AS, head, message, f"write '{head.name} position', or what else it is; {UNDERSTOOD}")
        columns.add(replace(head, kind="position"))


def _take(head: Head, positions: dict[str, Head], columns: Columns, rows: list[Row]) -> None:
    """Take a column whose kind its head says."""
    if (head.kind == "note" and head.name and head.key not in positions) or head.kind == "issue":
        _take_unknown(head.as_name(), rows, columns, is_spoken_for=True)
    elif not head.name and head.kind in ("salience", "outcome"):
        _take_nameless(head, positions, columns)
    elif head.name and head.key not in positions:
        names = [position.name for position in positions.values()]
        hint = did_you_mean(head.name, names) or f"add a column '{head.name} position'"
        columns.report(BAD_SHAPE, head, f"no column gives positions on '{head.name}'", hint)
    elif head.kind == "weight":
        hint = f"write '{head.name} salience' or '{head.name} capability'"
        columns.report(BAD_SHAPE, head, f"'{head.cell.shown}' may be a salience or a capability", hint)
    else:
        columns.add(head)


def _take_nameless(head: Head, positions: dict[str, Head], columns: Columns) -> None:
    names = [position.name for position in positions.values()]
    if len(names) == 1 or key("Dimension 1") in positions:
        only = names[0] if len(names) == 1 else positions[key("Dimension 1")].name
        columns.add(replace(head, name=only))
    elif names:
        message = f"'{head.cell.shown}' does not say on which issue"
        columns.report(BAD_HEAD, head, message, f"write '{names[0]} {head.kind}'")

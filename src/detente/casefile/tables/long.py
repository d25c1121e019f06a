"""Tables with a row for each actor and issue, spread out so that each actor has one row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE, LEFT_OUT, READ_AS, TOTAL
from detente.casefile.tables.cell import MOST_CELLS, Cell, Row, too_many
from detente.casefile.tables.heads.head import Head
from detente.casefile.tables.heads.words import ROW_NUMBER
from detente.casefile.tables.totals import is_total
from detente.writing.spelling import key

if TYPE_CHECKING:
    from detente.diagnostics import Diagnostic

_NUMBERS = ("position", "salience", "capability", "outcome")


def is_long(heads: list[Head]) -> bool:
    """Return whether a table has a column of issues, beside one of positions that names none."""
    kinds = [head.kind for head in heads if not head.name]
    return "issue" in kinds and "position" in kinds


Wide = tuple[Row, list[Row], list[Head]]
"""The head of a table with a row an actor, its rows, and what its heads say."""


def widen(heads: list[Head], rows: list[Row], problems: list[Diagnostic]) -> Wide | None:
    """Return a table with a row an actor, of the same cells, or ``None``; problems are added to a list."""
    table = _Long(_known(heads, rows, problems), rows, problems)
    if any(str(found.severity) == "error" for found in problems):
        return None
    rows_of = table.by_actor_and_issue()
    actors, issues = (list(dict.fromkeys(pair[k] for pair in rows_of)) for k in (0, 1))
    if len(actors) * len(issues) * len(_NUMBERS) > 4 * MOST_CELLS:
        problems.append(too_many(rows[-1][0].span))
        return None
    return table.spread(rows_of, actors, issues)


def _known(heads: list[Head], rows: list[Row], problems: list[Diagnostic]) -> dict[str, Head]:
    """Return the columns by kind; the others are notes, or problems."""
    found: dict[str, Head] = {}
    instead = "note" if any(head.kind == "actor" for head in heads) else "actor"
    for head in heads:
        kind = instead if head.kind == "may be actor" else head.kind
        span, shown = head.cell.span, head.cell.shown
        texts = [row[head.column].text for row in rows if head.column < len(row) and row[head.column].text]
        if kind == "note" and not head.name:
            found[head.whole] = head
        elif kind and not head.name:
            if found.setdefault(kind, head) is not head:
                message = f"'{shown}' says the same as '{found[kind].cell.shown}'"
                problems.append(BAD_SHAPE.at(span, message, "leave one of them out"))
        elif not texts:
            problems.append(LEFT_OUT.at(span, f"nothing stands below '{shown}', and it is left out"))
        elif head.whole in ROW_NUMBER:
            problems.append(LEFT_OUT.at(span, f"'{shown}' numbers the rows, and is left out"))
        elif all(text[0].isalpha() for text in texts):
            problems.append(READ_AS.at(span, f"'{shown}' holds text, and becomes a note on each actor"))
            found[head.whole] = replace(head, kind="note")
        else:
            hint = (
                "a table with a column of issues has 'Actor', 'Issue', 'Position', 'Salience', 'Capability', 'Outcome'"
            )
            problems.append(BAD_HEAD.at(span, f"'{shown}' is not understood", hint))
    return found


@dataclass(frozen=True, slots=True)
class _Long:
    """A table with a row for each actor and issue: its columns, its rows, and what is wrong with it so far."""

    columns: dict[str, Head]
    rows: list[Row]
    problems: list[Diagnostic]

    def cell(self, row: Row, kind: str) -> Cell:
        """Return the cell of a row in a column; an empty one where there is none."""
        head = self.columns.get(kind)
        return row[head.column] if head and head.column < len(row) else Cell("", row[0].span)

    def by_actor_and_issue(self) -> dict[tuple[str, str], Row]:
        """Return the rows by whom and what they are about."""
        found: dict[tuple[str, str], Row] = {}
        for row in self.rows:
            actor, issue = self.cell(row, "actor"), self.cell(row, "issue")
            if is_total(actor.text):
                message = f"'{actor.shown}' names itself a total: the row is left out, and becomes no actor"
                self.problems.append(TOTAL.at(actor.span, message))
            elif not actor.text or not issue.text:
                what = "an issue" if actor.text else "an actor"
                self.problems.append(
                    BAD_SHAPE.at(row[0].span, f"a row without {what}", "each row is about one of each")
                )
            elif (earlier := found.setdefault((key(actor.text), key(issue.text)), row)) is not row:
                message = f"'{actor.shown}' on '{issue.shown}' stands in row {earlier[0].span.line} already"
                self.problems.append(BAD_SHAPE.at(actor.span, message, "write one row for each actor and issue"))
        return found

    def spread(self, rows_of: dict[tuple[str, str], Row], actors: list[str], issues: list[str]) -> Wide:
        """Return the same cells with a row an actor."""
        own = self._kinds_by_issue(rows_of)
        first_on = {issue: row for (_, issue), row in reversed(rows_of.items())}
        columns = list(product(issues, own))
        heads = [replace(self.columns["actor"], column=0)]
        heads.append(Head(Cell("Notes", heads[0].cell.span), 1, "note"))
        if "capability" in self.columns and "capability" not in own:
            heads.append(replace(self.columns["capability"], column=2))
        for issue, kind in columns:
            cell = self.cell(first_on[issue], "issue")
            named = Cell(f"{cell.text} {kind}", cell.span)
            heads.append(replace(self.columns[kind], cell=named, column=len(heads), kind=kind, name=cell.text))
        head = [each.cell for each in heads]
        return head, [self._row(actor, rows_of, columns, len(heads)) for actor in actors], heads

    def _kinds_by_issue(self, rows_of: dict[tuple[str, str], Row]) -> list[str]:
        """Return which kinds of numbers each issue has; a capability that never differs is one in general."""
        said: dict[str, set[str]] = {}
        for (actor, _), row in rows_of.items():
            said.setdefault(actor, set()).add(self.cell(row, "capability").text)
        differs = any(len(texts) > 1 for texts in said.values())
        return [kind for kind in _NUMBERS if kind in self.columns and (kind != "capability" or differs)]

    def _row(self, actor: str, rows_of: dict[tuple[str, str], Row], columns: list[tuple[str, str]], width: int) -> Row:
        rows = [row for issue in dict.fromkeys(issue for issue, _ in columns) if (row := rows_of.get((actor, issue)))]
        name = self.cell(rows[0], "actor")
        empty = Cell("", name.span)
        start = [name, Cell(self._note(rows), name.span), self.cell(rows[0], "capability")]
        found = [rows_of.get((actor, issue)) for issue, _ in columns]
        cells = [self.cell(row, kind) if row else empty for row, (_, kind) in zip(found, columns, strict=True)]
        return start[: width - len(columns)] + cells

    def _note(self, rows: list[Row]) -> str:
        """Return what the columns of text say of an actor: once where it is the same, else issue by issue."""
        said: list[str] = []
        for kind, head in self.columns.items():
            if head.kind != "note":
                continue
            texts = {self.cell(row, "issue").text: self.cell(row, kind).text for row in rows}
            filled = {issue: text for issue, text in texts.items() if text}
            if filled and len(set(texts.values())) == 1:
                said.append(next(iter(filled.values())))
            else:
                said += [f"{issue}: {text}" for issue, text in filled.items()]
        return "; ".join(said)

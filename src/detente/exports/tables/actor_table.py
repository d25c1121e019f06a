"""Who stands where, as a table with a row an actor; ``detente new --from`` reads it back.

Heads and cells are those of a plain table: ``Depth position (0..20 m)``, ``Depth salience (0..1)``, ``40..60``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from detente.exports.export import ExportError
from detente.lenses.chronicle.number import Number, Peaked
from detente.lenses.chronicle.positions.model import PositionsModel, ScaledIssue, Stakeholder
from detente.writing import guarded
from detente.writing.spelling import key
from detente.writing.unit_words import is_comment

Cell: TypeAlias = str | int | float | None
"""Text, a number, or nothing."""

_ONE = r"-?\d+(?:\.\d+)?(?:e[+-]\d+)?"
_IS_NUMBER = re.compile(rf"{_ONE}(?:\.\.{_ONE}){{1,2}}", re.ASCII)
"""An interval: no spreadsheet program computes one, and no other program would know it with an apostrophe."""

_QUOTE = '"'
_PARTED = re.compile(r'[",;|\t\r\n]')

LEAVES_OUT = "sources, reasons, dates, kinds of actors, positions in words, labels of scales, issues without a scale"


def actor_table(model: PositionsModel) -> list[list[Cell]]:
    """Return the head and the rows of a table.

    Parameters
    ----------
    model
        What the chronicle lens has for exports.

    Raises
    ------
    ExportError
        If there is nothing to write.
    """
    actors, issues = stakes(model)
    notes = any(actor.note for actor in actors)
    powers = any(actor.capability is not None for actor in actors)
    columns: list[list[Cell]] = [["Actor", *unique_names(actors)]]
    columns += [["Description", *(actor.note and one_line(actor.note) for actor in actors)]] if notes else []
    columns += [["Capability", *(_cell(actor.capability) for actor in actors)]] if powers else []
    for issue, name in zip(issues, unique_names(issues), strict=True):
        held = [actor.positions.get(issue.id) for actor in actors]
        own = [actor.capabilities.get(issue.id) for actor in actors]
        saliences = [each.salience if each else None for each in held]
        columns.append([f"{name} position{_scale(issue)}", *(_cell(each.value if each else None) for each in held)])
        if any(salience is not None for salience in saliences):
            columns.append([f"{name} salience (0..1)", *map(_cell, saliences)])
        if any(power is not None for power in own):
            columns.append([f"{name} capability", *map(_cell, own)])
    return [list(row) for row in zip(*columns, strict=True)]


def stakes(model: PositionsModel) -> tuple[tuple[Stakeholder, ...], tuple[ScaledIssue, ...]]:
    """Return the actors, and the issues with a scale.

    Raises
    ------
    ExportError
        If nobody holds a position with a number.
    """
    if not any(actor.positions for actor in model.actors):
        raise ExportError("a table holds positions with a number on issues with a scale; at this date there are none")
    return model.actors, model.issues


def unique_names(records: Sequence[Stakeholder | ScaledIssue]) -> list[str]:
    """Return what to call some records: their names, with the id where several are called alike."""
    names = [one_line(record.name) for record in records]
    count = Counter(map(key, names))
    found = [
        name if count[key(name)] == 1 else f"{name} ({record.id})" for record, name in zip(records, names, strict=True)
    ]
    is_unique = len(set(map(key, found))) == len(found)
    return found if is_unique else [record.id for record in records]


def as_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as comma-separated text, in which no text is a formula to a spreadsheet program."""
    return "".join(f"{','.join(map(_field, row))}\n" for row in rows)


def _field(cell: object) -> str:
    """Return a cell as it stands between commas; in quotes where any spreadsheet program might see two cells in it."""
    text = "" if cell is None else str(cell)
    if isinstance(cell, str) and not _IS_NUMBER.fullmatch(cell):
        text = guarded(cell)
    return f'"{text.replace(_QUOTE, _QUOTE * 2)}"' if _PARTED.search(text) else text


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def written(number: float) -> int | float:
    """Return a number without a fraction where it has none."""
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _cell(value: Number | None) -> Cell:
    if value is None:
        return None
    parts = ends(value)
    return "..".join(str(written(part)) for part in parts) if len(parts) > 1 else written(parts[0])


def ends(value: Number) -> tuple[float, ...]:
    """Return the numbers that a number is written with: itself, its ends, or those with the likeliest between them."""
    if isinstance(value, Peaked):
        return (value.low, value.mode, value.high)
    return value if isinstance(value, tuple) else (value,)


def _scale(issue: ScaledIssue) -> str:
    unit = one_line(issue.unit or "")
    unit = "" if set(unit) & set("()[]{}（）［］") or is_comment(unit) else unit
    between = " " if unit[:1].isalpha() or unit[:1] in "%°$€£¥" else "; "
    return f" ({written(issue.low)}..{written(issue.high)}{between if unit else ''}{unit})"

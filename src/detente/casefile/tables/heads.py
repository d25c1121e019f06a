"""The layout of a plain table: each column is known by its head; the actors come first, the rest in any order.

Heads are ``Actor``, ``Description``, ``Capability``, and for each issue its name with ``position``, ``salience`` or
``capability``; a name alone holds positions. A scale may follow, such as ``Depth position (0..20 m)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.tables.sheet import PERCENT, IssueColumns, Scale, Sheet
from detente.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Cell, Row
    from detente.diagnostics import Diagnostic

ACTOR = frozenset({"actor", "actors"})
_NOTE = frozenset({"description", "note", "notes"})
_CAPABILITY = frozenset({"capability", "influence", "power", "weight"})
_KINDS = {"pstn": "position", "pos": "position", "sal": "salience"}
_KIND = re.compile(
    r"(?P<name>.*?)\s*\b(?P<kind>position|pstn|pos|salience|sal|capability)\s*(?P<number>\d*)", re.IGNORECASE
)
_NUMBER = r"-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?"
_SCALE = re.compile(
    rf"(?P<head>.*?)\s*[(\[]\s*(?P<low>{_NUMBER})\s*(?:\.\.|[-–])\s*(?P<high>{_NUMBER})\s*(?P<unit>[^()\[\]]*)[)\]]",
    re.ASCII,
)
_LONGEST = 300
_DOUBTFUL = re.compile(r"(?P<name>.+?)\s+(?:weight|influence|power|importance|priority)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Head:
    """What a column holds: ``kind`` of ``name``, which is empty where all issues are meant."""

    cell: Cell
    column: int
    kind: str
    name: str = ""
    scale: Scale | None = None


Found: TypeAlias = dict[tuple[str, str], _Head]
"""The columns by kind, and by the name of the issue in small letters."""


def lay_out(head: Row, rows: list[Row], problems: list[Diagnostic]) -> Sheet | None:
    """Return a plain table by its parts, or ``None`` where a head cannot be read; problems are added to a list."""
    before = len(problems)
    found: Found = {}
    for cell in head:
        if len(cell.text) > _LONGEST:
            problems.append(BAD_SHAPE.at(cell.span, f"a head of more than {_LONGEST} characters", "shorten it"))
            return None
    for each in _heads(head):
        earlier = found.setdefault((each.kind, each.name.casefold()), each)
        if earlier is not each:
            message = f"'{each.cell.shown}' says the same as '{earlier.cell.shown}'"
            problems.append(BAD_SHAPE.at(each.cell.span, message, "name each column differently, or leave one out"))
        elif each.kind == "salience" and each.scale and each.scale.low != 0:
            problems.append(BAD_SHAPE.at(each.cell.span, "a salience is counted from 0", "write (0..1) or (0..100)"))
    problems += _misfits(found)
    if not any(kind == "position" for kind, _ in found):
        hint = "name a column after each issue, such as 'Depth position'"
        problems.append(BAD_SHAPE.at(head[0].span, "no column gives positions", hint))
    if len(problems) > before:
        return None
    issues = tuple(_issue(found, name, each) for (kind, name), each in found.items() if kind == "position")
    actor = found["actor", ""].column
    return Sheet(head, rows, actor, _column(found, "note"), _column(found, "capability"), issues)


def _column(found: Found, kind: str, name: str = "") -> int | None:
    return found[kind, name].column if (kind, name) in found else None


def _heads(row: Row) -> Iterator[_Head]:
    for column, cell in enumerate(row):
        if not cell.text:
            continue
        match = _SCALE.fullmatch(cell.text)
        text = match["head"] if match else cell.text
        scale = Scale(_end(match["low"]), _end(match["high"]), match["unit"].strip()) if match else None
        word = text.casefold()
        if word in ACTOR:
            yield _Head(cell, column, "actor")
        elif word in _NOTE:
            yield _Head(cell, column, "note")
        elif word in _CAPABILITY:
            yield _Head(cell, column, "capability", scale=scale)
        elif (said := _KIND.fullmatch(text)) and not (said["name"] and said["number"]):
            kind = said["kind"].casefold()
            name = said["name"] or f"Dimension {said['number'] or 1}"
            yield _Head(cell, column, _KINDS.get(kind, kind), name, scale)
        else:
            yield _Head(cell, column, "position", text, scale)


def _misfits(found: Found) -> Iterator[Diagnostic]:
    """Yield what is wrong with heads that belong to no issue, or may say two things."""
    issues = {name: each.name for (kind, name), each in found.items() if kind == "position"}
    for (kind, name), each in found.items():
        if name and kind != "position" and name not in issues:
            hint = did_you_mean(each.name, issues.values()) or f"add a column '{each.name} position'"
            yield BAD_SHAPE.at(each.cell.span, f"no column gives positions on '{each.name}'", hint)
        doubtful = _DOUBTFUL.fullmatch(each.cell.text) if kind == "position" else None
        if doubtful and doubtful["name"].casefold() in issues:
            hint = f"write '{doubtful['name']} salience' or '{doubtful['name']} capability'"
            yield BAD_SHAPE.at(each.cell.span, f"'{each.cell.shown}' may be a salience or a capability", hint)


def _issue(found: Found, name: str, position: _Head) -> IssueColumns:
    salience = found.get(("salience", name))
    return IssueColumns(
        position.name,
        position.cell,
        position.scale or PERCENT,
        position.column,
        _column(found, "salience", name),
        _column(found, "capability", name),
        salience.scale if salience else None,
    )


def _end(written: str) -> float:
    return float(written.replace(",", "."))

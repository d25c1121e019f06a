"""Which readings of two sides leave an arrangement that breaks no rule of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Method, Part, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.control.classes import detail
from detente.lenses.corridor.control.result import RouteControl, named_class, pair
from detente.lenses.corridor.control.words import Speech, mark
from detente.lenses.evidence import row_of, say
from detente.lenses.wording import listed
from detente.models.corridor.control.model import ControlModel, model_control
from detente.models.corridor.control.table import Meeting, meetings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor.control import ControlRule
    from detente.findings import Row
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look
    from detente.methods.control.arrangements import Value
    from detente.models.corridor.control.model import SideReading

_NOTHING = "Nothing"
_WIDEST = 4
"""So many readings of the second side are columns; more are rows of their own."""


@dataclass(frozen=True, slots=True)
class Controlled:
    """Who controls what at a moment: the words for it, the model, and every reading with every other."""

    speech: Speech
    model: ControlModel
    meetings: tuple[Meeting, ...]


def controlled(look: Look[CorridorOptions]) -> Controlled | None:
    """Return who controls what; nothing where the case does not say at the date.

    Raises
    ------
    FlawedModelError
        If a rule cannot be read, or they are too entangled.
    """
    control = look.case.corridor.control if look.case.corridor else None
    if control is None:
        return None
    model = model_control(control)
    return Controlled(Speech(look.case, control), model, meetings(model))


def find(look: Look[CorridorOptions]) -> RouteControl | None:
    """Return which readings leave something, and what arrangements that have a name break."""
    found = look.once(controlled)
    if found is None:
        return None
    classes = tuple(named_class(look.case, found.model, each) for each in found.model.classes)
    return RouteControl(tuple(map(pair, found.meetings)), classes)


def show(found: RouteControl, look: Look[CorridorOptions]) -> Iterator[Finding]:
    """Say which readings leave nothing, in one sentence and a table; and the arrangements in full."""
    seen = look.once(controlled)
    if seen is None:
        return
    if seen.meetings:
        yield Finding(
            "Who controls what on the route",
            headline(seen),
            tables=(_table(seen),),
            method=_method(seen),
            because=(*_given_up(seen), *_rules(seen)),
            part=Part.DEAL,
        )
    if found.classes or seen.meetings:
        yield detail(found, look, seen.speech, seen.model, seen.meetings)


def headline(seen: Controlled) -> str:
    """Return which readings leave nothing that keeps the rules of both."""
    empty = [each for each in seen.meetings if each.example is None]
    rows, columns = _sides(seen)
    first, second = seen.speech.side(rows[0].by, rows), seen.speech.side(columns[0].by, columns)
    if not empty:
        return f"{first} and {second}: every pair of readings leaves something that keeps the rules of both."
    if len(empty) == len(seen.meetings):
        return f"{first} and {second}: no pair of readings leaves anything that keeps the rules of both."
    blocks: dict[tuple[SideReading, ...], list[SideReading]] = {}
    for column in columns:
        against = tuple(each.row for each in empty if each.column is column)
        if against:
            blocks.setdefault(against, []).append(column)
    told = [
        f"{seen.speech.side(several[0].by, several)} against {seen.speech.side(against[0].by, against)}"
        for against, several in blocks.items()
    ]
    verb = "leaves" if len(told) == 1 else "leave"
    return f"Only {listed(told)} {verb} nothing that keeps the rules of both."


def _sides(seen: Controlled) -> tuple[list[SideReading], list[SideReading]]:
    rows = list({id(each.row): each.row for each in seen.meetings}.values())
    columns = list({id(each.column): each.column for each in seen.meetings}.values())
    return rows, columns


def _given_up(seen: Controlled) -> Iterator[Statement]:
    """Yield for each pair of readings that leaves nothing which rules would have to go for something to be left."""
    for each in seen.meetings:
        if each.example is None:
            ways = [listed(list(map(seen.speech.rule, some))) for some in each.given_up]
            pair = f"{seen.speech.side(each.row.by, [each.row])} with {seen.speech.side(each.column.by, [each.column])}"
            yield Statement(f"{pair}: something would be left without {listed(ways, last='or without')}.")


def _table(seen: Controlled) -> Table:
    """Return what is left of every pair of readings; the side that can be read in more ways goes down the page.

    Its readings that may leave nothing come first, and are shown at once.
    """
    rows, columns = _sides(seen)
    down, across = (columns, rows) if len(columns) > len(rows) else (rows, columns)
    name = seen.speech.name
    caption = f"What keeps the rules of {name(down[0].by)}, as read on the left, and of {name(across[0].by)}"
    first = Column("row", f"{name(down[0].by)}, read as")
    left = {frozenset((id(each.row), id(each.column))): _left(seen, each.example) for each in seen.meetings}
    if len(across) > _WIDEST:
        heads = (first, Column("column", f"{name(across[0].by)}, read as"), Column("left", "What is left"))
        return Table(
            "readings",
            caption,
            heads,
            tuple(
                _long(seen, each, other, left[frozenset((id(each), id(other)))]) for each in down for other in across
            ),
        )
    barren = [each for each in down if any(left[frozenset((id(each), id(other)))] == _NOTHING for other in across)]
    return Table(
        "readings",
        caption,
        (first, *(Column(f"column-{k}", _label(seen, each, placed=True)) for k, each in enumerate(across, 1))),
        tuple(
            row_of(
                [rule for some in _apart(seen, each) for rule in some],
                _label(seen, each),
                *(left[frozenset((id(each), id(other)))] for other in across),
            )
            for each in sorted(down, key=lambda each: each not in barren)
        ),
        shown=max(len(barren), 1),
        matrix=True,
    )


def _long(seen: Controlled, down: SideReading, across: SideReading, left: str) -> Row:
    rules = [rule for reading in (down, across) for some in _apart(seen, reading) for rule in some]
    return row_of(rules, _label(seen, down), _label(seen, across), left)


def _label(seen: Controlled, reading: SideReading, *, placed: bool = False) -> str:
    """Return a reading, and whether what sets it apart is stated or ours; where that stands, if nothing else says."""
    said = seen.speech.name(reading.by) if reading.word == reading.by else reading.word
    own, _ = _apart(seen, reading)
    return f"{said} ({mark(own, placed=placed)})"


def _apart(seen: Controlled, reading: SideReading) -> tuple[list[ControlRule], list[ControlRule]]:
    """Return the rules that set a reading apart, all of them where none does, and those that its side always has."""
    others = [each.demands for each in seen.model.readings(reading.by) if each.word != reading.word]
    own = [each.rule for each in reading.demands if any(each not in held for held in others)]
    rules = [each.rule for each in reading.demands]
    return (own, [rule for rule in rules if rule not in own]) if own else (rules, [])


def _left(seen: Controlled, example: dict[str, Value] | None) -> str:
    return _NOTHING if example is None else seen.speech.short(seen.model, example)


def _rules(seen: Controlled) -> Iterator[Statement]:
    """Yield every rule that is in the table, with what it rests on."""
    for side in seen.model.sides[:2]:
        for demand in seen.model.demands:
            if demand.rule.by == side:
                rule = demand.rule
                words = f", read as {listed([f'“{word}”' for word in rule.reading], last='or')}" if rule.reading else ""
                how = "stated" if rule.stated else "our reading"
                said = seen.speech.said(rule).rstrip(".")
                yield say(f"{seen.speech.name(side)}{words}: {said} ({how}).", rule)


def _method(seen: Controlled) -> Method:
    home = seen.speech.name(seen.model.vocabulary.holders[0])
    return Method(
        "Control matrix",
        "exact search through all arrangements",
        formula="An arrangement says of each function who decides it, who meets the user of the route, and whether that"
        " is on the route or off it; and of each right who holds it. A cell of the table shows the plainest arrangement"
        f" that keeps the rules of both readings: it leaves most as it would be if {home} did all of it on the route,"
        " first who decides, then the place, then who meets the user. How many there are depends on the words chosen"
        " and means nothing, so they are not counted.",
    )


CHAPTER = Chapter("control", 60, find, show)

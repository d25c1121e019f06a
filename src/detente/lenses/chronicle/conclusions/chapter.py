"""Conclusions: what is inferred, from what, and what would overturn it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Part, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.conclusions.drawn import figure_of
from detente.lenses.chronicle.conclusions.result import Argument, Conclusions, Ground, Reading
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, held, remarked
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many, shortened
from detente.models.chronicle.conclusions import Grounds

if TYPE_CHECKING:
    from detente.case.conclusion import Conclusion
    from detente.situation import Situation

_LONGEST = 130
_COLUMNS = (
    Column("text", "Conclusion"),
    Column("by", "Drawn by"),
    Column("rests_on", "From"),
    Column("warrant", "Because"),
    Column("rivals", "It could also be"),
    Column("overturned_by", "What would overturn it, as the case has it"),
    Column("origins", "Sources of what it rests on"),
)


def find(look: Look[ChronicleOptions]) -> Conclusions:
    """Return what is concluded, from what; of an earlier day nothing, for conclusions bear no dates."""
    case, called = look.moment.past, look.situation.names
    origins = Grounds(look.case).origins
    return Conclusions({each.id: _argument(each, called, origins[each.id]) for each in case.conclusions})


def _argument(conclusion: Conclusion, called: Mapping[str, str], origins: frozenset[str]) -> Argument:
    return Argument(
        conclusion.text,
        conclusion.by,
        conclusion.hedge,
        tuple(_ground(name, called) for name in conclusion.rests_on),
        tuple(sorted(origins)),
        conclusion.warrant,
        tuple(Reading(rival.text, rival.why) for rival in conclusion.rivals),
        conclusion.overturned_by,
    )


def _ground(name: str, called: Mapping[str, str]) -> Ground:
    if name in called:
        return Ground(name, "record", called[name])
    return Ground(name, "finding", f"what is worked out under “{name.replace('-', ' ')}”")


def show(found: Conclusions, look: Look[ChronicleOptions]) -> Iterator[Finding]:
    """Say what is concluded and what would overturn the first of it, then list the arguments."""
    records = look.moment.past.conclusions
    if not records:
        return
    arguments = tuple(found.conclusions.values())
    rows = tuple(_row(look.situation, each, found.conclusions[each.id]) for each in records)
    yield Finding("What is concluded", " ".join(_headline(arguments)), part=Part.DOUBT)
    table = filled(Table("conclusions", "Conclusions and what bears them", _COLUMNS, rows))
    figure = figure_of(found.conclusions, table)
    yield Finding(
        "Conclusions as arguments",
        f"{counted(len(arguments), 'conclusion')}: from what, why, and what else it could be.",
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
        part=Part.DOUBT,
        depth=Depth.DETAIL,
        id="conclusions-arguments",
    )


def _headline(arguments: tuple[Argument, ...]) -> Iterator[str]:
    yield f"{counted(len(arguments), 'conclusion')}{_borne(arguments)}."
    first = next((each for each in arguments if each.overturned_by), None)
    if first is not None:
        which = "The first" if first is arguments[0] else "One"
        text, by = (shortened(words, _LONGEST).rstrip(".") for words in (first.text, first.overturned_by or ""))
        yield f"{which}: “{text}”{f' (“{first.hedge}”)' if first.hedge else ''}. What would overturn it: {by}."


def _borne(arguments: tuple[Argument, ...]) -> str:
    """Return that one source draws all conclusions; else how many rest on one origin alone.

    Others who tell of an event bear out that event, and no conclusion from it; so they are not counted.
    """
    authors = {each.by for each in arguments}
    if len(arguments) > 1 and len(authors) == 1 and None not in authors:
        return ", all drawn by one source"
    lone = sum(len(each.origins) == 1 for each in arguments)
    return f", {lone} of them from one origin" if lone else ""


def _row(situation: Situation, conclusion: Conclusion, argument: Argument) -> Row:
    called = situation.names
    return row_of(
        (conclusion, *conclusion.rivals),
        argument.text,
        called.get(argument.by or ""),
        tuple(ground.text for ground in argument.rests_on) or "nothing that is named",
        argument.warrant,
        tuple(held(remarked(each.text, each.why) if each.why else each.text, each) for each in conclusion.rivals),
        argument.overturned_by,
        _origins(argument),
    )


def _origins(argument: Argument) -> str:
    count = len(argument.origins)
    return f"{one_or_many(count, 'only ', '')}{counted(count, 'source')}" if count else "none that is named"


CHAPTER = Chapter("conclusions", 68, find, show)

"""Readings that differ: how each reads the dispute, and which outcomes hold under whose reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Depth, Finding, Method, Result, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.listing import Feasible, Listing, NamedBy
from detente.lenses.conflict.perceptions.conduct import conduct, reasons
from detente.lenses.conflict.perceptions.seen import held, perceptions
from detente.lenses.conflict.perceptions.stated import silent, stated, who_reads_what
from detente.lenses.conflict.perceptions.tables import differing, others, outcomes
from detente.lenses.conflict.perceptions.taking_over import taken_over
from detente.lenses.conflict.perceptions.unforeseen import unforeseen
from detente.lenses.conflict.perceptions.verdict import verdict
from detente.lenses.wording import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.perceptions.seen import Perceptions, Stance
    from detente.lenses.look import Look

_TITLE = "Readings that differ"

_METHOD = Method(
    "Hypergame analysis",
    "first level: each stays or leaves by its own reading, and none knows that the others' readings differ",
    references=("Bennett1977", "WangHipelFraser1988", "AljefriBasharFangHipel2018"),
)


@dataclass(frozen=True, slots=True)
class Own:
    """The conflict under one decision maker's reading.

    Attributes
    ----------
    states
        What can be under it.
    stability
        By concept, where this decision maker stays.
    equilibria
        By concept, where all would stay if all acted on it.
    """

    states: Feasible
    stability: NamedBy
    equilibria: NamedBy


@dataclass(frozen=True, slots=True)
class Perceived(Result):
    """What holds when each acts on its own reading of the conflict.

    Attributes
    ----------
    perceptions
        By decision maker, the conflict under its reading, where that changes the model as it is written.
    equilibria
        By concept, the states at which each stays by its own reading.
    only_by_perception, lost_by_perception
        Those of them that are none of the model as it is written, and its own that are not among them.
    """

    under: ClassVar[str] = "hypergame"

    perceptions: Mapping[str, Own]
    equilibria: NamedBy
    only_by_perception: NamedBy
    lost_by_perception: NamedBy


def find(look: Look[ConflictOptions]) -> Perceived | None:
    """Return the hypergame; nothing where the case says of nobody how it reads. Errors are those of ``perceptions``."""
    analysis = if_listed(look)
    views = None if analysis is None else look.once(perceptions)
    if analysis is None or views is None:
        return None
    most, game = look.options.max_states, views.hypergame
    listing, makers = Listing.of(analysis, most), analysis.model.decision_makers
    return Perceived(
        {makers[i]: _own(stance, i, most) for i, stance in views.seen.items()},
        listing.by_concept(game.equilibria),
        listing.by_concept(game.only_seen(analysis.stability)),
        listing.by_concept(game.lost(analysis.stability)),
    )


def _own(stance: Stance, i: int, most: int) -> Own:
    states, listing = stance.analysis.states, Listing.of(stance.analysis, most)
    stability = stance.analysis.stability
    return Own(
        Feasible(int(states.size), None if listing.brief else listing.names(states)),
        {key: listing.held(rows[i]) for key, rows in stability.stable.items()},
        listing.by_concept(stability.equilibria),
    )


def show(found: Perceived, look: Look[ConflictOptions]) -> Iterator[Finding]:
    """Yield how each reads it, and under whose reading the status quo and other outcomes hold; then other states."""
    del found
    views = look.once(perceptions)
    if views is None:
        return
    readings, who = tuple(stated(views)), who_reads_what(views)
    if not views.differ:
        said = fitting(f"{who}; in the model this makes no difference.", "Their readings make no difference here.")
        yield Finding(_TITLE, said, statements=readings, depth=Depth.APPENDIX)
        return
    table, alike = outcomes(views)
    assumed = (*assumptions(look), *(said for said in (*readings, *silent(views)) if said.assumption))
    yield Finding(
        _TITLE,
        _in_short(views),
        statements=(*readings, Statement(f"{who}; {_verdict(views)}."), *_conduct(views), *alike),
        tables=(table,) if table and table.rows else (),
        method=_METHOD,
        assumptions=assumed,
        because=reasons(views),
        depth=Depth.APPENDIX,
    )
    rest = others(views)
    if rest.rows:
        said = f"{counted(len(rest.rows), 'other state')} shown here: not all readings agree on whether they hold."
        yield Finding(
            "Where readings disagree",
            said,
            tables=(rest,),
            method=_METHOD,
            assumptions=assumed,
            depth=Depth.APPENDIX,
            id="perceived",
        )


def _conduct(views: Perceptions) -> tuple[Statement, ...]:
    """Return what each does at the status quo, what surprises whom, and what taking over a reading would change."""
    return (*conduct(views), *unforeseen(views), *taken_over(views))


def _in_short(views: Perceptions) -> str:
    """Return by how many of the readings the status quo holds; without one, of how many states they differ."""
    quo = views.analysis.model.status_quo
    if quo is None:
        return sentence(_of_states(views))
    holding, own = sum(bool(_of_quo(stance)) for stance in views.stances), bool(held(views.hypergame, quo))
    number = len(views.stances)
    which = {0: "no reading", number: "every reading"}.get(holding, f"{holding} of {number} readings")
    same = own is (holding > 0) if holding in (0, number) else None
    if same:
        return f"The status quo holds under {which}{', and when each acts on its own' if own else ''}."
    return f"The status quo holds under {which}; when each acts on its own, it {'holds' if own else 'does not'}."


def _verdict(views: Perceptions) -> str:
    """Return under which readings the status quo holds; without one, of how many states the readings differ."""
    quo = views.analysis.model.status_quo
    if quo is None:
        return _of_states(views)
    found = [(stance.called, _of_quo(stance)) for stance in views.stances]
    return f"the status quo {verdict(found, held(views.hypergame, quo))}"


def _of_states(views: Perceptions) -> str:
    count = len(differing(views))
    many = counted(count, "state holds", "states hold")
    return f"{many} under one reading and not under another" if count else "the same states hold under each reading"


def _of_quo(stance: Stance) -> tuple[str, ...]:
    quo = stance.analysis.model.status_quo
    return () if quo is None else stance.analysis.concepts_of(quo)


CHAPTER = Chapter("perceptions", 60, find, show)

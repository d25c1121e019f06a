"""Who sees it otherwise: what decision makers see otherwise than the case does, and what holds because of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from detente.findings import Finding, Method, Result, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import short
from detente.lenses.conflict.engine.choice import if_listed
from detente.lenses.conflict.listing import Feasible, Listing, NamedBy
from detente.lenses.conflict.perceptions.differences import differences
from detente.lenses.conflict.perceptions.seen import held, perceptions
from detente.lenses.conflict.perceptions.tables import others, outcomes, speakable
from detente.lenses.conflict.perceptions.unforeseen import unforeseen
from detente.lenses.conflict.why.sanctions import Sanction, at_status_quo, because, sanctions, why
from detente.lenses.conflict.words import maker_names
from detente.lenses.evidence import say
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.perceptions.seen import Perceptions, Seen
    from detente.lenses.look import Look
    from detente.methods.gmcr.stability.hypergame import Hypergame


_Sanctions: TypeAlias = tuple[Sanction | None, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """The conflict as one decision maker sees it.

    Attributes
    ----------
    states
        What can be in its view.
    stability
        By concept, where it stays.
    equilibria
        By concept, where it thinks that all stay.
    """

    states: Feasible
    stability: NamedBy
    equilibria: NamedBy


@dataclass(frozen=True, slots=True)
class Perceived(Result):
    """What holds because decision makers see the conflict otherwise than the case has it.

    Attributes
    ----------
    perceptions
        By decision maker, the conflict as it sees it.
    equilibria
        By concept, the states at which each stays in its own view.
    only_by_perception, lost_by_perception
        Those of them that are none as the case has it, and those that are lost.
    """

    under: ClassVar[str] = "hypergame"

    perceptions: Mapping[str, Own]
    equilibria: NamedBy
    only_by_perception: NamedBy
    lost_by_perception: NamedBy


def find(look: Look[ConflictOptions]) -> Perceived | None:
    """Return the hypergame; nothing where all see the conflict alike. Errors are those of ``perceptions``."""
    analysis = if_listed(look)
    views = None if analysis is None else look.once(perceptions)
    if analysis is None or views is None:
        return None
    most, game = look.options.max_states, views.hypergame
    listing, makers = Listing.of(analysis, most), analysis.model.decision_makers
    return Perceived(
        {makers[i]: _own(seen, i, most) for i, seen in views.seen.items()},
        listing.by_concept(game.equilibria),
        listing.by_concept(game.only_seen(analysis.stability)),
        listing.by_concept(game.lost(analysis.stability)),
    )


def _own(seen: Seen, i: int, most: int) -> Own:
    states, listing = seen.analysis.states, Listing.of(seen.analysis, most)
    stability = seen.analysis.stability
    return Own(
        Feasible(int(states.size), None if listing.brief else listing.names(states)),
        {key: listing.held(rows[i]) for key, rows in stability.stable.items()},
        listing.by_concept(stability.equilibria),
    )


def show(found: Perceived, look: Look[ConflictOptions]) -> Finding | None:
    """Return who sees the conflict otherwise, and whether the status quo and other outcomes hold because of that."""
    del found
    views = look.once(perceptions)
    if views is None:
        return None
    quo = views.analysis.model.status_quo
    own = {} if quo is None else {i: sanctions(s.analysis, int(s.view.place[quo])) for i, s in views.seen.items()}
    readings = tuple(_readings(views))
    return Finding(
        "Who sees it otherwise",
        _headline(views, quo),
        statements=(
            *readings,
            *(() if quo is None else _conduct(views, quo, own, look.once(at_status_quo))),
            *_cleared(views),
            *_numbers(views),
        ),
        tables=tuple(table for table in (outcomes(views), others(views)) if table.rows),
        method=Method(
            "Hypergame analysis",
            "first level: each stays or leaves by its own model, and none knows that the others' models differ",
            references=("Bennett1977", "WangHipelFraser1988", "AljefriBasharFangHipel2018"),
        ),
        assumptions=(*assumptions(look), *(said for said in readings if said.assumption)),
        because=_because(views, own),
    )


def _headline(views: Perceptions, quo: int | None) -> str:
    sees = one_or_many(len(views.seen), "sees", "see")
    who = f"{listed(_who(views))} {sees} the conflict otherwise than the case has it"
    if quo is None:
        return f"{who}; {_difference(views)}."
    plain, seen = views.analysis.concepts_of(quo), held(views.hypergame, quo)
    if plain == seen:
        verdict = f"holds all the same ({', '.join(seen)})" if seen else "holds neither with that nor without"
        return f"{who}; the status quo {verdict}."
    if not plain:
        return f"The status quo holds ({', '.join(seen)}) only because {who}."
    if not seen:
        return f"The status quo would hold ({', '.join(plain)}); it does not, because {who}."
    return f"{who}; so the status quo holds under {', '.join(seen)} instead of {', '.join(plain)}."


def _who(views: Perceptions) -> list[str]:
    names = maker_names(views.analysis)
    return [names[i] for i in views.seen]


def _readings(views: Perceptions) -> Iterator[Statement]:
    """Yield one sentence for each perception, with its evidence."""
    for name, seen in zip(_who(views), views.seen.values(), strict=True):
        for glimpse in seen.glimpses:
            found = "; ".join(differences(views.analysis, glimpse.before.situation, glimpse.after.situation))
            reason = f" {sentence(glimpse.perception.why)}" if glimpse.perception.why else ""
            seen_so = f"As {name} sees it, {found or 'nothing differs at this date'}.{reason}"
            yield say(seen_so, glimpse.perception, noted=True)


def _conduct(views: Perceptions, quo: int, own: Mapping[int, _Sanctions], case: _Sanctions) -> Iterator[Statement]:
    """Yield for each who sees it otherwise what it does at the status quo, as it sees things and as the case has it."""
    for i, seen in views.seen.items():
        name = maker_names(views.analysis)[i]
        seeing = why(seen.analysis, i, own[i][i], state=quo).text
        plain = why(views.analysis, i, case[i], state=quo).text
        if seeing == plain:
            yield Statement(f"At the status quo this makes no difference to what {name} does. {seeing}")
        else:
            yield Statement(f"By its own view: {seeing}")
            yield Statement(f"By the case: {plain}")
        yield from unforeseen(views, i, quo)


def _cleared(views: Perceptions) -> Iterator[Statement]:
    """Yield what would change if one of them saw the conflict as the case has it."""
    for i in views.seen:
        changes = list(_changes(views, views.without(i)))
        what = "; ".join(changes) or "no outcome asked about would hold more or less than it does"
        yield Statement(f"If {maker_names(views.analysis)[i]} saw the conflict as the case has it: {what}.")


def _changes(views: Perceptions, cleared: Hypergame) -> Iterator[str]:
    for name, state in speakable(views.analysis):
        now, then = held(views.hypergame, state), held(cleared, state)
        if now == then:
            continue
        if not then:
            yield f"{name} would no longer hold"
        elif not now:
            yield f"{name} would hold ({', '.join(then)})"
        else:
            yield f"{name} would hold under {', '.join(then)} instead of {', '.join(now)}"


def _numbers(views: Perceptions) -> Iterator[Statement]:
    stability = views.analysis.stability
    gained, lost = (found(stability) for found in (views.hypergame.only_seen, views.hypergame.lost))
    if any(states.size for found in (gained, lost) for states in found.values()):
        words = "; ".join(f"{short(key)} {gained[key].size} and {lost[key].size}" for key in gained)
        yield Statement(f"Equilibria that there are only by what somebody sees, and those lost by it: {words}.")


def _difference(views: Perceptions) -> str:
    """Return how many states hold under some concept because of what somebody sees, and how many do not."""
    stability, game = views.analysis.stability, views.hypergame
    found = ((game.only_seen(stability), "there only by that"), (game.lost(stability), "lost by it"))
    counts = ((len(set().union(*(s.tolist() for s in by_concept.values()))), how) for by_concept, how in found)
    clauses = [
        f"{counted(count, 'equilibrium', 'equilibria')} {one_or_many(count, 'is', 'are')} {how}"
        for count, how in counts
        if count
    ]
    return listed(clauses) or "the same states hold"


def _because(views: Perceptions, own: Mapping[int, _Sanctions]) -> tuple[Statement, ...]:
    """Return the preferences behind what each does who sees it otherwise, as it sees them."""
    found: dict[Statement, None] = {}
    for i, sanctioned in own.items():
        found |= dict.fromkeys(because(views.seen[i].analysis, sanctioned))
    return tuple(found)


CHAPTER = Chapter("perceptions", 60, find, show)

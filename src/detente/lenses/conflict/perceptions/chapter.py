"""Who sees it otherwise: what decision makers see otherwise than the case does, and what holds because of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Finding, Method, Statement
from detente.lenses.conflict.engine.explicit import short
from detente.lenses.conflict.model.chapter import assumptions
from detente.lenses.conflict.perceptions.differences import differences
from detente.lenses.conflict.perceptions.seen import held
from detente.lenses.conflict.perceptions.tables import others, outcomes, speakable
from detente.lenses.conflict.perceptions.unforeseen import unforeseen
from detente.lenses.conflict.why.staying import because, why
from detente.lenses.conflict.words import maker_names
from detente.lenses.evidence import say
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.perceptions.seen import Views
    from detente.methods.gmcr.stability.hypergame import Hypergame


def finding(views: Views) -> Finding:
    """Return who sees the conflict otherwise, and whether the status quo and other outcomes hold because of that."""
    quo = views.analysis.model.status_quo
    return Finding(
        "conflict",
        "perceptions",
        "Who sees it otherwise",
        _headline(views, quo),
        statements=(
            *_readings(views),
            *(() if quo is None else _conduct(views, quo)),
            *_cleared(views),
            *_numbers(views),
        ),
        tables=tuple(table for table in (outcomes(views), others(views)) if table.rows),
        method=Method(
            "Hypergame analysis",
            "first level: each stays or leaves by its own model, and none knows that the others' models differ",
            references=("Bennett1977", "WangHipelFraser1988", "AljefriBasharFangHipel2018"),
        ),
        assumptions=(*assumptions(views.analysis), *(said for said in _readings(views) if said.assumption)),
        because=() if quo is None else _because(views, quo),
    )


def _headline(views: Views, quo: int | None) -> str:
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


def _who(views: Views) -> list[str]:
    names = maker_names(views.analysis)
    return [names[i] for i in views.seen]


def _readings(views: Views) -> Iterator[Statement]:
    """Yield one sentence for each perception, with its evidence."""
    for name, seen in zip(_who(views), views.seen.values(), strict=True):
        for glimpse in seen.glimpses:
            found = "; ".join(differences(views.analysis, glimpse.before, glimpse.after))
            reason = f" {sentence(glimpse.perception.why)}" if glimpse.perception.why else ""
            yield say(f"As {name} sees it, {found or 'nothing differs at this date'}.{reason}", glimpse.perception)


def _conduct(views: Views, quo: int) -> Iterator[Statement]:
    """Yield for each who sees it otherwise what it does at the status quo, as it sees things and as the case has it."""
    for i, seen in views.seen.items():
        name = maker_names(views.analysis)[i]
        own, plain = why(seen.analysis, i, int(seen.view.place[quo])), why(views.analysis, i, quo)
        if own.text == plain.text:
            yield Statement(f"At the status quo this makes no difference to what {name} does. {own.text}")
        else:
            yield Statement(f"By its own view: {own.text}")
            yield Statement(f"By the case: {plain.text}")
        yield from unforeseen(views, i, quo)


def _cleared(views: Views) -> Iterator[Statement]:
    """Yield what would change if one of them saw the conflict as the case has it."""
    for i in views.seen:
        changes = list(_changes(views, views.without(i)))
        what = "; ".join(changes) or "no outcome asked about would hold more or less than it does"
        yield Statement(f"If {maker_names(views.analysis)[i]} saw the conflict as the case has it: {what}.")


def _changes(views: Views, cleared: Hypergame) -> Iterator[str]:
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


def _numbers(views: Views) -> Iterator[Statement]:
    stability = views.analysis.stability
    gained, lost = (found(stability) for found in (views.hypergame.only_seen, views.hypergame.lost))
    if any(states.size for found in (gained, lost) for states in found.values()):
        words = "; ".join(f"{short(key)} {gained[key].size} and {lost[key].size}" for key in gained)
        yield Statement(f"Equilibria that there are only by what somebody sees, and those lost by it: {words}.")


def _difference(views: Views) -> str:
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


def _because(views: Views, quo: int) -> tuple[Statement, ...]:
    """Return the preferences behind what each does who sees it otherwise, as it sees them."""
    found: dict[Statement, None] = {}
    for seen in views.seen.values():
        found |= dict.fromkeys(because(seen.analysis, int(seen.view.place[quo])))
    return tuple(found)

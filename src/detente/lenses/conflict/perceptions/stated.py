"""Stated readings: how each reads the dispute, in the words of the case, and what that is in the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.perceptions.differences import differences
from detente.lenses.conflict.words import maker_names
from detente.lenses.evidence import say
from detente.lenses.wording import listed, one_or_many, sentence, whose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.perception import Perception
    from detente.lenses.conflict.perceptions.seen import Perceptions, Stance
    from detente.study import Glimpse

_MOST = 3
"""So many readings are told in a headline."""


def stated(views: Perceptions) -> Iterator[Statement]:
    """Yield one statement for each perception, in the order written, with its evidence."""
    names = dict(zip(views.analysis.model.decision_makers, maker_names(views.analysis), strict=True))
    numbers = {maker: i for i, maker in enumerate(names)}
    glimpses = {i: iter(stance.glimpses) for i, stance in views.seen.items()}
    for perception in views.analysis.conflict.perceptions:
        said = [f"{names[perception.by]} reads it as {_bare(perception.reads)}."] if perception.reads else []
        said += [sentence(perception.why)] if perception.why else []
        if perception.changes:
            i = numbers[perception.by]
            said.append(_in_the_model(views, views.readers[i], next(glimpses[i])))
        else:
            said.append("The model as it is written follows this reading.")
        yield say(" ".join(said), perception, noted=True)


def _in_the_model(views: Perceptions, own: Stance, glimpse: Glimpse) -> str:
    """Return what one perception changes in the model, and what is so there without it."""
    found = list(differences(views.analysis, glimpse.before.situation, glimpse.after.situation))
    if not found:
        return f"At this date nothing differs in the model under {own.called}."
    other = next(stance for stance in views.stances if not stance.glimpses)
    here, there = ("; ".join(clauses) for clauses in zip(*found, strict=True))
    return f"Under {own.called}, {here}. Under {other.called}, {there}."


def silent(views: Perceptions) -> Iterator[Statement]:
    """Yield whose reading those act on of whom the case does not say how they read it."""
    names = [maker_names(views.analysis)[i] for i in views.silent]
    base = next(stance for stance in views.stances if not stance.glimpses)
    if names and views.differ:
        acts, reads = one_or_many(len(names), "acts", "act"), one_or_many(len(names), "it reads", "they read")
        yield Statement(
            f"{listed(names)} {acts} on {base.called}.", assumption=f"the case does not say how {reads} the matter"
        )


def who_reads_what(views: Perceptions) -> str:
    """Return how each reads it as a clause, or whose readings differ where not each is in words or they are many."""
    perceptions = views.analysis.conflict.perceptions
    names = dict(zip(views.analysis.model.decision_makers, maker_names(views.analysis), strict=True))
    readers = [names[maker] for maker in names if maker in {perception.by for perception in perceptions}]
    if len(perceptions) > _MOST or not all(perception.reads for perception in perceptions):
        if len(readers) > 1:
            return f"{listed([whose(name) for name in readers])} readings differ"
        return f"{whose(readers[0])} reading differs from the one that this case follows"
    told = _in_words({name: [p for p in perceptions if names[p.by] == name] for name in readers})
    return told if len(readers) > 1 or not views.differ else f"{told}; this case follows another reading"


def _in_words(by_reader: dict[str, list[Perception]]) -> str:
    clauses: list[str] = []
    for name, perceptions in by_reader.items():
        words = listed([f"as {_bare(perception.reads or '')}" for perception in perceptions])
        clauses.append(f"{name} {words}" if clauses else f"{name} reads it {words}")
    return "; ".join(clauses)


def _bare(text: str) -> str:
    return text.rstrip(".")

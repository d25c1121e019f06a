"""What stands in the way of a wanted state, what decides alone, and what was not varied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.concepts import ASKING_LEAST_FIRST, short
from detente.lenses.conflict.readers import reading_followed
from detente.lenses.conflict.words import condition, maker_names, move
from detente.lenses.evidence import say
from detente.lenses.wording import counted, listed
from detente.methods.gmcr.inverse.changes import Kind
from detente.methods.gmcr.inverse.requirements import requirements
from detente.methods.gmcr.stability.registry import shipped
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from detente.lenses.conflict.inverse.inverse import Inverse
    from detente.methods.gmcr.inverse.search import Answer

_MOST = 3


def deciding(inverse: Inverse, alike: Sequence[Sequence[str]]) -> Iterator[Statement]:
    """Yield the one statement that keeps the state from holding: nothing but that it goes is needed."""
    under: dict[tuple[int, int], list[str]] = {}
    for keys in alike:
        outcome = inverse.outcomes[keys[0]]
        gone = [found for answer in outcome.answers for found in _gone(inverse, answer)] if outcome.edits == 1 else []
        if len(gone) == 1:
            under.setdefault(gone[0], []).extend(keys)
    for (maker, item), found in under.items():
        stated = inverse.stated(maker, item)
        if stated is not None:
            who, what = maker_names(inverse.analysis)[maker], condition(inverse.analysis, stated.when)
            concepts = listed([short(key) for key in inverse.outcomes if key in found])
            words = f"One thing decides alone: {who} wants {what}. Without that the state would hold under {concepts}."
            yield say(words, stated)


def _gone(inverse: Inverse, answer: Answer) -> Iterator[tuple[int, int]]:
    """Yield who drops which statement, where one does nothing else."""
    for maker, change in answer:
        edits = change.edits(inverse.varied.preferences[maker].blocks)
        yield from ((maker, edit.items[0]) for edit in edits if edit.kind == "remove")


def obstacles(inverse: Inverse) -> Iterator[Statement]:
    """Yield for each decision maker that no change was found to make stay, what it would have to stop preferring."""
    for maker, name in enumerate(maker_names(inverse.analysis)):
        failing = [key for key in ASKING_LEAST_FIRST if None in inverse.outcomes[key].alone[maker : maker + 1]]
        if failing:
            fixed = inverse.varied.preferences[maker].kind is Kind.FIXED
            said = "does not stay" if fixed else "was not brought to stay by few edits"
            yield Statement(f"{name} {said} under {short(failing[0])}{_unmet(inverse, maker, failing[0])}.")


def _unmet(inverse: Inverse, maker: int, key: str) -> str:
    """Return the first requirements that are not met, in words of moves."""
    engine = inverse.analysis.model.engine
    payoff = engine.payoffs[maker]
    try:
        found = requirements(engine, maker, shipped()[key].sanctions, s=inverse.state)
    except TooManyStatesError:
        return ""
    unmet = [each for each in found if all(payoff[list(states)].max() > payoff[inverse.state] for states in each)]
    if not unmet:
        return ""
    own = set(engine.moves(maker, inverse.state).tolist())
    ends = [next(states[0] for states in each if len(states) == 1 and states[0] in own) for each in unmet[:_MOST]]
    moves = listed([move(inverse.analysis, inverse.state, end) for end in ends], last="or")
    more = f", or by {counted(len(unmet) - _MOST, 'more move')}" if len(unmet) > _MOST else ""
    answered = ", or nothing from what the others could make of that" if any(len(each) > 1 for each in unmet) else ""
    return f": it would have to gain nothing if it were to {moves}{more}{answered}"


def unvaried(inverse: Inverse) -> Iterator[Statement]:
    """Yield whose preferences were not varied, or not in every way, and by which model."""
    decision_makers = inverse.analysis.conflict.decision_makers
    names = zip(maker_names(inverse.analysis), decision_makers, inverse.varied.preferences, strict=True)
    for name, maker, each in names:
        if each.kind is Kind.FIXED:
            yield Statement(f"The weights of {name} are not varied.")
        elif each.kind is Kind.RANKING:
            yield Statement(f"Of the ranking of {name}, only neighbouring groups change places.")
        elif maker.preferences is None:
            how = "only wishes are put in" if inverse.varied.wishes else "without options, they are not varied"
            yield Statement(f"{name} has no stated preferences: {how}.")
    if any(maker.red_lines for maker in decision_makers):
        yield Statement("No red line is moved: what a side accepts in no case stays below all else.")
    if inverse.analysis.conflict.perceptions:
        followed = reading_followed(inverse.analysis.conflict, maker_names(inverse.analysis))
        yield Statement(f"Judged by {followed}, and by no other.")
    if inverse.varied.untying:
        options = listed([condition(inverse.analysis, option) for option in inverse.varied.untying])
        yield Statement(f"No wish about {options} is put in, as states that the case makes one differ in it.")

"""What stands in the way of a wanted state, what decides alone, and what was not varied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.analysis import short
from detente.lenses.conflict.inverse_groups import grouped
from detente.lenses.conflict.inverse_words import touched
from detente.lenses.conflict.words import condition, maker_names, move
from detente.lenses.evidence import say
from detente.lenses.wording import counted, listed
from detente.methods.gmcr.inverse.changes import Kind
from detente.methods.gmcr.inverse.requirements import Requirement, requirements
from detente.methods.gmcr.registry import shipped
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from detente.lenses.conflict.inverse import Inverse
    from detente.methods.gmcr.inverse.search import Outcome

_ASKING_LEAST_FIRST = ("gmr", "smr", "nash")
_MOST = 3


def deciding(inverse: Inverse, alike: Sequence[Sequence[str]]) -> Iterator[Statement]:
    """Yield the statements that every smallest change touches, where one alone does not already say it."""
    for keys in alike:
        outcome = inverse.outcomes[keys[0]]
        for maker, item in _always(inverse, outcome):
            stated = inverse.stated(maker, item)
            if stated is not None:
                names = listed([short(key) for key in keys])
                who, what = maker_names(inverse.analysis)[maker], condition(inverse.analysis, stated.when)
                alone = outcome.edits == 1 and _goes(inverse, outcome, maker, item)
                words = "without it the state would hold" if alone else "no smallest change leaves it where it is"
                yield say(f"Under {names} one thing decides: that {who} wants {what}; {words}.", stated)


def _always(inverse: Inverse, outcome: Outcome) -> list[tuple[int, int]]:
    """Return the statement that all listed answers touch, if it is one; none where answers are left out."""
    if not outcome.edits or (outcome.count > len(outcome.answers) and not outcome.parts):
        return []
    common: set[tuple[int, int]] = set()
    for groups in grouped(outcome):
        hit = [{(part.maker, k) for part in group.parts for k in touched(inverse, part)} for group in groups]
        common |= set.intersection(*hit)
    return sorted(common) if len(common) == 1 else []


def _goes(inverse: Inverse, outcome: Outcome, maker: int, item: int) -> bool:
    """Whether it is enough that a statement goes."""
    count = inverse.varied.preferences[maker].count
    kept = tuple(k for k in range(count) if k != item)
    return any(i == maker and new.kept == kept and not new.added for answer in outcome.answers for i, new in answer)


def obstacles(inverse: Inverse) -> Iterator[Statement]:
    """Yield for each decision maker that no change was found to make stay, what it would have to stop preferring."""
    for maker, name in enumerate(maker_names(inverse.analysis)):
        failing = [key for key in _ASKING_LEAST_FIRST if None in inverse.outcomes[key].alone[maker : maker + 1]]
        if failing:
            key = failing[0]
            words = _unmet(inverse, maker, key)
            yield Statement(f"{name} was not brought to stay under {short(key)} by so few edits{words}.")


def _unmet(inverse: Inverse, maker: int, key: str) -> str:
    """Return the shortest requirement that is not met, in words of moves and of outcomes."""
    analysis = inverse.analysis
    payoff = analysis.model.engine.payoffs[maker]
    try:
        found = requirements(analysis.model.engine, maker, shipped()[key].answers, s=inverse.state)
    except TooManyStatesError:
        return ""
    unmet = [each for each in found if all(payoff[list(states)].max() > payoff[inverse.state] for states in each)]
    singles = [each for each in unmet if len(each) == 1]
    if singles:
        moves = [f"{move(analysis, inverse.state, each[0][0])}" for each in singles[:_MOST] if len(each[0]) == 1]
        more = f", or by any of {len(singles) - len(moves)} more moves" if len(singles) > len(moves) else ""
        return f": it would have to gain nothing if it were to {listed(moves, last='or')}{more}"
    return (
        f": {counted(len(unmet), 'of its moves', 'of its moves')} would have to lose {_either(unmet)}" if unmet else ""
    )


def _either(unmet: Sequence[Requirement]) -> str:
    most = max(len(each) for each in unmet)
    return f"its appeal, or one of up to {most - 1} outcomes that the others could make of it"


def unvaried(inverse: Inverse) -> Iterator[Statement]:
    """Yield whose preferences were not varied, or not in every way, and why."""
    decision_makers = inverse.analysis.conflict.decision_makers
    names = zip(maker_names(inverse.analysis), decision_makers, inverse.varied.preferences, strict=True)
    for name, maker, each in names:
        if each.kind is Kind.FIXED:
            yield Statement(f"The weights of {name} are not varied.")
        elif each.kind is Kind.RANKING:
            yield Statement(f"Of the ranking of {name}, only neighbouring groups change places.")
        elif maker.preferences is None:
            yield Statement(f"{name} has no stated preferences: only wishes are put in.")
    if inverse.varied.untying:
        options = listed([condition(inverse.analysis, option) for option in inverse.varied.untying])
        yield Statement(f"No wish about {options} is put in, as states that the case makes one differ in it.")

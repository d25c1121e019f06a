"""From options to regimes: options decide, outcomes of issues follow through what they take, and so do regimes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case import Case
    from detente.case.corridor import Regime
    from detente.case.issue import Issue, Outcome


def needed(case: Case, of: Regime | Outcome) -> frozenset[str] | None:
    """Return the options that bring a regime or an outcome about: those it takes, or the one of its name.

    Every consent to a joint act is an option. ``None`` where the case does not say.
    """
    if case.conflict is None:
        return None if of.takes is None else frozenset(of.takes)
    words = Words.of(case.conflict)
    if of.takes is not None:
        return frozenset(words.ids(of.takes))
    known = {*(option.id for option in case.conflict.options), *words.consents}
    return frozenset(words.ids([of.id])) if of.id in known else None


def regimes_under(case: Case, taken: Iterable[str]) -> tuple[Regime, ...]:
    """Return the regimes that hold where some options are taken: theirs are, and none that only others need.

    As with the outcomes of an issue, that is at most one where no two need the same.
    """
    each = {
        regime.id: options
        for regime in (case.corridor.regimes if case.corridor else ())
        if (options := needed(case, regime)) is not None
    }
    deciding = frozenset[str]().union(*each.values())
    done = frozenset(Words.of(case.conflict).ids(taken) if case.conflict else taken) & deciding
    regimes = case.corridor.regimes if case.corridor else ()
    return tuple(regime for regime in regimes if each.get(regime.id) == done)


def outcomes_with(case: Case, regime: Regime) -> tuple[tuple[Issue, Outcome], ...]:
    """Return the outcomes that the very options bring about which bring a regime about; none where nobody says."""
    options = needed(case, regime)
    if options is None:
        return ()
    return tuple(
        (issue, outcome) for issue in case.issues for outcome in issue.outcomes if needed(case, outcome) == options
    )

"""Refusals: what each side blocks whatever else is in a package, and on what grounds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from detente.lenses.settlement.packages.words import outcome_told, party_name
from detente.lenses.wording import listed
from detente.methods.bargaining.packages.patterns import Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.case.settlement import Party
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.methods.bargaining.packages.space import Mask
    from detente.models.settlement.conditions import Stated

_MOST = 4
"""So many kinds of packages that a side blocks are told at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """What one side blocks.

    Attributes
    ----------
    party
        Which side.
    packages
        Which packages it blocks. [shape (packages,)]
    patterns
        The outcomes, alone or two together, that it accepts in none of several packages.
    said
        Whether its red lines alone say all of that.
    """

    party: Party
    packages: Mask
    patterns: tuple[Pattern, ...]
    said: bool


def refusals(analysis: Analysis) -> tuple[Refusal, ...]:
    """Return what each side blocks; by its red lines alone, where alternatives to a deal are not stated."""
    sizes = analysis.model.space.sizes
    found = []
    for i, party in enumerate(analysis.refusing):
        packages = analysis.model.refused(party) if analysis.zopa is None else analysis.zopa.refused[i]
        several = tuple(pattern for pattern in patterns(packages, sizes) if pattern.packages > 1)
        found.append(Refusal(party, packages, several, _said(analysis, party, several)))
    return tuple(found)


def by_issue(analysis: Analysis, found: Iterable[Pattern]) -> tuple[Mapping[str, str], ...]:
    """Return patterns by the ids of their issues and outcomes, as many as lists may hold."""
    issues = analysis.model.outline.issues
    named = [{issues[k].id: issues[k].outcomes[outcome].id for k, outcome in each.choices} for each in found]
    return tuple(named[: analysis.options.max_packages])


def _said(analysis: Analysis, party: Party, found: Sequence[Pattern]) -> bool:
    """Return whether a party's red lines alone say what it blocks."""
    barred = analysis.model.refused(party)
    own = patterns(barred, analysis.model.space.sizes) if barred.any() else ()
    return {each.choices for each in own}.issuperset(each.choices for each in found)


def told(analysis: Analysis, refusal: Refusal, most: int | None = None) -> str:
    """Return what a side blocks as a clause, at most so much of it."""
    name = party_name(analysis, refusal.party)
    if refusal.packages.all():
        return f"{name} accepts no package"
    return f"{name} blocks {', and '.join(kinds(analysis, refusal)[:most])}"


def kinds(analysis: Analysis, refusal: Refusal) -> list[str]:
    """Return what a side blocks in words, a few kinds at most; patterns that share an outcome are one."""
    return list(islice(_together(analysis, refusal.patterns), _MOST))


def _together(analysis: Analysis, found: Sequence[Pattern]) -> Iterator[str]:
    """Yield patterns in words: outcomes alone, then each with all those that it does not go with."""
    yield from (_outcome(analysis, *pattern.choices) for pattern in found if len(pattern.choices) == 1)
    left = [pattern.choices for pattern in found if len(pattern.choices) == 2]
    while left:
        most, _ = Counter(choice for pair in left for choice in pair).most_common(1)[0]
        others = [other for pair in left if most in pair for other in pair if other != most]
        with_ = listed([_outcome(analysis, other) for other in others], last="or")
        yield f"{_outcome(analysis, most)} with {with_}"
        left = [pair for pair in left if most not in pair]


def _outcome(analysis: Analysis, choice: tuple[int, int]) -> str:
    issue, outcome = choice
    return f"“{outcome_told(analysis.model.outline.issues[issue], outcome)}”"


def in_words(analysis: Analysis, pattern: Pattern) -> str:
    """Return the outcomes of a pattern."""
    return listed([_outcome(analysis, choice) for choice in pattern.choices])


def grounds(analysis: Analysis, refusal: Refusal) -> list[Stated]:
    """Return the conditions that a side never does without: it blocks every package that breaks one."""
    held = zip(analysis.model.outline.conditions, analysis.model.utility.conditions.truths, strict=True)
    own = [(stated, ~holds) for stated, holds in held if stated.party is refusal.party]
    return [stated for stated, broken in own if broken.any() and refusal.packages[broken].all()]

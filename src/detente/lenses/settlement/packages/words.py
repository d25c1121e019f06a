"""Words: parties, packages, margins and uncertain numbers as a mediator would say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Column, Statement
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.preference.expressions import names
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from detente.case.issue import Issue
    from detente.case.settlement import Party
    from detente.case.value import Value
    from detente.findings.table import Cell
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.models.settlement.conditions import Choice, OnPackages
    from detente.models.settlement.model import Input

SHOWN = 12
"""How many packages a table shows."""

UNCHANGED = "Everything stays as it is"
"""A package that changes nothing."""


def date_of(analysis: Analysis) -> str:
    """Return the date of the situation in words."""
    return plain_date(str(analysis.situation.as_of))


def untold(analysis: Analysis) -> Iterator[Statement]:
    """Yield why the conflict does not tell which packages can be had, where it could."""
    if analysis.trouble:
        which = f"Which packages are possible on {date_of(analysis)}"
        yield Statement(f"{which} is not worked out, because {analysis.trouble}.")


def possible_on(analysis: Analysis) -> str:
    """Return that packages can be had at the date; that this is known of them, where of others it is not."""
    return f"{'known to be ' if analysis.unknown.any() else ''}possible on {date_of(analysis)}"


def party_name(analysis: Analysis, party: Party) -> str:
    """Return what to call a party."""
    return analysis.situation.names[party.actor]


def party_names(analysis: Analysis) -> list[str]:
    """Return what to call the parties, in order."""
    return [party_name(analysis, party) for party in analysis.model.outline.parties]


def refusing_names(analysis: Analysis) -> list[str]:
    """Return what to call the parties, and after them those that have nothing but red lines."""
    return [party_name(analysis, party) for party in analysis.refusing]


def cross_none(analysis: Analysis, count: int) -> str:
    """Return of so many packages that they cross no red line; nothing where there are none to cross."""
    return f" that {one_or_many(count, 'crosses', 'cross')} no red line" if analysis.barred is not None else ""


def outcome_name(issue: Issue, outcome: int) -> str:
    """Return what to call an outcome of an issue."""
    chosen = issue.outcomes[outcome]
    return chosen.label.rstrip(".")


def outcomes(analysis: Analysis, package: int) -> dict[str, int]:
    """Return the outcome of each issue in a package, by the issue's label."""
    issues = analysis.model.outline.issues
    step, chosen = analysis.model.space.count, {}
    for issue in issues:
        step //= len(issue.outcomes)
        chosen[issue.id] = package // step % len(issue.outcomes)
    return chosen


def package_name(analysis: Analysis, package: int) -> str:
    """Return a package in words: the texts of its outcomes, and the issue where an outcome has no text."""
    chosen = outcomes(analysis, package)
    return "; ".join(outcome_told(issue, chosen[issue.id]) for issue in analysis.model.outline.issues)


def outcome_told(issue: Issue, outcome: int) -> str:
    """Return an outcome in words that need no others: its text, or the issue with it where it has none."""
    name = outcome_name(issue, outcome)
    return name if issue.outcomes[outcome].text else f"{issue.label}: {name}"


def changes(analysis: Analysis, package: int) -> str:
    """Return a package in words: the outcomes that do not hold today, or of which that is not known."""
    chosen, issues = outcomes(analysis, package), analysis.model.outline.issues
    told = [
        outcome_told(issue, chosen[issue.id])
        for issue, held in zip(issues, analysis.today, strict=True)
        if chosen[issue.id] != held
    ]
    return "; ".join(told) or UNCHANGED


def quoted(analysis: Analysis, packages: Iterable[int], most: int = 3) -> str:
    """Return some packages in quotation marks, each by what it changes from today; the rest are counted."""
    numbers = [int(package) for package in packages]
    names = [f"“{changes(analysis, package)}”" for package in numbers[:most]]
    if len(numbers) > most:
        names.append(counted(len(numbers) - most, "other"))
    return listed(names)


def number(value: float) -> str:
    """Return a utility or a change of one, to two decimals; to more where two would hide that it is not nought."""
    return f"{value:.2f}" if abs(value) >= 0.005 or abs(value) < 1e-9 else f"{value:.2g}"


def share_of(share: float) -> str:
    """Return a share of draws in words, never rounded to all or none of them."""
    if 0 < share < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def percent(share: float) -> float:
    """Return a share of draws in percent, never rounded to all or none of them."""
    rounded = round(100 * float(share), 1)
    return rounded if share in (0, 1) else min(max(rounded, 0.1), 99.9)


def gains_words(gain: float) -> str:
    """Return that somebody gains or loses so much."""
    return f"loses {number(-gain)}" if gain < 0 else f"gains {number(gain)}"


def stated_range(value: Value) -> str:
    """Return a number of the case as it is stated: one, or its interval."""
    return number(value.low) if value.low == value.high else f"{number(value.low)} to {number(value.high)}"


def margin_columns(analysis: Analysis) -> tuple[Column, ...]:
    """Return the columns of a table that lists packages with what each party gains by them."""
    makers = zip(analysis.model.outline.parties, party_names(analysis), strict=True)
    return (Column("package", "Package"), *(Column(party.actor, f"{name} gains", "number") for party, name in makers))


def margin_cells(analysis: Analysis, package: int) -> tuple[Cell, ...]:
    """Return a row of such a table: the package, and by how much it beats each party's alternative."""
    if analysis.zopa is None:
        return package_name(analysis, package), *(round(float(worth), 3) for worth in analysis.utilities[:, package])
    return package_name(analysis, package), *(round(float(gain), 3) for gain in analysis.zopa.gains[:, package])


def input_name(analysis: Analysis, given: Input) -> str:
    """Return what an uncertain number says, in words."""
    name = party_name(analysis, given.party)
    if given.kind == "batna":
        return f"what {name} has without a deal"
    if given.kind == "power":
        return f"the bargaining power of {name}"
    if given.stated:
        return f"how much {condition_name(analysis, given.stated)} matters to {name}"
    label = given.issue.label if given.issue else ""
    if given.kind == "weight":
        return f"how much “{label}” matters to {name}"
    what = given.outcome.label.rstrip(".") if given.outcome else ""
    return f"what “{label}: {what}” is worth to {name}"


def condition_name(analysis: Analysis, stated: OnPackages) -> str:
    """Return a condition in words: what must hold, with the texts of outcomes for their names."""
    text = stated.text
    for name, offset in sorted(names(stated.expression), key=lambda each: -each[1]):
        written = re.match(r"\s+".join(map(re.escape, name.split())), text[offset:])
        end = offset + len(written.group() if written else name)
        text = text[:offset] + _choice_words(analysis, stated.choices[name]) + text[end:]
    return f"“{_once(analysis, text, stated)}”"


def _choice_words(analysis: Analysis, choices: Set[Choice]) -> str:
    """Return the outcomes of which one is chosen."""
    chosen = [f"‘{_outcome_text(analysis, *choice)}’" for choice in sorted(choices)]
    return chosen[0] if len(chosen) == 1 else f"({' or '.join(chosen)})"


def _once(analysis: Analysis, text: str, stated: OnPackages) -> str:
    """Return a condition in words that says a joint act once, by the outcomes that bring all consents to it.

    What brings all of them is known where the same outcomes bring each, and where one issue alone does.
    """
    conflict = analysis.situation.case.conflict
    for consents in (Words.of(conflict).consents if conflict else {}).values():
        each = [stated.choices[consent] for consent in consents if consent in stated.choices]
        if len(each) < max(len(consents), 2):
            continue
        all_of, any_of = frozenset.intersection(*each), frozenset.union(*each)
        if all_of and (all_of == any_of or len({issue for issue, _ in any_of}) == 1):
            written = " and ".join(_choice_words(analysis, choices) for choices in each)
            text = text.replace(f"({written})", _choice_words(analysis, all_of))
    return text


def _outcome_text(analysis: Analysis, issue: str, outcome: str) -> str:
    [which] = [each for each in analysis.model.outline.issues if each.id == issue]
    number_of = [each.id for each in which.outcomes].index(outcome)
    return outcome_told(which, number_of)

"""Words: parties, packages, margins and uncertain numbers as a mediator would say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Column
from detente.lenses.wording import counted, listed
from detente.methods.gmcr.preference.statements import mentioned
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.case.issue import Issue
    from detente.case.settlement import Party
    from detente.case.value import Value
    from detente.findings.table import Cell
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.models.settlement.conditions import Choice, Stated
    from detente.models.settlement.model import Input

SHOWN = 12
"""How many packages a table shows."""


def date_of(analysis: Analysis) -> str:
    """Return the date of the situation in words."""
    return plain_date(str(analysis.situation.as_of))


def party_name(analysis: Analysis, party: Party) -> str:
    """Return what to call a party."""
    return analysis.situation.names[party.actor]


def party_names(analysis: Analysis) -> list[str]:
    """Return what to call the parties, in order."""
    return [party_name(analysis, party) for party in analysis.model.outline.parties]


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


def quoted(analysis: Analysis, packages: Iterable[int], most: int = 3) -> str:
    """Return some packages in quotation marks; the rest are counted."""
    numbers = [int(package) for package in packages]
    names = [f"“{package_name(analysis, package)}”" for package in numbers[:most]]
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


def condition_name(analysis: Analysis, stated: Stated) -> str:
    """Return a condition in words: what must hold, with the texts of outcomes for their names."""
    text, choices = _folded(analysis, stated)
    for name, offset in reversed(mentioned(text)):
        chosen = [f"‘{_outcome_text(analysis, *choice)}’" for choice in sorted(choices[name])]
        words = chosen[0] if len(chosen) == 1 else f"({' or '.join(chosen)})"
        text = text[:offset] + words + text[offset + len(name) :]
    return f"“{text}”"


def _folded(analysis: Analysis, stated: Stated) -> tuple[str, Mapping[str, frozenset[Choice]]]:
    """Return a condition in which joint acts go by their own word where the same outcomes bring all consents."""
    conflict = analysis.situation.case.conflict
    consents = Words.of(conflict).consents if conflict else {}
    found = {act: [stated.choices.get(consent) for consent in several] for act, several in consents.items()}
    alike = {act: each[0] for act, each in found.items() if each[0] is not None and len(set(each)) == 1}
    text = Words({act: consents[act] for act in alike}).folded(stated.text)
    return text, {**stated.choices, **{act: choices for act, choices in alike.items() if choices is not None}}


def _outcome_text(analysis: Analysis, issue: str, outcome: str) -> str:
    [which] = [each for each in analysis.model.outline.issues if each.id == issue]
    number_of = [each.id for each in which.outcomes].index(outcome)
    return outcome_told(which, number_of)

"""The model: options, what cannot be, and what each prefers, with the reasons given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.conflict.words import condition, maker_names
from detente.lenses.evidence import evidence, row, say

if TYPE_CHECKING:
    from detente.case.citation import Claim
    from detente.case.conflict import Infeasible, Preferences
    from detente.findings.table import Cell
    from detente.lenses.conflict.analysis import Analysis

_OPTIONS = (
    Column("maker", "Decision maker"),
    Column("option", "Option"),
    Column("id", "Called"),
    Column("direction", "Can be"),
    Column("open", "Open at this date", "truth"),
    Column("reason", "Why"),
)
_DIRECTIONS = {
    "both": "taken and dropped",
    "take-only": "taken, not dropped again",
    "drop-only": "dropped, not taken up",
}


def finding(analysis: Analysis) -> Finding:
    """Return what the analysis rests on."""
    makers = maker_names(analysis)
    options = len(analysis.model.options)
    what = f"{options} options" if options else f"{len(analysis.model.labels or ())} states"
    stated = [maker.preferences for maker in analysis.conflict.decision_makers if maker.preferences]
    wishes = sum(len(found.statements or ()) for found in stated) or "no"
    return Finding(
        "conflict",
        "model",
        "What this rests on",
        f"A model of {len(makers)} decision makers and {what}, with {wishes} preference statements.",
        statements=tuple(say(_rule(analysis, rule), rule) for rule in analysis.conflict.infeasible),
        tables=tuple(table for table in (_options(analysis), _preferences(analysis)) if table.rows),
    )


def assumptions(analysis: Analysis) -> tuple[Statement, ...]:
    """Return every assumption that the stability of states used."""
    found: list[Statement] = []
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        stated = maker.preferences
        if stated is None:
            found.append(
                Statement(f"{name} is indifferent between all states.", assumption="the case states no preferences")
            )
            continue
        held: list[tuple[str, Claim]] = [
            (f"{name} prefers {condition(analysis, item.when)}", item) for item in stated.statements or ()
        ]
        held += [(f"{name}: {option.text or option.id}", option) for option in maker.options]
        held.append((f"The preferences of {name}", stated))
        found += [say(f"{words}.", claim) for words, claim in held if claim.assumption]
    found += [say(_rule(analysis, rule), rule) for rule in analysis.conflict.infeasible if rule.assumption]
    for option, answer in analysis.situation.options.items():
        if answer.undetermined or answer.reason.startswith("assumes"):
            found.append(
                Statement(f"Option “{option}”: {answer.reason}.", assumption="the date decides which options are open")
            )
    return tuple(found)


def _rule(analysis: Analysis, rule: Infeasible) -> str:
    if rule.when is not None:
        words = f"Cannot be: {rule.when}"
    elif rule.at_most_one is not None:
        words = f"At most one of: {', '.join(rule.at_most_one)}"
    elif rule.at_least_one is not None:
        words = f"At least one of: {', '.join(rule.at_least_one)}"
    elif rule.together is not None:
        words = f"Only together: {', '.join(rule.together)}"
    else:
        words = f"Only: {rule.take} if {rule.only_if}"
    kind, _, what = words.partition(": ")
    said = f"{kind}: {condition(analysis, what)}"
    return f"{said} ({rule.why})." if rule.why else f"{said}."


def _options(analysis: Analysis) -> Table:
    rows = []
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for option in maker.options:
            answer = analysis.situation.options[option.id]
            direction = _DIRECTIONS[option.direction]
            rows.append(row(option, name, option.text or option.id, option.id, direction, answer.open, answer.reason))
    return Table("options", "What each can do", _OPTIONS, tuple(rows))


def _preferences(analysis: Analysis) -> Table:
    columns = (
        Column("maker", "Decision maker"),
        Column("order", "Order", "number"),
        Column("when", "Wants"),
        Column("why", "Because"),
    )
    rows = []
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        if maker.preferences is not None:
            rows += _wants(analysis, maker.preferences, name)
    return Table("preferences", "What each prefers, most important first", columns, tuple(rows))


def _wants(analysis: Analysis, stated: Preferences, name: str) -> list[Row]:
    if stated.statements is not None:
        ordered = enumerate(stated.statements, 1)
        return [row(item, name, k, condition(analysis, item.when), item.why) for k, item in ordered]
    if stated.weights is not None:
        heaviest = sorted(stated.weights.items(), key=lambda item: -item[1])
        listed: list[tuple[Cell, Cell]] = [(condition(analysis, name), f"weight {w:g}") for name, w in heaviest]
    else:
        listed = [(" = ".join(group), None) for group in stated.ranking or ()]
    cites, assumption = evidence(stated.cites), stated.assumption or ""
    return [Row((name, k, what, why), cites, assumption) for k, (what, why) in enumerate(listed, 1)]

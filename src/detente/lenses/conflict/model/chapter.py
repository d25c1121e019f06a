"""The model: options, what cannot be, and what each prefers, with the reasons given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.conflict.as_written import taken_as_written, wanted
from detente.lenses.conflict.words import condition, maker_names
from detente.lenses.evidence import evidence, row, say
from detente.lenses.wording import counted, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.citation import Claim
    from detente.case.conflict import Infeasible, Preferences
    from detente.findings.table import Cell
    from detente.lenses.conflict.subject import Subject

_OPTIONS = (
    Column("maker", "Decision maker"),
    Column("option", "Option"),
    Column("id", "Called"),
    Column("direction", "Can be"),
    Column("open", "Open at this date", "truth"),
    Column("reason", "Why"),
)
DIRECTIONS = {
    "both": "taken and dropped",
    "take-only": "taken, not dropped again",
    "drop-only": "dropped, not taken up",
}


def finding(analysis: Subject) -> Finding:
    """Return what the analysis rests on."""
    makers = maker_names(analysis)
    options = len(analysis.model.options)
    what = counted(options, "option") if options else counted(len(analysis.model.labels or ()), "state")
    who = counted(len(makers), "decision maker")
    return Finding(
        "conflict",
        "model",
        "What this rests on",
        f"A model of {who} and {what}, with {_kinds(analysis)}.",
        statements=(
            *_readings(analysis),
            *(say(rule_words(analysis, rule), rule) for rule in analysis.conflict.infeasible),
        ),
        tables=tuple(table for table in (_options(analysis), _preferences(analysis)) if table.rows),
        depth=Depth.APPENDIX,
    )


def _kinds(analysis: Subject) -> str:
    """Return how the preferences are stated."""
    stated = [maker.preferences for maker in analysis.conflict.decision_makers if maker.preferences]
    statements = sum(len(found.statements or ()) for found in stated)
    weights = sum(len(found.weights or ()) for found in stated)
    rankings = sum(found.ranking is not None for found in stated)
    kinds = ((statements, "preference statement"), (weights, "weight"), (rankings, "ranking"))
    return listed([counted(number, noun) for number, noun in kinds if number]) or "no preferences"


def _readings(analysis: Subject) -> Iterator[Statement]:
    """Yield what the model, its decision makers and their preferences rest on as wholes."""
    yield from (say(words, claim) for words, claim in _wholes(analysis) if claim.cites)


def _wholes(analysis: Subject) -> Iterator[tuple[str, Claim]]:
    whole: list[tuple[str, Claim]] = [("The conflict as a whole", analysis.conflict)]
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        whole.append((f"{name} as a decision maker", maker))
        if maker.preferences is not None and maker.preferences.statements is not None:
            whole.append((f"The preferences of {name} as a whole", maker.preferences))
    for words, claim in whole:
        yield f"{words}: {sentence(claim.note)}" if claim.note else f"{words}.", claim


def assumptions(analysis: Subject) -> tuple[Statement, ...]:
    """Return every assumption that the stability of states used."""
    return (*lasting_assumptions(analysis), *taken_as_written(analysis))


def lasting_assumptions(analysis: Subject) -> tuple[Statement, ...]:
    """Return the assumptions that stay when uncertain preferences are not taken as written."""
    return (*_stated_assumptions(analysis), *_silent_assumptions(analysis))


def _stated_assumptions(analysis: Subject) -> Iterator[Statement]:
    """Yield the assumptions that the analyst wrote."""
    held: list[tuple[str, Claim]] = [("The conflict as a whole", analysis.conflict)]
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        held.append((f"{name} as a decision maker", maker))
        held += [(f"{name} can: {option.text or option.id}", option) for option in maker.options]
        if maker.preferences is not None:
            wanted = maker.preferences.statements or ()
            held += [(f"{name} prefers {condition(analysis, item.when)}", item) for item in wanted]
            held.append((f"The preferences of {name}", maker.preferences))
    yield from (say(f"{words}.", claim) for words, claim in held if claim.assumption)
    yield from (say(rule_words(analysis, rule), rule) for rule in analysis.conflict.infeasible if rule.assumption)


def _silent_assumptions(analysis: Subject) -> Iterator[Statement]:
    """Yield what the model takes for granted where the case is silent, or leaves a date open."""
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        if maker.preferences is None:
            said = f"{name} is indifferent between all states."
            yield Statement(said, assumption="the case states no preferences")
    for maker in analysis.conflict.decision_makers:
        for option in maker.options:
            answer = analysis.situation.options[option.id]
            if answer.undetermined or answer.assumed:
                said = f"Option “{option.text or option.id}”: {answer.reason}."
                yield Statement(said, assumption="the date decides which options are open")


def rule_words(analysis: Subject, rule: Infeasible) -> str:
    """Return what cannot be, with the reason given, as a sentence."""
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
    return f"{said} ({rule.why.rstrip('.')})." if rule.why else f"{said}."


def _options(analysis: Subject) -> Table:
    rows = []
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for option in maker.options:
            answer = analysis.situation.options[option.id]
            direction = DIRECTIONS[option.direction]
            rows.append(row(option, name, option.text or option.id, option.id, direction, answer.open, answer.reason))
    return Table("options", "What each can do", _OPTIONS, tuple(rows))


def _preferences(analysis: Subject) -> Table:
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


def _wants(analysis: Subject, stated: Preferences, name: str) -> list[Row]:
    if stated.statements is not None:
        numbered = enumerate(stated.statements, 1)
        return [row(item, name, k, wanted(analysis, item), item.why) for k, item in numbered]
    if stated.weights is not None:
        heaviest = sorted(stated.weights.items(), key=lambda item: -item[1])
        ordered: list[tuple[Cell, Cell]] = [(condition(analysis, name), f"weight {w:g}") for name, w in heaviest]
    else:
        ordered = [(" = ".join(group), None) for group in stated.ranking or ()]
    cites, assumption = evidence(stated.cites), stated.assumption or ""
    return [Row((name, k, what, why), cites, assumption) for k, (what, why) in enumerate(ordered, 1)]

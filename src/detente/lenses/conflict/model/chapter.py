"""The model: options, what cannot be, and what each prefers, with the reasons given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import wanted
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.subject import Subject
from detente.lenses.conflict.joint import consented_to, joint_acts
from detente.lenses.conflict.words import DIRECTIONS, condition, maker_names, rule_words
from detente.lenses.evidence import row, say
from detente.lenses.wording import counted, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.citation import Claim
    from detente.case.conflict import Preferences
    from detente.findings.table import Cell
    from detente.lenses.conflict.joint import Joint
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look

_OPTIONS = (
    Column("maker", "Decision maker"),
    Column("option", "Option"),
    Column("id", "Called"),
    Column("direction", "Can be"),
    Column("open", "Open at this date", "truth"),
    Column("reason", "Why"),
)


def find(look: Look[ConflictOptions]) -> Subject:
    """Return the conflict."""
    return subject(look)


def show(analysis: Subject, look: Look[ConflictOptions]) -> Finding:
    """Return what the analysis rests on."""
    del look
    makers = maker_names(analysis)
    who = counted(len(makers), "decision maker")
    return Finding(
        "What this rests on",
        f"A model of {listed([who, *_sizes(analysis)])}, with {_kinds(analysis)}.",
        statements=(
            *_readings(analysis),
            *(say(rule_words(analysis, rule), rule, noted=True) for rule in analysis.conflict.infeasible),
        ),
        tables=tuple(table for table in (_options(analysis), _preferences(analysis)) if table.rows),
        depth=Depth.APPENDIX,
    )


def _sizes(analysis: Subject) -> Iterator[str]:
    """Yield how many options and joint acts there are; in graph form how many states."""
    if not analysis.model.options:
        yield counted(len(analysis.model.labels or ()), "state")
        return
    joint = joint_acts(analysis.conflict)
    yield counted(len(analysis.model.options) - sum(len(each.consents) for each in joint), "option")
    if joint:
        yield counted(len(joint), "joint act")


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
    whole: list[tuple[str, Claim]] = [("The conflict as a whole", analysis.conflict)]
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        whole.append((f"{name} as a decision maker", maker))
        if maker.preferences is not None and maker.preferences.statements is not None:
            whole.append((f"The preferences of {name} as a whole", maker.preferences))
    for words, claim in whole:
        if claim.cites or claim.certainty or claim.hedge or claim.note:
            yield say(f"{words}: {sentence(claim.note)}" if claim.note else f"{words}.", claim)


def _options(analysis: Subject) -> Table:
    rows = []
    consents = consented_to(analysis.conflict)
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for option in (option for option in maker.options if option.id not in consents):
            answer = analysis.situation.options[option.id]
            direction = DIRECTIONS[option.direction]
            rows.append(row(option, name, option.label, option.id, direction, answer.open, answer.reason))
    rows += [_together(analysis, joint) for joint in joint_acts(analysis.conflict)]
    return Table("options", "What each can do", _OPTIONS, tuple(rows))


def _together(analysis: Subject, joint: Joint) -> Row:
    """Return a joint act as a row: it is open where each consent is."""
    names = dict(zip(analysis.model.decision_makers, maker_names(analysis), strict=True))
    answers = [(names[actor], analysis.situation.options[consent]) for consent, actor in joint.consents.items()]
    reasons = dict.fromkeys(answer.reason for _, answer in answers)
    several = [f"{name}: {answer.reason}" for name, answer in answers]
    reason = "; ".join(reasons if len(reasons) == 1 else several)
    who = listed([names[actor] for actor in joint.makers])
    needs = f"{joint.act.label} (needs the consent of {'both' if len(answers) == 2 else 'all'})"
    is_open = all(answer.open for _, answer in answers)
    return row(joint.act, who, needs, joint.act.id, DIRECTIONS[joint.act.direction], is_open, reason)


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
    rows = [row(stated, name, k, what, why) for k, (what, why) in enumerate(ordered, 1)]
    return [each if k == 0 else replace(each, note="") for k, each in enumerate(rows)]


CHAPTER = Chapter("model", 110, find, show)

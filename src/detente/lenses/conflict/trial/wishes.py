"""Wishes: preference statements as a reader of the page takes them off, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings.trial import Wish
from detente.lenses.conflict.assumptions import is_uncertain
from detente.lenses.conflict.words import condition
from detente.methods.gmcr.preference.expressions import And, Name, Not
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.writer import spelled
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from detente.case.conflict import Statement
    from detente.findings.trial import Condition
    from detente.lenses.conflict.engine.subject import Subject
    from detente.methods.gmcr.preference.expressions import Expression


def wish_of(analysis: Subject, item: Statement, when: Condition) -> Wish:
    """Return a preference statement as a wish."""
    is_open = is_uncertain(item)
    doubts = ["whether it is wanted is open"] if is_open else []
    doubts += ["its rank among its neighbours is open"] if item.group else []
    doubts += ["counts as much as its neighbours"] if item.equal else []
    text = _plainly(analysis, item.when)
    said = f"{text} ({'; '.join(doubts)})" if doubts else text
    return Wish(said, when, item.equal or "", why=item.why or "", open=is_open)


def _plainly(analysis: Subject, text: str) -> str:
    """Return a condition; that something is not, or is only with something else, in fewer words than logic has."""

    def said(part: Expression) -> str:
        words = condition(analysis, spelled(part))
        return words if isinstance(part, Name) else f"({words})"

    match parse(Words.of(analysis.conflict).folded(text)):
        case Not(Name() as part):
            return f"no {said(part)}"
        case Not(And((left, Not(right)))):
            return f"{said(left)} only with {said(right)}"
    return condition(analysis, text)

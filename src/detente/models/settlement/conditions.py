"""Conditions on packages: what counts for a party beside the issues, and in which packages it holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.preference.expressions import Expression, Pattern, names, walk
from detente.methods.gmcr.preference.state_sets import true_in
from detente.models.conflict.text import read_text
from detente.models.flaw import Flaw
from detente.models.settlement.outcome_options import option_ids, taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from detente.case import Case
    from detente.case.settlement import Condition, Party

UNDECIDED = Rule(
    "DT626",
    "a condition on what no package decides",
    "Conditions of parties speak of outcomes by id, or of options that outcomes take. An id that two issues use for "
    "different outcomes says nothing: give one of them another id. Patterns of Y, N and - have no place here.",
)
NO_STATEMENT = Rule(
    "DT627",
    "a preference statement that does not exist",
    "Under 'statement' stands the id of one of the same actor's preference statements in the conflict. Mend the id, "
    "or write the condition under 'when'.",
)

_NO_IDS = "give one of its preference statements this id, or write the condition under 'when'"

Choice: TypeAlias = tuple[str, str]
"""An issue, and the outcome that is chosen for it."""

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A condition that has been read.

    Attributes
    ----------
    party, condition
        What the case says of whom.
    text, expression
        What must hold, as written and as read.
    choices
        For each name in it, the choices that make it true.
    """

    party: Party
    condition: Condition
    text: str
    expression: Expression
    choices: Mapping[str, frozenset[Choice]]

    @property
    def issues(self) -> frozenset[str]:
        """The issues that it turns on."""
        return frozenset(issue for choices in self.choices.values() for issue, _ in choices)

    def holds(self, chosen: Set[Choice]) -> bool:
        """Whether it holds where these outcomes are chosen, at least one for each issue that it turns on."""
        sets = {name: int(not choices.isdisjoint(chosen)) for name, choices in self.choices.items()}
        return bool(true_in(self.expression, sets, 1))


def read_package_conditions(case: Case) -> tuple[tuple[Stated, ...], tuple[Flaw, ...]]:
    """Return the conditions of all parties, in the order of the case, and what is wrong with others."""
    stated: list[Stated] = []
    flaws: list[Flaw] = []
    meanings = _meanings(case)
    for index, party in enumerate(case.settlement.parties if case.settlement else ()):
        for number, condition in enumerate(party.conditions):
            here: Path = ("settlement", "parties", index, "conditions", number)
            text, place = _text(case, party, condition, here)
            if text is None:
                flaws.append(_no_statement(case, party, condition, place))
                continue
            expression = read_text(text, place)
            if isinstance(expression, Flaw):
                flaws.append(expression)
                continue
            found = tuple(_undecided(expression, meanings, place))
            if condition.statement is not None:  # which may be a good preference all the same
                found = tuple(_shared(flaw, condition.statement, here) for flaw in found)
            flaws += found
            if not found:
                choices = {name: next(iter(meanings[name])) for name, _ in names(expression)}
                stated.append(Stated(party, condition, text, expression, choices))
    return tuple(stated), tuple(flaws)


def _text(case: Case, party: Party, condition: Condition, here: Path) -> tuple[str | None, Path]:
    """Return the text of a condition, ``None`` where it refers to no statement, and where the text stands."""
    if condition.statement is None:
        return condition.when, (*here, "when")
    for i, maker in enumerate(case.conflict.decision_makers if case.conflict else ()):
        statements = (maker.preferences and maker.preferences.statements) or ()
        for k, statement in enumerate(statements):
            if (maker.actor, statement.id) == (party.actor, condition.statement):
                where = ("conflict", "decision_makers", i, "preferences", "statements", k, "when")
                return statement.when, where
    return None, (*here, "statement")


def _no_statement(case: Case, party: Party, condition: Condition, place: Path) -> Flaw:
    makers = case.conflict.decision_makers if case.conflict else ()
    own = [
        statement.id
        for maker in makers
        if maker.actor == party.actor and maker.preferences
        for statement in maker.preferences.statements or ()
        if statement.id
    ]
    hint = did_you_mean(condition.statement or "", own) or (f"its statements are {', '.join(own)}" if own else _NO_IDS)
    message = f"'{party.actor}' has no preference statement '{condition.statement}'"
    return Flaw(NO_STATEMENT, place, message, hint, cause=condition.statement or "")


def _meanings(case: Case) -> Mapping[str, set[frozenset[Choice]]]:
    """Return what each name may mean: by outcome or option id, the choices that make it true."""
    options = option_ids(case.conflict)
    found: dict[str, set[frozenset[Choice]]] = defaultdict(set)
    by_option: dict[str, set[Choice]] = defaultdict(set)
    for issue in case.issues:
        for outcome in issue.outcomes:
            found[outcome.id].add(frozenset({(issue.id, outcome.id)}))
            for option in taken(outcome, options):
                by_option[option].add((issue.id, outcome.id))
    for option, choices in by_option.items():
        found[option].add(frozenset(choices))
    return found


def _shared(flaw: Flaw, statement: str, here: Path) -> Flaw:
    """Return a flaw of a preference statement as one of the condition that shares it."""
    return replace(flaw, path=(*here, "statement"), message=f"in '{statement}': {flaw.message}", offset=None)


def _undecided(expression: Expression, meanings: Mapping[str, set[frozenset[Choice]]], place: Path) -> Iterator[Flaw]:
    """Yield the names in a condition that mean nothing, or several things, and its patterns."""
    for part, _ in walk(expression):
        if isinstance(part, Pattern):
            message = "a pattern lists options, not outcomes"
            yield Flaw(UNDECIDED, place, message, "write the outcomes by id", part.offset)
    for name, offset in names(expression):
        several = meanings.get(name, set())
        if not several:
            message = f"no outcome has the id '{name}', and none takes an option of that id"
            hint = did_you_mean(name, meanings) or "add it to the outcomes of an issue, or to what one takes"
            yield Flaw(UNDECIDED, place, message, hint, offset, cause=name)
        elif len(several) > 1:
            issues = sorted({f"'{issue}'" for choices in several for issue, _ in choices})
            message = f"'{name}' means different things: see {', '.join(issues)}"
            yield Flaw(UNDECIDED, place, message, "give one of the outcomes another id", offset)

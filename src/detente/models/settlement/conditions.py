"""Conditions on packages: what counts for a party beside the issues, and what holds in all that it accepts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from detente.diagnostics import Rule, did_you_mean
from detente.methods.gmcr.preference.expressions import Expression, Pattern, names, walk
from detente.methods.gmcr.preference.state_sets import true_in
from detente.models.conflict.text import read_text
from detente.models.flaw import Flaw
from detente.models.settlement.outcome_options import needed, option_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from detente.case import Case
    from detente.case.red_line import RedLine
    from detente.case.settlement import Condition, Party

UNDECIDED = Rule(
    "DT626",
    "a condition on what no package decides",
    "Conditions and red lines of parties speak of outcomes by id, of an issue and its outcome as in 'route is open', "
    "or of options that outcomes take. An id that two issues use for different outcomes says nothing by itself: write "
    "the issue with it, or give one of them another id. Patterns of Y, N and - have no place here.",
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
class OnPackages:
    """What holds in some packages and not in others, as it has been read.

    Attributes
    ----------
    text, expression
        What must hold, as written and as read.
    choices
        For each name in it, the choices that make it true.
    """

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


@dataclass(frozen=True, slots=True)
class Stated(OnPackages):
    """A condition that counts beside the issues.

    Attributes
    ----------
    party, condition
        What the case says of whom.
    """

    party: Party
    condition: Condition


@dataclass(frozen=True, slots=True)
class Barrier(OnPackages):
    """A red line: what holds in all that a party accepts.

    Attributes
    ----------
    party, red_line
        What the case says of whom.
    """

    party: Party
    red_line: RedLine


@dataclass(frozen=True, slots=True)
class PackageConditions:
    """What parties say of packages, in the order of the case.

    Attributes
    ----------
    stated, barriers
        What counts beside the issues, and what is accepted in no case.
    flaws
        Why others cannot be read.
    """

    stated: tuple[Stated, ...]
    barriers: tuple[Barrier, ...]
    flaws: tuple[Flaw, ...]


def read_package_conditions(case: Case) -> PackageConditions:
    """Return the conditions and red lines of all parties, and what is wrong with others."""
    stated: list[Stated] = []
    barriers: list[Barrier] = []
    reader = _Reader(_meanings(case))
    for index, party in enumerate(case.settlement.parties if case.settlement else ()):
        here: Path = ("settlement", "parties", index)
        for number, condition in enumerate(party.conditions):
            read = _condition(case, party, condition, reader, (*here, "conditions", number))
            if read is not None:
                stated.append(Stated(read.text, read.expression, read.choices, party, condition))
        for number, line in enumerate(party.red_lines):
            read = reader.read(line.when, (*here, "red_lines", number, "when"))
            if read is not None:
                barriers.append(Barrier(read.text, read.expression, read.choices, party, line))
    return PackageConditions(tuple(stated), tuple(barriers), tuple(reader.flaws))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads texts, and keeps what is wrong with those that cannot be read."""

    meanings: Mapping[str, set[frozenset[Choice]]]
    flaws: list[Flaw] = field(default_factory=list)

    def read(self, text: str, place: Path, shared: tuple[str, Path] | None = None) -> OnPackages | None:
        """Return what a text says of packages, or ``None``; ``shared`` is its statement, and where that is used."""
        expression = read_text(text, place)
        if isinstance(expression, Flaw):
            self.flaws.append(expression)
            return None
        found = tuple(_undecided(expression, self.meanings, place))
        if shared is not None:  # which may be a good preference all the same
            found = tuple(_shared(flaw, *shared) for flaw in found)
        self.flaws.extend(found)
        if found:
            return None
        return OnPackages(text, expression, {name: next(iter(self.meanings[name])) for name, _ in names(expression)})


def _condition(case: Case, party: Party, condition: Condition, reader: _Reader, here: Path) -> OnPackages | None:
    """Return a condition of a party as it has been read, or ``None`` where that cannot be."""
    text, place = _text(case, party, condition, here)
    if text is None:
        reader.flaws.append(_no_statement(case, party, condition, place))
        return None
    shared = None if condition.statement is None else (condition.statement, here)
    return reader.read(text, place, shared)


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
    """Return the choices that make true what each name may mean: an outcome, an issue with one, or an option."""
    options = option_ids(case.conflict)
    found: dict[str, set[frozenset[Choice]]] = defaultdict(set)
    by_option: dict[str, set[Choice]] = defaultdict(set)
    for issue in case.issues:
        for outcome in issue.outcomes:
            found[outcome.id].add(frozenset({(issue.id, outcome.id)}))
            found[f"{issue.id} is {outcome.id}"].add(frozenset({(issue.id, outcome.id)}))
            for option in needed(outcome, options) or ():
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
        if not several and " is " in name:
            yield _no_outcome(name, meanings, place, offset)
        elif not several:
            message = f"no outcome has the id '{name}', and none takes an option of that id"
            hint = did_you_mean(name, meanings) or "add it to the outcomes of an issue, or to what one takes"
            yield Flaw(UNDECIDED, place, message, hint, offset, cause=name)
        elif len(several) > 1:
            issues = sorted({f"'{issue}'" for choices in several for issue, _ in choices})
            message = f"'{name}' means different things: see {', '.join(issues)}"
            yield Flaw(UNDECIDED, place, message, f"write the issue with it: {issues[0][1:-1]} is {name}", offset)


def _no_outcome(name: str, meanings: Mapping[str, set[frozenset[Choice]]], place: Path, offset: int) -> Flaw:
    """Return that an issue has no such outcome, or that there is no such issue."""
    issue, _, outcome = name.partition(" is ")
    every = {choice for several in meanings.values() for choices in several for choice in choices}
    known = sorted({each for each, _ in every})
    if issue not in known:
        hint = did_you_mean(issue, known) or "before 'is' stands the id of an issue that has outcomes"
        return Flaw(UNDECIDED, place, f"no issue '{issue}' has outcomes", hint, offset, cause=issue)
    own = sorted(each for of, each in every if of == issue)
    hint = did_you_mean(outcome, own) or f"its outcomes are {', '.join(own)}"
    return Flaw(UNDECIDED, place, f"'{issue}' has no outcome '{outcome}'", hint, offset, cause=outcome)

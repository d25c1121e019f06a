"""Joint acts put plainly: each consent as an option of who gives it, and the act's word as all of them.

The word ``sign`` in conditions becomes ``(sign@north and sign@south)``, and in lists of what is taken both consents.
The models know options only, so they, and all that reads them, are given cases in this plain form; checks, scenarios
and perceptions speak of the case as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from detente.case.conflict import Option
from detente.case.joint_act import consent_id
from detente.methods.gmcr.preference.expressions import And, Expression, Name, StatementError
from detente.methods.gmcr.preference.statements import mentioned
from detente.methods.gmcr.preference.writer import renamed, spelled
from detente.models.conflict.text import combination

if TYPE_CHECKING:
    from detente.case import Case
    from detente.case.conflict import Conflict, DecisionMaker, Infeasible, Preferences, Statement
    from detente.case.issue import Issue, Outcome
    from detente.case.joint_act import JointAct
    from detente.case.red_line import RedLine
    from detente.case.settlement import Condition as PartyCondition
    from detente.case.settlement import Settlement

_LISTS = ("at_most_one", "at_least_one", "together")

Condition = TypeVar("Condition", "Statement", "RedLine", "PartyCondition")


def plain(case: Case) -> Case:
    """Return the case with consents as ordinary options; the very same where there is no joint act.

    What it returns still lists the joint acts, for those who speak of them, and is plain already.
    """
    conflict = case.conflict
    if conflict is None or not conflict.joint or conflict.graph is not None:
        return case
    words = Words.of(conflict)
    names = {actor.id: actor.name for actor in case.actors}
    return case.model_copy(
        update={
            "conflict": plain_conflict(conflict, names),
            "issues": tuple(words.issue(issue) for issue in case.issues),
            "settlement": case.settlement and _settlement(case.settlement, case.issues, words),
        }
    )


def plain_conflict(conflict: Conflict, names: Mapping[str, str] | None = None) -> Conflict:
    """Return the conflict with consents as ordinary options.

    Parameters
    ----------
    names
        What to call actors; their ids when omitted.
    """
    if not conflict.joint or conflict.graph is not None:
        return conflict
    words = Words.of(conflict)
    actors = [maker.actor for maker in conflict.decision_makers]
    return conflict.model_copy(
        update={
            "decision_makers": tuple(
                _maker(maker, words, _consents(conflict, maker, names or {}) if actors.index(maker.actor) == i else ())
                for i, maker in enumerate(conflict.decision_makers)
            ),
            "infeasible": tuple(words.rule(rule) for rule in conflict.infeasible),
            "status_quo": conflict.status_quo and words.ids(conflict.status_quo),
            "named_states": {
                name: each.model_copy(update={"take": words.ids(each.take)})
                for name, each in conflict.named_states.items()
            },
        }
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a conflict stand for.

    Attributes
    ----------
    consents
        By joint act, the options that all have to be taken: the consents of those who decide.
    """

    consents: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, conflict: Conflict) -> Words:
        """Return what the joint acts of a conflict stand for."""
        makers = {maker.actor for maker in conflict.decision_makers}
        found = {act.id: [consent_id(act.id, actor) for actor in consenting(act, makers)] for act in conflict.joint}
        return cls({act: tuple(consents) for act, consents in found.items() if consents})

    def text(self, text: str) -> str:
        """Return a condition in plain words; as it is where it cannot be read."""
        if not _is_readable(text):
            return text
        for name, offset in reversed(mentioned(text)):
            if name in self.consents:
                text = text[:offset] + self.written(name) + text[offset + len(name) :]
        return text

    def before(self, act: str) -> str:
        """Return what stands before the condition without which a joint act cannot be, where both are one condition."""
        return f"{self.written(act)} and not ("

    def folded(self, text: str) -> str:
        """Return a condition in plain words with joint acts by their own word again."""
        for act, several in self.consents.items():
            if len(several) > 1:
                text = text.replace(self.written(act), act)
        return text

    def spoken(self, stated: Condition) -> Condition:
        """Return what has a condition with it in plain words."""
        when = None if stated.when is None else self.text(stated.when)
        return stated if when == stated.when else stated.model_copy(update={"when": when})

    def written(self, word: str) -> str:
        """Return what a word stands for, as conditions write it."""
        several = self.consents.get(word, (word,))
        return several[0] if len(several) == 1 else f"({' and '.join(several)})"

    def ids(self, listed: Iterable[str]) -> tuple[str, ...]:
        """Return options taken, with all consents in the place of each joint act."""
        return tuple(option for word in listed for option in self.consents.get(word, (word,)))

    def issue(self, issue: Issue) -> Issue:
        """Return an issue whose outcomes take options only."""
        outcomes = tuple(self._outcome(outcome) for outcome in issue.outcomes)
        same = all(a is b for a, b in zip(outcomes, issue.outcomes, strict=True))
        return issue if same else issue.model_copy(update={"outcomes": outcomes})

    def _outcome(self, outcome: Outcome) -> Outcome:
        if self.consents.keys().isdisjoint(outcome.named):
            return outcome
        return outcome.model_copy(update={"takes": self.ids(outcome.named)})

    def rule(self, rule: Infeasible) -> Infeasible:
        """Return what cannot be; a list that holds a joint act is written as a condition."""
        if rule.when is not None:
            return rule.model_copy(update={"when": self.text(rule.when)})
        if rule.take is not None and rule.only_if is not None:
            needed = self.text(rule.only_if)
            if rule.take not in self.consents or not _is_readable(needed):
                return rule.model_copy(update={"only_if": needed})
            return rule.model_copy(update={"when": f"{self.before(rule.take)}{needed})", "take": None, "only_if": None})
        kind = next(key for key in _LISTS if getattr(rule, key) is not None)
        listed: tuple[str, ...] = getattr(rule, kind)
        if self.consents.keys().isdisjoint(listed):
            return rule
        if kind == "at_most_one" and len(set(listed)) == 1:  # which rules out nothing, and no condition says so
            return rule.model_copy(update={kind: self.consents[listed[0]][:1]})
        when = spelled(renamed(combination(rule), self._all_of))
        return rule.model_copy(update={"when": when, kind: None})

    def _all_of(self, name: Name) -> Expression:
        several = self.consents.get(name.id)
        return name if several is None else And(tuple(map(Name, several)))


def _is_readable(text: str) -> bool:
    try:
        mentioned(text)
    except StatementError:
        return False
    return True


def consenting(act: JointAct, makers: Iterable[str]) -> tuple[str, ...]:
    """Return who of some decision makers has to consent, each once."""
    deciding = frozenset(makers)
    return tuple(actor for actor in dict.fromkeys(act.by) if actor in deciding)


def _consents(conflict: Conflict, maker: DecisionMaker, names: Mapping[str, str]) -> tuple[Option, ...]:
    """Return the consents of a decision maker that are not among its own options already."""
    own = {option.id for option in maker.options}
    asked = [act for act in conflict.joint if maker.actor in act.by]
    return tuple(_consent(act, maker.actor, names) for act in asked if consent_id(act.id, maker.actor) not in own)


def _consent(act: JointAct, actor: str, names: Mapping[str, str]) -> Option:
    alone = len(set(act.by)) == 1
    text = act.label if alone else f"{act.label} ({names.get(actor, actor)})"
    shared = {name: getattr(act, name) for name in Option.model_fields if name in act.model_fields_set}
    return Option(id=consent_id(act.id, actor)).model_copy(
        update=shared | {"id": consent_id(act.id, actor), "text": text}
    )


def _settlement(settlement: Settlement, issues: Iterable[Issue], words: Words) -> Settlement:
    """Return a settlement whose conditions speak of options; what is also the id of an outcome means the outcome."""
    outcomes = {outcome.id for issue in issues for outcome in issue.outcomes}
    said = Words({act: several for act, several in words.consents.items() if act not in outcomes})
    parties = (
        party.model_copy(
            update={
                "conditions": tuple(map(said.spoken, party.conditions)),
                "red_lines": tuple(map(said.spoken, party.red_lines)),
            }
        )
        for party in settlement.parties
    )
    return settlement.model_copy(update={"parties": tuple(parties)})


def _maker(maker: DecisionMaker, words: Words, consents: tuple[Option, ...]) -> DecisionMaker:
    return maker.model_copy(
        update={
            "options": (*maker.options, *consents),
            "preferences": maker.preferences and _preferences(maker.preferences, words),
            "red_lines": tuple(map(words.spoken, maker.red_lines)),
        }
    )


def _preferences(stated: Preferences, words: Words) -> Preferences:
    """Return preferences over options; the weight of an act by one alone is that of its only consent."""
    if stated.statements is not None:
        return stated.model_copy(update={"statements": tuple(map(words.spoken, stated.statements))})
    if stated.weights is None:
        return stated
    alone = {act: several[0] for act, several in words.consents.items() if len(several) == 1}
    weights = {alone.get(word, word): weight for word, weight in stated.weights.items()}
    return stated.model_copy(update={"weights": weights})

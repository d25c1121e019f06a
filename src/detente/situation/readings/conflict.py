"""The conflict of a day: options, wishes and limits that hold, and what is left of those that speak of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.case.conflict import Conflict, DecisionMaker, Infeasible, NamedState, Option, Preferences, Statement
from detente.case.joint_act import consent_id
from detente.methods.gmcr.preference.expressions import StatementError
from detente.methods.gmcr.preference.restriction import restricted
from detente.methods.gmcr.preference.statements import mentioned, parse
from detente.methods.gmcr.preference.writer import spelled
from detente.situation.readings.holding import Holding, Read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.case.perception import Perception
    from detente.case.red_line import RedLine


def conflict_of_day(conflict: Conflict, holding: Holding) -> Conflict | None:
    """Return what holds of a conflict at a date; ``None`` where nobody's options or nobody's wishes do."""
    whole = _whole(conflict)
    options = [option.id for option in conflict.options]
    makers = tuple(_makers(conflict, whole, holding))
    infeasible = [each for each in conflict.infeasible if holding.holds(_limit(whole, each, holding))]
    perceptions = [each for each in conflict.perceptions if holding.holds(_perception(whole, each, holding))]
    kept = {option.id for maker in makers for option in maker.options}
    left = _Left(tuple(options), frozenset(options) - kept, holding)
    stated = any(maker.preferences or maker.red_lines for maker in conflict.decision_makers)
    held = any(maker.preferences or maker.red_lines for maker in makers)
    if (options and not kept) or (stated and not held) or not makers:
        return None
    return holding.copy(
        conflict,
        {
            "decision_makers": tuple(left.maker(maker) for maker in makers),
            "joint": tuple(act for act in conflict.joint if any(consent_id(act.id, who) in kept for who in act.by)),
            "infeasible": tuple(rule for each in infeasible if (rule := left.limit(each)) is not None),
            "coalesce": tuple(text for each in conflict.coalesce if (text := left.marks(each)) is not None),
            "status_quo": conflict.status_quo and left.taken(conflict.status_quo),
            "named_states": {name: each for name, each in conflict.named_states.items() if left.knows(each)},
            "perceptions": tuple(perceptions),
        },
    )


def statements_of_day(conflict: Conflict, holding: Holding) -> Mapping[tuple[str, str], Statement]:
    """Return the preference statements that hold at a date, as they are written, by actor and id."""
    whole = _whole(conflict)
    return {
        (maker.actor, each.id): each
        for maker in conflict.decision_makers
        for each in (maker.preferences and maker.preferences.statements) or ()
        if each.id is not None and holding.holds(_stated(_of(whole, maker, holding), each))
    }


def _whole(conflict: Conflict) -> Read:
    return Read("conflict", (conflict,), (("conflict", "the conflict"),))


def _of(whole: Read, maker: DecisionMaker, holding: Holding) -> Read:
    return whole.below(maker, maker.actor, holding.called(maker.actor))


def _stated(read: Read, statement: Statement) -> Read:
    return read.below(statement, statement.id, statement.why or statement.when)


def _limit(whole: Read, rule: Infeasible, holding: Holding) -> Read:
    words = {
        "not more than one of": rule.at_most_one,
        "at least one of": rule.at_least_one,
        "together or not at all": rule.together,
    }
    listed = (f"{how}: {', '.join(map(holding.called, ids))}" for how, ids in words.items() if ids is not None)
    only = f"{holding.called(rule.take or '')} only if {rule.only_if}"
    return whole.below(rule, None, rule.why or rule.when or next(listed, only))


def _perception(whole: Read, perception: Perception, holding: Holding) -> Read:
    called = holding.called(perception.by)
    what = f"{called} reads it as {perception.reads}" if perception.reads else f"how {called} reads it"
    return whole.below(perception, perception.id, what)


def _makers(conflict: Conflict, whole: Read, holding: Holding) -> Iterable[DecisionMaker]:
    """Yield each decision maker of which something holds; entries of one actor, each of its own time, are joined."""
    entries: dict[str, list[DecisionMaker]] = {}
    for maker in conflict.decision_makers:
        entries.setdefault(maker.actor, []).append(maker)
    for several in entries.values():
        reads = [_of(whole, maker, holding) for maker in several]
        found: dict[str, Any] = {
            "options": tuple(_options(several, reads, holding)),
            "preferences": _preferences(several, reads, holding),
            "red_lines": tuple(_red_lines(several, reads, holding)),
        }
        bare = not any(maker.options or maker.preferences or maker.red_lines for maker in several)
        if bare or any(found.values()) or conflict.graph is not None:
            yield holding.copy(several[0], found)


def _options(several: Sequence[DecisionMaker], reads: Sequence[Read], holding: Holding) -> Iterable[Option]:
    """Yield the options that hold; where an entry repeats only the numbers of its actor, the options are of all."""
    shared = any(not maker.options for maker in several)
    for maker, read in zip(several, reads, strict=True):
        for option in maker.options:
            of = reads if shared or "@" in option.id else [read]  # who may consent is not said entry by entry
            held = [holding.holds(each.below(option, option.id, option.label)) for each in of]
            if any(held):
                yield option


def _preferences(several: Sequence[DecisionMaker], reads: Sequence[Read], holding: Holding) -> Preferences | None:
    """Return the preferences that hold: weights or a ranking as a whole, statements one by one."""
    found: list[Preferences] = []
    for maker, read in zip(several, reads, strict=True):
        stated = maker.preferences
        if stated is None:
            continue
        if stated.statements is None:
            found += [stated] if holding.holds(read) else []
            continue
        held = tuple(each for each in stated.statements if holding.holds(_stated(read, each)))
        if held or not stated.statements:
            found.append(holding.copy(stated, {"statements": held}))
    if not found or found[0].statements is None:
        return found[0] if found else None
    statements = tuple(each for stated in found for each in stated.statements or ())
    return holding.copy(found[0], {"statements": statements})


def _red_lines(several: Sequence[DecisionMaker], reads: Sequence[Read], holding: Holding) -> Iterable[RedLine]:
    for maker, read in zip(several, reads, strict=True):
        for line in maker.red_lines:
            if holding.holds(read.below(line, line.id, line.why or line.when)):
                yield line


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of a conflict's words where some options are not there.

    Attributes
    ----------
    options
        Ids of all options, in order.
    gone
        Ids of those that are not there.
    holding
        What holds at the date, and what was made of it.
    """

    options: tuple[str, ...]
    gone: frozenset[str]
    holding: Holding

    def maker(self, maker: DecisionMaker) -> DecisionMaker:
        """Return a decision maker whose wishes speak only of options that are there; others say nothing, and go."""
        if not self.gone:
            return maker
        lines = ((line, self.condition(line.when)) for line in maker.red_lines)
        kept = tuple(self.holding.copy(line, {"when": text}) for line, text in lines if text is not None)
        return self.holding.copy(maker, {"preferences": self._preferences(maker.preferences), "red_lines": kept})

    def _preferences(self, stated: Preferences | None) -> Preferences | None:
        if stated is None:
            return None
        if stated.weights is not None:
            weights = {name: weight for name, weight in stated.weights.items() if name not in self.gone}
            return self.holding.copy(stated, {"weights": weights})
        if stated.ranking is not None:
            groups = (tuple(name for each in group if (name := self.marks(each, "N"))) for group in stated.ranking)
            return self.holding.copy(stated, {"ranking": tuple(group for group in groups if group)})
        said = ((each, self.condition(each.when)) for each in stated.statements or ())
        kept = tuple(self.holding.copy(each, {"when": text}) for each, text in said if text is not None)
        return self.holding.copy(stated, {"statements": kept})

    def limit(self, rule: Infeasible) -> Infeasible | None:
        """Return what cannot be, said of the options that are there; ``None`` where it says nothing of them."""
        if not self.gone:
            return rule
        if rule.when is not None:
            text = self.condition(rule.when)
            return None if text is None else self.holding.copy(rule, {"when": text})
        if rule.take is not None:
            return None if rule.take in self.gone else self._only_if(rule)
        key = next(key for key in ("together", "at_most_one", "at_least_one") if getattr(rule, key) is not None)
        named = getattr(rule, key)
        left = self.taken(named)
        if left == named or not left:
            return rule if left else None
        if key == "together":  # which cannot be all taken, so none can
            return self.holding.copy(rule, {key: None, "when": " or ".join(left)})
        return self.holding.copy(rule, {key: left})

    def _only_if(self, rule: Infeasible) -> Infeasible | None:
        truth = self._restricted(rule.only_if or "")
        if truth is True:
            return None
        if truth is False:
            return self.holding.copy(rule, {"take": None, "only_if": None, "when": rule.take})
        return self.holding.copy(rule, {"only_if": truth})

    def condition(self, text: str) -> str | None:
        """Return a condition on the options that are there; ``None`` where it says nothing of them."""
        found = self._restricted(text)
        return None if isinstance(found, bool) else found

    def _restricted(self, text: str) -> str | bool:
        try:
            if "{" not in text and not self.gone.intersection(name for name, _ in mentioned(text)):
                return text
            found = restricted(parse(text), self.gone, self.options)
        except StatementError:
            return text  # which is told where the conflict is modelled
        return found if isinstance(found, bool) else spelled(found)

    def marks(self, text: str, spared: str = "N-") -> str | None:
        """Return a row of marks without those of options that are not there; ``None`` where it takes one of them."""
        bare = text.strip("{} ")
        if not self.gone or len(bare) != len(self.options):
            return text
        pairs = list(zip(bare, self.options, strict=True))
        if any(name in self.gone and mark not in spared for mark, name in pairs):
            return None
        left = "".join(mark for mark, name in pairs if name not in self.gone)
        return f"{{{left}}}" if text.startswith("{") else left

    def taken(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return those of some options that are there."""
        return tuple(name for name in names if name not in self.gone)

    def knows(self, state: NamedState) -> bool:
        """Whether a named state takes only options that are there."""
        return self.gone.isdisjoint(state.take)


def options_gone(before: Conflict | None, after: Conflict | None) -> frozenset[str]:
    """Return the ids of the options of a conflict that do not hold at the date."""
    options: Iterable[Option] = before.options if before else ()
    kept = {option.id for option in after.options} if after else frozenset[str]()
    return frozenset(option.id for option in options) - kept

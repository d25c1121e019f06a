"""Words: states and moves as a diplomat would say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.lenses.wording import listed
from detente.methods.gmcr.preference.expressions import Not
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.writer import spelled

if TYPE_CHECKING:
    from detente.case.conflict import Infeasible
    from detente.case.red_line import RedLine
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.engine.subject import Subject


DIRECTIONS = {
    "both": "taken and dropped",
    "take-only": "taken, not dropped again",
    "drop-only": "dropped, not taken up",
}

_NOTHING = ("none of the options is taken",)


def maker_names(analysis: Subject) -> tuple[str, ...]:
    """Return the names of the decision makers."""
    called = {actor.id: actor.name for actor in analysis.situation.case.actors}
    return tuple(called.get(maker, maker) for maker in analysis.model.decision_makers)


def taken(analysis: Subject, state: int) -> tuple[str, ...]:
    """Return what is done in a state, one phrase for each who does something; in graph form its name."""
    model = analysis.model
    name = model.name(state)
    if not model.options:
        return (f"state {name}",)
    phrases = []
    marks = iter(name)
    for maker, called in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        said = [(option.label, next(marks)) for option in maker.options]
        done = [f"{text}, or not" if mark == "-" else text for text, mark in said if mark != "N"]
        if done:
            phrases.append(f"{called}: {'; '.join(done)}")
    return tuple(phrases) or _NOTHING


def asked(analysis: Subject, name: str) -> tuple[str, ...]:
    """Return what is done in a named state, in the words of the options; also for one that cannot be now."""
    texts = {option.id: option.label for option in analysis.conflict.options}
    return tuple(texts.get(word, word) for word in analysis.conflict.named_states[name].take) or _NOTHING


def condition(analysis: Subject, text: str) -> str:
    """Return a condition with the options' own words in place of their ids and of patterns such as ``{Y-N}``."""
    texts = {option.id: f"“{option.label}”" for option in analysis.conflict.options}

    def said(match: re.Match[str]) -> str:
        word = match.group()
        return _pattern(word[1:-1], list(texts.values())) if word.startswith("{") else texts.get(word, word)

    apart = re.sub(r"(^|\()\s*not ([a-z][a-z0-9-]*|\{[YN-]*\})(?= (?:and|or|if|implies|iff)\b)", r"\1(not \2)", text)
    return re.sub(r"[a-z][a-z0-9-]*|\{[YN-]*\}", said, apart)


def refusal(analysis: Subject, name: str, line: RedLine) -> str:
    """Return what somebody accepts in no case as a clause, or what must hold in all that it accepts."""
    read = parse(line.when)
    if isinstance(read, Not):
        return f"{name} accepts in no case: {condition(analysis, spelled(read.part))}"
    return f"{name} accepts only: {condition(analysis, line.when)}"


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


def _pattern(marks: str, texts: list[str]) -> str:
    kept = [(mark, text) for mark, text in zip(marks, texts, strict=False) if mark != "-"]
    words = [text if mark == "Y" else f"not {text}" for mark, text in kept]
    return f"({' and '.join(words)})" if len(words) > 1 else "".join(words) or "anything"


def move(analysis: Subject, before: int, after: int) -> str:
    """Return the change from one state to another: what is taken up and what is dropped."""
    model = analysis.model
    if model.labels is not None:
        return f"go to state {model.name(after)}"
    return " and ".join(f"{'take' if up else 'drop'} “{words}”" for words, up in _turned(analysis, before, after))


def changes(analysis: Subject, before: int, after: int) -> tuple[str, ...]:
    """Return what a move takes up (+) and drops (−), one phrase each; in graph form the state it leads to."""
    model = analysis.model
    if model.labels is not None:
        return (f"state {model.name(after)}",)
    return tuple(f"{'+' if up else '−'} {words}" for words, up in _turned(analysis, before, after))


def _turned(analysis: Subject, before: int, after: int) -> list[tuple[str, bool]]:
    """Return the options that a move takes up or drops, and whether it takes them up."""
    states = (analysis.model.name(state) for state in (before, after))
    marks = zip(analysis.conflict.options, *states, strict=True)
    return [(option.label, there == "Y") for option, here, there in marks if here != there]


def shut(analysis: Explicit, name: str) -> str:
    """Return which of the options that an outcome needs are not open at this date, and why not."""
    needed = set(analysis.conflict.named_states[name].take)
    answers = analysis.situation.options
    options = [option for option in analysis.conflict.options if option.id in needed]
    closed = [option for option in options if not answers[option.id].open]
    words = [f"“{option.label}” is not open ({answers[option.id].reason})" for option in closed]
    return listed(words) or "the model rules it out"

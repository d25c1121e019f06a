"""Words: states and moves as a diplomat would say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.lenses.conflict.joint import doing, doings, joint_acts, told
from detente.lenses.wording import listed
from detente.methods.gmcr.preference.expressions import Not
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.writer import spelled
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.conflict import Infeasible
    from detente.case.red_line import RedLine
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.joint import Joint


DIRECTIONS = {
    "both": "taken and dropped",
    "take-only": "taken, not dropped again",
    "drop-only": "dropped, not taken up",
}

CANNOT_BE_UNDONE = "cannot be undone once there"
"""What is said of a state that nobody leaves although somebody would, if what was done could be undone."""

_WORD = r"[a-z][a-z0-9-]*(?:@[a-z][a-z0-9-]*)?|\{[YN-]*\}"

_NOTHING = ("none of the options is taken",)


def maker_names(analysis: Subject) -> tuple[str, ...]:
    """Return the names of the decision makers."""
    called = {actor.id: actor.name for actor in analysis.situation.case.actors}
    return tuple(called.get(maker, maker) for maker in analysis.model.decision_makers)


def taken(analysis: Subject, state: int) -> tuple[str, ...]:
    """Return what is done in a state, one phrase for each who does something; in graph form its name.

    What several do together comes last, each by itself.
    """
    model, conflict = analysis.model, analysis.conflict
    name = model.name(state)
    if not model.options:
        return (f"state {name}",)
    marks = dict(zip(model.options, name, strict=True))
    joint = joint_acts(conflict)
    consents = {consent for each in joint for consent in each.consents}
    phrases = []
    for maker, called in zip(conflict.decision_makers, maker_names(analysis), strict=True):
        said = [(option.label, marks[option.id]) for option in maker.options if option.id not in consents]
        done = [f"{text}, or not" if mark == "-" else text for text, mark in said if mark != "N"]
        if done:
            phrases.append(f"{called}: {'; '.join(done)}")
    names = dict(zip(model.decision_makers, maker_names(analysis), strict=True))
    phrases += [phrase for each in joint if (phrase := _together(each, marks, names))]
    return tuple(phrases) or _NOTHING


def _together(joint: Joint, marks: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Return a joint act as a phrase, with all who do it or who alone have consented; nothing where nobody has."""
    some = [consent for consent in joint.consents if marks[consent] != "N"]
    if not some:
        return ""
    whole = told(joint, some, names)
    if len(some) == len(joint.consents):
        whole = f"{listed([names[actor] for actor in joint.makers])}: {whole}"
    return f"{whole}, or not" if any(marks[consent] == "-" for consent in some) else whole


def asked(analysis: Subject, name: str) -> tuple[str, ...]:
    """Return what is done in a named state, in the words of the options; also for one that cannot be now."""
    names = dict(zip(analysis.model.decision_makers, maker_names(analysis), strict=True))
    return doings(analysis.conflict, analysis.conflict.named_states[name].take, names) or _NOTHING


def condition(analysis: Subject, text: str) -> str:
    """Return a condition with the options' own words in place of their ids and of patterns such as ``{Y-N}``."""
    conflict = analysis.conflict
    texts = {option.id: f"“{option.label}”" for option in conflict.options}
    spoken = texts | {act.id: f"“{act.label}”" for act in conflict.joint}

    def said(match: re.Match[str]) -> str:
        word = match.group()
        return _pattern(word[1:-1], list(texts.values())) if word.startswith("{") else spoken.get(word, word)

    folded = Words.of(conflict).folded(text)
    apart = re.sub(rf"(^|\()\s*not ({_WORD})(?= (?:and|or|if|implies|iff)\b)", r"\1(not \2)", folded)
    return re.sub(_WORD, said, apart)


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
    return " and ".join(words for words, _ in _turned(analysis, before, after))


def changes(analysis: Subject, before: int, after: int) -> tuple[str, ...]:
    """Return what a move takes up (+) and drops (−), one phrase each; in graph form the state it leads to."""
    model = analysis.model
    if model.labels is not None:
        return (f"state {model.name(after)}",)
    return tuple(words for _, words in _turned(analysis, before, after))


def _turned(analysis: Subject, before: int, after: int) -> list[tuple[str, str]]:
    """Return what a move takes up or drops, each in a sentence and in brief; what several do together once."""
    states = (analysis.model.name(state) for state in (before, after))
    marks = zip(analysis.conflict.options, *states, strict=True)
    turned = {option.id: (option.label, there == "Y") for option, here, there in marks if here != there}
    of = {consent: joint for joint in joint_acts(analysis.conflict) for consent in joint.consents}
    owners = {option.id: maker.actor for maker in analysis.conflict.decision_makers for option in maker.options}
    alone = len({owners[option] for option in turned}) == 1
    said = [
        _consent(of[option].act.label, up=up)
        if option in of and (alone or turned.keys() >= of[option].consents.keys())
        else (f"{'take' if up else 'drop'} “{words}”", f"{'+' if up else '−'} {words}")
        for option, (words, up) in turned.items()
    ]
    return list(dict.fromkeys(said))


def _consent(act: str, *, up: bool) -> tuple[str, str]:
    if up:
        return f"consent to “{act}”", f"+ consent to “{act}”"
    return f"no longer consent to “{act}”", f"− consent to “{act}”"


def shut(analysis: Explicit, name: str) -> str:
    """Return which of the options that an outcome needs are not open at this date, and why not."""
    needed = set(analysis.conflict.named_states[name].take)
    answers = analysis.situation.options
    options = [option for option in analysis.conflict.options if option.id in needed]
    closed = [option for option in options if not answers[option.id].open]
    conflict = analysis.conflict
    words = [f"“{doing(conflict, option)}” is not open ({answers[option.id].reason})" for option in closed]
    return listed(list(dict.fromkeys(words))) or "the model rules it out"

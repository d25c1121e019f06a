"""Assumptions: what the stability of states takes for granted, and what the case leaves open of preferences."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from detente.findings import Statement
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.joint import consented_to, doing, joint_acts
from detente.lenses.conflict.words import condition, maker_names, refusal, rule_words
from detente.lenses.evidence import row_of, say
from detente.lenses.wording import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.citation import Claim
    from detente.case.conflict import Statement as Stated
    from detente.case.value import Value
    from detente.lenses.conflict.engine.subject import Subject
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look


def assumptions(look: Look[ConflictOptions]) -> tuple[Statement, ...]:
    """Return every assumption that the stability of states used."""
    return look.once(_assumptions)


def lasting_assumptions(look: Look[ConflictOptions]) -> tuple[Statement, ...]:
    """Return the assumptions that stay when uncertain preferences are not taken as written."""
    return look.once(_lasting_assumptions)


def _assumptions(look: Look[ConflictOptions]) -> tuple[Statement, ...]:
    taken = tuple(_taken_as_written(subject(look)))
    said = {each.text for each in taken}
    return (*(each for each in lasting_assumptions(look) if each.text not in said), *taken)


def _lasting_assumptions(look: Look[ConflictOptions]) -> tuple[Statement, ...]:
    analysis = subject(look)
    return (*_stated_assumptions(analysis), *_silent_assumptions(analysis))


def _stated_assumptions(analysis: Subject) -> Iterator[Statement]:
    """Yield the assumptions that the analyst wrote."""
    held: list[tuple[str, Claim]] = [("The conflict as a whole", analysis.conflict)]
    names = dict(zip(analysis.model.decision_makers, maker_names(analysis), strict=True))
    consents = consented_to(analysis.conflict)
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        held.append((f"{name} as a decision maker", maker))
        own = [option for option in maker.options if option.id not in consents]
        held += [(f"{name} can: {option.label}", option) for option in own]
        held += [(refusal(analysis, name, line), line) for line in maker.red_lines]
        if maker.preferences is not None:
            wanted = maker.preferences.statements or ()
            held += [(f"{name} prefers {condition(analysis, item.when)}", item) for item in wanted]
            held.append((f"The preferences of {name}", maker.preferences))
    for joint in joint_acts(analysis.conflict):
        held.append((f"{listed([names[actor] for actor in joint.makers])} can together: {joint.act.label}", joint.act))
    yield from (say(f"{words}.", claim) for words, claim in held if claim.assumption)
    yield from (say(rule_words(analysis, rule), rule) for rule in analysis.conflict.infeasible if rule.assumption)


def _silent_assumptions(analysis: Subject) -> Iterator[Statement]:
    """Yield what the model takes for granted where the case is silent, or leaves a date open."""
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        if maker.preferences is None:
            which = " that cross none of its red lines, and between all others" if maker.red_lines else ""
            said = f"{name} is indifferent between all states{which}."
            yield Statement(said, assumption="the case states no preferences")
    answers = [(option, analysis.situation.options[option.id]) for option in analysis.conflict.options]
    open_questions = dict.fromkeys(
        f"Option “{doing(analysis.conflict, option)}”: {answer.reason}."
        for option, answer in answers
        if answer.undetermined or answer.assumed
    )
    for said in open_questions:
        yield Statement(said, assumption="the date decides which options are open")


def _taken_as_written(analysis: Subject) -> Iterator[Statement]:
    """Yield the assumption behind every result that follows the statements as the case writes them."""
    for name, item in _statements(analysis):
        if is_uncertain(item):
            held = f"taken as held, {chance(item)}"
            why = f"{sentence(item.assumption)} {sentence(held)}" if item.assumption else held
            yield replace(say(f"{name} prefers {condition(analysis, item.when)}.", item), assumption=why)
    for name, group in _groups(analysis):
        order = ", then ".join(condition(analysis, item.when) for item in group)
        said = _about(group, f"{name} prefers {order}.")
        yield replace(said, assumption="order within the group as written")


def left_open(analysis: Subject) -> Iterator[Statement]:
    """Yield everything that the case leaves open, with what it rests on."""
    for name, item in _statements(analysis):
        if is_uncertain(item):
            yield say(f"Open: whether {name} prefers {condition(analysis, item.when)} ({chance(item)}).", item)
    for name, group in _groups(analysis):
        among = "; ".join(condition(analysis, item.when) for item in group)
        yield _about(group, f"Open: in which order these matter to {name}: {among}.")


def wanted(analysis: Subject, item: Stated) -> str:
    """Return what a statement asks for, and in brackets what is not known of it, or with which others it counts."""
    doubts = [chance(item)] if is_uncertain(item) else []
    doubts += [f"in any order among “{item.group}”"] if item.group else []
    doubts += [f"counts alike with the others of “{item.equal}”"] if item.equal else []
    words = condition(analysis, item.when)
    return f"{words} ({'; '.join(doubts)})" if doubts else words


def is_uncertain(item: Stated) -> bool:
    """Whether it is not certain that a statement is held."""
    return item.probability is not None and (item.probability.low, item.probability.high) != (1.0, 1.0)


def chance(item: Stated) -> str:
    """Return the probability of an uncertain statement in words."""
    return "probability " + _number(item.probability) if item.probability else ""


def _about(group: tuple[Stated, ...], text: str) -> Statement:
    """Return what is said of several statements, with all that they rest on, each citation and assumption once."""
    row = row_of(group)
    return Statement(text, row.cites, row.certainty, row.hedge, row.assumption)


def _number(value: Value) -> str:
    if value.is_point:
        return f"{value.low:g}"
    middle = "" if value.mode is None else f", most likely {value.mode:g}"
    return f"{value.low:g} to {value.high:g}{middle}"


def _statements(analysis: Subject) -> Iterator[tuple[str, Stated]]:
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        for item in (maker.preferences and maker.preferences.statements) or ():
            yield name, item


def _groups(analysis: Subject) -> Iterator[tuple[str, tuple[Stated, ...]]]:
    """Yield every group of two or more statements, and whose it is."""
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        stated = (maker.preferences and maker.preferences.statements) or ()
        for label, run in groupby(stated, key=lambda item: item.group):
            group = tuple(run)
            if label is not None and len(group) > 1:
                yield name, group

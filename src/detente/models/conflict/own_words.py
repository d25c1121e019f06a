"""Own words: flaws of a case in its plain form, told at what the case itself writes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from detente.case.conflict import Infeasible
from detente.case.shape import value_at
from detente.methods.gmcr.preference.expressions import StatementError
from detente.methods.gmcr.preference.statements import mentioned
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case import Case
    from detente.models.flaw import Flaw


def in_own_words(flaws: Iterable[Flaw], case: Case) -> Iterator[Flaw]:
    """Yield flaws of the plain form of a case where the case itself has them, each once.

    Parameters
    ----------
    case
        The case as it is written.
    """
    words = Words.of(case.conflict) if case.conflict else Words({})
    yield from dict.fromkeys(_told(flaw, case, words) if words.consents else flaw for flaw in flaws)


def _told(flaw: Flaw, case: Case, words: Words) -> Flaw:
    said = value_at(case, flaw.path)
    if flaw.offset is not None:
        if isinstance(said, str):
            return _in_text(flaw, said, words)
        return _in_rule(flaw, value_at(case, flaw.path[:-1]), words)
    *above, last = flaw.path
    listed = value_at(case, tuple(above))
    if isinstance(last, int) and isinstance(listed, tuple) and all(isinstance(each, str) for each in listed):
        ends = list(accumulate(len(words.ids([each])) for each in listed))
        return replace(flaw, path=(*above, bisect_right(ends, last)))
    return flaw


def _in_rule(flaw: Flaw, rule: Any, words: Words) -> Flaw:
    """Return the flaw of what was written as a list or in two parts, and was made one condition."""
    offset = flaw.offset or 0
    if isinstance(rule, Infeasible) and rule.take is not None and offset >= (start := len(words.before(rule.take))):
        there = replace(flaw, path=(*flaw.path[:-1], "only_if"), offset=offset - start)
        return _in_text(there, rule.only_if or "", words)
    return replace(flaw, path=flaw.path[:-1], offset=None)


def _in_text(flaw: Flaw, text: str, words: Words) -> Flaw:
    """Return the flaw of a condition at its own text; what is wrong with consents is wrong with the act."""
    try:
        found = mentioned(text)
    except StatementError:  # which was left as it is
        return flaw
    offset = flaw.offset or 0
    for name, place in found:
        longer = len(words.written(name)) - len(name)
        if offset < place:
            break
        if offset < place + len(name) + longer:
            return _of_act(flaw, name, place, words) if longer else replace(flaw, offset=offset)
        offset -= longer
    return replace(flaw, offset=offset)


def _of_act(flaw: Flaw, act: str, place: int, words: Words) -> Flaw:
    message = flaw.message
    for consent in words.consents[act]:
        message = message.replace(f"'{consent}'", f"'{act}'")
    return replace(flaw, message=message, offset=place, cause=act if flaw.cause in words.consents[act] else flaw.cause)

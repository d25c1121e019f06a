"""Perceptions of an opened case: each must be applicable, and leave a conflict that can be modelled."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.checks import run_checks
from detente.diagnostics import Diagnostic, Rule, Severity, did_you_mean, is_clean
from detente.models.conflict.perceptions import BAD_PERCEPTION
from detente.session.models import model_problems
from detente.situation import PerceptionError, perceived

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.checks import Context
    from detente.situation import Written

NO_CHANGE = Rule(
    "DT221",
    "a perception that changes nothing",
    "The decision maker reads the conflict as the model is written: what the perception sets is so already, or what it "
    "takes away is not there, such as perceptions themselves, which are no part of a reading. Take its changes out and "
    "say in 'reads' what it reads the matter as, or mend them.",
    Severity.WARNING,
)


def perception_problems(
    context: Context, written: Written, sound: Mapping[int, Context] = MappingProxyType({})
) -> Iterator[Diagnostic]:
    """Yield what is wrong with each perception of a case that is otherwise right.

    Parameters
    ----------
    context
        The case.
    written
        The case written out, or the one that it was made from.
    sound
        What ``apply_perceptions`` returns of the case that it was made from, where no perception is wrong there.
    """
    conflict = context.case.conflict
    if conflict is None:
        return
    if sound and context.is_as_before("conflict"):
        for number, known in sound.items():
            seen = context.case.model_copy(update={"conflict": known.case.conflict, "settlement": None})
            yield from _of_seen(context, number, seen, known)
        return
    makers = [maker.actor for maker in conflict.decision_makers]
    for index, perception in enumerate(conflict.perceptions):
        if perception.by not in makers:
            hint = did_you_mean(perception.by, makers) or f"the decision makers are {', '.join(makers)}"
            span = context.spans.span("conflict", "perceptions", index, "by")
            yield BAD_PERCEPTION.at(span, f"'{perception.by}' is not a decision maker", hint)
    for maker in makers:
        yield from _of_maker(context, maker, written)


def apply_perceptions(context: Context, written: Written) -> Mapping[int, Context]:
    """Return the case as each of its perceptions has it, by the number of the perception; none of them is wrong."""
    makers = context.case.conflict.decision_makers if context.case.conflict else ()
    views = (view for maker in makers for view in perceived(context.case, maker.actor, written))
    span = context.spans.span
    return {view.number: context.changed_to(view.case, span("conflict", "perceptions", view.number)) for view in views}


def _of_maker(context: Context, maker: str, written: Written) -> Iterator[Diagnostic]:
    try:
        for view in perceived(context.case, maker, written):
            if view.case == view.before:
                span = context.spans.span("conflict", "perceptions", view.number)
                message = f"'{maker}' reads the conflict as it is written: this perception changes nothing"
                yield NO_CHANGE.at(span, message, "say what it 'reads' instead of its changes, or mend them")
            else:
                yield from _of_seen(context, view.number, view.case)
    except PerceptionError as error:
        inside = () if error.change is None else ("changes", error.change)
        span = context.spans.span("conflict", "perceptions", error.perception, *inside)
        yield BAD_PERCEPTION.at(span, str(error), error.hint)


def _of_seen(context: Context, number: int, case: Case, *sound: Context) -> Iterator[Diagnostic]:
    """Yield what is wrong with a case as a perception has it.

    Parameters
    ----------
    sound
        A case without errors in which the conflict is perceived the same.
    """
    here = context.spans.span("conflict", "perceptions", number)
    after = context.changed_to(case, here, *sound)
    problems = run_checks(after)
    if is_clean(problems):
        problems += model_problems(after)
    maker = context.case.conflict.perceptions[number].by if context.case.conflict else ""
    for found in problems:
        if found.severity is Severity.ERROR:
            hint = "" if str(here) in found.hint else found.hint  # what is perceived has no other place to point at
            yield BAD_PERCEPTION.at(here, f"under the reading of '{maker}': {found.message}", hint)

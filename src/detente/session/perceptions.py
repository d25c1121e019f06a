"""Perceptions of an opened case: each must be applicable, and leave a conflict that can be modelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks import Context, run_checks
from detente.diagnostics import Diagnostic, Place, Rule, Severity, SourceMap, did_you_mean, is_clean
from detente.session.models import model_problems
from detente.situation import PerceptionError, perceived

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case import Case
    from detente.case.source_text import SourceText
    from detente.situation import Perceived

BAD_PERCEPTION = Rule(
    "DT710",
    "a perception that cannot be applied",
    "A perception says how one decision maker sees the conflict otherwise: as changes written like those of a "
    "scenario, whose paths begin with 'conflict'. It may change what is open, what cannot be, which moves there are "
    "and what is preferred. An option that only one side believes in is written in the case with 'available: false', "
    "and opened in the perception: {set: conflict.OPTION.available, to: null}.",
)

NO_CHANGE = Rule(
    "DT221",
    "a perception that changes nothing",
    "The decision maker sees the conflict as the case has it: what the perception sets is so already, or what it takes "
    "away is not there, such as perceptions themselves, which nobody sees. Take it out, or mend its changes.",
    Severity.WARNING,
)


def perception_problems(
    case: Case, spans: SourceMap, texts: Mapping[str, SourceText] | None = None
) -> Iterator[Diagnostic]:
    """Yield what is wrong with each perception of a case that is otherwise right.

    Parameters
    ----------
    case, spans
        The case, and where its values stand.
    texts
        Texts of sources at hand, by source id.
    """
    if case.conflict is None:
        return
    makers = [maker.actor for maker in case.conflict.decision_makers]
    for index, perception in enumerate(case.conflict.perceptions):
        if perception.by not in makers:
            hint = did_you_mean(perception.by, makers) or f"the decision makers are {', '.join(makers)}"
            span = spans.span("conflict", "perceptions", index, "by")
            yield BAD_PERCEPTION.at(span, f"'{perception.by}' is not a decision maker", hint)
    for maker in makers:
        yield from _of_maker(case, maker, spans, texts or {})


def _of_maker(case: Case, maker: str, spans: SourceMap, texts: Mapping[str, SourceText]) -> Iterator[Diagnostic]:
    try:
        for view in perceived(case, maker):
            yield from _of_view(view, spans, texts)
    except PerceptionError as error:
        inside = () if error.change is None else ("changes", error.change)
        yield BAD_PERCEPTION.at(
            spans.span("conflict", "perceptions", error.perception, *inside), str(error), error.hint
        )


def _of_view(view: Perceived, spans: SourceMap, texts: Mapping[str, SourceText]) -> Iterator[Diagnostic]:
    here = spans.span("conflict", "perceptions", view.number)
    if view.case == view.before:
        message = f"'{view.perception.by}' sees the conflict as it is: this perception changes nothing"
        yield NO_CHANGE.at(here, message, "take it out, or mend its changes")
        return
    problems = run_checks(Context(view.case, SourceMap(Place(here)), frozenset(), texts, changed=True))
    if is_clean(problems):
        problems += model_problems(view.case, SourceMap(Place(here)))
    for found in problems:
        if found.severity is Severity.ERROR:
            hint = "" if str(here) in found.hint else found.hint  # what is perceived has no other place to point at
            yield BAD_PERCEPTION.at(here, f"as '{view.perception.by}' sees it: {found.message}", hint)

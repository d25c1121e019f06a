"""Joint acts need the consent of several who decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.joint_act import consent_id
from detente.diagnostics import Rule, Severity, did_you_mean
from detente.models.conflict.joint import consenting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.conflict import Conflict
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NOT_DECIDING = Rule(
    "DT540",
    "a joint act by somebody who decides nothing",
    "Who consents to a joint act is a decision maker of the conflict. Add the actor to 'decision_makers', with what it "
    "prefers, or take it out of 'by'.",
)
BY_ONE = Rule(
    "DT541",
    "a joint act by one alone",
    "A joint act is done when all have consented whom 'by' lists. What one does alone is an option of its own: write "
    "it among its 'options', or add the others.",
    Severity.WARNING,
)
NO_CONSENT = Rule(
    "DT542",
    "an option named like a consent that is none",
    "An id with '@' is the consent of an actor to a joint act, such as 'sign@north'. Consents need not be written; "
    "where one is, it stands among the options of the actor that it names, and the act lists that actor under 'by'.",
)
WEIGHED = Rule(
    "DT543",
    "a weight on what several do together",
    "Weights are added up option by option, and a joint act counts only when all have consented. Write statements, or "
    "weigh the consents one by one, such as 'sign@north'.",
)

READS = ("conflict", "actors")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report joint acts that cannot come about or need nobody else, and options that only look like consents."""
    conflict = context.case.conflict
    if conflict is None:
        return
    makers = [maker.actor for maker in conflict.decision_makers]
    known = context.declared("actors")
    sure = known.issuperset(makers)  # else a decision maker with a wrong id may be the one that has to consent
    for k, act in enumerate(conflict.joint):
        here = ("conflict", "joint", k, "by")
        for n, actor in enumerate(act.by):
            if sure and actor not in makers and actor in known:
                hint = did_you_mean(actor, makers) or f"the decision makers are {', '.join(makers)}"
                yield NOT_DECIDING.at(context.spans.span(*here, n), f"'{actor}' is not a decision maker", hint)
        if len(set(act.by)) == 1:
            message = f"'{act.id}' needs the consent of '{act.by[0]}' alone"
            yield BY_ONE.at(context.spans.span(*here), message, "make it an option, or add who else has to consent")
    yield from _options(context, conflict)
    yield from _weights(context, conflict)


def _options(context: Context, conflict: Conflict) -> Iterator[Diagnostic]:
    makers = [maker.actor for maker in conflict.decision_makers]
    for i, maker in enumerate(conflict.decision_makers):
        own = [consent_id(act.id, maker.actor) for act in conflict.joint if maker.actor in consenting(act, makers)]
        for k, option in enumerate(maker.options):
            if "@" in option.id and option.id not in own:
                span = context.spans.span("conflict", "decision_makers", i, "options", k, "id")
                hint = did_you_mean(option.id, own) or "name the option without '@', or add the act to 'joint'"
                yield NO_CONSENT.at(span, f"'{option.id}' is no consent of '{maker.actor}' to a joint act", hint)


def _weights(context: Context, conflict: Conflict) -> Iterator[Diagnostic]:
    several = {act.id for act in conflict.joint if len(set(act.by)) > 1}
    for i, maker in enumerate(conflict.decision_makers):
        for word in (maker.preferences and maker.preferences.weights) or {}:
            if word in several:
                span = context.spans.key("conflict", "decision_makers", i, "preferences", "weights", word)
                message = f"'{word}' is done by several, and weights are added up option by option"
                yield WEIGHED.at(span, message, f"write a statement, or weigh '{consent_id(word, maker.actor)}'")

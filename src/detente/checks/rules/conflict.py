"""The conflict can be modelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.joint_act import consent_id
from detente.case.reading import Reading
from detente.checks.declared import has_repeated_options
from detente.diagnostics import Rule, Severity
from detente.methods.gmcr.preference.parser import WORDS
from detente.models.conflict.joint import plain_conflict
from detente.models.conflict.large import outline_large
from detente.models.conflict.options import CANNOT_MERGE, NOTHING_CAN_BE
from detente.models.conflict.outline import outline_conflict
from detente.models.conflict.own_words import in_own_words
from detente.models.conflict.ranking import AGAINST_RED_LINE, BAD_RANKING
from detente.models.conflict.size import is_large
from detente.models.conflict.states import NO_SUCH_STATE
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.conflict import Conflict, Option
    from detente.case.joint_act import JointAct
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.checks.section import Section
    from detente.diagnostics import Diagnostic
    from detente.models.conflict.states import Outline

NO_PREFERENCES = Rule(
    "DT503",
    "a decision maker without preferences",
    "Without preferences, or with an empty list of statements, a decision maker is taken to be indifferent between all "
    "states, so it never wants to move. "
    "Say what it prefers by 'statements', 'weights' or a 'ranking'.",
    Severity.WARNING,
)
NAMED_CANNOT_BE = Rule(
    "DT505",
    "a named state that can never be",
    "The infeasible combinations rule this state out at every date, so nothing can be said of it.",
    Severity.WARNING,
)
RESERVED = Rule(
    "DT511",
    "an option named like a word of conditions",
    "Conditions could not tell the option from the word. Give it an id that says what is done.",
)

_OF_A_DAY = frozenset({CANNOT_MERGE, NOTHING_CAN_BE, AGAINST_RED_LINE, BAD_RANKING, NO_SUCH_STATE})
"""What hangs on all readings that hold together."""

READS = ("conflict", "actors")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report everything that keeps the conflict from being modelled at any date."""
    conflict = context.case.conflict
    if conflict is None or _dangles(context) or (conflict.graph is not None and _misplaced(context, conflict)):
        return
    yield from _makers(context, conflict)
    if has_repeated_options(conflict):
        return
    if is_large(plain_conflict(conflict)):
        yield from _large(context, conflict)
        return
    try:
        outline = context.section("conflict").once(undated)
        if outline.patterns and not conflict.depends_on_date:
            # Only here the answer hangs on preferences, and so on arrays, which take time to load. Whether states can
            # become one may depend on the options open at a date; then the date decides.
            from detente.models.conflict.model import model_conflict

            model_conflict(plain_conflict(conflict))
    except FlawedModelError as error:
        yield from _told(context, error)
        return
    if context.section("conflict").once(has_times):
        return
    for name, state in outline.named.items():
        if not outline.ever >> state & 1:
            yield NAMED_CANNOT_BE.at(context.spans.span("conflict", "named_states", name), f"'{name}' can never be")


def _told(context: Context, error: FlawedModelError) -> Iterator[Diagnostic]:
    """Report why a conflict cannot be modelled; not what hangs on readings that may be of different times.

    That somebody who has to consent does not decide is told at the act.
    """
    timed = context.section("conflict").once(has_times)
    acts = context.case.conflict.joint if context.case.conflict else ()
    consents = {consent_id(act.id, actor) for act in acts for actor in act.by}
    flaws = [flaw for flaw in error.flaws if not (timed and flaw.rule in _OF_A_DAY)]
    told = (flaw for flaw in in_own_words(flaws, context.case) if flaw.cause not in consents)
    yield from (flaw.diagnostic(context.spans) for flaw in told)


def has_times(section: Section) -> bool:
    """Whether some reading of the conflict is of a time of its own."""
    readings = (record for _, record in section.records if isinstance(record, Reading))
    return any(each.from_ is not None or each.to is not None for each in readings)


def undated(section: Section) -> Outline:
    """Return the outline of a conflict at no date in particular.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled.
    """
    return outline_conflict(plain_conflict(section.value))


def _large(context: Context, conflict: Conflict) -> Iterator[Diagnostic]:
    """Report the same of a conflict whose states cannot be listed."""
    try:
        outline = outline_large(plain_conflict(conflict))
    except FlawedModelError as error:
        yield from _told(context, error)
        return
    if context.section("conflict").once(has_times):
        return
    for name, state in outline.named.items():
        if not outline.can_ever_be(state):
            yield NAMED_CANNOT_BE.at(context.spans.span("conflict", "named_states", name), f"'{name}' can never be")


def _makers(context: Context, conflict: Conflict) -> Iterator[Diagnostic]:
    """Report decision makers without preferences, and options that cannot be named so."""
    yield from _reserved(context, ("conflict", "joint"), conflict.joint)
    for index, maker in enumerate(conflict.decision_makers):
        here = ("conflict", "decision_makers", index)
        yield from _reserved(context, (*here, "options"), maker.options)
        if maker.preferences is None and maker.red_lines:
            continue  # it prefers what crosses none to what does
        if maker.preferences is None:
            span = context.spans.span(*here)
            message = f"'{maker.actor}' has no preferences: it counts as indifferent"
            yield NO_PREFERENCES.at(span, message, "add 'preferences: {statements: […]}'")
        elif maker.preferences.statements == ():
            span = context.spans.span(*here, "preferences", "statements")
            message = f"'{maker.actor}' has an empty list of statements: it counts as indifferent"
            yield NO_PREFERENCES.at(span, message, "write what it wants, most important first")


def _reserved(context: Context, path: Path, named: Sequence[Option | JointAct]) -> Iterator[Diagnostic]:
    for k, each in enumerate(named):
        if each.id in WORDS:
            span = context.spans.span(*path, k, "id")
            yield RESERVED.at(span, f"'{each.id}' is a word of conditions and cannot name an option")


def _dangles(context: Context) -> bool:
    """Whether the conflict refers to options that do not exist, which another check reports."""
    return any(reference.sections == ("options",) for reference in context.dangling)


def _misplaced(context: Context, conflict: Conflict) -> bool:
    """Whether a decision maker is no actor, so that moves of the actor it means seem nobody's."""
    actors = context.declared("actors")
    return any(maker.actor not in actors for maker in conflict.decision_makers)

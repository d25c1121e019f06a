"""Every reference names a record that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.declared import HOMES
from detente.checks.hints import Hints, states_meant
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.shape import Reference
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

UNKNOWN_ID = Rule(
    "DT201",
    "a reference to nothing",
    "The id names no record of the kind that is expected here. Add the record, or mend the id.",
)

_MOST_NAMED = 8


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every id that names no record of the right kind."""
    hints: dict[tuple[str, ...], Hints] = {}
    for reference in context.dangling:
        if _is_of_somebody_unknown(context, reference):
            continue
        if reference.sections not in hints:
            candidates = frozenset[str]().union(*map(context.declared, reference.sections))
            hints[reference.sections] = Hints(candidates | context.broken_ids)
        span = (context.spans.key if reference.is_key else context.spans.span)(*reference.path)
        kinds = " or ".join(section.removesuffix("s") for section in reference.sections)
        elsewhere = next((kind for kind in HOMES if reference.id in context.declared(kind)), None)
        message = f"no {kinds} has the id '{reference.id}'"
        if elsewhere is not None:
            message += f"; it is in '{elsewhere}'"
        cause = reference.id.partition("@")[0]  # a consent is wrong where its act is
        hint = _alias(context, reference) or _completed(context, reference)
        hint = hint or hints[reference.sections].of(reference.id) or _known(context, reference)
        yield UNKNOWN_ID.at(span, message, hint, cause=cause)


def _is_of_somebody_unknown(context: Context, reference: Reference) -> bool:
    """Whether a consent is to a joint act that names an actor who is unknown: that is told there, and may be all."""
    act, sign, _ = reference.id.partition("@")
    joint = context.case.conflict.joint if sign and context.case.conflict else ()
    return any(each.id == act and not context.declared("actors").issuperset(each.by) for each in joint)


def _alias(context: Context, reference: Reference) -> str:
    """Return the actor that is called so, if one is."""
    called = reference.id.casefold()
    for actor in context.case.actors if "actors" in reference.sections else ():
        if called in {name.casefold() for name in (actor.name, *actor.aliases)}:
            return f"did you mean '{actor.id}'?"
    return ""


def _completed(context: Context, reference: Reference) -> str:
    """Return the states of the descriptor that stands alone where one of them is expected, or those of its name."""
    states = context.declared("states") if reference.sections == ("states",) else frozenset[str]()
    found = states_meant(reference.id, states)
    return f"write {' or '.join(found)}" if 0 < len(found) <= _MOST_NAMED else ""


def _known(context: Context, reference: Reference) -> str:
    """Return what there is to refer to, where that is not much."""
    several = list(map(context.declared, reference.sections))
    if not any(several):
        return "the case has none"
    if sum(map(len, several)) > _MOST_NAMED:
        return "add the record, or mend the id"
    candidates = frozenset[str]().union(*several)
    return f"there {'is' if len(candidates) == 1 else 'are'} {', '.join(sorted(candidates))}"

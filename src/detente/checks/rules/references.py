"""Every reference names a record that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.declared import HOMES
from detente.diagnostics import Rule, did_you_mean

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
    for reference in context.dangling:
        candidates = frozenset[str]().union(*map(context.declared, reference.sections))
        span = (context.spans.key if reference.is_key else context.spans.span)(*reference.path)
        kinds = " or ".join(section.removesuffix("s") for section in reference.sections)
        elsewhere = next((kind for kind in HOMES if reference.id in context.declared(kind)), None)
        message = f"no {kinds} has the id '{reference.id}'"
        if elsewhere is not None:
            message += f"; it is in '{elsewhere}'"
        cause = reference.id.partition("@")[0]  # a consent is wrong where its act is
        yield UNKNOWN_ID.at(span, message, _hint(context, reference, candidates), cause=cause)


def _hint(context: Context, reference: Reference, candidates: frozenset[str]) -> str:
    if "actors" in reference.sections:
        for actor in context.case.actors:
            if reference.id.casefold() in {name.casefold() for name in (actor.name, *actor.aliases)}:
                return f"did you mean '{actor.id}'?"
    return did_you_mean(reference.id, candidates | context.broken_ids) or _known(candidates)


def _known(candidates: frozenset[str]) -> str:
    """Return what there is to refer to, where that is not much."""
    if not candidates:
        return "the case has none"
    if len(candidates) > _MOST_NAMED:
        return "add the record, or mend the id"
    return f"there {'is' if len(candidates) == 1 else 'are'} {', '.join(sorted(candidates))}"

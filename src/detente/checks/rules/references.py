"""Every reference names a record that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.declared import declared_ids
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
    known = declared_ids(context.case)
    for reference in context.references:
        if any(reference.id in known[section] for section in reference.sections):
            continue
        candidates = frozenset[str]().union(*(known[section] for section in reference.sections))
        span = (context.spans.key if reference.is_key else context.spans.span)(*reference.path)
        kinds = " or ".join(section.removesuffix("s") for section in reference.sections)
        elsewhere = [section for section, names in known.items() if reference.id in names]
        message = f"no {kinds} has the id '{reference.id}'"
        if elsewhere:
            message += f"; it is in '{elsewhere[0]}'"
        yield UNKNOWN_ID.at(span, message, _hint(context, reference, candidates), cause=reference.id)


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

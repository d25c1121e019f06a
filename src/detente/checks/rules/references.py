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
_MOST_COMPARED = 200
"""Ids that are compared with all known ones: among very many unknown ones, slips of the pen are not the point."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every id that names no record of the right kind."""
    hints: dict[tuple[tuple[str, ...], str], str] = {}
    candidates: dict[tuple[str, ...], frozenset[str]] = {}
    for reference in context.dangling:
        if reference.sections not in candidates:
            candidates[reference.sections] = frozenset[str]().union(*map(context.declared, reference.sections))
        span = (context.spans.key if reference.is_key else context.spans.span)(*reference.path)
        kinds = " or ".join(section.removesuffix("s") for section in reference.sections)
        elsewhere = next((kind for kind in HOMES if reference.id in context.declared(kind)), None)
        message = f"no {kinds} has the id '{reference.id}'"
        if elsewhere is not None:
            message += f"; it is in '{elsewhere}'"
        cause = reference.id.partition("@")[0]  # a consent is wrong where its act is
        asked = reference.sections, reference.id
        if asked not in hints:
            known = candidates[reference.sections]
            compared = known | context.broken_ids if len(hints) < _MOST_COMPARED else frozenset[str]()
            hints[asked] = _hint(context, reference, compared) or _known(known)
        yield UNKNOWN_ID.at(span, message, hints[asked], cause=cause)


def _hint(context: Context, reference: Reference, compared: frozenset[str]) -> str:
    """Return which record is probably meant, if any."""
    if "actors" in reference.sections:
        for actor in context.case.actors:
            if reference.id.casefold() in {name.casefold() for name in (actor.name, *actor.aliases)}:
                return f"did you mean '{actor.id}'?"
    return did_you_mean(reference.id, compared)


def _known(candidates: frozenset[str]) -> str:
    """Return what there is to refer to, where that is not much."""
    if not candidates:
        return "the case has none"
    if len(candidates) > _MOST_NAMED:
        return "add the record, or mend the id"
    return f"there {'is' if len(candidates) == 1 else 'are'} {', '.join(sorted(candidates))}"

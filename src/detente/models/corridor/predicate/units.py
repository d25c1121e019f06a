"""Units: what the numbers of a predicate are in, so that tonnes are not held against dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.corridor.predicate.expressions import (
    Comparison,
    Expression,
    Output,
    PredicateError,
    Product,
    Sum,
    is_truth,
    parts_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.models.corridor.predicate.outputs import Asked


def check_units(predicate: Expression, outputs: Mapping[Output, Asked]) -> None:
    """Check that only what is in one unit is compared, added or taken away.

    Raises
    ------
    PredicateError
        If it is not.
    """
    if isinstance(predicate, Comparison):
        _alike((predicate.left, predicate.right), outputs)
    for part in parts_of(predicate) if is_truth(predicate) else ():
        check_units(part, outputs)


def unit_of(expression: Expression, outputs: Mapping[Output, Asked]) -> str | None:
    """Return the unit of a number: ``""`` where it has none, ``None`` for one as it is written, which fits any.

    Raises
    ------
    PredicateError
        If what is added is in different units.
    """
    match expression:
        case Output():
            return outputs[expression].kind.unit
        case Sum(parts):
            return _alike(tuple(part for _, part in parts), outputs)
        case Product(parts):
            return _of_product(parts, outputs)
        case _:
            return None


def _alike(parts: tuple[Expression, ...], outputs: Mapping[Output, Asked]) -> str | None:
    """Return the one unit of several numbers."""
    found: str | None = None
    for part in parts:
        unit = unit_of(part, outputs)
        if found is not None and unit is not None and unit != found:
            message = f"this is in {unit or 'no unit'}, and what goes before in {found or 'no unit'}"
            raise PredicateError(message, part.offset, "compare and add what is in one unit")
        found = unit if found is None else found
    return found


def _of_product(parts: tuple[tuple[str, Expression], ...], outputs: Mapping[Output, Asked]) -> str | None:
    """Return the unit of a product: that of its only part that has one, none for a ratio of the same unit."""
    above: list[str] = []
    written = True
    for sign, part in parts:
        unit = unit_of(part, outputs)
        written = written and unit is None
        if not unit:
            continue
        if sign == "/" and unit in above:
            above.remove(unit)
        elif sign == "/" or above:
            message = "a product of these has no unit that anything could be compared in"
            raise PredicateError(message, part.offset, "multiply by numbers, and divide by what is in the same unit")
        else:
            above.append(unit)
    return None if written else "".join(above)

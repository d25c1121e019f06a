"""Whose cargo pays a premium, may cross a country or use a regime is cargo of the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from detente.case.corridor.flows import CargoClass
from detente.checks.hints import Hints
from detente.checks.network import cargo, countries
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

UNKNOWN_CARGO = Rule(
    "DT908",
    "cargo that is not known",
    "Whose cargo is meant is said by the id of a flow, by the code of a country of the network in which it begins or "
    f"ends, by two such codes as in AA-BB, or by a class: {', '.join(get_args(CargoClass))}.",
)

READS = ("corridor",)
_CODES = re.compile("[A-Z]{2}(?:-[A-Z]{2})?")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report words for cargo that mean none."""
    corridor = context.case.corridor
    if corridor is None:
        return
    codes = countries(corridor)
    hints = Hints({*get_args(CargoClass), *codes, *(flow.id for flow in corridor.flows)})
    otherwise = f"write the id of a flow, a country code, two joined by '-', or {', '.join(get_args(CargoClass))}"
    for word, path in cargo(corridor):
        if word in hints.known or word in context.broken_ids:
            continue
        span = context.spans.span("corridor", *path)
        if _CODES.fullmatch(word) is None:
            message = f"no flow and no class of cargo is called '{word}'"
            yield UNKNOWN_CARGO.at(span, message, hints.of(word) or otherwise, cause=word)
        for code in word.split("-") if _CODES.fullmatch(word) else ():
            if code not in codes:
                message = f"nothing of the network lies in '{code}'"
                yield UNKNOWN_CARGO.at(span, message, hints.of(code) or otherwise, cause=code)

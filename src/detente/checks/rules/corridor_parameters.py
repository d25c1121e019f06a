"""The parameters of a network are those that its costs have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.hints import Hints
from detente.diagnostics import Rule
from detente.models.corridor.parameters import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

UNKNOWN_PARAMETER = Rule(
    "DT909",
    "an unknown parameter",
    f"The parameters of a network are {', '.join(PARAMETERS)}.",
)

READS = ("corridor",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report parameters that no cost has."""
    corridor = context.case.corridor
    hints = Hints(PARAMETERS.keys())
    for name in corridor.parameters if corridor else ():
        if name not in PARAMETERS:
            span = context.spans.key("corridor", "parameters", name)
            hint = hints.of(name) or "'detente explain DT909' lists them"
            yield UNKNOWN_PARAMETER.at(span, f"no parameter is called '{name}'", hint)

"""How long the control matrix takes: twelve pairs of readings of eight functions and six holders, CPU time."""

from __future__ import annotations

from benchmarks.figures import Figure, cpu_times

from detente.case.corridor.control import Control
from detente.models.corridor.control.model import model_control
from detente.models.corridor.control.table import meetings

FUNCTIONS = tuple(f"f{k}" for k in range(8))
FIRST = {
    "weak": "any function decided by home",
    "middle": "f0 decided by home and f1 decided by home if any function on the route",
    "strict": "every function decided by home",
}
SECOND = {
    "literal": "f0 decided by nobody and f1 decided by nobody",
    "off": "no function on the route met by home",
    "company": "every function on the route met by firm or body and any function met by firm",
    "shared": "f2 decided by body iff f3 decided by firm and any function decided by other",
}
CONTROL = Control.model_validate(
    {
        "functions": FUNCTIONS,
        "rights": ["title", "law"],
        "holders": ["home", "firm", "body", "other", "far", "nobody"],
        "rules": [
            {"id": f"{by}-{word}", "by": by, "reading": word, "when": when}
            for by, rules in (("home", FIRST), ("other", SECOND))
            for word, when in rules.items()
        ],
    }
)


def table() -> None:
    """Read the rules, and find for every pair of readings an arrangement or what empties it."""
    meetings(model_control(CONTROL))


def test_the_control_matrix(figures: list[Figure]) -> None:
    (took,) = cpu_times(table, rounds=5)

    figures.append(Figure("control matrix, 3 × 4 readings, 8 functions, 6 holders", took, 0.1, "s", most=True))

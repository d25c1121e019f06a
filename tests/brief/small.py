"""Small cases for briefs, each for one thing that a sentence may have to say."""

from __future__ import annotations

ACTORS = """
    actors: [{id: north, name: North, kind: state, role: party}, {id: south, name: South, kind: state, role: party}]
"""


def conflict(north: str, south: str, quo: str | None = "[]", *, direction: str = "both", extra: str = "") -> str:
    """Return a conflict of two options; what either wants as statements, most important first."""
    state = f"      status_quo: {quo}\n" if quo is not None else ""
    return (
        ACTORS
        + f"""
    conflict:
      decision_makers:
        - actor: north
          options: [{{id: go-in, text: Go in, direction: {direction}}}]
          preferences: {{assumption: x, statements: [{north}]}}
        - actor: south
          options: [{{id: strike-back, text: Strike back}}]
          preferences: {{assumption: x, statements: [{south}]}}
{state}{extra}"""
    )


NAMED = "      named_states: {calm-days: [], war-of-all: [go-in, strike-back], raid: {take: [go-in], text: A raid.}}\n"


def ways(number: int) -> str:
    """Return a road with so many ways to peace."""
    steps = "".join(f"      - {{id: way-{k}, name: Way {k} taken}}\n" for k in range(number))
    any_of = ", ".join(f"way-{k}" for k in range(number))
    peace = f"      - {{id: peace, name: Peace, requires: [{{any: [{any_of}]}}]}}\n"
    return f"{ACTORS}    steps:\n{steps}{peace}    roadmap: {{goal: peace}}\n"

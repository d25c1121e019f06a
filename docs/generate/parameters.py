"""The parameters of a network: their names, meanings, units and ranges."""

from __future__ import annotations

from detente.models.corridor.parameters import PARAMETERS


def text() -> str:
    """Return a table with one row a parameter."""
    rows = ["| name | what it is | unit | low | likely | high |", "| --- | --- | --- | --- | --- | --- |"]
    for name, standard in PARAMETERS.items():
        value = standard.value
        likely = value.mean if value.mode is None else value.mode
        rows.append(f"| `{name}` | {standard.label} | {standard.unit} | {value.low:g} | {likely:g} | {value.high:g} |")
    return "\n".join([*rows, ""])

"""The last run of the benchmarks, as ``make bench`` kept it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "benchmarks.json"


def text() -> str:
    """Return the machine, a table of figures with what is wanted of them, and a table of CPU times."""
    if not FILE.exists():
        return "No run is kept yet: `make bench` keeps one.\n"
    run = json.loads(FILE.read_text(encoding="utf-8"))
    machine = run["machine"]
    return "\n".join(
        [
            f"Measured on {machine['processor']}, {machine['cores']} cores, {machine['system']}, under Python",
            f"{machine['python']} and numpy {machine['numpy']}.",
            "",
            "| figure | wanted | measured |",
            "| --- | --- | --- |",
            *map(_figure, run["figures"]),
            "",
            "| CPU time | least | median | rounds |",
            "| --- | --- | --- | --- |",
            *map(_benchmark, run["benchmarks"]),
            "",
        ]
    )


def _figure(figure: dict[str, Any]) -> str:
    met = figure["ratio"] <= 1 if figure["most"] else figure["ratio"] >= 1
    wanted = f"at {'most' if figure['most'] else 'least'} {figure['wanted']:,g} {figure['unit']}"
    return f"| {figure['name']} | {wanted} | {figure['measured']:,g}{'' if met else ' **not met**'} |"


def _benchmark(bench: dict[str, Any]) -> str:
    name = bench["name"].replace("_", " ").replace("[", ": ").removesuffix("]")
    return f"| {name} | {_time(bench['min'])} | {_time(bench['median'])} | {bench['rounds']} |"


def _time(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds >= 0.1 else f"{seconds * 1e3:.3g} ms"

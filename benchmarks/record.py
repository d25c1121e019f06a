"""What is kept of a run: figures, CPU times, and what kind of machine it was, but not whose."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.figures import Figure


def record(machine: Mapping[str, Any], benchmarks: Iterable[Mapping[str, Any]], figures: Iterable[Figure]) -> Any:
    """Return a run as JSON.

    Parameters
    ----------
    machine, benchmarks
        As ``pytest-benchmark`` has them; its times are CPU times [s], for each benchmark asks for that.
    figures
        What was held against an aim.

    Returns
    -------
    JSON
        ``ratio`` is what was measured by what was wanted.
    """
    return {
        "machine": {
            "processor": machine["cpu"].get("brand_raw", machine["machine"]),
            "cores": machine["cpu"].get("count"),
            "system": f"{machine['system']} {machine['machine']}",
            "python": machine["python_version"],
            "numpy": version("numpy"),
        },
        "figures": [
            {
                "name": each.what,
                "measured": _rounded(each.measured),
                "wanted": each.wanted,
                "unit": each.unit,
                "most": each.most,
                "ratio": _rounded(each.measured / each.wanted),
            }
            for each in figures
        ],
        "benchmarks": [
            {
                "name": each["name"].removeprefix("test_"),
                "min": _rounded(each["stats"]["min"]),
                "median": _rounded(each["stats"]["median"]),
                "rounds": each["stats"]["rounds"],
            }
            for each in benchmarks
        ],
    }


def _rounded(number: float) -> float:
    return float(f"{number:.3g}")

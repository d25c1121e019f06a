"""What is kept of a run of the benchmarks tells what was measured, on what kind of machine, and not on whose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.figures import Figure
from benchmarks.record import record
from docs.generate import benchmarks

MACHINE = {
    "node": "alices-desk",
    "processor": "",
    "machine": "x86_64",
    "python_build": ["main", "/home/alice/build"],
    "python_version": "3.12.1",
    "release": "6.1-alice",
    "system": "Linux",
    "cpu": {"brand_raw": "A processor", "count": 4, "flags": ["alice"], "hardware_raw": "alice"},
}
MEASURED = {
    "name": "test_two_movers[10]",
    "fullname": "/home/alice/benchmarks/test_stability.py::test_two_movers[10]",
    "stats": {"min": 0.012345, "median": 1.23456, "max": 9.0, "rounds": 7, "iterations": 1},
}
FIGURES = [Figure("a million packages", 2.0, 4.0, "s", most=True), Figure("faster than before", 2.0, 4.0, "times")]


def test_a_run_is_kept_without_whose_machine_it_was() -> None:
    kept = json.dumps(record(MACHINE, [MEASURED], FIGURES))

    assert "alice" not in kept
    for told in ("A processor", "3.12.1", "two_movers[10]", "0.0123", "1.23", '"rounds": 7', '"ratio": 0.5'):
        assert told in kept


def test_the_documentation_shows_a_run_as_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "benchmarks.json"
    monkeypatch.setattr(benchmarks, "FILE", file)
    assert benchmarks.text() == "No run is kept yet: `make bench` keeps one.\n"
    file.write_text(json.dumps(record(MACHINE, [MEASURED], FIGURES)), encoding="utf-8")
    text = benchmarks.text()

    assert text.startswith("Measured on A processor, 4 cores, Linux x86_64, under Python\n3.12.1 and numpy ")
    assert [line for line in text.splitlines() if "|" in line and "---" not in line] == [
        "| figure | wanted | measured |",
        "| a million packages | at most 4 s | 2 |",
        "| faster than before | at least 4 times | 2 **not met** |",
        "| CPU time | least | median | rounds |",
        "| two movers: 10 | 12.3 ms | 1.23 s | 7 |",
    ]

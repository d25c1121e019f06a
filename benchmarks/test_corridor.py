"""How long the flagship's corridor takes: its routes when they are not kept yet and when they are, CPU time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from shutil import copytree, ignore_patterns

import numpy as np
from benchmarks.figures import Figure, cpu_times
from tests.fuzz.origins import without_network

from detente.case import Case
from detente.models.corridor.model import CorridorModel
from detente.report import write_report
from detente.session import open_case
from detente.study import Study

FLAGSHIP = Path(__file__).parents[1] / "examples" / "south-caucasus"


def test_routes_of_the_flagship(figures: list[Figure], tmp_path: Path) -> None:
    case = open_case(FLAGSHIP).case
    model = Study(case, cache=tmp_path).at().corridor.model

    (afresh,) = cpu_times(partial(_routes, case, None), rounds=1)
    kept, asked = cpu_times(partial(_routes, case, tmp_path), partial(_queries, case), rounds=5)

    what = f"Routes of the flagship, {len(model.flows)} flows in {len(model.worlds)} worlds"
    figures.append(Figure(f"{what}: found", afresh, 15, "s", most=True))
    figures.append(Figure(f"{what}: kept from the last run", kept - asked, 0.3, "s", most=True))


def test_draws_of_the_flagship(figures: list[Figure], tmp_path: Path) -> None:
    model = Study(open_case(FLAGSHIP).case, cache=tmp_path).at().corridor.model

    (took,) = cpu_times(partial(_shares, model, model.rows(1000, 1)), rounds=3)

    what = f"Where cargo of the flagship goes, 1,000 draws in {len(model.worlds)} worlds"
    figures.append(Figure(what, took, 10, "s", most=True))


def test_report_of_the_flagship(figures: list[Figure], tmp_path: Path) -> None:
    """What the corridor adds to the page, with its routes kept: against the same case without a network."""
    without = tmp_path / "without"
    copytree(FLAGSHIP, without, ignore=ignore_patterns("*.yaml", "*.csv"))
    (without / "case.yaml").write_text(without_network(FLAGSHIP), "utf-8")

    longer, shorter = cpu_times(partial(_page, FLAGSHIP, tmp_path), partial(_page, without, tmp_path), rounds=3)

    figures.append(Figure("What the flagship's network adds to its report", longer - shorter, 1, "s", most=True))


def _page(case: Path, folder: Path) -> None:
    write_report(open_case(case).at().edition("detente report"), folder / "page.html")


def _routes(case: Case, cache: Path | None) -> int:
    return len(Study(case, cache=cache).at().corridor.model.choice.flow)


def _queries(case: Case) -> int:
    """Ask for routes without looking for any."""
    return len(Study(case).at().corridor.model.ground.queries())


def _shares(model: CorridorModel, rows: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    return float(model.run(rows).share.sum())

"""What is true of every brief: of published cases, of the flagship at every date, and of cases that are drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from tests.brief.reading import LONGEST_AVERAGE, MOST_WORDS, average, hold_to_the_laws, words
from tests.conftest import ROOT, Opener
from tests.large_case import large_case
from tests.session.test_clean_cases import cases
from tests.session.test_clean_cases import opened as drawn_case
from tests.session.test_order_of_lines import read, shuffled, written

from detente.casefile import template
from detente.findings import Brief
from detente.session import CaseError, OpenCase, open_case

FLAGSHIP = ROOT / "examples" / "south-caucasus"
CATALOG = sorted((ROOT / "catalog").rglob("*.yaml"))
RICH = ROOT / "tests" / "fuzz" / "rich.yaml"
DATES = (None, "2025-07-10", "2025-03-20", "2025-03", "2024-06", "2023-01", "2026-01-01", "2030")


@pytest.mark.parametrize("path", CATALOG, ids=lambda path: path.stem)
def test_of_every_published_case(path: Path) -> None:
    assert hold_to_the_laws(open_case(path).at()).sentences


@pytest.fixture(scope="module")
def flagship() -> OpenCase:
    return open_case(FLAGSHIP)


@pytest.mark.parametrize("as_of", DATES)
def test_of_the_flagship_at_every_date(flagship: OpenCase, as_of: str | None) -> None:
    assert hold_to_the_laws(flagship.at(as_of)).sentences


def test_of_the_flagship_in_every_scenario(flagship: OpenCase) -> None:
    for scenario in flagship.case.scenarios:
        brief = hold_to_the_laws(flagship.at(scenario=scenario.id))
        assert f"Supposed: {scenario.label}." in brief.rests_on
        assert words(brief) <= MOST_WORDS


def test_the_flagship_is_read_in_a_minute(flagship: OpenCase) -> None:
    brief = flagship.at().brief()
    assert len(brief.sentences) == 5
    assert words(brief) <= MOST_WORDS
    assert average(brief) <= LONGEST_AVERAGE


def test_of_the_template_and_of_small_and_large_cases(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text(template("ferry"), encoding="utf-8")
    for case in (open_case(tmp_path / "template.yaml"), open_case(RICH), opened(large_case())):
        for as_of in (None, "2024-06", "2027"):
            brief = hold_to_the_laws(case.at(as_of))
            assert words(brief) <= MOST_WORDS


@settings(suppress_health_check=list(HealthCheck))
@given(case=cases(), as_of=st.sampled_from((None, "2024", "2025-06-01", "2027")))
def test_of_cases_that_are_drawn(tmp_path: Path, case: dict[str, Any], as_of: str | None) -> None:
    found = drawn_case(case, tmp_path)
    assume(not found.errors)
    for scenario in (None, *(each.id for each in found.case.scenarios)):
        try:
            sight = found.at(as_of, scenario=scenario)
            sight.look_around()
        except CaseError as refused:
            with pytest.raises(CaseError) as again:
                sight.brief()
            assert set(again.value.diagnostics) <= set(refused.diagnostics)
            continue
        hold_to_the_laws(sight)


def upside_down(value: Any, key: str = "") -> Any:
    """Return a case with its records the other way round, but where their order is what they say."""
    if isinstance(value, dict):
        return {name: upside_down(each, name) for name, each in value.items()}
    if isinstance(value, list):
        inside = [upside_down(each, key) for each in value]
        ordered = key in ("statements", "changes", "perceptions") or any(
            isinstance(each, int | float) for each in value
        )
        return inside if ordered else inside[::-1]
    return value


def briefs(case: OpenCase) -> list[Brief]:
    assert not case.errors
    return [case.at(as_of, scenario=name).brief() for as_of in DATES for name in (None, "referendum-met")]


def test_records_the_other_way_round_change_nothing(tmp_path: Path) -> None:
    flagship = read(FLAGSHIP)
    before = briefs(written(flagship, tmp_path, 1))
    for changed in (upside_down(flagship), json.loads(json.dumps(upside_down(flagship), sort_keys=True))):
        assert briefs(written(changed, tmp_path, 3)) == before


@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(rng=st.randoms(use_true_random=False))
def test_lines_in_any_order_change_nothing(tmp_path: Path, rng: Any) -> None:
    flagship = read(FLAGSHIP)
    before = written(flagship, tmp_path, 1).at().brief()
    assert written(shuffled(flagship, rng), tmp_path, 4).at().brief() == before

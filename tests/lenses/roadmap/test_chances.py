"""By when, and how likely."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import run
from tests.conftest import Opener
from tests.lenses.reading import chapter
from tests.lenses.roadmap.cases import CASE, document


def test_chances_come_from_the_case_or_are_not_given(opened: Opener) -> None:
    silent = opened(CASE)
    stated = opened(CASE.replace("duration: 50", "duration: 50\n        probability: 0.6"))

    assert document(silent)["by_date"] == []
    assert "chances" not in [found.id for found in silent.at().look("roadmap").findings]
    # The other path is undated and taken to be in time: then nothing on it says when, and the goal has no day.
    alone = opened(
        CASE.replace("duration: 50", "duration: 50\n        probability: 0.6").replace(
            "any: [vote, dropped]", "all: [vote]"
        )
    )
    by_date = document(alone)["by_date"]
    assert [each["date"] for each in by_date] == ["2026-08-01"]
    assert by_date[0]["probability"] == pytest.approx(0.6, abs=0.01)
    said = chapter(alone.at().look("roadmap"), "chances")
    assert said.method is not None
    assert (said.method.seed, said.method.exact) == (1, False)
    assert "In time for everything else: “The group dissolved”." in [s.text for s in said.assumptions]
    assert document(stated)["by_date"] == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    text = CASE.replace("duration: 50", "duration: [30, 90]\n        probability: [0.4, 0.7]").replace(
        ", dropped]", "]"
    )
    (tmp_path / "demo.yaml").write_text(text.replace("\n    ", "\n"), encoding="utf-8")

    def printed(*words: str) -> str:
        return run("roadmap", str(tmp_path / "demo.yaml"), "--json", *words).stdout

    assert printed() == printed()
    assert json.loads(printed("--seed", "2"))["by_date"] != json.loads(printed())["by_date"]
    assert len(json.loads(printed("--draws", "50"))["by_date"]) > 0


def test_what_comes_about_without_a_date_counts_for_no_month(opened: Opener) -> None:
    """North gives way in three of ten draws, nobody knows when; of the rest the vote, certain and dated, is there."""
    text = CASE.replace("status: unmet, responsible: [north]", "status: unmet, probability: 0.3, responsible: [north]")
    text = text.replace("{step: group, hedge: practically, cites: [paper ¶4], certainty: attributed}", "text")
    found = opened(text).at().look("roadmap")

    assert [each["date"] for each in found.document["by_date"]] == ["2026-08-01"]
    assert found.document["by_date"][0]["probability"] == pytest.approx(0.7, abs=0.01)
    assert "is met at all in 100% of the draws, in 30% without any date" in chapter(found, "chances").headline


def test_months_go_on_until_no_draw_adds_anything(opened: Opener) -> None:
    text = CASE.replace("duration: 50", "duration: 36500\n        probability: 0.5").replace(", dropped]", "]")

    assert [each["date"] for each in document(opened(text))["by_date"]] == ["2126-06-01"]  # 7 June 2026 and 36,500 days

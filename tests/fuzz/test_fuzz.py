"""Mutants of every case there is, for as long as ``DETENTE_FUZZ_SECONDS`` says, and that the search itself can fail.

By hand, for longer: ``make fuzz``, or ``python -m tests.fuzz --seconds 600``. A fault is shown with the least case that
was found to have it; that case and its mutant are saved in ``build/fuzz``, and
``python -m tests.fuzz --again build/fuzz/SEED.json`` (or ``.yaml``) tries it again.
"""

from __future__ import annotations

import os
import time
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tests.fuzz import origins, texts, trees, trial
from tests.fuzz.commands import misbehaves
from tests.fuzz.mutant import Mutant
from tests.fuzz.search import prepare, search
from tests.fuzz.shrink import Question, fewer_mutations, smaller

from detente.report.page import render
from detente.session import open_case
from detente.session.sight import Sight

SECONDS = float(os.environ.get("DETENTE_FUZZ_SECONDS", "30"))
"""How much work to spend in all [seconds of one processor]."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    prepare(tmp_path)
    return tmp_path


@pytest.mark.parametrize("first", [0, 1], ids=["as they come", "walked to"])
def test_no_mutant_shows_a_fault(first: int, place: Path) -> None:
    end = time.process_time() + SECONDS / 2
    known: set[str] = set()
    faults = []
    for find in search(count(first, 2), place, known):
        faults += [find.story] if find else []
        if time.process_time() > end:
            break
    assert not faults, "\n\n".join(faults)


@pytest.mark.parametrize("name", sorted(origins.texts()))
def test_an_origin_is_a_case_without_faults_however_it_is_written(name: str, place: Path) -> None:
    for data in (origins.texts()[name].encode(), origins.written(origins.trees()[name]).encode()):
        assert trial.passes(data, place)
    assert trial.tried(data, place) is None


def test_the_small_case_has_something_for_every_lens(place: Path) -> None:
    (place / "case.yaml").write_text(origins.texts()["rich"], encoding="utf-8")
    sight = open_case(place / "case.yaml").at()

    lenses = [findings.lens for findings in sight.look_around()]
    assert lenses == ["chronicle", "conflict", "roadmap", "settlement", "corridor"]
    assert not misbehaves(origins.texts()["rich"].encode(), place)


def test_a_mutant_is_the_same_every_time_and_survives_being_saved(place: Path) -> None:
    for seed in range(12):
        mutant = Mutant.drawn(seed, lambda data: trial.passes(data, place))
        assert Mutant.drawn(seed, lambda data: trial.passes(data, place)) == mutant
        assert Mutant.from_json(mutant.to_json()) == mutant
        assert Mutant.from_json(mutant.to_json()).data() == mutant.data()


@pytest.mark.parametrize("name", [*trees.MUTATIONS, *texts.MUTATIONS])
def test_every_mutation_changes_something(name: str) -> None:
    plain = Mutant(0, "rich", ())
    before = {plain.data(), origins.written(origins.trees()["rich"]).encode()}

    assert any(Mutant(0, "rich", ((name, seed),)).data() not in before for seed in range(8))


class _PlantedError(Exception):
    """What a lens with a fault raises."""


def _plant(monkeypatch: pytest.MonkeyPatch, fault: Any) -> None:
    """Let every lens do ``fault`` where a case mentions a word that only one mutation brings."""
    look = Sight.look

    def faulty(self: Sight, lens: str, options: object = None) -> Any:
        if any(step.status == "agreed" for step in self.situation.case.steps):
            return fault(self)
        return look(self, lens, options)

    monkeypatch.setattr(Sight, "look", faulty)


def _mutant() -> Mutant:
    agreed = next(s for s in count() if b"status: agreed" in Mutant(0, "rich", (("course", s),)).data())
    others = [("reorder", 1), ("other_words", 2), ("course", agreed), ("double", 3)]
    return Mutant(7, "rich", tuple(others))


def test_a_planted_fault_is_found_and_shrunk(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    def fault(_: Sight) -> None:
        raise _PlantedError

    _plant(monkeypatch, fault)
    alone = Mutant(7, "rich", (_mutant().mutations[2],))
    find = trial.tried(alone.data(), place)
    assert find is not None
    assert find.sign.startswith("_PlantedError")

    def fails(data: bytes) -> bool:
        found = trial.tried(data, place)
        return found is not None and found.sign == find.sign

    question = Question(fails, time.process_time() + 600)
    case = smaller(alone.data(), question)
    assert fails(case)
    assert len(case.splitlines()) <= 10
    assert fewer_mutations(alone, question) == alone


def test_mutations_that_are_not_needed_go() -> None:
    mutant = _mutant()
    question = Question(lambda data: b"status: agreed" in data, time.process_time() + 600)

    assert fewer_mutations(mutant, question).mutations == (mutant.mutations[2],)


def test_what_does_not_end_is_found(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    def fault(_: Sight) -> None:
        while True:
            pass

    _plant(monkeypatch, fault)
    monkeypatch.setattr(trial, "LIMIT", 0.5)
    find = trial.tried(Mutant(7, "rich", (_mutant().mutations[2],)).data(), place)

    assert find is not None
    assert find.sign == "TooLongError in too long"


def test_markup_of_the_case_in_the_page_is_found(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    text = origins.texts()["template"].replace("Two neighbours and a crossing", f"'{trees.MARK}'")
    assert trial.tried(text.encode(), place) is None

    monkeypatch.setattr(trial, "render", lambda edition: render(edition) + edition.stamp.title)
    find = trial.tried(text.encode(), place)
    assert find is not None
    assert find.sign == "broken: markup of the case stands in the page"

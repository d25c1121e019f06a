"""Choice sets on disk: found once, whoever asks; broken files are found anew, and old ones make room."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.models.corridor.networks import modelled, two_roads

from detente.methods.transport.choice import choice_set
from detente.study import choice_sets
from detente.study.choice_sets import ChoiceSets


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with each search."""
    found: list[int] = []
    search = choice_set

    def counted(*given: Any) -> Any:
        found.append(1)
        return search(*given)

    monkeypatch.setattr(choice_sets, "choice_set", counted)
    return found


def transit(folder: Path, **changes: Any) -> list[float]:
    """Return the transit of the two roads, with the routes of a folder."""
    model = modelled(two_roads(**changes), find=ChoiceSets(folder).find)
    return list(model.run(model.central()).transit[0, :, 0])


def test_what_was_found_is_found_again(tmp_path: Path, searches: list[int]) -> None:
    folder = tmp_path / "new" / "sets"
    first = transit(folder)
    assert transit(folder) == first
    assert len(searches) == 1
    assert [file.suffix for file in folder.iterdir()] == [".npz"]

    dearer = [two_roads()["borders"][0] | {"usd": 1}]
    assert transit(folder, borders=dearer) != first
    assert len(searches) == 2


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 no archive", None])
def test_a_broken_file_is_found_anew(broken: bytes | None, tmp_path: Path, searches: list[int]) -> None:
    first = transit(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if broken is None else broken)
    assert transit(tmp_path) == first
    assert file.read_bytes() == whole

    np.savez(file, flow=np.array([0]), nest=np.array([0]), steps=np.array([999]), lengths=np.array([1]))
    assert transit(tmp_path) == first
    assert len(searches) == 3


@pytest.mark.parametrize("key", ["flow", "nest", "steps", "lengths"])
def test_a_sound_file_of_something_else_is_found_anew(key: str, tmp_path: Path) -> None:
    first = transit(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    with np.load(file) as kept:
        held = dict(kept)
    for wrong in (held[key][::-1], held[key] + 1, held[key][:-1], held[key].astype(float), np.array(5)):
        if np.array_equal(wrong, held[key]) and wrong.dtype == held[key].dtype:
            continue  # as two routes of as many steps
        np.savez(file, **held | {key: wrong})
        assert transit(tmp_path) == first
        assert file.read_bytes() == whole, wrong


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path, searches: list[int]) -> None:
    (tmp_path / "file").touch()
    assert transit(tmp_path / "file" / "sets") == transit(tmp_path / "file" / "sets")
    assert len(searches) == 2


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    transit(tmp_path)
    (first,) = tmp_path.iterdir()
    os.utime(first, (1, 1))
    monkeypatch.setattr(choice_sets, "MOST_BYTES", int(1.5 * first.stat().st_size))
    transit(tmp_path, borders=[two_roads()["borders"][0] | {"usd": 1}])
    assert len(list(tmp_path.iterdir())) == 1
    assert not first.exists()

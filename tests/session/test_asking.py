"""What a program asks of a lens must be of the kind that is stated, and is refused by its name where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.conformance.planting import CASE
from tests.conftest import Opener

from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import AskError
from detente.lenses.settlement.options import SettlementOptions

KINDS: list[tuple[str, str, Any, str]] = [
    ("conflict", "why", 3, "a text, got 3, which is of the type int"),
    ("conflict", "start", ["deal"], "a text, got ['deal'], which is of the type list"),
    ("conflict", "toward", b"deal", "a text, got b'deal', which is of the type bytes"),
    ("conflict", "engine", 1, "a text, got 1, which is of the type int"),
    ("conflict", "coalitions", "no", "True or False, got 'no', which is of the type str"),
    ("conflict", "robust", 1, "True or False, got 1, which is of the type int"),
    ("conflict", "max_states", "all", "a whole number, got 'all', which is of the type str"),
    ("conflict", "draws", 2.5, "a whole number, got 2.5, which is of the type float"),
    ("conflict", "seed", None, "a whole number, got None, which is of the type NoneType"),
    ("conflict", "also", "sim", "several texts, such as ['sim', 'l2'], got 'sim', which is of the type str"),
    ("conflict", "also", None, "several texts, such as ['sim', 'l2'], got None, which is of the type NoneType"),
    ("conflict", "also", [3], "texts only, such as ['sim', 'l2'], got 3, which is of the type int"),
    ("settle", "draws", True, "a whole number, got True, which is of the type bool"),
    ("settle", "seed", "1", "a whole number, got '1', which is of the type str"),
    ("settle", "challenge", 1, "a text, got 1, which is of the type int"),
    ("settle", "exchanges", None, "True or False, got None, which is of the type NoneType"),
    ("roadmap", "goal", 3, "a text, got 3, which is of the type int"),
    ("roadmap", "draws", "many", "a whole number, got 'many', which is of the type str"),
    ("roadmap", "seed", 0.5, "a whole number, got 0.5, which is of the type float"),
]
KINDS += [
    ("corridor", "draws", "many", "a whole number, got 'many', which is of the type str"),
    ("corridor", "seed", None, "a whole number, got None, which is of the type NoneType"),
]
SMALL = [("conflict", "max_states", 0), ("conflict", "draws", 0), ("conflict", "seed", -1)]
SMALL += [(lens, *small) for lens in ("settle", "roadmap", "corridor") for small in (("draws", 0), ("seed", -1))]


@pytest.mark.parametrize(("lens", "option", "value", "words"), KINDS)
def test_a_value_of_another_kind(lens: str, option: str, value: Any, words: str, opened: Opener) -> None:
    with pytest.raises(TypeError) as caught:
        getattr(opened(CASE).at(), lens)(**{option: value})

    assert str(caught.value) == f"{option}: expected {words}"


@pytest.mark.parametrize(("lens", "option", "value"), SMALL)
def test_a_number_that_is_too_small(lens: str, option: str, value: int, opened: Opener) -> None:
    with pytest.raises(AskError) as caught:
        getattr(opened(CASE).at(), lens)(**{option: value})

    assert (caught.value.option, str(caught.value)) == (option, f"{option}: expected {value + 1} or more, got {value}")


@pytest.mark.parametrize("concepts", [["sim"], ("sim",), {"sim"}, iter(["sim"])])
def test_further_concepts_come_in_any_collection(concepts: Any, opened: Opener) -> None:
    assert "sim" in opened(CASE).at().conflict(also=concepts).document["equilibria"]


def test_options_written_as_an_object_are_held_to_the_same(opened: Opener) -> None:
    with pytest.raises(TypeError, match="also: expected several texts"):
        ConflictOptions(also="sim")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected options of the type ConflictOptions, got SettlementOptions"):
        opened(CASE).at().look("conflict", SettlementOptions())


def test_a_file_is_named_by_text_or_path(opened: Opener, tmp_path: Path) -> None:
    sight = opened(CASE).at()
    sight.save("json", str(tmp_path / "a.json"))
    sight.save("json", tmp_path / "b.json")

    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()

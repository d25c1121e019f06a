"""Schemas of documents accept what results are written as, and nothing beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, ClassVar, Literal

import jsonschema
import pytest

from detente.dates import Truth
from detente.findings import UNASKED, Result, Unasked, plain, spread
from detente.findings.schema import document_schema


class Colour(StrEnum):
    """A colour."""

    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf.

    Attributes
    ----------
    size, breadth
        Both in metres.
    """

    size: float
    breadth: int | None
    children: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree(Result):
    """A tree.

    Attributes
    ----------
    from_
        Where it was found.
    crown
        The tallest.
    """

    format: str
    from_: str
    leaves: Mapping[str, tuple[Leaf, ...]]
    pair: tuple[str, int]
    colour: Colour
    kind: Literal["oak", "elm"] | None
    alive: Truth
    root: Leaf | str
    crown: Leaf
    by_colour: Mapping[Colour, bool]
    asked: int | Unasked | None = UNASKED
    any: Any = None


@dataclass(frozen=True, slots=True)
class Wind(Result):
    """What stands under a key of its own, some keys of which nobody can list."""

    under: ClassVar[str] = "wind"

    speed: float
    others: Mapping[str, int] = spread()


@dataclass(frozen=True, slots=True)
class Gust(Result):
    """What stands beside it, at times."""

    under: ClassVar[str] = "wind"

    peak: float


@dataclass(frozen=True, slots=True)
class Calm(Result):
    """The same key, where there is nothing."""

    wind: None = None


def other_leaf() -> type:
    @dataclass(frozen=True, slots=True)
    class Leaf:
        name: str

    return Leaf


OtherLeaf = other_leaf()


@dataclass(frozen=True, slots=True)
class Forest(Result):
    """Another kind of leaf."""

    other: OtherLeaf  # type: ignore[valid-type]


LEAF = Leaf(1.5, None, (Leaf(2, 3),))
TREE = Tree(
    "tree/1", "a park", {"a": (LEAF,)}, ("x", 1), Colour.RED, "oak", Truth.UNDETERMINED, LEAF, LEAF, {Colour.RED: True}
)
SCHEMA = document_schema("tree/1", [(Tree, True), (Wind, False), (Calm, False)])


def fits(document: Any) -> bool:
    return jsonschema.Draft7Validator(SCHEMA).is_valid(document)


def changed(**values: Any) -> Any:
    """Return the document of the tree with other values; a value of ``...`` leaves its key out."""
    return {key: value for key, value in (plain(TREE) | values).items() if value is not ...}


def test_it_is_a_draft_07_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator.check_schema(document_schema("tree/1", [(Tree, True), (Calm, True), (Calm, True)]))
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("tree", [TREE, replace(TREE, asked=None), replace(TREE, asked=3, root="x", kind=None)])
def test_what_is_written_fits(tree: Tree) -> None:
    assert fits(plain(tree))


def test_what_stands_under_a_key_fits() -> None:
    assert fits(changed(wind={"speed": 1.0, "north": 2}))
    assert fits(changed(wind=None))
    assert not fits(changed(wind={"speed": 1.0, "north": "x"}))
    assert not fits(changed(wind={"north": 2}))
    assert not fits(changed(wind=1))


@pytest.mark.parametrize(
    "document",
    [
        changed(more=1),
        changed(format="tree/2"),
        changed(pair=["x"]),
        changed(pair=["x", 1, 2]),
        changed(pair=[1, "x"]),
        changed(colour="blue"),
        changed(kind="ash"),
        changed(alive=True),
        changed(root=1),
        changed(root={"size": 1}),
        changed(root={"size": 1, "breadth": 1, "children": [], "more": 1}),
        changed(leaves={"a": [{"size": 1, "breadth": 1, "children": [{"size": "x", "breadth": 1, "children": []}]}]}),
        changed(by_colour={"blue": True}),
        changed(by_colour={"red": 1}),
        changed(asked="x"),
        changed(**{"from": ...}),
        changed(colour=...),
    ],
)
def test_what_nobody_writes_does_not_fit(document: Any) -> None:
    assert not fits(document)


def test_keys_of_what_may_not_be_found_may_miss() -> None:
    rare = jsonschema.Draft7Validator(document_schema("tree/1", [(Tree, False), (Wind, False)]))
    sure = jsonschema.Draft7Validator(document_schema("tree/1", [(Tree, False), (Wind, True), (Gust, False)]))
    assert rare.is_valid({})
    assert not rare.is_valid({"wind": {}})
    assert not sure.is_valid({})
    assert not sure.is_valid({"wind": {}})
    assert sure.is_valid({"wind": {"speed": 1}})
    assert not sure.is_valid({"wind": {"peak": 1}})
    assert not sure.is_valid({"wind": {"speed": 1, "peak": "x"}})


def test_every_key_has_the_words_of_its_docstring() -> None:
    told = {"allOf": [{"$ref": "#/definitions/Leaf"}], "description": "The tallest."}  # beside "$ref" nothing is read
    assert SCHEMA["properties"]["crown"] == told
    assert SCHEMA["properties"]["from"] == {"type": "string", "description": "Where it was found."}
    alone = document_schema("tree/1", [(Tree, True), (Wind, True), (Gust, False)])["properties"]["wind"]
    assert alone["description"].startswith("What stands under a key of its own, some keys")
    assert alone["description"].endswith("nobody can list. What stands beside it, at times.")
    leaf = SCHEMA["definitions"]["Leaf"]
    assert (leaf["description"], leaf["properties"]["breadth"]["description"]) == ("A leaf.", "Both in metres.")


def test_types_of_one_name_are_told_apart() -> None:
    made = document_schema("x", [(Tree, True), (Forest, True)])
    assert made["definitions"]["Leaf2"]["properties"] == {"name": {"type": "string"}}
    assert made["definitions"]["Leaf"]["properties"].keys() == {"size", "breadth", "children"}


def test_what_no_document_can_hold_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd(Result):
        what: set[str]

    with pytest.raises(TypeError, match=r"no document can hold a value of the type set\[str\]"):
        document_schema("x", [(Odd, True)])

"""The page on Python has every public name, and what it says of each is complete."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from tests.docs.pages import DOCS

import detente
from detente import diagnostics, findings
from detente.session.sight import Sight

PAGE = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
LISTED = re.findall(r"^\.\. auto\w+:: ([\w.]+)$", PAGE, re.MULTILINE)


def named(path: str) -> Any:
    """Return what a name on the page stands for."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


def members(thing: type) -> Iterator[tuple[str, Any]]:
    """Yield the public methods and properties of a class; class methods are for who makes it."""
    for name, member in vars(thing).items():
        function = getattr(member, "fget", None) or member
        if not name.startswith("_") and inspect.isfunction(function):
            yield name, function


def hints(thing: Any) -> str:
    """Return every annotation of something, as it is written; of a union, what it unites."""
    if not isinstance(thing, type) and not inspect.isfunction(thing):
        return str(thing)
    functions = [function for _, function in members(thing)] if isinstance(thing, type) else []
    return " ".join(str(each) for one in (thing, *functions) for each in inspect.get_annotations(one).values())


def reached() -> set[Any]:
    """Return the public names, and whatever kinds of findings and diagnostics one gets from them."""
    kinds = {name: getattr(room, name) for room in (findings, diagnostics) for name in room.__all__} | {"Sight": Sight}
    found: list[Any] = []
    waiting = [getattr(detente, name) for name in detente.__all__]
    while waiting:
        if (thing := waiting.pop()) not in found:
            found.append(thing)
            waiting += [kinds[word] for word in set(re.findall(r"\w+", hints(thing))) & set(kinds)]
    return {thing for thing in found if isinstance(thing, type) or thing is detente.open}


def test_every_public_name_is_on_the_page_once() -> None:
    assert len(LISTED) == len(set(LISTED))
    assert {Sight, findings.Statement, findings.Row, diagnostics.Span} <= reached()
    assert {named(path) for path in LISTED} == reached()


@pytest.mark.parametrize("path", LISTED)
def test_what_is_said_is_complete(path: str) -> None:
    thing = named(path)
    functions = dict(members(thing)) if isinstance(thing, type) else {path: thing}
    if dataclasses.is_dataclass(thing):
        listed = re.findall(r"^([\w, ]+)\n    \S", inspect.getdoc(thing) or "", re.MULTILINE)
        assert {each.name for each in dataclasses.fields(thing)} <= set(", ".join(listed).split(", "))
    for name, function in {"": thing, **functions}.items():
        text = inspect.getdoc(function) or ""
        assert re.match(r"[A-Z].*\.(\n\n|$)", text), f"{path}.{name}: no summary of one line"
        if inspect.isfunction(function):
            missing = set(inspect.signature(function).parameters) - set(re.findall(r"\w+", text)) - {"self", "cls"}
            assert not missing, f"{path}.{name} does not say what {missing} is"

"""What a chapter finds is read from what its function says that it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Optional

import pytest

from detente.findings import Result
from detente.lenses.chapter import Chapter


@dataclass(frozen=True)
class Luck(Result):
    """Luck."""

    luck: int


def one(_look: Any) -> Luck:
    raise NotImplementedError


def rarely(_look: Any) -> Luck | None:
    raise NotImplementedError


def sometimes(_look: Any) -> Optional[Luck]:  # noqa: UP045 - as somebody may write it
    raise NotImplementedError


def many(_look: Any) -> tuple[Luck, ...]:
    raise NotImplementedError


def some(_look: Any) -> Mapping[str, Luck] | None:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("find", "kind", "always"),
    [(one, Luck, True), (rarely, Luck, False), (sometimes, Luck, False), (many, tuple, True), (some, Mapping, False)],
)
def test_it_is_a_result_only_where_it_finds_one(find: Callable[[Any], Any], kind: type, always: bool) -> None:
    chapter = Chapter("luck", 1, find)

    assert (chapter.kind.__name__, chapter.always) == (kind.__name__, always)
    assert issubclass(chapter.kind, Result) is (kind is Luck)


def test_a_function_that_does_not_say_what_it_finds_is_named() -> None:
    with pytest.raises(TypeError, match=r"lambda>' must say what it finds: 'def find\(look: Look\) -> …'"):
        Chapter("luck", 1, lambda _look: 3).kind  # noqa: B018

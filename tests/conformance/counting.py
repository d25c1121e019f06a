"""Counting calls of functions, by whatever name their callers know them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

Call = tuple[dict[str, Any], Any]
"""What a function was given, by the names of its parameters, and what it returned."""


@contextmanager
def counted(*functions: Callable[..., Any]) -> Iterator[list[list[Call]]]:
    """Give for each function its calls while the block runs; what it was given is kept, so that no two are alike."""
    calls: list[list[Call]] = [[] for _ in functions]
    number = {function.__code__: k for k, function in enumerate(functions)}
    given: dict[FrameType, dict[str, Any]] = {}

    def watch(frame: FrameType, event: str, value: Any) -> None:
        if frame.f_code not in number:
            return
        if event == "call":
            given[frame] = dict(frame.f_locals)
        elif event == "return":
            calls[number[frame.f_code]].append((given.pop(frame), value))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield calls
    finally:
        sys.setprofile(before)

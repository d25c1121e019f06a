"""Findings made by hand, for what no case holds."""

from __future__ import annotations

from functools import partial

from detente.findings import Findings, Head, Result, Told


def made(lens: str, *results: Result) -> Findings:
    """Return the findings of a lens that found these results, and says nothing."""
    head = Head(f"detente.{lens}/1", "c", "2025-07-10", None)
    chapters = tuple(Told(str(k), type(each), partial(_same, each), _silent) for k, each in enumerate(results))
    return Findings(lens, "", (), head, chapters)


def _same(result: Result) -> Result:
    return result


def _silent(result: Result) -> tuple[()]:
    del result
    return ()

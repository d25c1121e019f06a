"""Shown: what notebooks ask for, and an output answers."""

from __future__ import annotations

from functools import singledispatch


@singledispatch
def html(_shown: object) -> str | None:
    """Return something that was found as HTML; outputs register how, each kind by its class.

    Returns
    -------
    str | None
        ``None`` where no output did; a notebook then prints the text.
    """
    return None


class Shown:
    """Base of what a notebook shows as the page does."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        return html(self)

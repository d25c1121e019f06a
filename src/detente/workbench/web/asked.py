"""What a request says, read without trusting it."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

_MOST_FIELDS = 1 << 16


class BadRequestError(ValueError):
    """What no page of ours sends; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A request in JSON.

    Attributes
    ----------
    values
        What it says, by key.
    """

    values: Mapping[str, Any]

    @classmethod
    async def of(cls, request: Request) -> Self:
        """Return what a request says.

        Raises
        ------
        BadRequestError
            If it is no JSON object.
        """
        return cls(_object(await request.body()))

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        found = self.values.get(key)
        if not isinstance(found, str):
            raise BadRequestError(f"expected a text under '{key}'")
        return _whole(found)

    def unsaved(self) -> dict[str, str]:
        """Return by name of a file the text that is not saved."""
        return _texts(self.values.get("unsaved", {}))

    def place(self) -> tuple[str, int, int]:
        """Return the file, the line and the column that are asked about, both counted from 1."""
        line, column = self.values.get("line"), self.values.get("column")
        if not isinstance(line, int) or not isinstance(column, int) or line < 1 or column < 1:
            raise BadRequestError("expected a line and a column, counted from 1")
        return _name(self.text("name")), line, column


@dataclass(frozen=True, slots=True)
class Form:
    """A request as forms send it.

    Attributes
    ----------
    values
        What it says, by field.
    """

    values: Mapping[str, list[str]]

    @classmethod
    async def of(cls, request: Request) -> Self:
        """Return what a form says.

        Raises
        ------
        BadRequestError
            If it is no form.
        """
        try:
            text = (await request.body()).decode()
            return cls(parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict"))
        except ValueError as error:
            raise BadRequestError("expected a form") from error

    def first(self, key: str) -> str:
        """Return what stands in a field; an empty text where there is none."""
        return self.values.get(key, [""])[0]

    def unsaved(self) -> dict[str, str]:
        """Return by name of a file the text that is not saved."""
        return _texts(_object((self.first("unsaved") or "{}").encode()))

    def supposed(self) -> tuple[list[str], dict[str, tuple[float, float]], dict[str, str]]:
        """Return what is supposed: wishes left out, reservation values by path, and what is set of links by path.

        Only what differs from what the form was filled with is supposed.
        """
        wanted = set(self.values.get("wish", ()))
        dropped = [path for path in self.values.get("offered", ()) if path not in wanted]
        pairs = zip(*(self.values.get(key, ()) for key in ("party", "low", "high", "was")), strict=False)
        moved = {
            path: bounds for path, low, high, was in pairs if f"{low} {high}" != was and (bounds := _span(low, high))
        }
        ways = zip(self.values.get("way", ()), self.values.get("set", ()), strict=False)
        return dropped, moved, {path: choice for path, choice in ways if choice}


def _span(low: str, high: str) -> tuple[float, float]:
    try:
        found = float(low), float(high or low)
    except ValueError as error:
        raise BadRequestError(f"'{low}' to '{high}' are no numbers") from error
    if not all(math.isfinite(each) for each in found) or found[0] > found[1]:
        raise BadRequestError(f"'{low}' to '{high}' is no interval: the first number is the smaller one")
    return found


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadRequestError("expected JSON") from error
    if not isinstance(found, dict):
        raise BadRequestError("expected a JSON object")
    return found


def _texts(found: Any) -> dict[str, str]:
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise BadRequestError("expected texts by the names of their files")
    return {_name(name): _whole(text) for name, text in found.items()}


def _whole(text: str) -> str:
    """Return a text without halves of characters, which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadRequestError("a text has half a character in it, which no file can hold") from error
    return text


def _name(name: str) -> str:
    """Return the name of a file of the case; a way to anywhere else is none."""
    if (
        not name.isprintable()
        or "/" in name
        or "\\" in name
        or name.startswith(".")
        or not name.endswith((".yaml", ".yml", ".csv"))
    ):
        raise BadRequestError(f"'{name}' is no name of a case file")
    return name

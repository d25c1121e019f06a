"""Frames: tables as pandas, polars and Arrow hold them, each column of one type."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Type: TypeAlias = Literal["integer", "number", "truth", "day", "text", "texts"]


@dataclass(frozen=True, slots=True)
class Series:
    """A column whose values are of one type, or ``None`` where they are not known.

    Attributes
    ----------
    key, title, unit
        As those of a ``Column``.
    type
        What its values are.
    values
        One value a row.
    """

    key: str
    title: str
    unit: str
    type: Type
    values: Sequence[str | int | float | date | list[str] | None]


def to_pandas(columns: Sequence[Series], about: Mapping[str, str]) -> pandas.DataFrame:
    """Return columns as a data frame whose ``attrs`` are ``about``, and titles and units by column."""
    library = _library("pandas", "pandas")
    types: dict[Type, str] = {
        "integer": "Int64",
        "number": "Float64",
        "truth": "boolean",
        "day": "datetime64[s]",
        "text": "string",
        "texts": "object",
    }
    values = {each.key: library.Series(each.values, dtype=types[each.type]) for each in columns}
    frame: pandas.DataFrame = library.DataFrame(values)
    frame.attrs = {
        **about,
        "titles": {each.key: each.title for each in columns},
        "units": {each.key: each.unit for each in columns if each.unit},
    }
    return frame


def to_polars(columns: Sequence[Series]) -> polars.DataFrame:
    """Return columns as a data frame."""
    library = _library("polars", "polars")
    types: dict[Type, Any] = {
        "integer": library.Int64,
        "number": library.Float64,
        "truth": library.Boolean,
        "day": library.Date,
        "text": library.String,
        "texts": library.List(library.String),
    }
    frame: polars.DataFrame = library.DataFrame(
        [library.Series(each.key, each.values, dtype=types[each.type]) for each in columns]
    )
    return frame


def to_arrow(columns: Sequence[Series], about: Mapping[str, str]) -> pyarrow.Table:
    """Return columns as a table whose metadata are ``about``; those of its fields are title and unit."""
    library = _library("pyarrow", "arrow")
    types: dict[Type, Any] = {
        "integer": library.int64(),
        "number": library.float64(),
        "truth": library.bool_(),
        "day": library.date32(),
        "text": library.string(),
        "texts": library.list_(library.string()),
    }
    fields = [
        library.field(each.key, types[each.type], metadata={"title": each.title, "unit": each.unit}) for each in columns
    ]
    values = [library.array(each.values, type=types[each.type]) for each in columns]
    return library.table(values, schema=library.schema(fields, metadata=dict(about)))


def _library(name: str, extra: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise ImportError(f"{name} is not installed: pip install 'detente[{extra}]'", name=name) from error

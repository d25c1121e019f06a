"""Seals as they are read again: what a file says that claims to be one."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict
from pydantic_core import PydanticCustomError

from detente.case.record import Record, Slug, Text

SEAL = "detente.seal/1"


def _format(written: str) -> str:
    if written == SEAL:
        return written
    if re.fullmatch(r"detente\.seal/\d+", written):
        raise PydanticCustomError("format", "this program reads seals of the format 'detente.seal/1' only")
    raise PydanticCustomError("format", "expected a seal, of the format 'detente.seal/1'")


def _day(written: str) -> str:
    try:
        is_day = date.fromisoformat(written).isoformat() == written
    except ValueError:
        is_day = False
    if not is_day:
        raise PydanticCustomError("day", "expected a day such as 2025-07-31")
    return written


def _sha256(written: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", written):
        raise PydanticCustomError("sha256", "expected a SHA-256: 64 digits from 0 to 9 and a to f")
    return written


def _program(written: str) -> str:
    if not re.fullmatch(r"\S+ \S+", written):
        raise PydanticCustomError("program", "expected the name and the version of a program, such as 'detente 1.0'")
    return written


Sha256 = Annotated[str, AfterValidator(_sha256)]


class SealedText(Record):
    """A forecast in a seal.

    Attributes
    ----------
    id, sha256
        Its id, and its checksum.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    id: Slug
    sha256: Sha256


class LeftOutText(Record):
    """A forecast that was not sealed.

    Attributes
    ----------
    id, why
        Its id, and what it lacked.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    id: Slug
    why: Text


class SealText(Record):
    """A seal; keys that a format of the same name may gain are not read.

    Attributes
    ----------
    format, case, case_sha256, forecasts, left_out, program, sealed, sha256
        As ``detente seal`` writes them.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    format: Annotated[str, AfterValidator(_format)]
    case: Slug
    case_sha256: Sha256
    forecasts: tuple[SealedText, ...]
    left_out: tuple[LeftOutText, ...]
    program: Annotated[str, AfterValidator(_program)]
    sealed: Annotated[str, AfterValidator(_day)]
    sha256: Sha256

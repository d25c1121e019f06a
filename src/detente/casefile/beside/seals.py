"""Seals as they are read again: what a file says that claims to be one."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import ConfigDict

from detente.case.record import Record


class SealedText(Record):
    """A forecast in a seal.

    Attributes
    ----------
    id, sha256
        Its id, and its checksum.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    id: str
    sha256: str


class SealText(Record):
    """A seal; keys of later versions are not read.

    Attributes
    ----------
    format, case, case_sha256, sealed, forecasts
        As ``detente seal`` writes them.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    format: Literal["detente.seal/1"]
    case: str
    case_sha256: str
    sealed: str
    forecasts: tuple[SealedText, ...]

"""Detente: a laboratory for real negotiations.

>>> import detente
>>> case = detente.open("examples/south-caucasus")
>>> findings = case.at("2025-07-31").conflict()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.session import CaseError, OpenCase
    from detente.session import open_case as open  # noqa: A004

__all__ = ["CaseError", "OpenCase", "open"]


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that the command line starts fast."""
    if name not in __all__:
        raise AttributeError(f"module 'detente' has no attribute '{name}'")
    from detente import session

    return getattr(session, "open_case" if name == "open" else name)


def __dir__() -> list[str]:
    """Return what editors and notebooks complete."""
    return sorted(__all__)

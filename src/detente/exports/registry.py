"""Find the exports: one format per file in ``formats/``. Nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil

from detente.exports import formats
from detente.exports.export import EditionExport, Export


def names() -> tuple[str, ...]:
    """Return the names of the formats, without loading them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(formats.__path__)))


def export_called(name: str) -> Export | EditionExport:
    """Return a format by its name.

    Raises
    ------
    LookupError
        If there is none.
    """
    if name not in names():
        raise LookupError(f"there is no format '{name}'; there are {', '.join(names())}")
    found: Export | EditionExport = importlib.import_module(f"{formats.__name__}.{name}").EXPORT
    return found

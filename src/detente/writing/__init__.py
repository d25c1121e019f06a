"""Writing files whole or not at all, and texts so that other programs keep them."""

from detente.writing.formulas import guarded, unguarded
from detente.writing.whole import resolved, write_whole

__all__ = ["guarded", "resolved", "unguarded", "write_whole"]

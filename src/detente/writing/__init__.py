"""Writing a file whole or not at all."""

from detente.writing.whole import resolved, write_whole

__all__ = ["resolved", "write_whole"]

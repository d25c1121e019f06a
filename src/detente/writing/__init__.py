"""Writing a file whole or not at all."""

from detente.writing.whole import write_whole

__all__ = ["write_whole"]

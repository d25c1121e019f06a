"""The page's own script: small files without any build step, joined into one that the page's policy admits by hash."""

from detente.report.script.source import part, script, script_hash

__all__ = ["part", "script", "script_hash"]

"""Exports: one file format per file."""

from detente.exports.json_document import to_json

__all__ = ["to_json"]

"""Texts that try to break out of the page, and findings filled with them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from tests.told import findings

from detente.findings import Column, Findings

T = TypeVar("T")

TEXTS = {
    "script": "</style></title></svg><script>document.title = 'taken'</script>",
    "attribute": "\"'><img src=x onerror=\"document.title = 'taken'\">",
    "template": "{{ 7 * 7 }}{% raw %}]]>-->",
    "right-to-left": "\u202eمرحبا بالعالم (שלום)",
    "long word": "x" * 5000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 40,
    "address": "javascript:alert(1)",
    "control": "a\x00b\x1bc\ud800",
    "empty": "",
}


def poison(value: T, text: str) -> T:
    """Return ``value`` with every free text in it, however deep, replaced by ``text``."""
    poisoned: T = _poison(value, text)
    return poisoned


def _poison(value: Any, text: str) -> Any:
    if isinstance(value, Findings):
        return findings(text, text, _poison(value.findings, text), _poison(value.references, text))
    if isinstance(value, Column):
        return replace(value, key=text, title=text, unit=text)
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _poison(item, text) for name, item in found.items()})
    if isinstance(value, tuple):
        return tuple(_poison(item, text) for item in value)
    if isinstance(value, str) and not isinstance(value, Enum):
        return text
    return value

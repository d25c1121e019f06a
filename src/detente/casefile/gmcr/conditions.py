"""Conditions of a ``.gmcr`` file in the words of a case.

A condition is a list of pairs ``[option, "Y" | "N"]``, all of which must hold, or a compound
``{"compound": true, "members": [...]}`` of such lists, one of which must. A condition without any pair says
nothing and is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.options import Options, option_at
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT

if TYPE_CHECKING:
    from detente.casefile.gmcr.nodes import Node, Reading

_EXPECTED = 'expected a condition: a list of [option, "Y"] and [option, "N"]'


def read_condition(reading: Reading, node: Node, options: Options) -> str | None:
    """Return a condition as a case writes it, or ``None`` where it says nothing or has mistakes."""
    if not isinstance(node.value, dict):
        found = _conjunction(reading, node, options)
        parts = None if found is None else [found]
    else:
        parts = _members(reading, node, options)
    if parts is None:
        return None
    if not parts or not all(parts):
        reading.report(LEFT_OUT, node, "a condition without options says nothing and is left out")
        return None
    texts = [f"({' and '.join(part)})" if len(part) > 1 < len(parts) else " and ".join(part) for part in parts]
    return " or ".join(texts)


def _members(reading: Reading, node: Node, options: Options) -> list[list[str]] | None:
    compound, members = node.get("compound"), node.get("members")
    if members is None or (compound is not None and compound.value is not True):
        hint = 'a compound is {"compound": true, "members": [...]}'
        reading.report(BAD_SHAPE, node, f"{_EXPECTED}, got {node.shown()}", hint)
        return None
    before = len(reading.problems)
    read = [_conjunction(reading, each, options) for each in reading.listed(members, "conditions")]
    found = [part for part in read if part is not None]
    broken = len(found) < len(read) or (not read and len(reading.problems) > before)
    return None if broken else found


def _conjunction(reading: Reading, node: Node, options: Options) -> list[str] | None:
    """Return what must hold together, or ``None`` where something has mistakes."""
    if not isinstance(node.value, list):
        hint = "'Q IF P' is the compound of: not P, Q" if isinstance(node.value, str) else ""
        reading.report(BAD_SHAPE, node, f"{_EXPECTED}, got {node.shown()}", hint)
        return None
    read = [_literal(reading, each, options) for each in node.items()]
    found = [literal for literal in read if literal is not None]
    return found if len(found) == len(read) else None


def _literal(reading: Reading, node: Node, options: Options) -> str | None:
    if not isinstance(node.value, list) or len(node.value) != 2:
        reading.report(BAD_SHAPE, node, f'expected a pair [option, "Y"] or [option, "N"], got {node.shown()}')
        return None
    number, mark = node.items()
    at = option_at(reading, number, options)
    if mark.value not in ("Y", "N"):
        reading.report(BAD_SHAPE, mark, f'expected "Y" or "N", got {mark.shown()}')
        return None
    if at is None:
        return None
    return options[at].id if mark.value == "Y" else f"not {options[at].id}"

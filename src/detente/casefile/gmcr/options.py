"""Options of a ``.gmcr`` file: their names, directions, and the numbers that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import Node, Reading, mapping
from detente.casefile.import_rules import BAD_NUMBER, BAD_SHAPE, READ_AS
from detente.casefile.naming import clean
from detente.diagnostics import did_you_mean

if TYPE_CHECKING:
    from detente.casefile.naming import Ids
    from detente.casefile.yaml_text.builder import Tree

_DIRECTIONS = {"both": "both", "fwd": "take-only", "back": "drop-only"}


@dataclass(frozen=True, slots=True)
class FileOption:
    """An option of the file.

    Attributes
    ----------
    node
        Where it stands.
    id, name, direction
        As the case will have them; the name is empty where the file has none.
    """

    node: Node
    id: str
    name: str
    direction: str

    def tree(self) -> Tree:
        """Return the option as a case writes it."""
        entries: dict[str, Tree | str] = {"id": self.id}
        if self.name:
            entries["text"] = self.name
        if self.direction != "both":
            entries["direction"] = self.direction
        return mapping(self.node.span, entries)


Options = Sequence[FileOption]


def read_options(reading: Reading, root: Node, ids: Ids) -> list[FileOption]:
    """Return the options in the order of the file, also those with mistakes, so that numbers keep their meaning."""
    node = root.get("options")
    if node is None:
        reading.report(BAD_SHAPE, root, "missing key 'options': a list of the options of all decision makers")
    return [_option(reading, each, k, ids) for k, each in enumerate(reading.listed(node, "options"))]


def _option(reading: Reading, node: Node, k: int, ids: Ids) -> FileOption:
    if not isinstance(node.value, dict):
        reading.report(BAD_SHAPE, node, f"expected an option with a name, got {node.shown()}")
    name = read_name(reading, node)
    if name == "":
        reading.report(READ_AS, node, f"the option has no name: it is called 'option-{k}'")
    return FileOption(node, ids.make(name or "", f"option-{k}"), name or "", _direction(reading, node))


def read_name(reading: Reading, node: Node) -> str | None:
    """Return the name of an option or decision maker on one line, empty where it has none; ``None`` for no text."""
    found = node.get("name")
    if found is None:
        return "" if isinstance(node.value, dict) else None
    if not isinstance(found.value, str):
        reading.report(BAD_SHAPE, found, f"expected a name, got {found.shown()}")
        return None
    name = clean(found.value)
    if "\ufffd" in name and "\ufffd" not in found.value:
        reading.report(READ_AS, found, "the name holds characters that text cannot hold: each became U+FFFD")
    return name


def _direction(reading: Reading, node: Node) -> str:
    found = node.get("permittedDirection")
    if found is None:
        if isinstance(node.value, dict):
            reading.report(READ_AS, node, "the option has no 'permittedDirection': it is read as 'both'")
        return "both"
    if not isinstance(found.value, str) or found.value not in _DIRECTIONS:
        hint = did_you_mean(str(found.value)[:40], _DIRECTIONS)
        reading.report(BAD_SHAPE, found, f"{found.shown()} is none of the directions both, fwd and back", hint)
        return "both"
    return _DIRECTIONS[found.value]


def option_at(reading: Reading, node: Node, options: Options) -> int | None:
    """Return the number of an option that is written at ``node``; what names none is a problem."""
    number = node.value
    if isinstance(number, bool) or not isinstance(number, int):
        reading.report(BAD_SHAPE, node, f"expected the number of an option, got {node.shown()}")
        return None
    if not 0 <= number < len(options):
        known = f"options are numbered 0 to {len(options) - 1}" if options else "there are none"
        reading.report(BAD_NUMBER, node, f"there is no option {number}; {known}")
        return None
    return number

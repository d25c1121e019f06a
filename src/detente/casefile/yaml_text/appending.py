"""Appending records to a list of a case, where it stands: what was written stays as it is, comments and all.

A place is found in the text, never by writing the file anew; whatever it is, the new text must read as the old one with
the records behind, or it is not used.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from detente.case import Case
from detente.case.shape import is_list
from detente.casefile.files import MAX_BYTES, CaseFile, read_files
from detente.casefile.yaml_tree import read_tree
from detente.casefile.yaml_writer import to_flow, to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from yaml.nodes import Node

Records = list[dict[str, Any]]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARK = "\ufeff"


def records_of(text: str) -> tuple[str, Records] | None:
    """Return the list that a case file adds to, and its records; ``None`` where it adds to anything else."""
    tree, _ = read_tree(text, "")
    sections = tree.value if tree else {}
    section = next(iter(sections), "")
    return (section, sections[section]) if len(sections) == 1 and is_list(Case, section) else None


def appended(
    into: Path, section: str, records: Records, unsaved: Mapping[str, str] = MappingProxyType({})
) -> tuple[Path, bytes] | None:
    """Return the file in which a list goes on, and its bytes with further records; ``None`` if none can take them.

    Parameters
    ----------
    into
        The case, a folder or a file, which has no errors.
    section, records
        The list, and what is added at its end.
    unsaved
        Texts that an editor holds in the place of files, by name.
    """
    file = _home(into, section, unsaved)
    if file is None:
        return None
    text = file.data.decode("utf-8")
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    wanted = _with(text, section, records)
    for offset, added in _places(text, section, records):
        lines = added.replace("\n", "\r\n") if "\r\n" in text else added
        whole = text[:offset] + lines + text[offset:]
        tree, _ = read_tree(whole, "")
        data = (mark + whole).encode()
        if tree is not None and tree.value == wanted and len(data) <= MAX_BYTES:
            return (into / file.name if into.is_dir() else into), data
    return None


def _home(into: Path, section: str, unsaved: Mapping[str, str]) -> CaseFile | None:
    """Return the file with most of a list; where none has any, the one with the header."""
    files = [file for file in read_files(into, unsaved)[0] if not file.sealed]
    sizes = {file.path: len(_value(file.text).get(section) or ()) for file in files}
    listed = [file for file in files if sizes[file.path] or section in _value(file.text)]
    headed = [file for file in files if "case" in _value(file.text)]
    return max(listed, key=lambda file: sizes[file.path]) if listed else next(iter(headed), None)


def _value(text: str) -> dict[str, Any]:
    tree, _ = read_tree(text, "")
    return tree.value if tree and isinstance(tree.value, dict) else {}


def _with(text: str, section: str, records: Records) -> dict[str, Any]:
    value = _value(text)
    return {**value, section: [*(value.get(section) or ()), *records]}


def _places(text: str, section: str, records: Records) -> Iterator[tuple[int, str]]:
    """Yield where records may be put, and what is put there, the best place first."""
    root = yaml.compose(text, Loader=_Loader)
    if not isinstance(root, yaml.MappingNode):
        return
    found = next((value for key, value in root.value if key.value == section), None)
    if found is None:
        yield from _new(text, root, {section: records})
    elif isinstance(found, yaml.ScalarNode):  # the key alone, or a word for nothing
        word = text[found.start_mark.index : found.end_mark.index]
        if not word:
            yield _line_end(text, found.start_mark.index), f"\n{_listed(records, 2)}"
    elif found.flow_style:
        inside = [to_flow(record) for record in records]
        comma = "," if found.value else ""
        at = _end(text, found.value[-1]) if found.value else found.start_mark.index + 1
        yield at, f"{comma}\n  " + ",\n  ".join(inside)
    else:
        at = _line_end(text, _end(text, found))
        yield at, f"\n{_listed(records, found.start_mark.column, is_flow=_is_flow(found))}"


def _new(text: str, root: yaml.MappingNode, sections: dict[str, Records]) -> Iterator[tuple[int, str]]:
    """Yield where a list may begin: at the end of the file, or after the last section."""
    if root.flow_style:
        [(section, records)] = sections.items()
        yield _end(text, root.value[-1][1]), f",\n  {section}: [\n    " + ",\n    ".join(map(to_flow, records)) + "]"
        return
    yield len(text), ("" if text.endswith("\n") else "\n") + f"\n{to_yaml(sections)}"
    yield _line_end(text, _end(text, root)), f"\n\n{to_yaml(sections).rstrip()}"


def _listed(records: Records, indent: int, *, is_flow: bool = False) -> str:
    """Return records as items of a list, each indented by some spaces, without a line end."""
    lines = [f"- {to_flow(record)}" for record in records] if is_flow else to_yaml(records).rstrip().split("\n")
    return "\n".join(f"{' ' * indent}{line}" for line in lines)


def _is_flow(listed: yaml.SequenceNode) -> bool:
    """Whether every item of a list stands in braces."""
    return all(isinstance(item, yaml.MappingNode) and item.flow_style for item in listed.value)


def _end(text: str, node: Node) -> int:
    """Return where the last word of a value ends."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark.index
    return len(text[:end].rstrip()) if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") else end


def _line_end(text: str, offset: int) -> int:
    """Return where a line ends, before what ends it."""
    ends = [at for sign in ("\r", "\n") if (at := text.find(sign, offset)) >= 0]
    return min(ends, default=len(text))

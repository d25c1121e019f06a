"""The first part of a ``.scw`` file: ``&`` before the name of a descriptor, ``-`` before those of its states."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.casefile.gmcr.nodes import listing, mapping
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import Ids, clean

if TYPE_CHECKING:
    from detente.casefile.scw.parts import Line, Part
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic

DESCRIPTOR, STATE = "&", "-"


@dataclass(frozen=True, slots=True)
class Named:
    """A descriptor or a state of the file: its line, and the id that it gets."""

    line: Line
    id: str

    @property
    def name(self) -> str:
        """What the file calls it; empty where it has no name."""
        return clean(self.line.rest)


@dataclass(frozen=True, slots=True)
class FileDescriptor:
    """A descriptor of the file with its states."""

    named: Named
    states: list[Named] = field(default_factory=list)

    @property
    def state_ids(self) -> list[str]:
        """Its states, as ``descriptor.state``."""
        return [f"{self.named.id}.{state.id}" for state in self.states]

    def tree(self, said: dict[str, str]) -> Tree:
        """Return the descriptor as a case writes it; ``said`` is what it rests on."""
        span = self.named.line.span
        states = [
            mapping(each.line.span, {"id": each.id} | ({"text": each.name} if each.name else {}))
            for each in self.states
        ]
        names = {"name": self.named.name} if self.named.name else {}
        return mapping(span, {"id": self.named.id, **names, "states": listing(span, states), **said})


def read_names(part: Part, ids: Ids, problems: list[Diagnostic]) -> list[FileDescriptor]:
    """Return the descriptors of a file; what stands before the first one is its heading."""
    start = next((k for k, line in enumerate(part.lines) if line.text.startswith((DESCRIPTOR, STATE))), None)
    if start is None:
        problems.append(BAD_SHAPE.at(part.end, f"no line before this one begins with '{DESCRIPTOR}' and a descriptor"))
        return []
    found: list[FileDescriptor] = []
    states = Ids(set())
    for line in part.lines[start:]:
        if line.text.startswith(DESCRIPTOR):
            states = Ids(set())
            found.append(FileDescriptor(Named(line, ids.make(line.rest, "descriptor"))))
        elif line.text.startswith(STATE) and found:
            found[-1].states.append(Named(line, states.make(line.rest, "state")))
        else:
            message = (
                "a state without a descriptor before it"
                if line.text.startswith(STATE)
                else f"expected '{DESCRIPTOR}' and a descriptor, or '{STATE}' and a state"
            )
            problems.append(BAD_SHAPE.at(line.span, message))
    return found

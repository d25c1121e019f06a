"""Half-typed text: the plain values of YAML as far as it can be read, without a word on what is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event, MappingStartEvent, ScalarEvent

from detente.casefile.yaml_text.builder import MAX_DEPTH

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_so_far(text: str) -> Any:
    """Return the plain value that ``text`` writes, up to the place where it cannot be read on.

    What is open at that place ends there, and a key without a value has none. Every scalar is text, and an alias stands
    for nothing. Below the depth that a case may have, nothing is read. Halves of characters, which editors can send,
    are replaced.
    """
    values = _Values()
    with suppress(yaml.YAMLError):
        loader = _Loader(text.encode(errors="surrogatepass").decode(errors="replace"))
        while loader.check_event() and len(values.open) <= MAX_DEPTH:
            values.take(loader.get_event())
    return values.root


@dataclass(slots=True)
class _Values:
    """Values that grow with each event; whatever is still open stands in its place already.

    Attributes
    ----------
    root
        The value so far.
    open
        The collections that are open, the innermost last, each with the key whose value comes next.
    """

    root: Any = None
    open: list[tuple[Any, str | None]] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Grow by what an event stands for."""
        if isinstance(event, CollectionStartEvent):
            opened: Any = {} if isinstance(event, MappingStartEvent) else []
            self._put(opened)
            self.open.append((opened, None))
        elif isinstance(event, CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, ScalarEvent | AliasEvent):
            self._put(event.value if isinstance(event, ScalarEvent) else None)

    def _put(self, value: Any) -> None:
        if not self.open:
            self.root = value
            return
        inside, key = self.open[-1]
        if isinstance(inside, list):
            inside.append(value)
        elif key is None:
            self.open[-1] = (inside, str(value))
            inside[str(value)] = None
        else:
            self.open[-1] = (inside, None)
            inside[key] = value

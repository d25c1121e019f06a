"""Beginning a case: its text from who, what and since when, with the sections that are wanted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from string import Template
from types import MappingProxyType

from detente.casefile.naming import Ids, clean
from detente.casefile.yaml_tree import read_tree

TEMPLATES = MappingProxyType(
    {
        "conflict": ("issues", "conflict"),
        "roadmap": ("roadmap",),
        "settlement": ("issues", "settlement"),
        "corridor": ("corridor",),
        "system": ("system",),
        "full": ("issues", "conflict", "settlement", "roadmap", "corridor", "system"),
    }
)
"""The sections that a case begins with, by the name of its template."""

_KIND = "that it is a state is a guess"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new case is about.

    Attributes
    ----------
    who
        Names of the parties, at least two.
    what
        What it is about, in a few words.
    since
        Since when, as a case writes dates.
    template
        Which sections it begins with: a key of ``TEMPLATES``.
    """

    who: tuple[str, ...] = ("First party", "Second party")
    what: str = "A dispute"
    since: str = ""
    template: str = "conflict"


def begun(beginning: Beginning, name: str, today: str) -> str:
    """Return the text of a case.

    Parameters
    ----------
    name
        Its id.
    today
        The date it stands at, and since when it is where nobody says.
    """
    parts = TEMPLATES[beginning.template]
    ids = Ids(_used(parts) | {name})
    names = [clean(each) for each in beginning.who]
    made = [ids.make(each, "party") for each in names]
    lines = (
        f'  - {{id: {each}, name: "{_inside(called)}", kind: state, role: party, assumption: {_KIND}}}\n'
        for each, called in zip(made, names, strict=True)
    )
    words = {
        "id": name,
        "what": _inside(clean(beginning.what)),
        "today": today,
        "since": beginning.since or today,
        "actors": "".join(lines),
        "ids": ", ".join(made),
        **dict(zip(("a", "b"), made, strict=False)),
        **dict(zip(("first", "second"), map(_inside, names), strict=False)),
    }
    return "".join(Template(_part(part)).substitute(words) for part in ("head", *parts))


def _part(name: str) -> str:
    from importlib.resources import files

    return files("detente.casefile").joinpath("templates", f"{name}.yaml").read_text(encoding="utf-8")


def _used(parts: tuple[str, ...]) -> set[str]:
    """Return every word that stands for something in templates, so that no party is called so."""
    from detente.methods.gmcr.preference.parser import WORDS

    found = set(WORDS)
    for part in ("head", *parts):
        tree, _ = read_tree(_part(part).replace("$actors", "").replace("$ids", ""), part)
        waiting = [tree.value] if tree else []
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                found |= {str(value.get("id")), *map(str, value)}
                waiting += value.values()
            elif isinstance(value, list):
                waiting += value
    return found


def _inside(text: str) -> str:
    """Return a text as it stands between double quotes."""
    return json.dumps(text, ensure_ascii=False)[1:-1]

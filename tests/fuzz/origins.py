"""What mutants are made from: the flagship, the template, the catalogue, and a small case of everything."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from detente.case import Case
from detente.casefile import load, template
from detente.casefile.schema import json_schema
from detente.situation import Written

ROOT = Path(__file__).parents[2]
Tree = dict[str, Any]


class _Reader(yaml.CSafeLoader):
    """Reads plain words as the YAML 1.2 core schema does, so that dates stay as they are written."""


class _Writer(yaml.CSafeDumper):
    """Quotes a text only where it would be read as something else."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write what occurs twice two times: an alias is a mutation of its own."""
        del data
        return True


for _kind in (_Reader, _Writer):
    _kind.yaml_implicit_resolvers = {}
    for _tag, _words, _first in (
        ("null", r"~|null|", ["~", "n", ""]),
        ("bool", r"true|false", ["t", "f"]),
        ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
        ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ):
        _kind.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_words})$"), _first)


def read(text: str) -> Tree:
    """Return the plain values that a case writes."""
    value: Tree = yaml.load(text, Loader=_Reader)  # noqa: S506  (a safe loader)
    return value


def written(tree: Any) -> str:
    """Return ``tree`` as YAML."""
    return yaml.dump(tree, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=110)


@cache
def texts() -> dict[str, str]:
    """Return the text of every origin by name."""
    found = {
        "flagship": without_network(ROOT / "examples" / "south-caucasus"),  # whose routes take seconds to find
        "template": template("my-case"),
        "rich": Path(__file__).with_name("rich.yaml").read_text(encoding="utf-8"),
        "region": Path(__file__).with_name("region.yaml").read_text(encoding="utf-8"),
    }
    cases = sorted((ROOT / "catalog").rglob("*.yaml"))
    return found | {path.stem: path.read_text(encoding="utf-8") for path in cases}


def without_network(folder: Path) -> str:
    """Return the text of a case of several files as one file, without its network."""
    tree: Tree = json.loads(json.dumps(Written(load(folder).case).sections(Case.model_fields.keys())))
    del tree["corridor"]
    for scenario in tree["scenarios"]:
        scenario["changes"] = [each for each in scenario["changes"] if "corridor." not in json.dumps(each)]
    tree["scenarios"] = [scenario for scenario in tree["scenarios"] if scenario["changes"]]
    return written(tree)


@cache
def trees() -> dict[str, Tree]:
    """Return the values of every origin by name; who changes them copies them first."""
    return {name: read(text) for name, text in texts().items()}


@cache
def vocabulary() -> dict[str, list[Any]]:
    """Return the values that stand under each key anywhere: what a key may well hold."""
    found: dict[str, list[Any]] = {}
    for tree in trees().values():
        _harvest(tree, found)
    for record in json_schema()["definitions"].values():
        for key, kind in record.get("properties", {}).items():
            found.setdefault(key, []).extend(each for each in _choices(kind) if each not in found[key])
    return {key: values for key, values in found.items() if values}


def _choices(kind: Any) -> list[Any]:
    if isinstance(kind, dict):
        return [*kind.get("enum", ()), *(each for item in kind.values() for each in _choices(item))]
    return [each for item in kind for each in _choices(item)] if isinstance(kind, list) else []


def _harvest(value: Any, found: dict[str, list[Any]]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            known = found.setdefault(str(key), [])
            if item not in known and len(known) < 200:
                known.append(item)
            _harvest(item, found)
    elif isinstance(value, list):
        for item in value:
            _harvest(item, found)

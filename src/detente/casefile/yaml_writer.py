"""Plain values as the text of a case file, which reads back as the same values."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ,;()'/_.-]*[A-Za-z0-9).])?")
_WIDE = 1 << 20


def to_yaml(value: Any) -> str:
    """Return YAML of texts in lists and mappings; texts are quoted wherever they could be taken for something else."""
    return _dumped(value, is_flow=False)


def to_flow(value: Any) -> str:
    """Return YAML of a value in brackets and braces on one line, without a line end."""
    return _dumped(value, is_flow=True).rstrip("\n")


def _dumped(value: Any, *, is_flow: bool) -> str:
    import yaml

    class Dumper(yaml.CSafeDumper):
        """Writes texts plainly only where nobody can misread them, and no anchors."""

        def ignore_aliases(self, data: Any) -> bool:
            del data
            return True

    def written(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
        # A plain word that YAML takes for a truth value or for nothing is quoted by the library.
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if _PLAIN.fullmatch(text) else '"')

    Dumper.add_representer(str, written)
    return str(
        yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_WIDE, default_flow_style=is_flow)
    )

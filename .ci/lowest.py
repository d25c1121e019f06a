"""Print the oldest release of each dependency that a pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path


def main() -> None:
    """Read the file named on the command line."""
    project = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["project"]
    for dependency in project["dependencies"]:
        bound = re.fullmatch(r"([\w.-]+)>=([\w.]+)", dependency)
        if bound is None:
            sys.exit(f"'{dependency}' in {sys.argv[1]} has no lower bound: write NAME>=VERSION")
        sys.stdout.write(f"{bound[1]}=={bound[2]}\n")


if __name__ == "__main__":
    main()

"""By hand: ``python -m tests.fuzz --seconds 600`` tries mutants; ``python -m tests.fuzz --again FILE`` one again.

Each kind of fault is told once, with its mutant, the least case found that still fails, and where they were saved.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from tests.fuzz.mutant import Mutant
from tests.fuzz.search import prepare, search
from tests.fuzz.trial import tried


def main() -> int:
    """Try mutants, or one mutant again, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="how long to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="seed of the first mutant")
    parser.add_argument("--again", type=Path, help="a saved mutant (.json) or case (.yaml) to try again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        return _again(asked.again, Path(folder)) if asked.again else _search(asked, Path(folder))


def _again(file: Path, folder: Path) -> int:
    is_mutant = file.suffix == ".json"
    data = Mutant.from_json(file.read_text(encoding="utf-8")).data() if is_mutant else file.read_bytes()
    find = tried(data, folder)
    _say(find.story if find else "nothing goes wrong")
    return 1 if find else 0


def _search(asked: argparse.Namespace, folder: Path) -> int:
    tried_so_far, end = 0, time.monotonic() + asked.seconds
    known: set[str] = set()
    for find in search(count(asked.seed), folder, known):
        tried_so_far += 1
        if find:
            _say(find.story)
        if time.monotonic() > end:
            break
    _say(f"{tried_so_far} mutants from seed {asked.seed}: {len(known)} kinds of fault")
    return 1 if known else 0


def _say(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

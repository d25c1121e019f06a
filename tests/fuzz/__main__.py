"""By hand: ``python -m tests.fuzz --seconds 600`` tries mutants; ``python -m tests.fuzz --again FILE`` one again.

Each kind of fault is told once, with its mutant, the least part of it that still fails, and where both were saved.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.mutant import Mutant
from tests.fuzz.origins import ROOT
from tests.fuzz.shrink import fewer_mutations, smaller
from tests.fuzz.trial import Find, passes, tried

SAVED = ROOT / "build" / "fuzz"


def main() -> int:
    """Try mutants, or one mutant again, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="how long to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="seed of the first mutant")
    parser.add_argument("--again", type=Path, help="a saved mutant (.json) or case (.yaml) to try again")
    parser.add_argument("--shrink", type=float, default=60, help="how long to look for a smaller case")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        return _again(asked.again, Path(folder)) if asked.again else _search(asked, Path(folder))


def prepare(folder: Path) -> None:
    """Put beside the mutants what the flagship names."""
    dossier = ROOT / "examples" / "south-caucasus" / "dossier.md"
    (folder / dossier.name).write_bytes(dossier.read_bytes())


def _again(file: Path, folder: Path) -> int:
    is_mutant = file.suffix == ".json"
    data = Mutant.from_json(file.read_text(encoding="utf-8")).data() if is_mutant else file.read_bytes()
    find = tried(data, folder)
    _say(find.story if find else "nothing goes wrong")
    return 1 if find else 0


def _search(asked: argparse.Namespace, folder: Path) -> int:
    seed, known, end = asked.seed, set[str](), time.monotonic() + asked.seconds
    while time.monotonic() < end:
        faulthandler.dump_traceback_later(300, exit=True)  # what no signal reaches
        mutant = Mutant.drawn(seed, lambda data: passes(data, folder))
        data = mutant.data()
        (SAVED / "last.json").parent.mkdir(parents=True, exist_ok=True)
        (SAVED / "last.json").write_text(mutant.to_json(), encoding="utf-8")
        find = tried(data, folder)
        if find and find.sign not in known:
            known.add(find.sign)
            faulthandler.cancel_dump_traceback_later()
            began = time.monotonic()
            tell(mutant, find, folder, asked.shrink)
            end += time.monotonic() - began
        seed += 1
    _say(f"{seed - asked.seed} mutants from seed {asked.seed}: {len(known)} kinds of fault")
    return 1 if known else 0


def tell(mutant: Mutant, find: Find, folder: Path, seconds: float) -> None:
    """Shrink a mutant that fails, save it, and say how to try it again."""
    end = time.monotonic() + seconds

    def fails(data: bytes) -> bool:
        if time.monotonic() > end:
            return False
        found = tried(data, folder)
        return found is not None and found.sign == find.sign

    least = fewer_mutations(mutant, fails)
    case = smaller(least.data(), fails)
    base = SAVED / f"{mutant.seed}"
    base.with_suffix(".json").write_text(least.to_json(), encoding="utf-8")
    base.with_suffix(".yaml").write_bytes(case)
    base.with_suffix(".txt").write_text(f"{find.sign}\n\n{find.story}", encoding="utf-8")
    _say(f"== {find.sign}\n{least.to_json()}\n{case.decode('utf-8', 'replace')[:3000]}\n{find.story[-1500:]}")
    _say(f"again: python -m tests.fuzz --again {base.with_suffix('.json')}")


def _say(text: str) -> None:
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

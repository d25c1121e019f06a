"""The search: mutant after mutant, and of each kind of fault the first, shrunk and saved."""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.fuzz.commands import misbehaves
from tests.fuzz.mutant import Mutant
from tests.fuzz.origins import ROOT
from tests.fuzz.shrink import Question, fewer_mutations, smaller
from tests.fuzz.trial import Find, passes, tried

SAVED = ROOT / "build" / "fuzz"
SHRINKING = 30
"""How long to look for a smaller case [seconds]."""
AT_THE_COMMAND_LINE = 50
"""Every so many mutants one is also given to the commands, which cost a second each."""
_STUCK = 400


def prepare(folder: Path) -> None:
    """Put beside the mutants the texts that the flagship and the catalogue name."""
    for text in (ROOT / "examples" / "south-caucasus" / "dossier.md", *(ROOT / "catalog").rglob("*.txt")):
        (folder / text.name).write_bytes(text.read_bytes())


def search(seeds: Iterable[int], folder: Path, known: set[str]) -> Iterator[Find | None]:
    """Yield for each seed the fault that its mutant shows, unless a fault with that sign is ``known`` already.

    Where nothing comes back at all, not even to a signal, Python says where it is, and ends.
    """
    for seed in seeds:
        SAVED.mkdir(parents=True, exist_ok=True)
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        mutant = Mutant.drawn(seed, lambda data: passes(data, folder))
        find = tried(mutant.data(), folder) or _at_the_command_line(mutant, folder)
        faulthandler.cancel_dump_traceback_later()
        if find is None or find.sign in known:
            yield None
        else:
            known.add(find.sign)
            yield Find(find.sign, _told(mutant, find, folder))


def _at_the_command_line(mutant: Mutant, folder: Path) -> Find | None:
    if mutant.seed % AT_THE_COMMAND_LINE:
        return None
    problem = misbehaves(mutant.data(), folder)
    return Find(f"at the command line: {problem.splitlines()[0]}", problem) if problem else None


def _told(mutant: Mutant, find: Find, folder: Path) -> str:
    """Shrink a mutant that fails, save it, and return how it fails and how to try it again."""

    def fails(data: bytes) -> bool:
        found = tried(data, folder)
        return found is not None and found.sign == find.sign

    question = Question(fails, time.process_time() + SHRINKING)
    least = fewer_mutations(mutant, question)
    case = smaller(least.data(), question)
    base = SAVED / str(mutant.seed)
    base.with_suffix(".json").write_text(least.to_json(), encoding="utf-8")
    base.with_suffix(".yaml").write_bytes(case)
    again = f"again: python -m tests.fuzz --again {base.relative_to(ROOT)}.json"
    shown = case.decode("utf-8", "replace")[:3000]
    return f"== {find.sign}\n{least.to_json()}\n{shown}\n{find.story[-2500:]}\n{again}"

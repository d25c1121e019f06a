"""Starting a case: from a template, as a copy of an example, or from a file of another program."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from detente.casefile import template
from detente.casefile.beginning import TEMPLATES, Beginning, begun
from detente.casefile.importer import Header, import_case, importers
from detente.checks import Context, run_checks
from detente.dates.edtf import DateError, parse_edtf
from detente.dates.given import given_date
from detente.diagnostics import Diagnostic, Severity, did_you_mean
from detente.lenses.registry import shipped
from detente.session.errors import CaseError

_UNNAMED = "my-case"


class BeginningError(ValueError):
    """What is said of a new case that none can begin with; the message says why."""


def start(folder: Path, source: str | None = None) -> tuple[Diagnostic, ...]:
    """Make ``folder`` with a case in it, whole or not at all, and return what to say about it.

    Parameters
    ----------
    folder
        Must not exist yet.
    source
        Name of an example, or path of a file that another program wrote; a template when omitted.

    Raises
    ------
    FileExistsError
        If the folder exists already.
    LookupError
        If there is no such example, or no way to read such a file.
    CaseError
        If the file cannot become a case; says every reason, at its place in the file.
    OSError
        If the folder cannot be written.
    """
    if os.path.lexists(folder):
        raise FileExistsError(str(folder))
    if source is not None and _is_foreign(source):
        text, found = _import(Path(source), folder)
        _make(folder, text)
        return found
    _make(folder, template(_slug(folder.name)) if source is None else _example(source))
    return ()


def begin(folder: Path, beginning: Beginning) -> None:
    """Make ``folder`` with a case about what is said, whole or not at all.

    Raises
    ------
    FileExistsError
        If the folder exists already.
    BeginningError
        If there is no such template, fewer than two parties have names, or nothing has begun by today; says which.
    OSError
        If the folder cannot be written.
    """
    if os.path.lexists(folder):
        raise FileExistsError(str(folder))
    _make(folder, draft_of(beginning, _slug(folder.name)))


def draft_of(beginning: Beginning, name: str = _UNNAMED) -> str:
    """Return the text of a case about what is said, with the id ``name``.

    Raises
    ------
    BeginningError
        If there is no such template, fewer than two parties have names, or nothing has begun by today; says which.
    """
    today = date.today()
    if beginning.template not in TEMPLATES:
        hint = did_you_mean(beginning.template, TEMPLATES) or f"there are {', '.join(TEMPLATES)}"
        raise BeginningError(f"there is no template '{beginning.template}'; {hint}")
    named = [name for name in beginning.who if name.strip()]
    if len(named) < 2:
        raise BeginningError("name at least two parties, with commas between them")
    try:
        begun_at = given_date(beginning.since or today.isoformat()).text
    except DateError as error:
        raise BeginningError(str(error)) from error
    first = parse_edtf(begun_at).interval.earliest
    if first is None or first > today:
        raise BeginningError(f"'{beginning.since}' has not begun yet; a case stands at a date, which is today at first")
    wanted = replace(beginning, who=tuple(named), what=beginning.what.strip() or Beginning().what, since=begun_at)
    return begun(wanted, name, today.isoformat())


def draft(source: str | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a case to start from, and what to say about it; ``source`` is as for :func:`start`.

    Raises
    ------
    LookupError
        If the source is an example, which has many files, or there is no way to read it.
    CaseError
        If the file cannot become a case.
    """
    if source is None:
        return template(_UNNAMED), ()
    if not _is_foreign(source):
        raise LookupError(f"'{source}' is an example of several files; name a folder to copy it to")
    return _import(Path(source), Path(_UNNAMED))


def _is_foreign(source: str) -> bool:
    """Whether a source is a file of another program rather than the name of an example."""
    return Path(source).suffix.lower() in importers() or (source not in examples() and Path(source).is_file())


def _make(folder: Path, content: str | Path) -> None:
    """Make ``folder`` with one case file, or as a copy of a folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".detente-") as beside:
        made = Path(beside) / folder.name
        if isinstance(content, Path):
            shutil.copytree(content, made)
        else:
            made.mkdir()
            (made / "case.yaml").write_text(content, encoding="utf-8")
        made.rename(folder)


def _import(path: Path, folder: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of the case that a file describes, and every warning about it."""
    imported = import_case(path, Header(_slug(folder.name), date.today().isoformat()))
    loaded = imported.loaded
    found = [*loaded.diagnostics]
    if not _errors(found):
        found += run_checks(Context(loaded.case, loaded.source_map, loaded.broken_ids, {}, lenses=frozenset(shipped())))
    if _errors(found):
        raise CaseError(sorted(set(found)))
    return imported.text, tuple(sorted(set(found)))


def _errors(found: list[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in found)


def examples() -> dict[str, Path]:
    """Return the examples that came with the program, by name."""
    packed = Path(str(files("detente"))) / "examples"
    root = packed if packed.is_dir() else Path(__file__).parents[4] / "examples"
    return {path.name: path for path in sorted(root.iterdir()) if any(path.glob("*.yaml"))} if root.is_dir() else {}


def _example(name: str) -> Path:
    known = examples()
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
        raise LookupError(f"there is no example '{name}'; {hint}")
    return known[name]


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return slug if slug[:1].isalpha() else f"case-{slug}".rstrip("-")

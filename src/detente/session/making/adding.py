"""Adding to a case what a file of another program holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from detente.casefile.naming import Ids, slug
from detente.casefile.rows.adding import Added, add, kinds
from detente.casefile.yaml_text.appending import appended, records_of
from detente.checks import Context, run_checks
from detente.diagnostics import Diagnostic, Severity, did_you_mean, is_clean
from detente.lenses.registry import shipped
from detente.session.errors import CaseError
from detente.session.opened import open_case
from detente.writing import write_whole


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file adds to a case.

    Attributes
    ----------
    text
        The case file that says it; empty where the file adds nothing.
    found
        What was left out, and other warnings, at their places in the file.
    """

    text: str
    found: tuple[Diagnostic, ...]


def draft(key: str, path: Path, into: Path | None = None) -> Draft:
    """Return what a file adds to a case, and write nothing.

    Parameters
    ----------
    key
        Which kind of records the file holds.
    path
        The file.
    into
        The case, where the records are to fit one.

    Raises
    ------
    LookupError
        If there is no such kind.
    CaseError
        If the case or the file has errors, or they do not fit together; says every reason.
    """
    if key not in kinds():
        hint = did_you_mean(key, kinds()) or f"there are {', '.join(kinds())}"
        raise LookupError(f"'{key}' cannot be imported; {hint}")
    if into is not None and (errors := open_case(into).errors):
        raise CaseError(errors)
    added = add(key, path, into)
    found = sorted({*added.found, *_problems(added, str(path))})
    if not is_clean(found):
        raise CaseError(found)
    return Draft(added.text, tuple(found))


def write(drawn: Draft, key: str, source: Path, into: Path) -> Path:
    """Write what a file adds to a case, whole or not at all, and return where.

    Records of a list are appended to the file in which it stands; what adds to a section that is a single record gets
    a new file, and so does a list that cannot go on where it stands.

    Raises
    ------
    NotADirectoryError
        If a new file is needed, and the case is a single file.
    OSError
        If its folder cannot be written.
    """
    listed = records_of(drawn.text)
    if listed and (found := appended(into, *listed)):
        path, data = found
        write_whole(path, [data])
        return path
    if not into.is_dir():
        raise NotADirectoryError(str(into))
    there = Ids({path.stem for path in into.iterdir()})
    path = into / f"{there.make(f'{key}-{slug(source.stem)}', key)}.yaml"
    write_whole(path, [drawn.text])
    return path


def _problems(added: Added, path: str) -> list[Diagnostic]:
    """Return what is wrong with a case once the file is added, as far as the file is to blame."""
    loaded = added.loaded
    told = {each.span for each in added.found if each.severity is Severity.ERROR}
    context = Context(loaded.case, loaded.source_map, loaded.broken_ids, {}, loaded.lost, lenses=frozenset(shipped()))
    return [
        each for each in (*loaded.diagnostics, *run_checks(context)) if each.span.path == path and each.span not in told
    ]

"""A trial: a mutant through the loader, the checks, and, where those find no error, everything else.

What must hold: nothing is raised but what the interface names; nothing warns; what ``check`` passes, no lens refuses at
the case's own date; the same file gives the same words; the page is sound markup and holds no markup of the mutant's;
documents are JSON; and it ends, before ``LIMIT`` seconds of work.
"""

from __future__ import annotations

import json
import re
import signal
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.fuzz.trees import MARK
from tests.report.markup import read

from detente.dates import DateError, parse_edtf
from detente.exports.export import EditionExport, Export, ExportError
from detente.exports.json_document import to_json
from detente.exports.registry import export_called, names
from detente.findings import Edition, Findings
from detente.lenses.look import AskError
from detente.lenses.registry import shipped
from detente.report.page import render
from detente.session import CaseError, OpenCase, open_case
from detente.session.sight import Sight

LIMIT = 45
_DAY = re.compile(rb"\b\d{4}-\d{2}-\d{2}\b")
_HERE = ("/src/detente/", "/site-packages/detente/")


class BrokenError(AssertionError):
    """Something that must hold does not."""


class TooLongError(BaseException):
    """The time is up; no ``except Exception`` keeps it."""


@dataclass(frozen=True, slots=True)
class Find:
    """What went wrong: ``sign`` is the same for the same fault, ``story`` is for people."""

    sign: str
    story: str


def tried(data: bytes, folder: Path) -> Find | None:
    """Return what goes wrong with a case, or nothing."""
    path = folder / "case.yaml"
    path.write_bytes(data)
    try:
        with _limited(), warnings.catch_warnings():
            warnings.simplefilter("error")
            _try(path, data)
    except (Exception, TooLongError) as error:  # noqa: BLE001  (whatever is raised is a find)
        return Find(_sign(error), traceback.format_exc())
    return None


def passes(data: bytes, folder: Path) -> bool:
    """Return whether a case has no errors; one that raises may go on, for the trial to find it."""
    path = folder / "case.yaml"
    path.write_bytes(data)
    try:
        with _limited():
            return not open_case(path).errors
    except (Exception, TooLongError):  # noqa: BLE001
        return True


def _sign(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(part in frame.filename for part in _HERE)]
    if isinstance(error, BrokenError):
        return f"broken: {error.args[0]}"
    last = ours[-1] if ours else frames[-1]
    place = f"{Path(last.filename).parent.name}/{Path(last.filename).name}:{last.name}"
    return f"{type(error).__name__} in {'too long' if isinstance(error, TooLongError) else place}"


@contextmanager
def _limited() -> Iterator[None]:
    """Stop what works for longer than the limit; time that other programs take does not count."""

    def stop(*_: object) -> None:
        raise TooLongError(f"more than {LIMIT} seconds of work")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _try(path: Path, data: bytes) -> None:
    case = open_case(path)
    _hold(open_case(path).diagnostics == case.diagnostics, "a second check says something else")
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for found in case.diagnostics:
        _hold(found.message and re.fullmatch(r"DT\d{3,4}", found.code), "a diagnostic without words", found)
        _hold(1 <= found.span.line <= 2 * lines and found.span.column >= 1, "a diagnostic outside of the file", found)
    if not case.errors:
        refused = _at_home(case.at())
        for date in _dates(data):
            _elsewhere(case, as_of=date)
        for scenario in case.case.scenarios[:1] + case.case.scenarios[1:][-1:]:
            _elsewhere(case, scenario=scenario.id)
        _hold(not refused, f"check is content, but {', '.join(refused)}", refused)  # last, so that it hides nothing


def _hold(holds: object, what: str, told: object = "") -> None:
    if not holds:
        raise BrokenError(what, str(told))


def _at_home(sight: Sight) -> dict[str, str]:
    """Return which lenses refuse the case at its own date; what they say can be written."""
    said, refused = [], {}
    for key, lens in shipped().items():
        if lens.applies(sight.moment.written):
            try:
                said.append(sight.look(key))
            except CaseError as error:
                codes = ", ".join(sorted({found.code for found in error.diagnostics}))
                refused[f"'{key}' refuses with {codes}"] = str(error)
            except AskError:
                continue
    _written(said, sight)
    _exported(said, sight)
    return refused


def _elsewhere(case: OpenCase, **where: str) -> None:
    """At another date or under a scenario a case may be refused, in words."""
    sight = case.at(where.get("as_of"), scenario=where.get("scenario"))
    said: list[Findings] = []
    try:
        said = sight.look_around()
        _written(said, sight)
        _hold(all(answer.because for answer in sight.brief().sentences), "a sentence that rests on nothing")
    except CaseError as error:
        _hold(error.diagnostics and str(error), "a refusal without words")
    except AskError as error:
        _hold(str(error), "a refusal without words")
    _exported(said, sight)


def _exported(said: list[Findings], sight: Sight) -> None:
    """Write every format, with one look for all that ask the same."""

    @cache
    def look(lens: str, asks: object) -> Findings:
        return sight.look(lens, asks)

    def applies(lens: str) -> bool:
        return shipped()[lens].applies(sight.moment.written)

    for name in names():
        chosen = export_called(name)
        try:
            asks = chosen.asks if isinstance(chosen, EditionExport) else {chosen.lens: chosen.asks}
            found = [look(*each) for each in asks.items() if isinstance(chosen, Export) or applies(each[0])]
            if any(each.undetermined for each in found):  # of such a day no file is written
                continue
            if isinstance(chosen, Export):
                pieces = list(chosen.write(found[0]))
            else:
                pieces = list(chosen.write(Edition(sight.stamp("fuzz"), tuple(found if asks else said))))
        except (CaseError, AskError, ExportError) as error:
            _hold(str(error), "a refusal without words")
        else:
            _hold(pieces, f"an empty {name}")


def _written(said: list[Findings], sight: Sight) -> None:
    for findings in said:
        document = json.loads(to_json(findings))
        _hold(
            list(document)[:4] == ["format", "case", "as_of", "scenario"], f"the head of the {findings.lens} document"
        )
    page = render(Edition(sight.stamp("fuzz"), tuple(said)))
    _hold(MARK not in page and "<xq7" not in page, "markup of the case stands in the page")
    try:
        read(page)
    except AssertionError as error:
        raise BrokenError("the page is no sound markup", str(error)) from error


def _dates(data: bytes) -> list[str]:
    """Return a date before everything in a case, one in the middle, and one after everything."""
    days = sorted({found.decode() for found in _DAY.findall(data)})
    middle = [day for day in days if _is_date(day)]
    return ["1500-01-01", middle[len(middle) // 2] if middle else "2025-03", "2200"]


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True

"""Argdown: conclusions as arguments, with their grounds as premises and their rivals as attacks.

Each conclusion is a statement that its argument supports and its rivals attack; what would overturn it, who draws it
and its softening word are data behind it. Premises of the argument are the grounds, by their ids, and the warrant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export, ExportError
from detente.exports.texts.argdown_text import data, prose, quoted
from detente.lenses.chronicle.conclusions.result import Conclusions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Findings
    from detente.lenses.chronicle.conclusions.result import Argument, Reading


def write(findings: Findings) -> Iterator[str]:
    """Yield the file.

    Raises
    ------
    ExportError
        If nothing is concluded.
    """
    found = findings.result(Conclusions).conclusions
    if not found:
        raise ExportError("Argdown holds arguments, and the case has no conclusions at this date")
    yield f"===\ntitle: {quoted(findings.head.case)}\ndate: {quoted(findings.head.as_of)}\n===\n"
    for name, argument in found.items():
        yield from _statement(name, argument)
        yield from _reasons(name, argument)


def _statement(name: str, argument: Argument) -> Iterator[str]:
    about = {"by": argument.by, "hedge": argument.hedge, "overturned_by": argument.overturned_by}
    yield f"\n[{name}]: {prose(argument.text)}{data(about)}\n"
    if _premises(name, argument):
        yield f"  + <Grounds of {name}>\n"
    for number, rival in enumerate(argument.rivals, 1):
        yield from _rival(f"{name} {number}", rival)


def _rival(name: str, rival: Reading) -> Iterator[str]:
    yield f"  - [Rival of {name}]: {prose(rival.text)}\n"
    if rival.why:
        yield f"    + <For the rival of {name}>: {prose(rival.why)}\n"


def _reasons(name: str, argument: Argument) -> Iterator[str]:
    """Yield the argument: its premises, a line, and what they bear."""
    premises = _premises(name, argument)
    if premises:
        yield f"\n<Grounds of {name}>\n\n"
        yield "".join(f"({number}) {premise}\n" for number, premise in enumerate(premises, 1))
        yield f"----\n({len(premises) + 1}) [{name}]\n"


def _premises(name: str, argument: Argument) -> list[str]:
    grounds = [f"[{ground.id}]: {prose(ground.text)}" for ground in argument.rests_on]
    return [*grounds, *([f"[Warrant of {name}]: {prose(argument.warrant)}"] if argument.warrant else [])]


EXPORT = Export(
    "Argdown",
    ".argdown",
    "citations, how sure sources are, assumptions, notes and the origins of what a conclusion rests on",
    write,
    "chronicle",
)

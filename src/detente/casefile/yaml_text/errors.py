"""Errors of the YAML parser in words: what happened at which place, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.yaml_text.indentation import misplaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml import MarkedYAMLError

Place = tuple[int, int]
"""A line and a column, from 0."""

_KEY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[\w-]+):(?P<rest>.*)")
_GLUED_KEY = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])[^:]*")
_GLUED_DASH = re.compile(r" *-(?=[\w{\[\"'])")
_BEGINNINGS = {
    "block sequence entries are not allowed in this context": "- ",
    "mapping keys are not allowed in this context": "? ",
}
_SCANNED = ("while scanning an alias", "while scanning an anchor", "while scanning a block scalar")
_QUOTED = re.compile("'[^']*'|\"[^\"]*\"")
_CLOSING = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Words:
    """An error in words; line and column count from 0, as the parser's do."""

    line: int
    column: int
    message: str
    hint: str = ""


def explain(lines: Sequence[str], error: MarkedYAMLError) -> Words:
    """Return what is wrong with a text that the parser refuses, as its author can mend it."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    begun = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
    if found := _scanned(lines, problem, context, at, begun):
        return found
    if problem == "mapping values are not allowed in this context":
        return _stray_colon(lines, at)
    if problem == "could not find expected ':'":
        return _no_colon(lines, begun)
    if context.startswith("while parsing a flow"):
        return _in_brackets(lines, at, begun)
    found = _after_value(lines, at) or _after_end(lines, at) or _misplaced(lines, at)
    return found or Words(*at, f"not valid YAML: {problem or context}")


def _scanned(lines: Sequence[str], problem: str, context: str, at: Place, begun: Place) -> Words | None:
    """Return what is wrong with characters, whatever they stand in."""
    if "tab character" in problem or _at(lines, at) == "\t":
        return Words(*at, "a tab stands here, and YAML indents by spaces only", "put spaces in its place")
    if problem in _BEGINNINGS:
        return _beginning(lines, at, _BEGINNINGS[problem])
    if context in _SCANNED:
        return _beginning(lines, begun, _at(lines, begun))
    if "expected node content" in problem and not _at(lines, at):
        return Words(*at, "the text ends inside brackets that are not closed", "close them where they end")
    if "cannot start any token" in problem or "expected node content" in problem:
        return _beginning(lines, at, _at(lines, at))
    if "unknown escape" in problem:
        hint = "put the text in single quotes, or write two backslashes"
        return Words(*at, "a backslash inside double quotes begins an escape, and there is none like this", hint)
    if context == "while scanning a quoted scalar":
        hint = "close it where the text ends; inside single quotes an apostrophe is written twice"
        return Words(*begun, "this quotation mark is never closed", hint)
    return None


def _at(lines: Sequence[str], at: Place) -> str:
    return _line(lines, at[0])[at[1] : at[1] + 1]


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _quoted(text: str) -> str:
    """Return text as it may stand after a key."""
    short = text.strip()
    short = short if len(short) <= 50 else f"{short[:49]}…"
    return f"'{short.replace(chr(39), 2 * chr(39))}'" if '"' in short or "\\" in short else f'"{short}"'


def _beginning(lines: Sequence[str], at: Place, sign: str) -> Words:
    rest = _line(lines, at[0])[at[1] :].rstrip(" ,}]")
    return Words(*at, f"text cannot begin with '{sign}' unless it is in quotes", f"write {_quoted(rest)}")


def _stray_colon(lines: Sequence[str], at: Place) -> Words:
    line, before = _line(lines, at[0]), _previous(lines, at[0])
    found, earlier = _KEY.fullmatch(line), _line(lines, before)
    if found and found.end("key") == at[1]:
        if glued := _glued(lines, before):
            return glued
        start = _KEY.fullmatch(earlier)
        if start and start["rest"].strip() and len(found["indent"]) > len(start["indent"]):
            message = f"this line stands further right than line {before + 1}, so it reads as more of its text"
            return Words(at[0], len(found["indent"]), message, f"begin it after {len(start['indent'])} spaces")
        if not start and len(found["indent"]) == len(earlier) - len(earlier.lstrip(" ")):
            return _no_colon(lines, (before, len(found["indent"])))
        message = f"this line reads as more of the text in line {before + 1}, and a colon cannot stand in it"
        return Words(
            at[0], len(found["indent"]), message, f"put that text in quotes, or end it before '{found['key']}:'"
        )
    message = "a colon followed by a space begins a value, and here it stands inside unquoted text"
    start = _KEY.match(line)
    hint = f"write {start['key']}: {_quoted(start['rest'])}" if start else f"write {_quoted(line.strip(' -'))}"
    return Words(*at, message, hint)


def _no_colon(lines: Sequence[str], begun: Place) -> Words:
    if glued := _glued(lines, begun[0]):
        return glued
    words = " ".join(_line(lines, begun[0]).split())
    hint = "write 'key: value'; text over several lines is indented further than its key"
    return Words(*begun, f"'{words if len(words) <= 40 else words[:39] + '…'}' has no colon after it", hint)


def _glued(lines: Sequence[str], number: int) -> Words | None:
    """Return the space that is missing in a line, if one is."""
    line = _line(lines, number)
    if dash := _GLUED_DASH.match(line):
        return Words(number, dash.end() - 1, "a space is missing after the '-' that begins an entry", "write '- '")
    if key := _GLUED_KEY.fullmatch(line):
        at = key.end("key")
        return Words(number, at, "a space is missing after the colon", f"write {key['key']}: {line[at + 1 :].strip()}")
    return None


def _in_brackets(lines: Sequence[str], at: Place, begun: Place) -> Words:
    bracket = _at(lines, begun)
    if comment := _cut_short(lines, at, begun):
        message = "a '#' after a space begins a comment, so the rest of this line is not read"
        return Words(*comment, message, "put the text that holds it in quotes")
    if _at(lines, at) in ("}", "]"):
        return Words(
            *at, f"the '{bracket}' in line {begun[0] + 1} is closed by a '{_at(lines, at)}'", "pair the brackets"
        )
    if after := _after_value(lines, at):
        return after
    message = f"the '{bracket}' in line {begun[0] + 1}, column {begun[1] + 1} is not closed"
    hint = f"write '{_CLOSING.get(bracket, bracket)}' where it ends, or put text with a '{bracket}' in quotes"
    return Words(*at, message, hint)


def _cut_short(lines: Sequence[str], at: Place, begun: Place) -> Place | None:
    """Return the comment that took the closing bracket with it, if one did."""
    closing = _CLOSING.get(_at(lines, begun), "")
    for number in range(begun[0], min(at[0] + 1, len(lines))):
        bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), lines[number])
        comment = re.search(r"(?<=\s)#", bare)
        place = (number, comment.start() if comment else 0)
        if comment and begun < place < at and (closing in bare[place[1] :] or re.match(r"#[^\s#!]", bare[place[1] :])):
            return place
    return None


def _after_end(lines: Sequence[str], at: Place) -> Words | None:
    ended = next((k for k, line in enumerate(lines[: at[0]]) if line.rstrip() == "..."), None)
    return None if ended is None else Words(ended, 0, "these three dots end the text, and more follows", "delete them")


def _after_value(lines: Sequence[str], at: Place) -> Words | None:
    """Return what is wrong where something follows a value that was complete."""
    before = _line(lines, at[0])[: at[1]].rstrip()
    if _at(lines, at) in ("}", "]"):
        return (
            Words(*at, "this bracket closes nothing", "delete it, or put text with brackets in quotes")
            if before
            else None
        )
    if before.endswith("'") and _line(lines, at[0])[: at[1]] == before:
        hint = "write the apostrophe twice, or put the text in double quotes"
        return Words(*at, "the apostrophe before this ends the text in single quotes", hint)
    if before.endswith(("'", '"')):
        return Words(*at, "text goes on after its closing quotation mark", "put all of it in quotes")
    if before.endswith(("}", "]")):
        hint = "put all of it in quotes: text cannot begin with a bracket"
        return Words(*at, "text goes on after a closing bracket", hint)
    return None


def _misplaced(lines: Sequence[str], at: Place) -> Words | None:
    found = misplaced(lines, at)
    return Words(*at, *found) if found else None


def _previous(lines: Sequence[str], number: int) -> int:
    """Return the last line before another that is neither empty nor a comment."""
    earlier = range(number - 1, -1, -1)
    return next((k for k in earlier if _line(lines, k).strip() and not lines[k].lstrip().startswith("#")), number)

"""Errors of the YAML parser in words: what happened at which place, and what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.yaml_text.comments import ended_by_comment
from detente.casefile.yaml_text.flow import after_value, closed_early, in_brackets, stray_colon
from detente.casefile.yaml_text.indentation import misplaced
from detente.casefile.yaml_text.words import KEY, STRAY_COLON, Place, Words, character, content_before, line_of, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml import MarkedYAMLError

_GLUED_KEY = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])[^:]*")
_GLUED_DASH = re.compile(r" *-(?=[\w{\[\"'])")
_BEGINNINGS = {
    "block sequence entries are not allowed in this context": "- ",
    "mapping keys are not allowed in this context": "? ",
}
_SCANNED = ("while scanning an alias", "while scanning an anchor", "while scanning a block scalar")


def explain(lines: Sequence[str], error: MarkedYAMLError) -> Words:
    """Return what is wrong with a text that the parser refuses, as its author can mend it."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    begun = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
    if found := _scanned(lines, problem, context, at, begun):
        return found
    if problem == "found unexpected ':'":
        return stray_colon(lines, at)
    is_inside = context.startswith("while parsing a flow")
    if not is_inside and (ended := ended_by_comment(lines, at)):
        return ended
    if problem == "mapping values are not allowed in this context":
        return _stray_colon(lines, at)
    if problem == "could not find expected ':'":
        return _no_colon(lines, begun)
    if is_inside:
        return in_brackets(lines, at, begun)
    found = _closes_nothing(lines, at) or after_value(lines, at) or _after_end(lines, at) or _misplaced(lines, at)
    return found or Words(*at, f"not valid YAML: {problem or context}")


def _scanned(lines: Sequence[str], problem: str, context: str, at: Place, begun: Place) -> Words | None:
    """Return what is wrong with characters, whatever they stand in."""
    if "tab character" in problem or character(lines, at) == "\t":
        return Words(*at, "a tab stands here, and YAML indents by spaces only", "put spaces in its place")
    if problem in _BEGINNINGS:
        return _beginning(lines, at, _BEGINNINGS[problem])
    if context in _SCANNED:
        return _beginning(lines, begun, character(lines, begun))
    if "expected node content" in problem and not character(lines, at):
        return Words(*at, "the text ends inside brackets that are not closed", "close them where they end")
    if "cannot start any token" in problem or "expected node content" in problem:
        return _beginning(lines, at, character(lines, at))
    if "unknown escape" in problem:
        hint = "put the text in single quotes, or write two backslashes"
        return Words(*at, "a backslash inside double quotes begins an escape, and there is none like this", hint)
    if context == "while scanning a quoted scalar":
        hint = "close it where the text ends; inside single quotes an apostrophe is written twice"
        return closed_early(lines, begun) or Words(*begun, "this quotation mark is never closed", hint)
    return None


def _beginning(lines: Sequence[str], at: Place, sign: str) -> Words:
    rest = line_of(lines, at[0])[at[1] :].rstrip(" ,}]")
    return Words(*at, f"text cannot begin with '{sign}' unless it is in quotes", f"write {quoted(rest)}")


def _stray_colon(lines: Sequence[str], at: Place) -> Words:
    line, before = line_of(lines, at[0]), content_before(lines, at[0])
    found, earlier = KEY.fullmatch(line), line_of(lines, before)
    if found and found.end("key") == at[1]:
        if glued := _glued(lines, before):
            return glued
        start = KEY.fullmatch(earlier)
        if start and start["rest"].strip() and len(found["indent"]) > len(start["indent"]):
            message = f"this line stands further right than line {before + 1}, so it reads as more of its text"
            return Words(at[0], len(found["indent"]), message, f"begin it after {len(start['indent'])} spaces")
        if not start and len(found["indent"]) == len(earlier) - len(earlier.lstrip(" ")):
            return _no_colon(lines, (before, len(found["indent"])))
        message = f"this line reads as more of the text in line {before + 1}, and a colon cannot stand in it"
        return Words(
            at[0], len(found["indent"]), message, f"put that text in quotes, or end it before '{found['key']}:'"
        )
    start = KEY.match(line)
    hint = f"write {start['key']}: {quoted(start['rest'])}" if start else f"write {quoted(line.strip(' -'))}"
    return Words(*at, STRAY_COLON, hint)


def _no_colon(lines: Sequence[str], begun: Place) -> Words:
    if glued := _glued(lines, begun[0]):
        return glued
    words = " ".join(line_of(lines, begun[0]).split())
    hint = "write 'key: value'; text over several lines is indented further than its key"
    return Words(*begun, f"'{words if len(words) <= 40 else words[:39] + '…'}' has no colon after it", hint)


def _glued(lines: Sequence[str], number: int) -> Words | None:
    """Return the space that is missing in a line, if one is."""
    line = line_of(lines, number)
    if dash := _GLUED_DASH.match(line):
        return Words(number, dash.end() - 1, "a space is missing after the '-' that begins an entry", "write '- '")
    if key := _GLUED_KEY.fullmatch(line):
        at = key.end("key")
        return Words(number, at, "a space is missing after the colon", f"write {key['key']}: {line[at + 1 :].strip()}")
    return None


def _after_end(lines: Sequence[str], at: Place) -> Words | None:
    ended = next((k for k, line in enumerate(lines[: at[0]]) if line.rstrip() == "..."), None)
    return None if ended is None else Words(ended, 0, "these three dots end the text, and more follows", "delete them")


def _closes_nothing(lines: Sequence[str], at: Place) -> Words | None:
    if character(lines, at) not in ("}", "]") or not line_of(lines, at[0])[: at[1]].strip():
        return None
    return Words(*at, "this bracket closes nothing", "delete it, or put text with brackets in quotes")


def _misplaced(lines: Sequence[str], at: Place) -> Words | None:
    found = misplaced(lines, at)
    return Words(*at, *found) if found else None

"""What is wrong inside braces and brackets, where commas, colons and brackets end a text that is not quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.yaml_text.words import KEY, STRAY_COLON, Place, Words, character, line_of, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile(r"((?:^|[-,\[{:])\s*)(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')")
_COMMENT = re.compile(r"(?<![^\s,\[{])#")
_ENTRY = re.compile(r"\s*(?:(?P<key>[\w-]+): +)?(?P<text>.*)", re.DOTALL)
_NEXT_KEY = re.compile(r"([A-Za-z_][\w-]*):(?=\s|$)")
_CLOSING = {"{": "}", "[": "]"}
_INSIDE = {"{": "braces", "[": "brackets"}


def in_brackets(lines: Sequence[str], at: Place, begun: Place) -> Words:
    """Return what is wrong at a place inside the bracket that began at another."""
    if comment := _cut_short(lines, at, begun):
        message = "a '#' after a space begins a comment, so the rest of this line is not read"
        return Words(*comment, message, "put the text that holds it in quotes")
    sign, bracket = character(lines, at), character(lines, begun)
    if sign in ("[", "{") and bracket == "[" and line_of(lines, at[0])[: at[1]].rstrip().endswith(("]", "}")):
        return Words(*at, f"a comma is missing before '{sign}'", "put one there")
    found = (None if sign in ("]", "}") else after_value(lines, at)) or _missing_comma(lines, at, begun)
    if found or _is_outside(lines, at, begun):
        return found or _not_closed(at, begun, bracket)
    if sign == ":":
        return stray_colon(lines, at)
    if sign in ("[", "{") or (sign in ("]", "}") and _excess(line_of(lines, at[0])[at[1] + 1 :], _CLOSING[bracket])):
        message = f"text inside {_INSIDE[bracket]} cannot hold a '{sign}' unless it is in quotes"
        return Words(*at, message, f"write {_whole(lines, at)}")
    if sign in ("}", "]"):
        return Words(*at, f"the '{bracket}' in line {begun[0] + 1} is closed by a '{sign}'", "pair the brackets")
    return _not_closed(at, begun, bracket)


def stray_colon(lines: Sequence[str], at: Place) -> Words:
    """Return how to write a text inside brackets that a colon at some place breaks."""
    hint = f"write {_whole(lines, at)}"
    if word := re.search(r"[^\s:] +([a-z_][\w-]*)$", line_of(lines, at[0])[: at[1]]):
        hint += f"; or, if '{word[1]}' is a key, put a comma before it"
    return Words(*at, STRAY_COLON, hint)


def after_value(lines: Sequence[str], at: Place) -> Words | None:
    """Return what is wrong where something follows a value that was complete."""
    line = line_of(lines, at[0])
    before = line[: at[1]].rstrip()
    if before.endswith(("}", "]", '"', "'")) and (key := _NEXT_KEY.match(line, at[1])):
        return Words(*at, f"a comma is missing before '{key[1]}'", "put one there")
    if before.endswith(("}", "]")):
        return closed_early(lines, at) or Words(
            *at,
            "text goes on after a closing bracket",
            "put all of it in quotes: text cannot begin with a bracket",
        )
    if before.endswith("'") and line[: at[1]] == before:
        hint = "write the apostrophe twice, or put the text in double quotes"
        return Words(*at, "the apostrophe before this ends the text in single quotes", hint)
    if before.endswith(("'", '"')):
        return Words(*at, "text goes on after its closing quotation mark", "put all of it in quotes")
    return None


def closed_early(lines: Sequence[str], at: Place) -> Words | None:
    """Return that a closing bracket before a place was meant as text, where another one closes the same later."""
    line = line_of(lines, at[0])
    before = line[: at[1]].rstrip()
    sign = before[-1:]
    if sign not in ("]", "}") or not _excess(line, sign):
        return None
    here = (at[0], len(before) - 1)
    entry = _ENTRY.match(_segment(lines, here))
    if entry is None or entry["text"].startswith(sign):
        return None
    opening = next(key for key, value in _CLOSING.items() if value == sign)
    return Words(*here, f"this '{sign}' ends what the '{opening}' before it began", f"write {_whole(lines, here)}")


def _missing_comma(lines: Sequence[str], at: Place, begun: Place) -> Words | None:
    """Return that a comma is missing, where the next entry follows in a line of its own or after a bracket."""
    line = line_of(lines, at[0])
    earlier = [k for k in range(begun[0], at[0]) if _bare(line_of(lines, k)).strip()]
    before = _bare(line_of(lines, earlier[-1])).rstrip() if earlier else ""
    if character(lines, at) in ("{", "[") and not line[: at[1]].strip() and before.endswith(("}", "]")):
        return Words(*at, f"a comma is missing before '{character(lines, at)}'", f"end line {earlier[-1] + 1} with one")
    key = KEY.match(line)
    if not earlier or before.endswith((",", "{", "[")) or key is None or _is_outside(lines, at, begun):
        return None
    if "-" in key["indent"] or at[1] not in (key.start("key"), key.end("key")):
        return None
    message = f"a comma is missing before '{key['key']}'"
    return Words(at[0], key.start("key"), message, f"end line {earlier[-1] + 1} with one")


def _is_outside(lines: Sequence[str], at: Place, begun: Place) -> bool:
    """Whether a line begins so far left that it most likely is no more of what a bracket began."""
    line, first = line_of(lines, at[0]), line_of(lines, begun[0])
    start = KEY.match(line)
    is_first = not line[: at[1]].strip() or bool(start and start.end("key") == at[1])
    return at[0] > begun[0] and is_first and len(line) - len(line.lstrip()) <= len(first) - len(first.lstrip())


def _not_closed(at: Place, begun: Place, bracket: str) -> Words:
    message = f"the '{bracket}' in line {begun[0] + 1}, column {begun[1] + 1} is not closed"
    hint = f"write '{_CLOSING.get(bracket, bracket)}' where it ends, or put text with a '{bracket}' in quotes"
    return Words(*at, message, hint)


def _blanked(line: str) -> str:
    """Return a line with spaces for its quoted texts."""
    return _QUOTED.sub(lambda found: found[1] + " " * len(found[2]), line)


def _bare(line: str) -> str:
    """Return a line without its comment."""
    comment = _COMMENT.search(_blanked(line))
    return line[: comment.start()] if comment else line


def _excess(text: str, closing: str) -> bool:
    """Whether a text closes more brackets of a kind than it opens."""
    opening = next(key for key, value in _CLOSING.items() if value == closing)
    bare = _bare(_blanked(text))
    return bare.count(closing) > bare.count(opening)


def _segment(lines: Sequence[str], at: Place) -> str:
    """Return the entry around a place, as far as it stands in one line, with whatever brackets follow the place."""
    line = line_of(lines, at[0])
    bare = _blanked(line[: at[1]])
    start = max(bare.rfind(sign) for sign in ",{[") + 1
    depth, end = 0, at[1]
    while end < len(line):
        sign = line[end]
        depth += (sign in "[{") - (sign in "]}" and end > at[1])
        if end > at[1] and (depth < 0 or (depth == 0 and sign == ",")):
            break
        end += 1
    return line[start:end]


def _whole(lines: Sequence[str], at: Place) -> str:
    """Return the entry around a place with its text in quotes."""
    entry = _ENTRY.match(_segment(lines, at))
    key, text = (entry["key"], entry["text"]) if entry else (None, "")
    return f"{key}: {quoted(text)}" if key else quoted(text)


def _cut_short(lines: Sequence[str], at: Place, begun: Place) -> Place | None:
    """Return the comment that took a text's end with it, a comma or the closing bracket, if one did."""
    closing = _CLOSING[character(lines, begun)]
    for number in range(begun[0], min(at[0], len(lines))):
        bare = _blanked(lines[number])
        comment = _COMMENT.search(bare)
        place = (number, comment.start() if comment else 0)
        if comment is None or not begun < place < at:
            continue
        took_bracket = _excess(bare[place[1] + 1 :], closing)
        is_last = not any(_bare(line_of(lines, k)).strip() for k in range(number + 1, at[0]))
        before = bare[: place[1]].rstrip() or _bare(line_of(lines, number - 1)).rstrip()
        took_comma = is_last and not before.endswith((",", "{", "[")) and not line_of(lines, at[0])[: at[1]].strip()
        if took_bracket or (
            took_comma and (re.match(r"#[^\s#!]", bare[place[1] :]) or not KEY.match(line_of(lines, at[0])))
        ):
            return place
    return None

"""Traps of YAML: text that is read as its author did not mean it, without an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.diagnostics import Diagnostic, Rule, Severity, Span
from detente.diagnostics.characters import BIDI, UNDRAWN, looks_like, named, unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from yaml.events import ScalarEvent

CUT = Rule(
    "DT014",
    "text cut by a comment",
    "In YAML, a space and a '#' begin a comment, which is not read: of 'what: Something #2 of it' only 'Something' is "
    "left. Put the text in quotes. The line below such a text is the same, where it begins with a '#' and "
    "stands further right than the key. If a comment is meant, write a space after its '#', or two before it: such "
    "comments are never warned of.",
    Severity.WARNING,
)
TURNED = Rule(
    "DT015",
    "a control that turns text around",
    "The text holds a character that cannot be seen and makes what follows appear in another order than it is "
    "written, so that readers see something else than programs read. Scripts that run from right to left need none. "
    "Delete it.",
    Severity.WARNING,
)
UNSEEN = Rule(
    "DT016",
    "a key with a character that cannot be seen, or that looks like another",
    "Keys are words of plain letters, and indentation is made of plain spaces. A no-break space, a zero-width "
    "character or a Cyrillic letter that came along when text was copied makes another word of them. So do signs that "
    "only look like those of YAML: a fullwidth colon, comma or bracket, a long dash before an entry, curly quotation "
    "marks around a text that needs quotes. Type the key, its colon and the space after it anew.",
)
UNUSED_ANCHOR = Rule(
    "DT017",
    "text that begins with '&'",
    "In YAML, '&name' at the beginning of a value is a name for it and not part of its text. Nothing refers to this "
    "one. Put the text in quotes, or delete the name.",
    Severity.WARNING,
)

_COMMENT = re.compile(r" #(?=[^\s#!])")  # begins with letters, which are found faster than classes
_SWITCHED_OFF = re.compile(r"#[\w-]+:(?:\s|$)")
_ODD = f"\xa0\xad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff{UNDRAWN}"
_STRUCTURE = (
    rf"^[ {_ODD}]*[{_ODD}][ {_ODD}]*(?=-[ {_ODD}]|[\w-]+:)"  # before a key or a dash
    rf"|^ *(?:-[ {_ODD}]+)*-[ {_ODD}]*[{_ODD}]"  # after a dash
    rf"|(?:^ *(?:- +)*|[{{,\[] *)[\w-]+:[ {_ODD}]*[{_ODD}]"  # after a colon
    rf"|[ {_ODD}]*[{_ODD}][ {_ODD}]*(?=[\]}},#\r]|$)"  # before a bracket, a comma, a comment, or the end of a line
    rf"|(?<=[\[\]{{}},])[ {_ODD}]*[{_ODD}]"  # after a bracket or a comma
)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_GLUED = re.compile(rf"[\w-]+:[{_ODD}]")


def comments_after_text(text: str) -> dict[tuple[int, int], tuple[int, int, str]]:
    """Return every comment that could be more of the text before it, by the line and column where that text ends.

    Such a comment stands one space behind the text, or in the line below it. Each comes with its line and column.
    """
    found = {}
    for match in _COMMENT.finditer(text):
        start = match.start()
        first = text.rfind("\n", 0, start) + 1
        before = text[first:start]
        line, column = text.count("\n", 0, start), start - first
        place = (line, column + 1)
        rest = text[start + 1 :].partition("\n")[0].strip()
        if not before.strip(" ") and rest[1].isalnum() and not _SWITCHED_OFF.match(rest):
            above = text[text.rfind("\n", 0, max(first - 1, 0)) + 1 : max(first - 1, 0)]
            found[line - 1, len(above.rstrip())] = (*place, rest)
        elif before.strip(" ") and before[-1:] not in ("#", "\t", " "):
            found[line, column] = (*place, rest)
    return found


def cut_texts(
    event: ScalarEvent, comments: Mapping[tuple[int, int], tuple[int, int, str]], path: str, indent: Callable[[], int]
) -> Iterator[Diagnostic]:
    """Yield the comment behind an unquoted text, if it could be the rest of it.

    Below the text, it could be only where it stands further right than what ``indent`` returns: its key or dash.
    """
    mark = event.end_mark
    found = comments.get((mark.line, mark.column)) if mark else None
    if mark is None or found is None:
        return
    line, column, comment = found
    is_below = line > mark.line
    if not _is_cut(event.value, comment) or (is_below and (not event.value or column <= indent())):
        return
    what = f"the text ends before '{_short(comment)}'" if event.value else f"'{_short(comment)}' is not read"
    hint = f'write "{" ".join(filter(None, (_short(event.value), _short(comment))))}"'
    yield CUT.at(Span(path, line + 1, column + 1), f"{what}: a '#' after a space begins a comment", hint)


def unused_anchors(anchors: Mapping[str, Span]) -> Iterator[Diagnostic]:
    """Yield every name for a value that nothing uses."""
    for name, span in anchors.items():
        message = f"'&{name}' names the value behind it and is not part of its text"
        yield UNUSED_ANCHOR.at(span, message, "put text that begins with '&' in quotes")


def _is_cut(value: str, comment: str) -> bool:
    """Whether a comment without a space after its ``#`` is more likely the rest of a text than a comment."""
    return comment[1:2].isdigit() or not value or " " in value or value[0].isupper() or not value.isascii()


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def turned(text: str, path: str) -> Iterator[Diagnostic]:
    """Yield every control in a text that makes it appear in another order than it is written."""
    if text.isascii():
        return
    for match in BIDI.finditer(text):
        at = match.start()
        span = Span(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        yield TURNED.at(span, f"{match[0]} makes the text after it appear in another order", "delete it")


def escaped_turns(value: str, span: Span) -> Iterator[Diagnostic]:
    """Yield such a control in a text in double quotes, where it is written as an escape."""
    if found := BIDI.search(value):
        yield TURNED.at(span, f"{found[0]} makes the text after it appear in another order", "delete it")


def is_disguised(key: str) -> bool:
    """Whether a key, as written, holds a place where the structure of the file hangs on an unseen character."""
    return not key.isascii() and bool(key[:1] in unseen(key) or _GLUED.match(key))


def without_unseen(text: str, path: str, lines: Container[int]) -> tuple[str, list[Diagnostic]]:
    """Return a text with plain spaces wherever the structure of some lines needs them, and what stood there.

    Parameters
    ----------
    text, path
        A text that cannot be read as it is, and where it stands.
    lines
        Which lines to mend, counted from 1.
    """
    problems = []

    def mended(match: re.Match[str]) -> str:
        written = match[0]
        strange = unseen(written)[0]
        at = match.start() + written.index(strange)
        span = Span(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        if span.line not in lines:
            return written
        what = "stands here instead of a space" if strange.isspace() else "does not belong here"
        problems.append(UNSEEN.at(span, f"{named(strange)} {what}", "type this place anew"))
        return "".join(
            each if each.isascii() else " " if each.isspace() or each == "\u3164" else "" for each in written
        )

    return re.sub(_STRUCTURE, mended, text, flags=re.MULTILINE), problems


def plain_key(key: str, span: Span) -> tuple[str, Diagnostic | None]:
    """Return a key without unseen characters and with plain letters, where it was meant to be a plain word."""
    plain = looks_like(key).strip()
    strange = [c for c in key if not c.isascii() and (c.isalpha() or unseen(c))]
    is_word = _WORD.fullmatch(plain) and any(c.isascii() and c.isalpha() for c in key)
    if not is_word or len(strange) < sum(not c.isascii() for c in key):
        return key, None
    message = f"the key '{plain}' is written with {named(strange[0])}"
    return plain, UNSEEN.at(span, message, f"type '{plain}' anew")

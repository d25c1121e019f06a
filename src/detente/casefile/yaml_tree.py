"""YAML text as plain values, with the line and column of every one.

The tree is built from parser events, so that depth, aliases and duplicate keys are under control whatever
the text says. PyYAML's events come from libyaml: a case of 150 kB is read in some 25 ms, where ruamel.yaml's
pure Python composer takes 600 ms.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from detente.casefile.yaml_text.builder import MAX_DEPTH, TOO_DEEP, Builder, Stop, Tree
from detente.casefile.yaml_text.traps import turned, unused_anchors, without_unseen
from detente.diagnostics import Diagnostic, Rule, Span
from detente.diagnostics.characters import named

_MOST_MENDED = 20

NOT_YAML = Rule(
    "DT010",
    "a file is not valid YAML",
    "The text cannot be read as YAML from this place on. The cause is often just above it: a missing quote, "
    "a bracket that is not closed, a colon followed by a space inside unquoted text, or a tab used to indent.",
)
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RARE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not allowed, and controls that turn text around: one pass finds that there is nothing of either."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_tree(text: str, path: str) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the value that ``text`` writes, or ``None`` where there is none, and what is wrong with it.

    Parameters
    ----------
    text
        YAML source.
    path
        Name used in diagnostics; never opened.
    """
    is_rare = _RARE.search(text) is not None
    if is_rare and (strange := _NOT_YAML.search(text)):
        line = text.count("\n", 0, strange.start()) + 1
        column = strange.start() - text.rfind("\n", 0, strange.start())
        message = f"the character {named(strange[0])} is not allowed in YAML"
        return None, [NOT_YAML.at(Span(path, line, column), message, "delete it")]
    controls = list(turned(text, path)) if is_rare else []
    unseen: list[Diagnostic] = []
    builder, problem = _built(text, path)
    while (builder.disguised or builder.misread) and len(unseen) < _MOST_MENDED:
        text, found = _mended(text, path, builder, problem)
        if not found:
            break
        unseen += found
        builder, problem = _built(text, path)
    root = builder.root if problem is None else None
    if problem is not None:  # where a comment broke the text, that it cut a text is no second mistake
        builder.problems = [each for each in builder.problems if each.span != problem.span]
    return root, [*unseen, *controls, *builder.problems, *([problem] if problem else [])]


def _mended(text: str, path: str, builder: Builder, problem: Diagnostic | None) -> tuple[str, list[Diagnostic]]:
    """Return a text with plain characters where its structure hangs on others, and what stood there."""
    from detente.casefile.yaml_text.lookalikes import without_look_alikes  # few texts need it

    def is_better(other: str) -> bool:
        rebuilt, left = _built(other, path)
        if left is None or problem is None:
            return left is None and (problem is not None or len(rebuilt.misread) < len(builder.misread))
        return (left.span.line or 0) > (problem.span.line or 0)

    mended, found = without_unseen(text, path, builder.disguised)
    if not found:
        mended, found = without_look_alikes(text, path, builder.disguised | builder.misread, is_better)
    if not found and builder.disguised:
        mended, found = without_unseen(text, path, range(1, max(builder.disguised)))
    return mended, found


def _built(text: str, path: str) -> tuple[Builder, Diagnostic | None]:
    """Return what was built of a text, and why it cannot be read on from some place."""
    builder = Builder(path, text)
    try:
        loader = _Loader(text)
        while loader.check_event():
            builder.take(loader.get_event())
    except Stop as stop:
        return builder, stop.problem
    except yaml.MarkedYAMLError as error:
        return builder, _refusal(builder, text, error)
    builder.problems += unused_anchors(builder.unused)
    return builder, None


def _refusal(builder: Builder, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return what is wrong where the parser cannot read on."""
    mark = error.problem_mark or error.context_mark
    if "maximum nesting depth" in str(error.problem):  # newer parsers have a limit of their own, far above ours
        span = Span(builder.path, mark.line + 1, mark.column + 1) if mark else Span(builder.path)
        return TOO_DEEP.at(span, f"nested more than {MAX_DEPTH} deep")
    from detente.casefile.yaml_text.errors import explain
    from detente.casefile.yaml_text.words import content_before

    lines = re.split("\r\n?|\n", text)
    words = explain(lines, error)
    if not text.isascii():
        ends = [each.line + 1 for each in (error.problem_mark, error.context_mark) if each] + [words.line + 1]
        builder.disguised.update(range(min(content_before(lines, min(ends) - 1) + 1, min(ends) - 1), max(ends) + 1))
    return NOT_YAML.at(Span(builder.path, words.line + 1, words.column + 1), words.message, words.hint)

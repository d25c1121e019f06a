"""Statements: conditions over the options of a conflict, in words.

The language has option ids (``[a-z][a-z0-9-]*``: the hyphen belongs to the id; ``sign@north`` is the consent of
``north`` to what takes several), ``not``, ``and``, ``or``,
``A if B`` (B implies A: true when B is false), ``A implies B``, ``A iff B``, parentheses, and patterns
such as ``{Y-N}``: one mark per option in written order, Y taken, N not taken, ``-`` either. Where conditions are
about packages, ``ISSUE is OUTCOME`` names an outcome; ``is`` between two ids is no other word.

From tightest to loosest: ``not``, ``and``, ``or``, then ``implies`` and ``if``, then ``iff``.
``and``, ``or`` and ``iff`` associate (``iff`` groups to the left); ``A implies B implies C`` is
``A implies (B implies C)``; ``A if B if C`` is ``(A if B) if C``. ``implies`` beside ``if`` reads two ways,
so it needs parentheses.

References
----------
FangHipelKilgourPeng2003
"""

from __future__ import annotations

from functools import lru_cache

from detente.methods.gmcr.preference.expressions import Expression, Name, Pattern, StatementError, names, walk
from detente.methods.gmcr.preference.parser import MAX_DEPTH, read

__all__ = ["MAX_DEPTH", "Expression", "StatementError", "mentioned", "names", "parse"]


@lru_cache(maxsize=1 << 12)
def parse(text: str) -> Expression:
    """Read a statement; the same text is read once, though checks, scenarios and perceptions all ask for it.

    Raises
    ------
    StatementError
        If ``text`` is not a statement, has more than ``MAX_WORDS`` words or nests more than ``MAX_DEPTH`` deep.
    """
    expression = read(text)
    limit_depth(expression)
    return expression


@lru_cache(maxsize=1 << 12)
def mentioned(text: str) -> tuple[tuple[str, int], ...]:
    """Return each option id that a statement mentions with its offset, in the order of the text; see ``parse``."""
    return tuple(names(parse(text)))


def limit_depth(expression: Expression) -> None:
    """Refuse what long chains of ``implies``, ``if`` or ``iff`` nest too deep; the reader counts the rest.

    Raises
    ------
    StatementError
        If it is nested more than ``MAX_DEPTH`` deep.
    """
    leaves = ((e, depth) for e, depth in walk(expression) if isinstance(e, Name | Pattern))
    deepest, depth = max(leaves, key=lambda leaf: leaf[1])
    if depth > MAX_DEPTH:
        msg = f"this is nested more than {MAX_DEPTH} deep: split the statement in several"
        raise StatementError(msg, deepest.offset)

"""The grammar of statements, and what to say when a text does not follow it."""

from __future__ import annotations

import re
from functools import cache

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from detente.methods.gmcr.expressions import (
    And,
    Expression,
    Iff,
    Implies,
    Name,
    Not,
    Or,
    Pattern,
    StatementError,
)

GRAMMAR = r"""
?start: conditional
    | start "iff" conditional           -> iff
?conditional: disjunction
    | disjunction "implies" result      -> implies
    | claim "if" disjunction            -> claim_if
?result: disjunction
    | disjunction "implies" result      -> implies
?claim: disjunction
    | claim "if" disjunction            -> claim_if
?disjunction: conjunction
    | conjunction ("or" conjunction)+   -> disjoin
?conjunction: negation
    | negation ("and" negation)+        -> conjoin
?negation: atom
    | "not" negation                    -> negate
?atom: NAME                             -> name
    | PATTERN                           -> pattern
    | "(" start ")"
NAME: /[a-z][a-z0-9-]*/
PATTERN: /\{[YN-]*\}/
%ignore /\s+/
"""

INSTEAD = {"!": "not", "~": "not", "¬": "not", "&": "and", "∧": "and", "|": "or", "∨": "or"}
JOINTS = "'and', 'or', 'if', 'implies' or 'iff'"


class _Builder(Transformer[Token, Expression]):
    """Builds expressions as the parser recognises them, so that no syntax tree is ever walked."""

    def name(self, items: list[Token]) -> Expression:
        return Name(str(items[0]), items[0].start_pos or 0)

    def pattern(self, items: list[Token]) -> Expression:
        return Pattern(str(items[0])[1:-1], items[0].start_pos or 0)

    def negate(self, items: list[Expression]) -> Expression:
        return Not(items[0])

    def conjoin(self, items: list[Expression]) -> Expression:
        return And(tuple(items))

    def disjoin(self, items: list[Expression]) -> Expression:
        return Or(tuple(items))

    def implies(self, items: list[Expression]) -> Expression:
        return Implies(items[0], items[1])

    def claim_if(self, items: list[Expression]) -> Expression:
        return Implies(items[1], items[0])

    def iff(self, items: list[Expression]) -> Expression:
        return Iff(items[0], items[1])


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, parser="lalr", lexer="basic", transformer=_Builder())


def read(text: str) -> Expression:
    """Read a statement of any depth.

    Raises
    ------
    StatementError
        If ``text`` does not follow the grammar; the offset points at the character.
    """
    try:
        # With a transformer the parser returns what the transformer built, not the tree of its signature.
        expression: Expression = _parser().parse(text)  # type: ignore[assignment]
    except UnexpectedCharacters as error:
        raise _strange_character(text, error.pos_in_stream or 0) from None
    except UnexpectedToken as error:
        raise _strange_word(text, error) from None
    return expression


def _strange_character(text: str, offset: int) -> StatementError:
    character = text[offset]
    if character == "{":
        return _strange_pattern(text, offset)
    if character in INSTEAD:
        return StatementError(f"write '{INSTEAD[character]}' instead of '{character}'", offset)
    if character.isupper():
        word = re.match(r"\S+", text[offset:])
        shown = word.group() if word else character
        return StatementError(f"'{shown}': options and words are written in small letters", offset)
    if re.match(r"[a-z0-9-]", text[offset - 1 : offset]):
        message = f"'{character}' cannot stand in an option id: only a-z, 0-9 and '-' can"
        return StatementError(message, offset)
    return StatementError(f"'{character}' does not belong here: an option id starts with a-z", offset)


def _strange_pattern(text: str, offset: int) -> StatementError:
    good = re.match(r"\{[YN-]*", text[offset:])
    end = offset + (good.end() if good else 1)
    if end == len(text):
        return StatementError("this pattern is not closed: add '}'", offset)
    return StatementError(f"a pattern holds only Y, N and '-', not '{text[end]}'", end)


def _strange_word(text: str, error: UnexpectedToken) -> StatementError:
    ended = error.token.type == "$END"
    offset = len(text) if ended else error.token.start_pos or 0
    before = re.findall(r"[a-z][a-z0-9-]*|\{[YN-]*\}|\S", text[:offset])
    if ended and not before:
        return StatementError("the statement is empty: write an option or a condition", 0)
    if "NAME" in error.expected:
        where = f"after '{before[-1]}'" if before else "at the start"
        found = ", but the statement ends" if ended else f", not '{error.token}'"
        return StatementError(f"expected an option or '(' {where}{found}", offset)
    return _missing_joint(text, error, before)


def _missing_joint(text: str, error: UnexpectedToken, before: list[str]) -> StatementError:
    offset = error.token.start_pos or 0
    match error.token.type:
        case "$END":
            return StatementError("this '(' is not closed: add ')'", _open_parenthesis(text))
        case "RPAR":
            return StatementError("this ')' closes nothing: remove it, or add the missing '('", offset)
        case "IF" | "IMPLIES":
            message = "'if' and 'implies' side by side read two ways: put parentheses around one of them"
            return StatementError(message, offset)
    message = f"expected {JOINTS} between '{before[-1]}' and '{error.token}'"
    return StatementError(message, offset)


def _open_parenthesis(text: str) -> int:
    """Return the offset of the innermost parenthesis that nothing closes."""
    pending = []
    for found in re.finditer(r"[()]", text):
        if found.group() == "(":
            pending.append(found.start())
        else:
            pending.pop()
    return pending[-1]

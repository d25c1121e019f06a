"""Reading predicates, and what to say when a text is not one.

``transit(GE, operator) < 0.9 * transit(GE) and not fees(AM, operator) > 2000000``: outputs of the model, whose names
between parentheses may hold hyphens, numbers, ``+ - * /``, comparisons, ``and``, ``or``, ``not`` and parentheses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from detente.models.corridor.predicate.expressions import (
    Comparison,
    Expression,
    Not,
    Number,
    Output,
    PredicateError,
    Product,
    Several,
    Sum,
    Word,
    is_truth,
)

MAX_DEPTH = 100
"""How deep ``not``, ``-`` and parentheses may nest."""

MAX_WORDS = 2000
"""How many words, numbers and signs a predicate may have."""

MAX_NUMBER = 1e15
"""How large a number may be: no output is as large."""

_LEVELS = {"or": 1, "and": 2, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5}
"""How tightly each sign binds."""

_COMPARISON = 3
_TOKEN = re.compile(
    r"\s+|(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(?P<word>[A-Za-z][A-Za-z0-9-]*)"
    r"|(?P<sign><=|>=|[<>+*/(),-])"
)
_INSTEAD = {"≤": "<=", "≥": ">=", "−": "-", "–": "-", "×": "*", "·": "*", "&": "and", "|": "or", "!": "not", "¬": "not"}
_EQUAL = "compare by '<', '<=', '>' or '>=': draws of uncertain numbers are never equal"


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


def read(text: str) -> Expression:
    """Read a predicate.

    Raises
    ------
    PredicateError
        If it does not follow the grammar, is too long, nests too deep, or is a number and not true or false.
    """
    reader = _Reader(_tokens(text))
    found = reader.expression(0, 0)
    if reader.next.kind:
        raise reader.misplaced()
    return _truth(found)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _strange(text, at)
        if match.lastgroup:
            word = match.group()
            kind = word if word in _LEVELS or word in ("not", "(", ")", ",") else match.lastgroup
            tokens.append(_Token(kind, word, at))
            if len(tokens) > MAX_WORDS:
                raise PredicateError(f"this has more than {MAX_WORDS:,} words", at, "split the claim in several")
        at = match.end()
    return [*tokens, _Token("", "", len(text))]


@dataclass(slots=True)
class _Reader:
    """Reads tokens from left to right; ``at`` is the next one."""

    tokens: list[_Token]
    at: int = 0
    opened: list[int] = field(default_factory=list)

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def expression(self, floor: int, depth: int) -> Expression:
        """Read operands as long as the signs between them bind tighter than ``floor``."""
        left = self.operand(depth)
        while (level := _LEVELS.get(self.next.kind, 0)) > floor:
            left = self.compared(left, depth) if level == _COMPARISON else self.joined(left, level, depth)
        return left

    def joined(self, left: Expression, level: int, depth: int) -> Expression:
        """Read all that signs of one level add to ``left``."""
        wanted = _truth if level < _COMPARISON else _number
        offset, joint = left.offset, self.next.kind
        parts = [("*" if level == _LEVELS["*"] else "+", wanted(left))]
        while _LEVELS.get(self.next.kind) == level:
            sign = self.take().kind
            parts.append((sign, wanted(self.expression(level, depth))))
        if level < _COMPARISON:
            return Several(joint, tuple(part for _, part in parts), offset)
        return (Product if level == _LEVELS["*"] else Sum)(tuple(parts), offset)

    def compared(self, left: Expression, depth: int) -> Comparison:
        """Read a comparison of ``left`` with what follows."""
        sign = self.take().kind
        found = Comparison(sign, _number(left), _number(self.expression(_COMPARISON, depth)), left.offset)
        if _LEVELS.get(self.next.kind) == _COMPARISON:
            raise PredicateError("comparisons do not chain", self.next.offset, "write 'a < b and b < c'")
        return found

    def operand(self, depth: int) -> Expression:
        """Read a number, an output, a negation or what stands in parentheses."""
        token = self.next
        if depth > MAX_DEPTH:
            raise PredicateError(f"this nests more than {MAX_DEPTH} deep", token.offset, "split the claim in several")
        if token.kind not in ("number", "word", "not", "-", "("):
            raise self.missing()
        self.take()
        if token.kind == "number":
            return _written(token)
        if token.kind == "word":
            return self.output(token)
        if token.kind == "not":
            return Not(_truth(self.expression(_LEVELS["and"], depth + 1)), token.offset)
        if token.kind == "-":
            return Sum((("-", _number(self.expression(_LEVELS["*"], depth + 1))),), token.offset)
        self.opened.append(token.offset)
        inner = self.expression(0, depth + 1)
        if self.next.kind != ")":
            raise self.misplaced()
        self.take()
        self.opened.pop()
        return inner

    def output(self, name: _Token) -> Output:
        """Read what an output is asked of."""
        if self.next.kind != "(":
            message = f"'{name.text}' is neither a number nor an output"
            raise PredicateError(message, name.offset, "write an output with what it is asked of, as in transit(GE)")
        words: list[Word] = []
        while self.take().kind in ("(", ","):
            if self.next.kind != "word":
                raise PredicateError(f"expected a name in the parentheses of '{name.text}'", self.next.offset)
            token = self.take()
            words.append(Word(token.text, token.offset))
            if self.next.kind not in (",", ")"):
                raise PredicateError(f"expected ',' or ')' after '{token.text}'", self.next.offset)
        return Output(name.text, tuple(words), name.offset, self.tokens[self.at - 1].offset + 1)

    def missing(self) -> PredicateError:
        """Say that a number or an output was expected here."""
        if not self.at and not self.next.kind:
            return PredicateError("the predicate is empty", 0, "write what must hold, as in transit(GE, open) < 500")
        where = f"after '{self.tokens[self.at - 1].text}'" if self.at else "at the start"
        found = ", but the predicate ends" if not self.next.kind else f", not '{self.next.text}'"
        return PredicateError(f"expected a number or an output {where}{found}", self.next.offset)

    def misplaced(self) -> PredicateError:
        """Say what is wrong with what follows a complete expression."""
        token = self.next
        if not token.kind:
            return PredicateError("this '(' is not closed", self.opened[-1], "add ')'")
        if token.kind == ")":
            return PredicateError("this ')' closes nothing", token.offset, "remove it, or add the missing '('")
        if token.kind == ",":
            return PredicateError("this ',' is out of place", token.offset, "write 1000, not 1,000")
        before = self.tokens[self.at - 1].text
        return PredicateError(f"expected a sign, 'and' or 'or' between '{before}' and '{token.text}'", token.offset)


def _written(token: _Token) -> Number:
    if float(token.text) > MAX_NUMBER:
        raise PredicateError("this number is too large", token.offset, f"the largest one is {MAX_NUMBER:g}")
    return Number(float(token.text), token.offset)


def _truth(expression: Expression) -> Expression:
    if not is_truth(expression):
        message = "this is a number, where something true or false is expected"
        raise PredicateError(message, expression.offset, "compare it with another number, as in transit(GE) < 500")
    return expression


def _number(expression: Expression) -> Expression:
    if is_truth(expression):
        raise PredicateError("this is true or false, where a number is expected", expression.offset)
    return expression


def _strange(text: str, offset: int) -> PredicateError:
    character = text[offset]
    if character == "=":
        return PredicateError("'=' is no comparison", offset, _EQUAL)
    if character == "%":
        return PredicateError("'%' does not belong here", offset, "numbers beside 'change' are per cent as they are")
    if character in _INSTEAD:
        return PredicateError(f"'{character}' does not belong here", offset, f"write '{_INSTEAD[character]}'")
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return PredicateError(f"'{shown}' does not belong here", offset)

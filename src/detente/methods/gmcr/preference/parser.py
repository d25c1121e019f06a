"""Reading statements, and what to say when a text is not one.

A precedence parser of our own: the language is part of what Detente is for, its five words need no grammar
engine, and importing and compiling one took 250 ms of the 600 that a check of a whole case may take.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from detente.methods.gmcr.preference.expressions import (
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

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_DEPTH = 100
"""How deep ``not``, ``implies``, ``if``, ``iff`` and parentheses may nest in one statement."""

MAX_WORDS = 20_000
"""How many words one statement may have."""

LEVELS = {"iff": 1, "implies": 2, "if": 2, "or": 3, "and": 4}
"""How tightly each joint binds."""

WORDS = frozenset({*LEVELS, "not"})
"""The words of the language, which cannot name an option."""

INSTEAD = {"!": "not", "~": "not", "¬": "not", "&": "and", "∧": "and", "|": "or", "∨": "or"}
JOINTS = "'and', 'or', 'if', 'implies' or 'iff'"
TOKEN = re.compile(r"\s+|(?P<name>[a-z][a-z0-9-]*(?:@[a-z][a-z0-9-]*)?)|(?P<pattern>\{[YN-]*\})|(?P<parenthesis>[()])")


class Token(NamedTuple):
    """A word, pattern or parenthesis of a statement; the last one is empty and stands behind the text."""

    kind: str
    text: str
    offset: int


def read(text: str) -> Expression:
    """Read a statement.

    Raises
    ------
    StatementError
        If ``text`` does not follow the grammar, is too long or nests too deep; the offset points at the character.
    """
    return read_tokens(tokens_of(text))


def read_tokens(tokens: Sequence[Token], operand: str = "an option") -> Expression:
    """Read the words of a statement; each that is a name stands for what can be true or false.

    Parameters
    ----------
    tokens
        The words, the empty one behind the text last.
    operand
        What is missing, in messages, where no name stands.

    Raises
    ------
    StatementError
        As ``read``.
    """
    reader = _Reader(tokens, operand)
    expression = reader.expression(0, 0)
    if reader.next.kind:
        raise reader.missing_joint()
    return expression


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text in their order, and the empty one behind it.

    Raises
    ------
    StatementError
        If a character does not belong there, or there are too many words.
    """
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise _strange_character(text, at)
        if match.lastgroup:
            word = match.group()
            kind = word if word in WORDS or word in ("(", ")") else match.lastgroup
            tokens.append(Token(kind, word, at))
            if len(tokens) > MAX_WORDS:
                raise StatementError(f"this has more than {MAX_WORDS:,} words: split the statement in several", at)
        at = match.end()
    return [*tokens, Token("", "", len(text))]


@dataclass(slots=True)
class _Reader:
    """Reads tokens from left to right; ``at`` is the next one."""

    tokens: Sequence[Token]
    operand_called: str
    at: int = 0
    opened: list[int] = field(default_factory=list)

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def expression(self, floor: int, depth: int) -> Expression:
        """Read operands as long as the joints between them bind tighter than ``floor``."""
        left = self.operand(depth)
        conditional = ""
        while LEVELS.get(self.next.kind, 0) > floor:
            joint = self.next.kind
            if joint in ("if", "implies"):
                if conditional not in ("", joint):
                    raise self.missing_joint()
                conditional = joint
            left = self.joined(left, joint, depth)
        return left

    def joined(self, left: Expression, joint: str, depth: int) -> Expression:
        """Read all that the same joint adds to ``left``."""
        parts = [left]
        while self.next.kind == joint:
            self.take()
            parts.append(self.expression(LEVELS[joint], depth))
        if joint == "and":
            return And(tuple(parts))
        if joint == "or":
            return Or(tuple(parts))
        if joint == "implies":
            *reasons, result = parts
            for reason in reversed(reasons):
                result = Implies(reason, result)
            return result
        for part in parts[1:]:
            left = Iff(left, part) if joint == "iff" else Implies(part, left)
        return left

    def operand(self, depth: int) -> Expression:
        """Read an option, a pattern, a negation or what stands in parentheses."""
        if depth > MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} deep: split the statement in several"
            raise StatementError(message, self.next.offset)
        if self.next.kind not in ("name", "pattern", "not", "("):
            raise self.missing_operand()
        token = self.take()
        if token.kind == "name":
            return self.named(token)
        if token.kind == "pattern":
            return Pattern(token.text[1:-1], token.offset)
        if token.kind == "not":
            return Not(self.operand(depth + 1))
        self.opened.append(token.offset)
        inner = self.expression(0, depth + 1)
        if self.next.kind != ")":
            raise self.missing_joint()
        self.take()
        self.opened.pop()
        return inner

    def named(self, token: Token) -> Name:
        """Return the option that a word names, or the outcome of an issue where ``is`` and its id follow."""
        if self.next.text != "is" or self.tokens[self.at + 1].kind != "name":
            return Name(token.text, token.offset)
        self.take()
        return Name(f"{token.text} is {self.take().text}", token.offset)

    def missing_operand(self) -> StatementError:
        """Say that an option was expected here."""
        ended = not self.next.kind
        if ended and not self.at:
            return StatementError(f"the statement is empty: write {self.operand_called} or a condition", 0)
        where = f"after '{self.tokens[self.at - 1].text}'" if self.at else "at the start"
        found = ", but the statement ends" if ended else f", not '{self.next.text}'"
        return StatementError(f"expected {self.operand_called} or '(' {where}{found}", self.next.offset)

    def missing_joint(self) -> StatementError:
        """Say what is wrong with what follows a complete expression."""
        token = self.next
        if not token.kind:
            return StatementError("this '(' is not closed: add ')'", self.opened[-1])
        if token.kind == ")":
            return StatementError("this ')' closes nothing: remove it, or add the missing '('", token.offset)
        if token.kind in ("if", "implies"):
            message = "'if' and 'implies' side by side read two ways: put parentheses around one of them"
            return StatementError(message, token.offset)
        before = self.tokens[self.at - 1].text
        if token.text == "is":
            return StatementError("after 'is' stands the id of an outcome; write 'not' before the issue", token.offset)
        return StatementError(f"expected {JOINTS} between '{before}' and '{token.text}'", token.offset)


def _strange_character(text: str, offset: int) -> StatementError:
    character = text[offset]
    if character == "{":
        return _strange_pattern(text, offset)
    if character in INSTEAD:
        return StatementError(f"write '{INSTEAD[character]}' instead of '{character}'", offset)
    if character == "@":
        return StatementError("'@' stands between a joint act and who consents to it: 'sign@north'", offset)
    if character.isupper():
        word = re.match(r"\S+", text[offset:])
        shown = word.group() if word else character
        return StatementError(f"'{shown}': ids and words are written in small letters", offset)
    if re.match(r"[a-z0-9-]", text[offset - 1 : offset]):
        message = f"{_called(character)} cannot stand in an id: only a-z, 0-9 and '-' can"
        return StatementError(message, offset)
    return StatementError(f"{_called(character)} does not belong here: an id starts with a-z", offset)


def _called(character: str) -> str:
    """Return a character, with its name where it could be taken for another."""
    name = unicodedata.name(character, "") if character.isprintable() and not character.isascii() else ""
    shown = f"'{character}'"
    return f"{shown} (U+{ord(character):04X} {name})" if name and not name.startswith("LATIN") else shown


def _strange_pattern(text: str, offset: int) -> StatementError:
    good = re.match(r"\{[YN-]*", text[offset:])
    end = offset + (good.end() if good else 1)
    if end == len(text):
        return StatementError("this pattern is not closed: add '}'", offset)
    return StatementError(f"a pattern holds only Y, N and '-', not '{text[end]}'", end)

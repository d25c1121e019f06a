"""Conditions on arrangements, read from text: ``customs decided by armenia``, ``no function met by armenia``.

A clause has a subject and what is said of it::

    customs | jurisdiction | every function | any function | no function | no customs
    decided by HOLDER [or HOLDER …] | met by HOLDER [or HOLDER …] | on the route | off the route
    held by HOLDER [or HOLDER …]                                   (of rights)

Between ``every``, ``any`` or ``no function`` and what is said of it may stand which of them are meant: ``every function
on the route met by operator``. Clauses are joined by ``not``, ``and``, ``or``, ``if``, ``implies``, ``iff`` and
parentheses, as conditions of conflicts are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import And, Expression, Implies, Name, Not, Or, StatementError
from detente.methods.gmcr.preference.parser import WORDS, Token, read_tokens, tokens_of
from detente.methods.gmcr.preference.statements import limit_depth
from detente.methods.gmcr.preference.writer import renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.methods.control.arrangements import Vocabulary

_EVERY, _SAID = ("every", "any", "no"), ("decided", "met", "held", "on", "off")
RESERVED = frozenset({*WORDS, *_EVERY, *_SAID, "function", "by", "the", "route"})
"""The words of the language, which cannot name anything."""

_WHAT = "a function, such as 'customs decided by …',"
_PREDICATE = "'decided by', 'met by', 'on the route' or 'off the route'"


class UnknownWordError(StatementError):
    """A word that names nothing.

    Attributes
    ----------
    word
        The word.
    known
        What it could have been.
    """

    def __init__(self, word: str, kind: str, known: Sequence[str], offset: int) -> None:
        super().__init__(f"no {kind} is called '{word}'", offset)
        self.word = word
        self.known = tuple(known)


def read_condition(text: str, vocabulary: Vocabulary) -> Expression:
    """Read a condition; its names are those of ``vocabulary.atoms``.

    Raises
    ------
    UnknownWordError
        If a function, right or holder is not in the vocabulary.
    StatementError
        If the text does not follow the grammar, is too long or nests too deep; the offset points at the character.
    """
    clauses = _Clauses(vocabulary, tokens_of(text))
    expression = read_tokens(clauses.joined(), _WHAT)
    limit_depth(expression)
    return renamed(expression, lambda name: clauses.meanings[int(name.id)])


@dataclass(slots=True)
class _Clauses:
    """Reads clauses one after the other; each becomes a name, the number of its meaning."""

    vocabulary: Vocabulary
    tokens: Sequence[Token]
    at: int = 0
    meanings: list[Expression] = field(default_factory=list)

    def joined(self) -> list[Token]:
        """Return the words of the text with each clause as one name."""
        found: list[Token] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "pattern":
                raise StatementError("a pattern of Y, N and '-' lists options and has no place here", token.offset)
            if token.kind != "name":
                found.append(token)
                self.at += 1
                continue
            self.meanings.append(self._clause())
            found.append(Token("name", str(len(self.meanings) - 1), token.offset))
        return found

    @property
    def _next(self) -> Token:
        return self.tokens[self.at]

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _clause(self) -> Expression:
        subject = self._take()
        if subject.text in _SAID or subject.text in ("function", "by", "the", "route"):
            raise StatementError(f"expected a function, a right or a joint before '{subject.text}'", subject.offset)
        if subject.text in ("every", "any"):
            if self._next.text != "function":
                raise StatementError(f"write '{subject.text} function'", subject.offset)
            return self._quantified(subject)
        if subject.text == "no":
            return self._quantified(subject) if self._next.text == "function" else Not(self._clause())
        if subject.text not in self.vocabulary.variables:
            kind = "function or right" if self.vocabulary.rights else "function"
            raise UnknownWordError(subject.text, kind, self.vocabulary.variables, subject.offset)
        return self._said(subject, [subject.text])[0]

    def _quantified(self, word: Token) -> Expression:
        """Return what is said of every function, of any or of none, or of those that are meant."""
        functions = self.vocabulary.functions
        subject = self._take()
        said = self._said(subject, functions)
        if self._next.text in _SAID:
            further = self._said(subject, functions)
            join = Implies if word.text == "every" else lambda which, what: And((which, what))
            said = [join(which, what) for which, what in zip(said, further, strict=True)]
        if word.text == "every":
            return And(tuple(said))
        return Or(tuple(said)) if word.text == "any" else Not(Or(tuple(said)))

    def _said(self, subject: Token, of: Sequence[str]) -> list[Expression]:
        """Return what the next words say, of each of some functions or rights."""
        word = self._take()
        rights = self.vocabulary.rights
        if word.text == "not":
            raise StatementError(
                f"write 'not' before '{subject.text}', or 'no function' for 'not' of each", word.offset
            )
        if word.text not in _SAID:
            ended = "" if word.kind else ", but the text ends"
            wanted = "'held by'" if of[:1] and of[0] in rights else _PREDICATE
            raise StatementError(f"expected {wanted} after '{subject.text}'{ended}", word.offset)
        if (word.text == "held") != (subject.text in rights):
            raise StatementError(_misused(subject.text, word.text), word.offset)
        if word.text in ("on", "off"):
            self._expect("the", "route", after=word)
            on: list[Expression] = [Name(f"{name} on the route") for name in of]
            return on if word.text == "on" else [Not(each) for each in on]
        self._expect("by", after=word)
        holders = list(self._holders(word))
        return [_one_of(Name(f"{name} {word.text} by {holder}") for holder in holders) for name in of]

    def _expect(self, *words: str, after: Token) -> None:
        for word in words:
            token = self._next
            if token.text != word:
                raise StatementError(f"expected '{' '.join(words)}' after '{after.text}'", token.offset)
            self._take()

    def _holders(self, verb: Token) -> Iterable[str]:
        """Yield the holders of a list; an 'or' goes on with it where no clause begins behind."""
        yield self._holder(verb)
        while self._next.text == "or" and self._goes_on():
            self._take()
            yield self._holder(verb)

    def _goes_on(self) -> bool:
        holder, behind = (*self.tokens[self.at + 1 : self.at + 3], self.tokens[-1])[:2]
        if holder.kind != "name" or holder.text in (*_EVERY, *self.vocabulary.variables):
            return False
        return holder.text in self.vocabulary.holders or behind.text not in (*_SAID, "not")

    def _holder(self, verb: Token) -> str:
        token = self._next
        if token.kind != "name":
            ended = "" if token.kind else ", but the text ends"
            raise StatementError(f"expected a holder after '{verb.text} by'{ended}", token.offset)
        if token.text not in self.vocabulary.holders:
            raise UnknownWordError(token.text, "holder", self.vocabulary.holders, token.offset)
        return self._take().text


def _one_of(names: Iterable[Name]) -> Expression:
    several = tuple(names)
    return several[0] if len(several) == 1 else Or(several)


def _misused(subject: str, verb: str) -> str:
    if verb == "held":
        return f"a function is 'decided by' one and 'met by' one: say which of them is meant of '{subject}'"
    return f"a right is neither decided nor met: write '{subject} held by …'"

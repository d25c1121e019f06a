"""What keeps rules and classes from being read, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, did_you_mean
from detente.methods.control.arrangements import Vocabulary
from detente.methods.control.conditions import RESERVED, UnknownWordError, read_condition
from detente.methods.gmcr.preference.expressions import Expression, StatementError
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor.control import Control

BAD_CONDITION = Rule(
    "DT950",
    "a condition on the control of a route that cannot be read",
    "A condition says of a function who decides it ('customs decided by armenia'), who meets the user ('customs met by "
    "operator or nobody') and where ('customs off the route'), or of a right who holds it ('jurisdiction held by "
    "armenia'). 'every function', 'any function' and 'no function' stand for one; 'not', 'and', 'or', 'if', 'implies', "
    "'iff' and parentheses join what is said.",
)
UNKNOWN_WORD = Rule(
    "DT951",
    "a function or holder that does not exist",
    "Conditions on the control of a route, and its 'names', speak of the ids that stand under 'functions', 'rights' "
    "and 'holders'.",
)
NOT_APART = Rule(
    "DT952",
    "a name that conditions could not tell apart",
    "An id is either a function, a right or a holder, and none of the words of conditions, such as 'every' or 'route'. "
    "Give it an id of its own.",
)
TOO_LARGE = Rule(
    "DT958",
    "more control of a route than is worked out",
    "Arrangements are looked through exactly, which takes time where rules entangle many functions with each other. "
    "Leave out functions or holders that no rule tells apart, or split a rule in several.",
)

MOST_VARIABLES, MOST_HOLDERS = 40, 24
"""So many functions and rights together, and so many holders, are worked out."""

HERE = ("corridor", "control")


def vocabulary_of(control: Control) -> Vocabulary:
    """Return the words that conditions may use."""
    return Vocabulary(control.functions, control.rights, control.holders)


def flaws_of_words(control: Control) -> Iterator[Flaw]:
    """Yield what is wrong with functions, rights, holders and their names."""
    kinds: dict[str, str] = {}
    for key in ("functions", "rights", "holders"):
        for k, name in enumerate(getattr(control, key)):
            kind = key.removesuffix("s")
            if name in RESERVED:
                message = f"'{name}' is a word of conditions"
                yield Flaw(NOT_APART, (*HERE, key, k), message, "give it another id", cause=name)
            elif name in kinds:
                message = (
                    f"'{name}' stands twice" if kinds[name] == kind else f"'{name}' is a {kind} and a {kinds[name]}"
                )
                yield Flaw(NOT_APART, (*HERE, key, k), message, "leave one out, or give it another id", cause=name)
            kinds.setdefault(name, kind)
    for name in control.names:
        if name not in kinds:
            hint = did_you_mean(name, kinds) or f"there are {', '.join(kinds)}"
            message = f"no function, right or holder is called '{name}'"
            yield Flaw(UNKNOWN_WORD, (*HERE, "names", name), message, hint, cause=name)
    variables = len(control.functions) + len(control.rights)
    if variables > MOST_VARIABLES or len(control.holders) > MOST_HOLDERS:
        message = f"{variables} functions and rights for {len(control.holders)} holders are too many"
        yield Flaw(TOO_LARGE, HERE, message, f"at most {MOST_VARIABLES} and {MOST_HOLDERS} are worked out")


def read(text: str, vocabulary: Vocabulary, path: tuple[str | int, ...]) -> Expression | Flaw:
    """Return the condition that a text at some place writes, or what keeps it from being read."""
    try:
        return read_condition(text, vocabulary)
    except UnknownWordError as error:
        hint = did_you_mean(error.word, error.known) or _known(error.known)
        return Flaw(UNKNOWN_WORD, path, error.message, hint, error.offset, cause=error.word)
    except StatementError as error:
        return Flaw(BAD_CONDITION, path, error.message, offset=error.offset)


def _known(words: tuple[str, ...]) -> str:
    return f"there {'is' if len(words) == 1 else 'are'} {', '.join(words)}" if words else "the case has none"

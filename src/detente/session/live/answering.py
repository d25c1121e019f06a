"""Answering: a question to a case that is looked at, with what is wrong in words, whoever is to blame for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from detente.lenses.look import AskError
from detente.session.edition.faults import forgiven
from detente.session.errors import CaseError

if TYPE_CHECKING:
    from detente.session.live.looking import Live


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a question.

    Attributes
    ----------
    value
        The answer; ``None`` where there is none.
    problems
        Why there is none: what is wrong with the case, or with what was asked.
    faults
        What failed in Detente itself; there may be an answer all the same, with less in it.
    """

    value: Any = None
    problems: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def answer(live: Live, what: str, said: tuple[Any, ...]) -> Answer:
    """Return what a method of ``Live`` returns, or why it does not."""
    faults = live.faults
    faults.clear()
    try:
        value = forgiven(partial(getattr(live, what), *said), what, faults.append)
    except CaseError as error:
        return Answer(problems=tuple(map(str, error.diagnostics)))
    except AskError as error:
        return Answer(problems=(str(error),))
    except OSError as error:
        return Answer(problems=(f"cannot use '{error.filename}': {error.strerror}",))
    except MemoryError:
        return Answer(problems=("there is not enough memory for this",))
    return Answer(value, faults=tuple(faults))

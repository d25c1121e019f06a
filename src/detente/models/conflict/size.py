"""The size of a conflict: whether its states are listed one by one, and what makes one fit that is too large."""

from __future__ import annotations

from detente.case.conflict import Conflict
from detente.diagnostics import Rule
from detente.methods.gmcr.states import MAX_OPTIONS
from detente.models.flaw import Flaw

TOO_ENTANGLED = Rule(
    "DT530",
    "a conflict too entangled to be answered without listing its states",
    f"With more than {MAX_OPTIONS} options, or with very many decision makers, sets of states are kept as decision "
    "diagrams, and their size and the steps taken with them are limited. They grow where many conditions tie many "
    "options together. Leave out options that are settled at this date, join options that always go together, or "
    "shorten the conditions.",
)
MAX_ANSWERS = 1 << 28
"""The most pairs of decision makers, times states, that are gone through one by one: a minute or so."""


def is_large(conflict: Conflict) -> bool:
    """Whether a conflict is too large to go through its states one by one."""
    return bool(why_large(conflict))


def why_large(conflict: Conflict) -> str:
    """Return why a conflict is too large to go through its states one by one; nothing where it is not."""
    if conflict.graph is not None:
        return ""
    count = sum(len(maker.options) for maker in conflict.decision_makers)
    if count > MAX_OPTIONS:
        return f"{count} options make 2^{count} states, and states are listed up to {MAX_OPTIONS} options"
    if _answers(conflict) << count > MAX_ANSWERS:
        return (
            f"{_movers(conflict)} decision makers may answer each other at 2^{count} states, and states are listed as "
            f"long as that makes at most {MAX_ANSWERS:,} answers"
        )
    return ""


def what_fits(conflict: Conflict) -> str:
    """Return what to change in a conflict that cannot be answered without a list, or how it can have one."""
    if not is_large(conflict):
        return "choose the engine 'explicit', which lists the states"
    ways = ["leave out options that are settled at this date", "join options that always go together"]
    stated = [maker.preferences for maker in conflict.decision_makers if maker.preferences]
    if any(each.statements for each in stated):
        ways.append("write fewer statements that tie the options of several decision makers together")
    if any(each.weights for each in stated):
        ways += ["round weights to a few small whole numbers", "write statements instead of weights"]
    return f"{', '.join(ways[:-1])}, or {ways[-1]}; {_listed(conflict)}"


def entangled(conflict: Conflict, why: Exception) -> Flaw:
    """Return the flaw of a conflict whose diagrams outgrow a limit."""
    return Flaw(TOO_ENTANGLED, ("conflict",), str(why), what_fits(conflict))


def _listed(conflict: Conflict) -> str:
    """Return up to how many options the states of as many decision makers are listed."""
    fit = min(MAX_OPTIONS, (MAX_ANSWERS // max(_answers(conflict), 1)).bit_length() - 1)
    movers = f", of {_movers(conflict)} decision makers," if fit < MAX_OPTIONS else ""
    return f"up to {fit} options{movers} are answered by listing their states, whatever is preferred"


def _answers(conflict: Conflict) -> int:
    """Return how many decision makers may answer another, over all of them."""
    return _movers(conflict) * (_movers(conflict) - 1)


def _movers(conflict: Conflict) -> int:
    return sum(1 for maker in conflict.decision_makers if maker.options)

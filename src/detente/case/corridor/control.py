"""Control of a route: which functions there are, who may hold them, and what each side demands of that."""

from __future__ import annotations

from detente.case.citation import Claim
from detente.case.reading import Reading
from detente.case.record import ActorId, RegimeId, Slug, Text


class ControlRule(Reading):
    """What a side accepts of who controls what: a principle or a demand, as it is read.

    Attributes
    ----------
    by
        Whose rule it is.
    reading
        How strictly its words are taken, such as weak, middle or strict; a side's rules of one word are one reading.
    when
        The condition that holds of every arrangement that it accepts, in cells such as ``customs decided by armenia``,
        ``monitoring met by operator``, ``border off the route`` or ``fees on the route``, with ``not``, ``and``, ``or``,
        ``if``, ``implies`` and ``iff``; ``every`` and ``any`` stand for a function or a holder.
    stated
        Whether a source says it; otherwise it is the analyst's reading.
    why
        The reason, in words.
    """

    id: Slug
    by: ActorId
    reading: Text
    when: Text
    stated: bool = False
    why: Text | None = None


class ControlClass(Claim):
    """A class of arrangements that have a name in the dispute.

    Attributes
    ----------
    when
        The condition that its arrangements meet, as of a rule.
    regime
        The regime that stands for it among the transport links.
    """

    id: Slug
    text: Text
    when: Text
    regime: RegimeId | None = None


class Control(Reading):
    """Who controls what on a route.

    Attributes
    ----------
    functions
        What is to be controlled, such as customs, border, security, monitoring and fees.
    holders
        Who may decide it, or meet the user of the route: actors, an operator or another word, and ``nobody``.
    rules
        What each side accepts.
    classes
        Arrangements that have a name.
    """

    functions: tuple[Slug, ...] = ()
    holders: tuple[Slug, ...] = ()
    rules: tuple[ControlRule, ...] = ()
    classes: tuple[ControlClass, ...] = ()

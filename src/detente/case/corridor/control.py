"""Control of a route: which functions there are, who may hold them, and what each side demands of that."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from detente.case.citation import Claim
from detente.case.reading import Reading
from detente.case.record import ActorId, RegimeId, Slug, Text


def _words(value: Any) -> Any:
    """Read one word as a list of one."""
    return [value] if isinstance(value, str) else value


class ControlRule(Reading):
    """What a side accepts of who controls what: a principle or a demand, as it is read.

    Attributes
    ----------
    by
        Whose rule it is.
    reading
        How its words are taken, such as ``strict`` or ``no checks of any kind``. All rules of a side that have a word
        in common are one reading of that side; one without any belongs to each of them.
    when
        The condition that holds of every arrangement that it accepts, such as ``customs decided by armenia`` or ``no
        function on the route met by armenia``.
    stated
        Whether a source says it; otherwise it is the analyst's reading.
    why
        The rule in words, with its reason.
    """

    id: Slug
    by: ActorId
    reading: Annotated[tuple[Text, ...], BeforeValidator(_words, json_schema_input_type=Text | tuple[Text, ...])] = ()
    when: Text
    stated: bool = False
    why: Text | None = None


class ControlClass(Claim):
    """A class of arrangements that have a name in the dispute.

    Attributes
    ----------
    text
        Its name.
    when
        The condition that its arrangements meet, as of a rule.
    regime
        The regime that stands for it among the transport links; the options of the conflict that bring that about,
        and the outcomes that take them, stand for it in the other parts of the case.
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
    rights
        What one alone holds, apart from functions, such as title and jurisdiction.
    holders
        Who may decide a function, meet the user of the route for it, or hold a right: ids of actors or other words,
        the one whose route it is first; ``nobody`` where a function may not be exercised at all.
    names
        What to call functions, rights, and holders that are no actors, by id.
    rules
        What each side accepts.
    classes
        Arrangements that have a name.
    """

    functions: tuple[Slug, ...] = ()
    rights: tuple[Slug, ...] = ()
    holders: tuple[Slug, ...] = ()
    names: dict[Slug, Text] = {}
    rules: tuple[ControlRule, ...] = ()
    classes: tuple[ControlClass, ...] = ()

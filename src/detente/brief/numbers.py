"""Numbers: the uncertain ones behind packages, what each does at its ends, and where it stands in the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.brief.packages import outcome_text
from detente.brief.speech import spoken
from detente.findings import LeastCertain
from detente.lenses.settlement.packages.doubt.uncertainty import Uncertain
from detente.lenses.settlement.packages.now import Today
from detente.lenses.settlement.packages.zone.zone import Zone
from detente.lenses.wording import sentence
from detente.models.conflict.joint import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.brief.matter import Matter
    from detente.case.settlement import Condition
    from detente.lenses.settlement.packages.draws import Bar


@dataclass(frozen=True, slots=True)
class Number:
    """An uncertain number.

    Attributes
    ----------
    bar
        What it does at its ends.
    what
        What it says, in words.
    shuts, opens
        Whether at one of them nothing is acceptable to all any more, or something is at last.
    does
        What it does, in words, where it opens or shuts; else ``""``.
    where
        Where it stands in the case.
    among
        Of which packages that is told, in words; ``""`` for all.
    """

    bar: Bar
    what: str
    shuts: bool
    opens: bool
    does: str
    where: str
    among: str

    @property
    def told(self) -> LeastCertain:
        """What it is and what it does, in words."""
        if self.does and self.bar.kind == "batna":
            return LeastCertain(sentence(f"{self.what}: {self.refuses}"), self.where)
        return LeastCertain(sentence(f"{self.what}; {self.does}" if self.does else self.what), self.where)

    @property
    def refuses(self) -> str:
        """What a party does as it does well or badly without a deal: only its own answer hangs on that."""
        well = "if very well" if (self.bar.high.slack < 0) == self.shuts else "if badly"
        now = " now" if self.among else ""
        return f"{well}, it would {'refuse all' if self.shuts else 'accept something'} that others accept{now}"

    @property
    def span(self) -> float:
        """How much it moves what whoever gains least can gain."""
        return abs(self.bar.high.slack - self.bar.low.slack)


def numbers(matter: Matter) -> Iterator[Number]:
    """Yield the uncertain numbers: what they do to what can be had now, then to all packages."""
    today = matter.found("settlement", Today)
    now = today.now if today is not None else None
    if now is not None and now.uncertainty is not None:
        yield from (_number(matter, bar, bool(now.zopa), " possible now") for bar in now.uncertainty.tornado)
    zone, every = matter.found("settlement", Zone), matter.found("settlement", Uncertain)
    if every is not None and every.uncertainty is not None:
        is_open = bool(zone is not None and zone.zopa)
        yield from (_number(matter, bar, is_open, "") for bar in every.uncertainty.tornado)


def _number(matter: Matter, bar: Bar, is_open: bool, among: str) -> Number:
    shut_at = [end for end in (bar.low, bar.high) if end.slack < 0]
    shuts, opens = is_open and bool(shut_at), not is_open and len(shut_at) < 2
    does = ""
    if shuts:
        does = f"at {_end(is_low=bar.low in shut_at)} of its range nothing{among} is acceptable to all"
    if opens:
        does = f"at {_end(is_low=bar.low not in shut_at)} of its range something{among} is acceptable to all"
    return Number(bar, _what(matter, bar), shuts, opens, does, _where(matter, bar), among)


def _end(*, is_low: bool) -> str:
    return "the lower end" if is_low else "the upper end"


def _what(matter: Matter, bar: Bar) -> str:
    name, speech = matter.speech.names[bar.actor], matter.speech
    if bar.kind == "batna":
        return f"how well {name} does without a deal"
    if bar.kind == "power":
        return f"the bargaining power of {name}"
    if bar.kind == "condition":
        found = condition_of(matter, bar)
        why = found.why if found is not None else ""
        return (
            f"how much this matters to {name}: {speech.within(why)}"
            if why
            else f"how much a condition of {name} weighs"
        )
    if bar.issue is not None and bar.outcome is not None:
        return f"what {speech.quoted(outcome_text(matter, bar.issue, bar.outcome))} is worth to {name}"
    issue = next(each for each in matter.case.issues if each.id == bar.issue)
    return f"how much this matters to {name}: {speech.label(issue.name or spoken(issue.id))}"


def _where(matter: Matter, bar: Bar) -> str:
    """Return where a number stands, in the words that scenarios find it by."""
    party = f"settlement.{bar.actor}"
    if bar.kind == "weight":
        return f"{party}.weights.{bar.issue}"
    if bar.kind == "value":
        return f"{party}.values.{bar.issue}.{bar.outcome}"
    if bar.kind == "condition":
        found = condition_of(matter, bar)
        return f"{party}.{found.id}" if found is not None and found.id else f"{party}.conditions"
    return f"{party}.{bar.kind}"


def condition_of(matter: Matter, bar: Bar) -> Condition | None:
    """Return the condition of a party that a number is the weight of."""
    case = matter.case
    words = Words.of(case.conflict) if case.conflict is not None else Words({})
    makers = case.conflict.decision_makers if case.conflict is not None else ()
    wishes = {
        wish.id: wish.when
        for maker in makers
        if maker.actor == bar.actor
        for wish in (maker.preferences and maker.preferences.statements) or ()
    }
    for party in case.settlement.parties if case.settlement is not None else ():
        for condition in party.conditions if party.actor == bar.actor else ():
            text = condition.when if condition.when is not None else wishes.get(condition.statement)
            if text is not None and words.folded(text) == bar.condition:
                return condition
    return None

"""What would unlock it: each state that the region may be in or was in, and what the dispute would be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Finding, Method, Part, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.system.dates.chapter import over_time
from detente.lenses.system.region import region
from detente.lenses.system.settings.answers import Answers
from detente.lenses.system.settings.result import Settings
from detente.lenses.system.settings.settings import asked
from detente.lenses.system.settings.table import table
from detente.lenses.system.settings.unlocking import unlocking
from detente.lenses.system.shocks.chapter import followed
from detente.lenses.system.words import condition_words, in_trials, target_words
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region
    from detente.lenses.system.settings.result import Way
    from detente.lenses.system.settings.settings import Asked
    from detente.situation.region import Gateway


def find(look: Look[SystemOptions]) -> Settings | None:
    """Return what the dispute would be under other states; ``None`` where the case has no region at the date."""
    if look.once(region) is None:
        return None
    return Settings(tuple(each.told for each in look.once(_asked)), look.once(_ways))


def _answers(look: Look[SystemOptions]) -> Answers | None:
    found = look.once(region)
    return None if found is None else Answers(found)


def _asked(look: Look[SystemOptions]) -> tuple[Asked, ...]:
    answers, over = look.once(_answers), look.once(over_time)
    if answers is None or over is None:
        return ()
    return tuple(asked(answers, over.dates, look.once(followed)))


def _ways(look: Look[SystemOptions]) -> Mapping[str, tuple[Way, ...]] | None:
    answers = look.once(_answers)
    return None if answers is None else unlocking(answers)


def show(settings: Settings, look: Look[SystemOptions]) -> Finding | None:
    """Say what would end the impasse, and list what is otherwise where; nothing where no gate leads anywhere."""
    answers, found = look.once(_answers), look.once(region)
    if answers is None or found is None or not answers.gateways or not settings.settings:
        return None
    today, *others = look.once(_asked)
    likeliest = [each for each in others if each.is_first]
    differing = [each for each in likeliest if each.answer != today.answer or each.gates != today.gates]
    differing.sort(key=lambda each: each.shock is None)  # what may come before what was
    return Finding(
        "What in the region would unlock it",
        _headline(found, today, settings),
        statements=_held(len(likeliest) - len(differing)) if differing else (),
        because=tuple(_gates(found, answers.gateways)),
        tables=(table(found, answers.gateways, (today, *differing)),) if differing else (),
        method=_method(found),
        part=Part.ROAD,
        id="settings",
    )


def _headline(found: Region, today: Asked, settings: Settings) -> str:
    names = {each.id: each.label for each in found.system.shocks}
    if settings.unlocking is None:
        if today.answer.holds is False:
            return "In the model, the status quo does not hold as the region is."
        if today.answer.holds:
            return "Which shocks would end the impasse is not worked out: the region could go too many ways."
        return "What the region opens and closes, and what that does to the dispute."
    ways = {rule: {each.shocks: each for each in several} for rule, several in settings.unlocking.items()}
    first, *others = ways.values()
    shared = [key for key in first if all(key in each for each in others)]
    if not any(ways.values()):
        may_open = bool(today.gates) or any(each.opens for each in found.system.gates)
        why = "" if may_open else ": as it is written, the region only closes options, and none today"
        return f"In the model, no shock ends the impasse, nor do up to three, one after the other{why}."
    if not shared:
        return "In the model, which shocks would end the impasse hangs on the rule by which the region moves."
    told = [_way(names, key, min(each[key].share for each in ways.values())) for key in shared]
    return f"In the model, the impasse would end with {listed(told, last='or')}."


def _way(names: Mapping[str, str], shocks: Sequence[str], share: float) -> str:
    """Return shocks in a row, and in how many draws at least where not in all."""
    said = ", then ".join(f"“{names[each]}”" for each in shocks) or "nothing but time"
    often = in_trials(share)
    return f"{said} ({often})" if often else said


def _held(alike: int) -> tuple[Statement, ...]:
    """Return what is held as it is today, and how many other settings change nothing."""
    wants = "What both want is held at today's"
    if not alike:
        return (Statement(f"{wants}."),)
    changes = one_or_many(alike, "changes", "change")
    rest = f"{counted(alike, 'other date or shock', 'other dates and shocks')} {changes} nothing of this"
    return (Statement(f"{wants}; {rest}."),)


def _gates(found: Region, gates: Sequence[Gateway]) -> Iterator[Statement]:
    """Yield what the region opens and closes."""
    for each in gates:
        gate, does = each.gate, "can be had only" if each.gate.opens else "cannot be had"
        why = f": {gate.why.rstrip('.')}" if gate.why else ""
        what = target_words(found.moment, each.target)
        yield say(f"“{what}” {does} while {condition_words(found, gate.when)}{why}.", gate)


def _method(found: Region) -> Method:
    rules = listed(found.options.rules)
    return Method(
        "Cross-impact balances, and the other lenses asked again",
        f"{rules} succession",
        (("Draws", f"{len(found.draws):,}"),),
        exact=False,
        seed=found.options.seed,
        references=("WeimerJehle2006",),
        formula="A state of the region closes what gates close then. With that closed, and with today's wants, the"
        " conflict and packages are worked out again. The status quo holds where whoever would gain by leaving it would"
        " lose by what others then did in their own interest.",
    )


CHAPTER = Chapter("settings", 35, find, show)

"""What would have to change: in whose mind, for a wanted state to hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from detente.findings import UNASKED, Column, Finding, Result, Row, Statement, Table, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.asked import asked
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.concepts import CREDIBLE_FIRST, NASH, short
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.inverse.answers import SmallestChanges, smallest_changes
from detente.lenses.conflict.inverse.groups import Group, firsts, grouped
from detente.lenses.conflict.inverse.inverse import METHOD, TITLE, Inverse, inverses
from detente.lenses.conflict.inverse.limits import deciding, obstacles, unvaried
from detente.lenses.conflict.inverse.outlook import outlook
from detente.lenses.conflict.inverse.words import claims, sentence, told
from detente.lenses.conflict.words import maker_names, taken
from detente.lenses.evidence import evidence, row_of
from detente.lenses.wording import counted, listed, one_or_many
from detente.methods.gmcr.inverse.search import Limits
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.inverse.search import Outcome

_MOST = 24
_COLUMNS = (
    Column("change", "What would have to change"),
    Column("makers", "In whose mind"),
    Column("concepts", "To hold under"),
    Column("edits", "Edits", "number"),
    Column("ways", "Ways to do so", "number"),
)


@dataclass(frozen=True, slots=True)
class Toward(Result):
    """What would have to change for a state to hold.

    Attributes
    ----------
    toward
        The smallest changes, if a state is asked about.
    """

    toward: SmallestChanges | Unasked


def find(look: Look[ConflictOptions]) -> Toward | None:
    """Return what would have to change for a state to hold, if one is asked about.

    Raises
    ------
    AskError
        If there are too many states to vary preferences over them.
    """
    if if_listed(look) is None:
        return None
    found = look.once(_wanted)
    return Toward(UNASKED if found is None else smallest_changes(found))


def show(result: Toward, look: Look[ConflictOptions]) -> Finding | None:
    """Return what would have to change for that state, or else for the first outcomes that everybody prefers."""
    del result
    inverse = look.once(_wanted)
    if inverse is None:
        return outlook(look)
    alike = concepts_alike(inverse)
    return Finding(
        TITLE,
        headline(inverse),
        statements=(
            Statement(f"The state asked about: {'; '.join(taken(inverse.analysis, inverse.state))}."),
            *(_said(inverse, keys) for keys in alike),
            *deciding(inverse, alike),
            *obstacles(inverse),
            *unvaried(inverse),
        ),
        tables=_table(inverse, alike),
        method=METHOD,
        assumptions=assumptions(look),
    )


def _wanted(look: Look[ConflictOptions]) -> Inverse | None:
    state = look.once(asked).toward
    return None if state is None else inverses(explicit(look), [state], Limits(progress=look.options.progress))[0]


def concepts_alike(inverse: Inverse) -> list[tuple[str, ...]]:
    """Return the concepts, those with the same smallest changes together."""
    found: dict[object, tuple[str, ...]] = {}
    for key, outcome in inverse.outcomes.items():
        same = (outcome.edits, outcome.searched, outcome.at_most, outcome.count, frozenset(outcome.answers))
        found[same] = (*found.get(same, ()), key)
    return list(found.values())


def headline(inverse: Inverse) -> str:
    """Return in one sentence what would have to change."""
    called = inverse.called()
    name = called if called.startswith("“") else f"the {called}"
    nash, credible = inverse.outcomes[NASH], inverse.outcomes[CREDIBLE]
    if nash.edits == 0:
        return f"Nothing: {name} would be left by nobody as things are, as nobody gains by a move of its own."
    if credible.edits == 0:
        beyond = "" if nash.edits is None else f"; {counted(nash.edits, 'edit')} would do for nobody to gain at all"
        return f"Nothing: {name} holds as things are, because each gain would be answered{beyond}."
    for key in CREDIBLE_FIRST:
        outcome = inverse.outcomes[key]
        if outcome.edits:
            number = "" if outcome.count == 1 else f" ({_one_of(outcome)})"
            words = sentence(inverse, firsts(grouped(outcome)))
            return f"{name[0].upper()}{name[1:]} would hold under {short(key)} if {words}{number}."
    searched = counted(credible.searched, "edit")
    return f"No change of up to {searched} makes {name} hold under {short(CREDIBLE)}, and no larger one was found."


def _one_of(outcome: Outcome) -> str:
    return f"one of {outcome.count} smallest changes, of {counted(outcome.edits or 0, 'edit')}"


def _said(inverse: Inverse, keys: Sequence[str]) -> Statement:
    """Return what concepts with the same outcome ask for, resting on the statements that the first answer changes."""
    names = listed([short(key) for key in keys])
    outcome = inverse.outcomes[keys[0]]
    if outcome.edits == 0:
        return Statement(f"Under {names}, nothing has to change: it is an equilibrium as things are.")
    if outcome.edits is None:
        enough = "" if outcome.at_most is None else f"; {outcome.at_most} do, as a concept that asks more shows"
        if outcome.at_most == outcome.searched + 1:
            fewest = counted(outcome.at_most, "edit")
            makes = one_or_many(outcome.at_most, "makes", "make")
            return Statement(
                f"Under {names}, {fewest} {makes} it an equilibrium, as under a concept that asks more; fewer do not."
            )
        if not outcome.searched:
            return Statement(
                f"Under {names}, it is no equilibrium as things are, and changes are too many to look at{enough}."
            )
        return Statement(
            f"Under {names}, no change of up to {counted(outcome.searched, 'edit')} makes it an equilibrium{enough}."
        )
    parts = firsts(grouped(outcome))
    cites = dict.fromkeys(cite for part in parts for claim in claims(inverse, part) for cite in evidence(claim.cites))
    makes = one_or_many(outcome.edits, "makes", "make")
    way = "There is one way" if outcome.count == 1 else f"There are {outcome.count} ways; in one of them"
    words = f"Under {names}, {counted(outcome.edits, 'edit')} {makes} it an equilibrium{_shares(inverse, outcome)}."
    return Statement(f"{words} {way}{':' if outcome.count == 1 else ''} {sentence(inverse, parts)}.", tuple(cites))


def _shares(inverse: Inverse, outcome: Outcome) -> str:
    """Return how many edits each makes, where that is always the same."""
    if not outcome.parts:
        return ""
    counts = [
        {len(change.edits(each.blocks)) for change in part}
        for part, each in zip(outcome.parts, inverse.varied.preferences, strict=True)
    ]
    if any(len(each) > 1 for each in counts):
        return ""
    named = zip(maker_names(inverse.analysis), counts, strict=True)
    shares = [f"{number} by {name}" for name, numbers in named for number in numbers if number]
    return f" ({listed(shares)})"


def _table(inverse: Inverse, alike: Sequence[Sequence[str]]) -> tuple[Table, ...]:
    """Return the smallest changes, those together that differ only in how far up a wish is put."""
    under: dict[Group, list[str]] = {}
    several = False
    for keys in alike:
        lists = grouped(inverse.outcomes[keys[0]])
        several = several or len(lists) > 1
        for group in chain.from_iterable(lists):
            under.setdefault(group, []).extend(keys)
    if not under:
        return ()
    rows = tuple(_row(inverse, keys, group) for group, keys in islice(under.items(), _MOST))
    shown = f" (the first {_MOST} of {len(under)} rows)" if len(under) > _MOST else ""
    together = ". Under one concept, a row of each decision maker together make a change" if several else ""
    return (Table("toward", f"The smallest changes{shown}{together}", _COLUMNS, rows),)


def _row(inverse: Inverse, keys: Sequence[str], group: Group) -> Row:
    names = maker_names(inverse.analysis)
    blocks = [inverse.varied.preferences[part.maker].blocks for part in group.parts]
    pairs = zip(group.parts, blocks, strict=True)
    edits = sum(len(part.change().edits(numbers)) for part, numbers in pairs)
    lines = [(names[part.maker], words) for part in group.parts for words in told(inverse, part)]
    alone = len(group.parts) == 1
    said = tuple(f"it {words}" if alone else f"{name} {words}" for name, words in lines)
    cells = (
        said,
        tuple(names[part.maker] for part in group.parts),
        tuple(short(key) for key in inverse.outcomes if key in keys),
        edits,
        group.count,
    )
    held = [claim for part in group.parts for claim in claims(inverse, part)]
    return row_of(held, *cells) if held else Row(cells)


CHAPTER = Chapter("toward", 90, find, show)

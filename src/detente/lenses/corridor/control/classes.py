"""Arrangements with a name: what each breaks, and what stands for it in the other parts of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Part, Statement, Table
from detente.lenses.evidence import row, row_of, say_whole
from detente.lenses.wording import listed
from detente.models.conflict.joint import Words
from detente.models.corridor.control.chain import regimes_under

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case import Case
    from detente.lenses.corridor.control.result import NamedClass, RouteControl
    from detente.lenses.corridor.control.words import Speech
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look
    from detente.models.corridor.control.model import ControlModel
    from detente.models.corridor.control.table import Meeting


def detail(
    found: RouteControl, look: Look[CorridorOptions], speech: Speech, model: ControlModel, each: Sequence[Meeting]
) -> Finding:
    """Return the arrangements in full: those that have a name, and the examples of the table."""
    tables = (*_named(found, look.case, speech, model), *_examples(speech, each))
    return Finding(
        "Arrangements for the route",
        _headline(found),
        (*_today(look.case), *say_whole("Who controls what, as a whole", speech.control)),
        tables,
        part=Part.DEAL,
        depth=Depth.APPENDIX,
        id="control-arrangements",
    )


def _headline(found: RouteControl) -> str:
    free = [f"“{each.text}”" for each in found.classes if not each.breaks]
    if not found.classes:
        return "The arrangements of the table in full."
    if not free:
        return "Every arrangement that has a name breaks a rule of some reading."
    verb = "breaks" if len(free) == 1 else "break"
    return f"Of the arrangements that have a name, only {listed(free)} {verb} no rule of any reading."


def _today(case: Case) -> Iterator[Statement]:
    """Yield the regime that holds as the conflict stands, where the case says so."""
    status_quo = case.conflict.status_quo if case.conflict else None
    if status_quo is not None:
        for regime in regimes_under(case, status_quo):
            yield Statement(f"As the conflict stands, its options bring about the regime “{regime.label}”.")


def _named(found: RouteControl, case: Case, speech: Speech, model: ControlModel) -> Iterator[Table]:
    if not found.classes:
        return
    by_id = {demand.rule.id: demand.rule for demand in model.demands}
    linked = any(each.takes is not None for each in found.classes)
    heads = [Column("class", "Arrangement"), Column("breaks", "Breaks")]
    heads += [Column("options", "Options of the conflict"), Column("outcomes", "Outcomes")] if linked else []
    rows = tuple(
        row(
            named.named,
            each.text,
            speech.broken(model, [by_id[name] for name in each.breaks]) or "no rule",
            *(_links(case, each) if linked else ()),
        )
        for each, named in zip(found.classes, model.classes, strict=True)
    )
    yield Table("classes", "Arrangements that have a name, and the rules that each breaks", tuple(heads), rows)


def _links(case: Case, each: NamedClass) -> tuple[tuple[str, ...] | str | None, ...]:
    """Return the options and the outcomes that stand for a class; nothing where the case does not say."""
    if each.takes is None:
        return None, None
    labels = {f"{issue.id} is {outcome.id}": outcome.label for issue in case.issues for outcome in issue.outcomes}
    taken = tuple(_options(case, frozenset(each.takes)))
    return taken or "none of them", tuple(labels[name] for name in each.outcomes) or None


def _options(case: Case, takes: frozenset[str]) -> Iterator[str]:
    """Yield what to call options that are taken; a joint act to which all consent by its own text."""
    if case.conflict is None:
        return
    acts = {act.id: act.label for act in case.conflict.joint}
    consents = {act: several for act, several in Words.of(case.conflict).consents.items() if takes.issuperset(several)}
    joint = frozenset[str]().union(*consents.values())
    yield from (acts[act] for act in consents)
    yield from (each.label for each in case.conflict.options if each.id in takes - joint)


def _examples(speech: Speech, meetings: Sequence[Meeting]) -> Iterator[Table]:
    if not meetings:
        return
    first, second = (speech.name(side.by) for side in (meetings[0].row, meetings[0].column))
    found: dict[str | tuple[str, ...], list[Meeting]] = {}
    for each in meetings:
        left = "Nothing" if each.example is None else speech.arrangement(each.example)
        found.setdefault(left, []).append(each)
    heads = (Column("example", "What is left"), Column("readings", f"Of {first} and {second}, read as"))
    rows = tuple(
        row_of(
            [demand.rule for each in several for demand in (*each.row.demands, *each.column.demands)],
            left,
            tuple(f"“{each.row.word}” and “{each.column.word}”" for each in several),
        )
        for left, several in found.items()
    )
    yield Table("examples", "The plainest arrangement for each pair of readings", heads, rows)

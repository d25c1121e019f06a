"""What if: the conflict as a reader of the page can change it, as things are and under each scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Depth, Finding
from detente.findings.trial import Game, Trial
from detente.lenses.chapter import Chapter
from detente.lenses.conflict import LENS
from detente.lenses.conflict.engine.choice import subject
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.trial.game import game_of, too_many, trouble_of
from detente.lenses.conflict.trial.pools import Pools
from detente.lenses.look import Look
from detente.lenses.wording import counted, sentence
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.scenario import Scenario
    from detente.study import Moment

_NOW = "As things are"
_STANDINGS = {
    "nash": "holds: nobody gains by leaving",
    "trapped": "cannot be undone, though it would be left by ",
    "seq": "holds: answers in the others’ own interest deter from leaving",
    "gmr": "holds: fear of answers deters from leaving",
    "left": "does not hold: it would be left by ",
    "never": "cannot be",
    "quo": "is the status quo",
}
"""How a state stands, by what keeps everybody there."""


def find(look: Look[ConflictOptions]) -> Trial | None:
    """Return what a reader can change; a game in trouble where the page cannot work with the conflict.

    ``None`` where the case names no status quo and no outcome, of which something could be said.
    """
    analysis, pools = subject(look), Pools()
    if analysis.model.status_quo is None and not analysis.model.named:
        return None
    if not isinstance(analysis, Explicit):
        return Trial((Game(_NOW, trouble=too_many(len(analysis.model.options))),))
    if trouble := trouble_of(analysis):
        return Trial((Game(_NOW, trouble=trouble),))
    scenario = look.moment.scenario
    now = game_of(analysis, pools, _NOW if scenario is None else _title(scenario))
    games = (now, *_others(look, pools))
    choices = tuple(choice for _, choice in pools.choices.things())
    return Trial(games, choices, pools.wishes.things(), pools.acts.things(), pools.outcomes.things(), _STANDINGS)


def _others(look: Look[ConflictOptions], pools: Pools) -> Iterator[Game]:
    for moment in look.moment.alternatives():
        if moment.scenario is not None:
            yield _other(look, moment, moment.scenario, pools)


def _other(look: Look[ConflictOptions], moment: Moment, scenario: Scenario, pools: Pools) -> Game:
    """Return the conflict under a scenario, or why it cannot be tried."""
    title = _title(scenario)
    if undecided := LENS.undecided(moment):
        return Game(title, scenario.id, f"not determined: {undecided}")
    try:
        analysis = Explicit.of(moment)
        trouble = trouble_of(analysis)
    except FlawedModelError as error:
        trouble = str(error)
    if trouble:
        return Game(title, scenario.id, trouble)
    before, options = look.situation.options, moment.situation.options
    quo = subject(look).conflict.status_quo or ()
    closed = [name for name in quo if before[name].open and name in options and not options[name].open]
    return game_of(analysis, pools, title, closed)


def _title(scenario: Scenario) -> str:
    return sentence(scenario.label).rstrip(".")


def show(found: Trial, look: Look[ConflictOptions]) -> Finding:
    """Say what there is to change."""
    del look
    now = found.games[0]
    if now.trouble:
        headline = f"Changes cannot be tried on this page: {now.trouble}."
    else:
        wishes = sum(len(each.wishes) for each in now.wants)
        headline = f"What holds hangs on {counted(wishes, 'wish', 'wishes')} and {counted(len(now.acts), 'option')}."
    return Finding("What if?", headline, depth=Depth.DETAIL, trial=found)


CHAPTER = Chapter("trial", 79, find, show)

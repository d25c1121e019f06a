"""Look at a situation as a conflict: why it is stuck, and what would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.asked import Asked
from detente.lenses.conflict.coalitions import chapter as coalitions
from detente.lenses.conflict.coalitions.lists import coalition_lists
from detente.lenses.conflict.engine.also import further_concepts
from detente.lenses.conflict.engine.choice import symbolic_engine
from detente.lenses.conflict.engine.explicit import analyse_situation
from detente.lenses.conflict.equilibria import chapter as equilibria
from detente.lenses.conflict.equilibria.ranking import ranked, ranking_document
from detente.lenses.conflict.listing import document
from detente.lenses.conflict.model import chapter as model_tables
from detente.lenses.conflict.model.whole import model_document, refuse_many_states
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.perceptions import chapter as perceptions
from detente.lenses.conflict.perceptions.lists import perception_lists
from detente.lenses.conflict.perceptions.seen import Views
from detente.lenses.conflict.robustness import chapter as robust
from detente.lenses.conflict.robustness.document import robust_document
from detente.lenses.conflict.robustness.survival import robustness_of
from detente.lenses.conflict.scenarios import chapter as what_if
from detente.lenses.conflict.uncertainty import chapter as uncertainty
from detente.lenses.conflict.uncertainty import readings as sureness
from detente.lenses.conflict.uncertainty.shares import uncertainty as shares
from detente.lenses.conflict.why import impasse
from detente.lenses.evidence import references
from detente.lenses.transition import Old as Findings

if TYPE_CHECKING:
    from detente.situation import Situation


def look(situation: Situation, options: ConflictOptions | None = None) -> Findings:
    """Return why the dispute is stuck.

    Raises
    ------
    LookupError
        If the case has no conflict.
    FlawedModelError
        If the conflict cannot be modelled at this date, as it is or as somebody sees it.
    AskError
        If the options name a state that cannot be or a concept that has no meaning here, or ask for coalitions
        or the model over too many states, or do not fit the engine.
    """
    options = options or ConflictOptions()
    conflict = situation.case.conflict
    if conflict is not None and symbolic_engine(conflict, options):
        from detente.lenses.conflict.engine.symbolic_look import look_symbolically

        return look_symbolically(situation, conflict)
    return _look_state_by_state(situation, options)


def _look_state_by_state(situation: Situation, options: ConflictOptions) -> Findings:
    analysis = analyse_situation(situation, further_concepts(options.also))
    if options.model:
        refuse_many_states(analysis)
    asked = Asked.of(analysis, options)
    views = Views.of(analysis)
    joint = coalitions.considered(analysis)
    robustness = robustness_of(analysis, asked=options.robust, progress=options.progress)
    places = ranked(analysis, robustness)
    sure = sureness.considered(analysis, draws=options.draws, seed=options.seed)
    chapters = (
        impasse.finding(analysis),
        asked.why(),
        asked.ways(),
        equilibria.finding(analysis, places),
        uncertainty.finding(sure),
        None if views is None else perceptions.finding(views),
        robust.finding(analysis, robustness),
        what_if.finding(analysis),
        asked.toward(),
        coalitions.finding(analysis, joint),
        model_tables.finding(analysis),
    )
    return Findings(
        "conflict",
        "Why is it stuck?",
        tuple(finding for finding in chapters if finding is not None),
        references(situation.case),
        document(analysis, options.max_states)
        | {"ranking": ranking_document(places, options.max_states)}
        | asked.document(options.max_states)
        | perception_lists(views, options.max_states)
        | (coalition_lists(analysis, joint, options.max_states) if options.coalitions else {})
        | (robust_document(analysis, robustness, options.max_states) if options.robust else {})
        | ({"model": model_document(analysis)} if options.model else {})
        | shares(sure, options.max_states),
    )

"""Joint acts in words: a signature of two is told as one thing, not as the consents that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.joint_act import consent_id
from detente.lenses.wording import listed
from detente.models.conflict.joint import consenting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.case.conflict import Conflict, Option
    from detente.case.joint_act import JointAct


@dataclass(frozen=True, slots=True)
class Joint:
    """What several of the decision makers of a conflict do together.

    Attributes
    ----------
    act
        The joint act.
    consents
        By the id of each consent, who gives it.
    """

    act: JointAct
    consents: Mapping[str, str]

    @property
    def makers(self) -> tuple[str, ...]:
        """Who has to consent."""
        return tuple(self.consents.values())


def joint_acts(conflict: Conflict) -> tuple[Joint, ...]:
    """Return the acts that need the consent of several and can have it; what one does alone is an option."""
    makers = {maker.actor for maker in conflict.decision_makers}
    options = {option.id for option in conflict.options}
    found = (
        Joint(act, {consent_id(act.id, actor): actor for actor in consenting(act, makers)}) for act in conflict.joint
    )
    return tuple(joint for joint in found if len(joint.consents) > 1 and options >= joint.consents.keys())


def consented_to(conflict: Conflict) -> dict[str, JointAct]:
    """Return by consent what it is a consent to."""
    return {consent: joint.act for joint in joint_acts(conflict) for consent in joint.consents}


def doing(conflict: Conflict, option: Option) -> str:
    """Return what is done by taking an option, or would be if the others consented."""
    act = consented_to(conflict).get(option.id)
    return option.label if act is None else act.label


def doings(conflict: Conflict, taken: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is done where some options are taken, in that order: a joint act once, with who alone consents.

    Parameters
    ----------
    taken
        Ids of options.
    names
        What to call decision makers.
    """
    among = tuple(taken)
    labels = {option.id: option.label for option in conflict.options}
    of = {consent: joint for joint in joint_acts(conflict) for consent in joint.consents}
    words = (told(of[each], among, names) if each in of else labels.get(each, each) for each in among)
    return tuple(dict.fromkeys(words))


def told(joint: Joint, taken: Iterable[str], names: Mapping[str, str]) -> str:
    """Return a joint act to which some have consented by the options that are taken, and who if not all."""
    among = frozenset(taken)
    who = [names.get(actor, actor) for consent, actor in joint.consents.items() if consent in among]
    return joint.act.label if len(who) == len(joint.consents) else f"{joint.act.label} ({listed(who)} only)"

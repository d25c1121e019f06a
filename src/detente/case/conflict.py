"""The conflict: who can do what, what cannot be, and what each prefers."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from detente.case.availability import Availability
from detente.case.citation import Claim
from detente.case.joint_act import JointAct, consent_id
from detente.case.perception import Perception
from detente.case.reading import Reading
from detente.case.record import ActorId, OptionId, Record, Slug, Text
from detente.case.red_line import RedLine
from detente.case.value import Value

OptionName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(@[a-z][a-z0-9-]*)?$")]
"""The id of an option; with an ``@`` it is a consent to a joint act."""

STATUS_QUO = "status-quo"
"""What the state of ``status_quo`` is called by whoever asks about it."""

StateName = Annotated[str, Field(min_length=1), WithJsonSchema({"type": ["string", "integer"]})]


class Option(Reading):
    """Something a decision maker can do or leave undone.

    Attributes
    ----------
    id
        Its id; ``sign@north`` is North's consent to the joint act ``sign``, where it is written out.
    direction
        Whether it can be taken and dropped (``both``), only taken, or only dropped.
    available
        From when it can be taken.
    """

    id: OptionName
    text: Text | None = None
    direction: Literal["both", "take-only", "drop-only"] = "both"
    available: Availability | None = None

    @property
    def label(self) -> str:
        """What to call it: its text, or its id where it has none."""
        return self.text or self.id


class Statement(Reading):
    """A preference statement: what a decision maker wants to be true of the outcome.

    Attributes
    ----------
    when
        The condition, in option ids, ``not``, ``and``, ``or``, ``if``, ``implies``, ``iff``, ``{Y-N-}``.
    why
        The reason, in words.
    probability
        How likely it is that this is wanted at all [0..1]; certain when not given.
    group
        A label that neighbouring statements share when their order is not known.
    equal
        A label that neighbouring statements share when they count alike: the number of those that hold decides.
    """

    known_by: ClassVar = ("when",)
    in_order: ClassVar = True
    short_forms: ClassVar = ({"type": "string"},)

    when: Text
    id: Slug | None = None
    why: Text | None = None
    probability: Value | None = None
    group: Slug | None = None
    equal: Slug | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"when": value} if isinstance(value, str) else value


_Names = StateName | tuple[StateName, ...]


def _group(value: Any) -> Any:
    return [value] if isinstance(value, str | int) else value


class Preferences(Claim):
    """What a decision maker prefers, in exactly one of three ways.

    Attributes
    ----------
    statements
        Most important first: a state is preferred when its first differing statement is true.
    weights
        A number for every option that matters; a state is worth the sum over the options taken.
    ranking
        Groups of states, best first; states in a group are equally preferred.
    """

    statements: tuple[Statement, ...] | None = None
    weights: dict[OptionId, float] | None = None
    ranking: (
        tuple[Annotated[tuple[StateName, ...], BeforeValidator(_group, json_schema_input_type=_Names)], ...] | None
    ) = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(kind is not None for kind in (self.statements, self.weights, self.ranking)) != 1:
            raise PydanticCustomError("choice", "preferences need exactly one of statements, weights or ranking")
        return self


class DecisionMaker(Reading):
    """An actor with options and preferences.

    Attributes
    ----------
    red_lines
        What it accepts in no case: states that cross one rank below all that do not.
    """

    known_by: ClassVar = ("actor",)

    actor: ActorId
    preferences: Preferences | None = None
    options: tuple[Option, ...] = ()
    red_lines: tuple[RedLine, ...] = ()


class Infeasible(Reading):
    """A combination of options that cannot be, in exactly one of five ways.

    Attributes
    ----------
    when
        Condition under which a state cannot be.
    at_most_one, at_least_one
        Options of which no two can stand together, or one must.
    together
        Options that stand or fall together.
    take, only_if
        An option, and the condition without which it cannot be taken.
    why
        The reason, in words.
    """

    known_by: ClassVar = ("when", "at_most_one", "at_least_one", "together", "take")
    short_forms: ClassVar = ({"type": "string"},)

    when: Text | None = None
    at_most_one: tuple[OptionId, ...] | None = None
    at_least_one: tuple[OptionId, ...] | None = None
    together: tuple[OptionId, ...] | None = None
    take: OptionId | None = None
    only_if: Text | None = None
    why: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"when": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (self.when, self.at_most_one, self.at_least_one, self.together, self.take)
        if sum(kind is not None for kind in kinds) != 1 or (self.take is None) != (self.only_if is None):
            message = "expected exactly one of when, at_most_one, at_least_one, together, or take with only_if"
            raise PydanticCustomError("choice", message)
        return self


class Graph(Record):
    """A conflict in graph form: its states, and the moves of each decision maker.

    Attributes
    ----------
    states
        Names of the states.
    moves
        By actor, then by state, the states it can move to in one step.
    """

    states: tuple[StateName, ...]
    moves: dict[ActorId, dict[StateName, tuple[StateName, ...]]] = {}


def _state(value: Any) -> Any:
    return (value,) if isinstance(value, str | int) else value


StateSpec = Annotated[tuple[StateName, ...], BeforeValidator(_state, json_schema_input_type=_Names)]
"""The options taken; in graph form the name of the state."""


class NamedState(Record):
    """A state that the analyst wants to speak of. Short form: the options taken.

    Attributes
    ----------
    take
        The options taken; the rest are not. In graph form the name of the state.
    text
        What to call it.
    """

    short_forms: ClassVar = ({"type": ["string", "integer"]}, {"type": "array", "items": {"type": "string"}})

    take: StateSpec
    text: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return value if isinstance(value, dict | Record) else {"take": value}

    def called(self, name: str) -> str:
        """Return what sentences call it: its text, or the name that the case gives it where it has none."""
        return name.replace("-", " ") if self.text is None else self.text.rstrip(".")


class Conflict(Reading):
    """A Graph Model of the dispute, in option form or in graph form.

    Attributes
    ----------
    decision_makers
        Who decides; the order fixes the order of the options.
    joint
        What is done only when several have consented.
    infeasible
        What cannot be.
    coalesce
        Patterns of Y, N and -; the states matching one are merged.
    status_quo
        The options taken now; the rest are not.
    named_states
        States the analyst wants to speak of, by name.
    graph
        States and moves, instead of options.
    perceptions
        How decision makers read it; several by one apply in the order written.
    """

    decision_makers: tuple[DecisionMaker, ...]
    joint: tuple[JointAct, ...] = ()
    infeasible: tuple[Infeasible, ...] = ()
    coalesce: tuple[Text, ...] = ()
    status_quo: StateSpec | None = None
    named_states: dict[Slug, NamedState] = {}
    graph: Graph | None = None
    perceptions: tuple[Perception, ...] = ()

    @property
    def options(self) -> tuple[Option, ...]:
        """The options of all decision makers, in order."""
        return tuple(option for maker in self.decision_makers for option in maker.options)

    @property
    def doings(self) -> frozenset[str]:
        """What conditions, outcomes and named states may speak of: options, joint acts, and consents to these."""
        consents = (consent_id(act.id, actor) for act in self.joint for actor in act.by)
        return frozenset((*(option.id for option in self.options), *(act.id for act in self.joint), *consents))

    @property
    def owners(self) -> tuple[int, ...]:
        """Whose each option is: the decision maker's number, from 0."""
        return tuple(i for i, maker in enumerate(self.decision_makers) for _ in maker.options)

    @property
    def depends_on_date(self) -> bool:
        """Whether an option can be taken, or a joint act consented to, only from some date or step on."""
        rules = (*(option.available for option in self.options), *(act.available for act in self.joint))
        return any(rule is not None for rule in rules)

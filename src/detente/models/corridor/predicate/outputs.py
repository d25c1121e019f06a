"""Outputs: what a predicate may ask of the model, of what, and in which unit the answer is."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.diagnostics import did_you_mean
from detente.models.corridor.predicate.expressions import PredicateError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from detente.models.corridor.predicate.expressions import Output, Word

KT = "thousand tonnes a year"

_CALLED = {
    "country": "country of the network",
    "collector": "country or actor that is paid",
    "carrier": "link or border",
    "flow": "flow",
    "place": "country or node",
    "world": "regime or scenario",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of output.

    Attributes
    ----------
    of
        What it is asked of, in order.
    unit
        The unit of the answer; ``""`` where it has none.
    example
        How it is written.
    world
        Whether a world must be named; the base where it need not and is not.
    passing
        Whether places follow, behind the world where one is named.
    """

    of: tuple[str, ...]
    unit: str
    example: str
    world: bool = False
    passing: bool = False


OUTPUTS: Mapping[str, Kind] = MappingProxyType(
    {
        "transit": Kind(("country",), KT, "transit(GE, operator)"),
        "change": Kind(("country",), "per cent", "change(GE, operator)", world=True),
        "fees": Kind(("collector",), "USD a year", "fees(AM, operator)"),
        "carriage": Kind(("country",), "USD a year", "carriage(GE, operator)"),
        "tonnes": Kind(("carrier",), KT, "tonnes(meghri-nakhchivan, operator)"),
        "cost": Kind(("flow",), "USD", "cost(cn-am, operator)"),
        "days": Kind(("flow",), "days", "days(cn-am, operator)"),
        "logsum": Kind(("flow",), "USD", "logsum(cn-am, operator)"),
        "least": Kind(("flow",), "USD", "least(cn-am, operator)"),
        "share": Kind(("flow", "place"), "", "share(cn-am, GE, operator)"),
        "through": Kind(("flow",), "USD", "through(cn-am, operator, IR)", passing=True),
    }
)
"""Every output, by name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An output, with what it is asked of sorted out.

    Attributes
    ----------
    name, kind
        Which output it is.
    of
        What it is asked of.
    world
        The world it is asked in.
    places
        Countries and nodes that must be passed, in order.
    """

    name: str
    kind: Kind
    of: tuple[Word, ...]
    world: str
    places: tuple[Word, ...] = ()


def asked(output: Output, names: Mapping[str, Collection[str]]) -> Asked:
    """Return what an output is asked of.

    Parameters
    ----------
    names
        The names that there are, by what they name: countries, collectors, carriers, flows, places and worlds.

    Raises
    ------
    PredicateError
        If there is no such output, or it is asked of something else than it can be.
    """
    kind = OUTPUTS.get(output.name)
    if kind is None:
        hint = did_you_mean(output.name, OUTPUTS) or f"the outputs are {', '.join(OUTPUTS)}"
        raise PredicateError(f"there is no output '{output.name}'", output.offset, hint)
    of, rest = output.words[: len(kind.of)], output.words[len(kind.of) :]
    world = rest[0] if rest and (not kind.passing or rest[0].text in names["world"]) else None
    places = rest[1:] if world is not None else rest
    lacking = len(of) < len(kind.of) or (kind.world and world is None) or (kind.passing and not places)
    if lacking or (places and not kind.passing):
        much = "too little" if lacking else "too much"
        raise PredicateError(f"'{output.name}' is asked of {much}", output.offset, f"write it as in {kind.example}")
    if len(places) > 3:
        raise PredicateError("a route can be asked to pass three places at most", places[3].offset, "name fewer")
    for word, what in (*zip(of, kind.of, strict=True), *((each, "place") for each in places)):
        _known(word, what, names)
    if world is not None:
        _known(world, "world", names)
    return Asked(output.name, kind, of, world.text if world is not None else "base", places)


def _known(word: Word, what: str, names: Mapping[str, Collection[str]]) -> None:
    if word.text not in names[what]:
        raise PredicateError(f"there is no {_CALLED[what]} '{word.text}'", word.offset, _hint(word.text, names[what]))


def _hint(word: str, known: Collection[str]) -> str:
    shown = sorted(known)
    few = f"there are {', '.join(shown)}" if 0 < len(shown) <= 12 else ""
    return did_you_mean(word, known) or few

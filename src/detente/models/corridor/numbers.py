"""Numbers: every number of a corridor under a key, so that it can be drawn, moved and spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.corridor.levers import Lever
from detente.models.corridor.naming import link_label
from detente.models.corridor.parameters import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.case.corridor import Border, Corridor, Premium, Regime
    from detente.case.shape import Path
    from detente.case.value import Value
    from detente.models.corridor.worlds import World


def levers_of(
    worlds: Sequence[World], called: Mapping[str, str]
) -> tuple[tuple[Lever, ...], tuple[Mapping[str, int], ...]]:
    """Return the levers of all worlds, and for each world the number of its lever by key.

    Parameters
    ----------
    called
        What to call countries and actors, by code or id.
    """
    found: list[Lever] = []
    places: list[Mapping[str, int]] = []
    for world in worlds:
        if world.kind == "regime":
            places.append(places[0])  # it has the base's numbers
            continue
        own: dict[str, int] = {}
        for lever in numbers(world.network.corridor, called):
            first = places[0].get(lever.key) if places else None
            if first is not None and found[first].value == lever.value:
                own[lever.key] = first
                continue
            own[lever.key] = len(found)
            other = Lever(f"{lever.key}@{world.id}", lever.label, lever.unit, lever.value, lever.record, None)
            found.append(lever if not places else other)
        places.append(own)
    return tuple(found), tuple(places)


def numbers(corridor: Corridor, called: Mapping[str, str]) -> Iterator[Lever]:
    """Yield every number of a corridor; a parameter that it does not state is as it is by itself."""
    for key, standard in PARAMETERS.items():
        stated = corridor.parameters.get(key)
        path: Path | None = None if stated is None else ("corridor", "parameters", key)
        yield Lever(key, standard.label, standard.unit, stated.value if stated else standard.value, stated, path)
    for place, border in enumerate(corridor.borders):
        yield from _of_border(border, place, called)
    for place, regime in enumerate(corridor.regimes):
        yield from _of_regime(regime, place, called)
    for place, (key, premium) in enumerate(premium_keys(corridor.premiums)):
        label = f"what entering {called.get(premium.country, premium.country)} costs"
        label += f" for {premium.cargo}" if premium.cargo else ""
        path = ("corridor", "premiums", place, "usd")
        yield Lever(f"premiums.{key}", label, "USD", premium.usd, premium, path)
    for place, link in enumerate(corridor.links):
        if link.rate is not None:
            label, path = (
                f"what a kilometre costs on “{link_label(corridor, link)}”",
                ("corridor", "links", place, "rate"),
            )
            yield Lever(f"links.{link.id}.rate", label, "USD a km", link.rate, link, path)
    for place, flow in enumerate(corridor.flows):
        if flow.kt is not None:
            label, path = f"how much cargo there is of “{flow.label}”", ("corridor", "flows", place, "kt")
            yield Lever(f"flows.{flow.id}.kt", label, "thousand tonnes a year", flow.kt, flow, path)


def premium_keys(premiums: Sequence[Premium]) -> Iterator[tuple[str, Premium]]:
    """Yield premiums with what each is called by: its id, or its country with a number where there are several."""
    seen: dict[str, int] = {}
    for premium in premiums:
        key = premium.id or premium.country.lower()
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else f"{key}-{seen[key]}"), premium


def _of_border(border: Border, place: int, called: Mapping[str, str]) -> Iterator[Lever]:
    where = f"at the border “{border.label}”"
    stated = {
        "hours": (f"how long it takes {where}", "hours", border.hours),
        "spread": (f"how uncertain the time is {where}", "hours", border.spread),
        "usd": (f"what is due {where}", "USD", border.usd),
    }
    for key, (label, unit, value) in stated.items():
        if value is not None:
            yield Lever(f"borders.{border.id}.{key}", label, unit, value, border, ("corridor", "borders", place, key))
    yield from _shares(border, f"borders.{border.id}", f"of what is due {where}", ("borders", place), called)


def _of_regime(regime: Regime, place: int, called: Mapping[str, str]) -> Iterator[Lever]:
    where = f"under “{regime.label}”"
    stated: dict[str, tuple[str, str, Value | None]] = {
        "hours": (f"how long controls take {where}", "hours", regime.hours),
        "usd": (f"what is due {where}", "USD", regime.usd),
        "fee": (f"what is due for a kilometre {where}", "USD a km", regime.fee),
    }
    for key, (label, unit, value) in stated.items():
        if value is not None:
            yield Lever(f"regimes.{regime.id}.{key}", label, unit, value, regime, ("corridor", "regimes", place, key))
    yield from _shares(regime, f"regimes.{regime.id}", f"of what is due {where}", ("regimes", place), called)


def _shares(
    record: Border | Regime, key: str, of: str, place: tuple[str, int], called: Mapping[str, str]
) -> Iterator[Lever]:
    for who, share in record.fee_to.items():
        path = ("corridor", *place, "fee_to", who)
        yield Lever(f"{key}.fee_to.{who}", f"the share {of} for {called.get(who, who)}", "", share, record, path)

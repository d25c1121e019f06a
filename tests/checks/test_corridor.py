"""Checks of a network: one that breaks a rule, and what its author reads; the rule kept is silent."""

from __future__ import annotations

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

HEAD = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state, iso: AM}, {id: south, name: South, kind: state}]
"""
NODES = """  nodes:
    - {id: yerevan, country: AM, lat: 40.18, lon: 44.51}
    - {id: tbilisi, country: GE, lat: 41.72, lon: 44.79}
    - {id: batumi, country: GE, lat: 41.65, lon: 41.64}
"""
LINKS = """  links:
    - {id: up, a: yerevan, b: tbilisi, mode: road, km: 280, country: AM, border: bagratashen, assumption: x}
    - {id: down, a: tbilisi, b: batumi, mode: rail1520, km: 350, assumption: x}
"""
BORDERS = "  borders: [{id: bagratashen, hours: 5, assumption: x}]\n"
FLOW = "{id: wine, origin: yerevan, destination: batumi, kt: 3, assumption: x}"
FLOWS = f"  flows: [{FLOW}]\n"
MOVING = "  - {id: more, assumption: x, changes: [{set: corridor.links.up.km, to: 290}]}\n"
WHOLE = f"corridor:\n{NODES}{LINKS}{BORDERS}{FLOWS}"


def network(**lists: str) -> str:
    """Return a network of which some lists are written otherwise, or beside the others."""
    known = {"nodes": NODES, "links": LINKS, "borders": BORDERS, "flows": FLOWS}
    return (
        "corridor:\n"
        + "".join(f"  {key}: {text}\n" for key, text in lists.items())
        + "".join(text for key, text in known.items() if key not in lists)
    )


BROKEN = {
    "DT900 too many regimes": (
        network(
            regimes="[" + ", ".join(f"{'»' * (n == 20)}{{id: r{n}}}" for n in range(22)) + "]",
            links="[{id: up, a: yerevan, b: tbilisi, mode: road, km: 280, country: AM, regime: r1, assumption: x},"
            " {id: down, a: tbilisi, b: batumi, mode: sea, km: 350, border: bagratashen, assumption: x}]",
        ),
        ["DT900 the network has 22 regimes; the limit is 20"],
    ),
    "DT900 too many flows in too many worlds": (
        network(
            regimes=f"[{', '.join(f'{{id: r{n}, assumption: x}}' for n in range(14))}]",
            flows=f"»[{', '.join(FLOW.replace('wine', f'f{n}') for n in range(200))}]",
            links=LINKS.removeprefix("  links:").replace("bagratashen,", "bagratashen, regime: r1,"),
        )
        + f"scenarios:\n{MOVING}{MOVING.replace('more', 'again').replace('290', '295')}",
        ["DT900 200 flows by 2 links in 17 worlds are too much to look through; the limit would be 87% of that"],
    ),
    "DT901 a link shorter than the great circle": (
        WHOLE.replace("km: 350", "km: »250"),
        ["DT901 the link 'down' has 250 km, and 'tbilisi' and 'batumi' lie 262 km apart"],
    ),
    "DT902 a link that leads nowhere": (
        WHOLE.replace("b: batumi", "b: »tbilisi")
        .replace("    - {id: batumi", "    - »{id: batumi")
        .replace("destination: batumi", "destination: tbilisi"),
        [
            "DT913 no link leads to the node 'batumi'",
            "DT902 the link 'down' leads from 'tbilisi' to itself",
        ],
    ),
    "DT903 a node without a place": (
        WHOLE.replace("    - {id: tbilisi, country: GE, lat: 41.72, lon: 44.79}", "    - »{id: tbilisi, country: GE}"),
        ["DT903 the node 'tbilisi' has no lat and no lon"],
    ),
    "DT904 a node outside its country": (
        WHOLE.replace("{id: batumi, country: GE", "{id: batumi, country: AM")
        .replace("lat: 41.65", "lat: »41.65")
        .replace("350, assumption", "350, country: GE, border: bagratashen, assumption"),
        ["DT904 'batumi' does not lie in AM"],
    ),
    "DT919 a place at sea in a country": (
        WHOLE.replace(
            "    - {id: batumi, country: GE",
            "    - {id: roads, kind: sea, country: »GE, lat: 41.9, lon: 41.2}\n    - {id: batumi, country: GE",
        ).replace(
            "350, assumption: x}",
            "350, assumption: x}\n    - {id: out, a: batumi, b: roads, mode: sea, km: 60, assumption: x}",
        ),
        ["DT919 the place 'roads' is at sea, and in GE"],
    ),
    "DT920 a link that is planned, whatever opens it": (
        WHOLE.replace("km: 350", "km: 350, status: planned, available: »2025-08-01").replace("{id: wine", "»{id: wine"),
        [
            "DT920 the link 'down' is planned, whatever 'available' says",
            "DT970 'wine' has no route from 'yerevan' to 'batumi'",
        ],
    ),
    "DT905 a border that takes less than no time": (
        WHOLE.replace("hours: 5", "hours: »[-1, 5]"),
        ["DT905 a time must be at least 0, got [-1.0, 5.0]"],
    ),
    "DT905 a share above all": (
        WHOLE.replace("hours: 5", "hours: 5, fee_to: {AM: »1.5, GE: -0.6}").replace("GE: -", "GE: »-"),
        ["DT905 a share must be at most 1, got 1.5", "DT905 a share must be at least 0, got -0.6"],
    ),
    "DT905 speeds of nothing, nests of more than all, and constants of any kind": (
        network(
            parameters="{rail-speed: {value: »0, assumption: x}, nesting: {value: »[0.5, 2], assumption: x},"
            " sea-constant: {value: -300, assumption: x}}"
        ),
        [
            "DT905 'rail-speed' must be above 0, got 0.0",
            "DT905 'nesting' must be at most 1, got [0.5, 2.0]",
        ],
    ),
    "DT905 amounts, rates, fees and premiums below nothing": (
        network(
            regimes="[{id: r, assumption: x, hours: »-1, usd: »-1, fee: »-1}]",
            premiums="[{country: GE, usd: »-5, assumption: x}]",
        )
        .replace("kt: 3", "kt: »-3")
        .replace("km: 350", "km: »1e308, capacity: »1e300, rate: »-1, regime: r")
        .replace("hours: 5", "spread: »-1, usd: »-2"),
        [
            "DT905 a time must be at least 0, got -1.0",
            "DT905 a fee must be at least 0, got -1.0",
            "DT905 a fee must be at least 0, got -1.0",
            "DT905 a premium must be at least 0, got -5.0",
            "DT905 a length must be at most 50000, got 1e+308",
            "DT905 a capacity must be at most 1e+12, got 1e+300",
            "DT905 a rate must be at least 0, got -1.0",
            "DT905 a spread must be at least 0, got -1.0",
            "DT905 a fee must be at least 0, got -2.0",
            "DT905 an amount of cargo must be at least 0, got -3.0",
        ],
    ),
    "DT905 lengths that no way has": (
        WHOLE.replace("km: 350", "km: »1e308"),
        ["DT905 a length must be at most 50000, got 1e+308"],
    ),
    "DT906 shares that add up to more than all": (
        WHOLE.replace("hours: 5", "hours: 5, fee_to: »{AM: 0.5, GE: {low: 0, mode: 0.4, high: 0.6}}"),
        ["DT906 the shares in the fees of 'bagratashen' add up to as much as 1.1"],
    ),
    "DT907 fees to nobody": (
        network(premiums="[{country: GE, usd: 5, to: »GR, assumption: x}]").replace(
            "hours: 5", "hours: 5, fee_to: {»nort: 0.5}"
        ),
        ["DT907 no country of the case has the code 'GR'", "DT907 no actor has the id 'nort'"],
    ),
    "DT908 cargo that nobody knows": (
        network(
            premiums="[{country: GE, usd: 5, cargo: »wnie, assumption: x}]",
            permissions="[{cargo: »AM-RU, through: GE, assumption: x}]",
            regimes="[{id: r, users: [bulk, AM, »everybody]}]",
        ).replace("km: 350", "km: 350, regime: r"),
        [
            "DT908 no flow and no class of cargo is called 'wnie'",
            "DT908 nothing of the network lies in 'RU'",
            "DT908 no flow and no class of cargo is called 'everybody'",
        ],
    ),
    "DT909 an unknown parameter": (
        network(parameters="{»rail-rates: {value: 1, assumption: x}}"),
        ["DT909 no parameter is called 'rail-rates'"],
    ),
    "DT910 a crossing without a procedure": (
        WHOLE.replace(", border: bagratashen", "")
        .replace("    - {id: up", "    - »{id: up")
        .replace("[{id: bag", "[»{id: bag"),
        [
            "DT910 the link 'up' crosses a border and names none",
            "DT913 no link crosses the border 'bagratashen'",
        ],
    ),
    "DT911 a procedure without a crossing": (
        WHOLE.replace("km: 350", "km: 350, border: »bagratashen"),
        ["DT911 the link 'down' crosses no border and names one"],
    ),
    "DT912 kilometres in no country": (
        WHOLE.replace(", country: AM, border", ", border").replace("    - {id: up", "    - »{id: up"),
        ["DT912 the link 'up' does not say in which country it lies"],
    ),
    "DT913 regimes that no link names": (
        network(regimes="»[{id: r}, {id: s}]"),
        ["DT913 no link runs under any regime"],
    ),
    "DT914 a country without a node": (
        network(
            premiums="[{country: »RU, usd: 5, assumption: x}]",
            permissions="[{cargo: wine, through: »IR, assumption: x}]",
        ),
        ["DT914 nothing of the network lies in RU", "DT914 nothing of the network lies in IR"],
    ),
    "DT915 cargo that there is not": (
        WHOLE.replace("origin: yerevan", "origin: tbilisi")
        + "  permissions: [{cargo: »AM, through: GE, assumption: x}, {cargo: »AM-GE, through: GE, assumption: x},"
        " {cargo: GE, through: AM, assumption: x}]",
        ["DT915 no flow goes from or to AM", "DT915 no flow goes between AM and GE"],
    ),
    "DT916 permissions that contradict each other": (
        network(
            permissions="[{cargo: wine, through: GE, assumption: x}, »{cargo: wine, through: GE, allowed: false,"
            " assumption: x}, {cargo: wine, through: GE, allowed: false, from: 2025, assumption: x}]"
        ),
        ["DT916 another permission says the opposite for 'wine' through GE"],
    ),
    "DT918 a flow without tonnage": (
        WHOLE.replace(", kt: 3", "").replace("[{id: wine", "[»{id: wine"),
        ["DT918 the flow 'wine' has no 'kt', so it carries nothing"],
    ),
    "DT917 names that mean two things": (
        network(
            regimes="[{id: »base}, {id: r}, {id: »tbilisi}]",
            flows="[{id: »bulk, origin: yerevan, destination: batumi, kt: 3, assumption: x}]",
        ).replace("km: 350", "km: 350, regime: r")
        + "scenarios:\n"
        + "".join(
            f"  - {{id: {name}, assumption: x, changes: [{{set: corridor.links.up.km, to: {km}}}]}}\n"
            for km, name in ((290, "»base"), (300, "»r"), (310, "other"))
        ),
        [
            "DT917 the id 'base' is also that of the case as it is",
            "DT917 the id 'tbilisi' is also that of a node",
            "DT917 the id 'bulk' is also that of a class of cargo",
            "DT917 the id 'base' is also that of the case as it is",
            "DT917 the id 'r' is also that of a regime",
        ],
    ),
    "DT200 a flow called like a link": (
        WHOLE.replace("{id: wine", "{id: »up"),
        ["DT200 the id 'up' is used twice"],
    ),
    "DT201 nodes, borders, regimes and actors that there are not": (
        WHOLE.replace("a: tbilisi", "a: »tiblisi")
        .replace("border: bag", "border: »beg")
        .replace("[{id: bag", "[»{id: bag")
        .replace("km: 350", "km: 350, regime: »open")
        + "  regimes: [{id: r, banned_by: [»nroth], takes: [»sign]}]\n",
        [
            "DT201 no border has the id 'begratashen'",
            "DT201 no node has the id 'tiblisi'",
            "DT201 no regime has the id 'open'",
            "DT913 no link crosses the border 'bagratashen'",
            "DT201 no actor has the id 'nroth'",
            "DT201 no option has the id 'sign'",
        ],
    ),
    "DT410 numbers without evidence": (
        network(
            parameters="{terminal: »400}",
            premiums="[»{country: GE, usd: 5}]",
            links=LINKS.partition("\n")[2].rpartition("    -")[0].join(["\n", ""])
            + "    - »{id: down, a: tbilisi, b: batumi, mode: rail1520, km: 350}",
        ),
        ["DT410 a number with neither a citation nor an assumption"] * 3,
    ),
}


def told(text: str, opened: Opener) -> list[str]:
    """Return the problems of a network but that no lens reads it yet."""
    return [each for each in problems(opened(text)) if " DT230 " not in each]


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_reported_at_its_place(text: str, expected: list[str], opened: Opener) -> None:
    text, places = marked(HEAD + text)

    assert told(text, opened) == [f"{place} {words}" for place, words in zip(places, expected, strict=True)]


def test_a_sound_network_is_silent(opened: Opener) -> None:
    assert told(HEAD + WHOLE, opened) == []


def test_a_link_that_a_scenario_opens_may_have_its_date(opened: Opener) -> None:
    text = WHOLE.replace("km: 350", "km: 350, status: planned, available: 2025-06-01")
    text = text.replace("destination: batumi", "destination: tbilisi")
    opening = "scenarios: [{id: opens, assumption: x, changes: [{set: corridor.links.down.status, to: open}]}]\n"
    assert [each.split()[1] for each in told(HEAD + text, opened)] == ["DT920"]
    assert told(HEAD + text + opening, opened) == []

"""The reference leaves nothing out, and says nothing of what is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from docs.generate import commands, fill, parts, plain, renewed, rooms, sections
from tests.docs.pages import DOCS, PAGES, ROOT, name
from typer.testing import CliRunner

from detente.case import Case
from detente.case.citation import Citation
from detente.case.shape import fields
from detente.case.value import Value
from detente.cli.main import application
from detente.session.rules import known_rules
from detente.session.schemas import schema_of


def page(path: str) -> str:
    """Return a page of the documentation as its reader sees it."""
    return fill((DOCS / path).read_text(encoding="utf-8"))


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one of its kind or a higher one."""
    level = heading.split(" ", maxsplit=1)[0]
    body = text.partition(f"{heading}\n")[2]
    assert body, f"no heading '{heading}'"
    return re.split(rf"^#{{1,{len(level)}}} ", body, maxsplit=1, flags=re.MULTILINE)[0]


def test_every_section_and_every_key_of_a_case_is_described() -> None:
    text = page("reference/case.md")
    headings = set(re.findall(r"^## `(\w+)`$", text, re.MULTILINE))
    assert headings == set(fields(Case))
    common = section(text, "## The keys of every claim")
    for kind in sections.kinds():
        table = text if kind.__name__ in ("Citation", "Value") else sections.text()
        for key in fields(kind):
            assert f"| `{key}` |" in table or f"| `{key}` |" in common, f"{kind.__name__}.{key}"


def test_every_key_of_every_record_stands_in_its_own_table() -> None:
    text = page("reference/case.md")
    own = {kind: f"### {kind.__name__}" for kind in sections.kinds()}
    for kind, heading in own.items():
        if f"{heading}\n" in text:
            table = section(text, heading)
            shared = "#claims" in table
            missing = [key for key in fields(kind) if f"| `{key}` |" not in table]
            assert not missing or (shared and set(missing) <= {"cites", "certainty", "hedge", "assumption", "note"})


def test_citations_and_numbers_are_described_by_hand_and_whole() -> None:
    text = page("reference/case.md")
    for kind, heading in ((Citation, "## Citations"), (Value, "## Numbers")):
        described = set(re.findall(r"^\| `(\w+)` \|", section(text, heading), re.MULTILINE))
        assert described == set(fields(kind))


def test_every_command_and_option_is_described_as_the_program_has_it() -> None:
    text = page("reference/commands.md")
    program: Any = typer.main.get_command(application())
    assert re.findall(r"^## `(\w+)`$", text, re.MULTILINE) == sorted(program.commands)
    assert "<class" not in text
    for key, command in program.commands.items():
        body = section(text, f"## `{key}`")
        assert command.help in body
        described = commands.parameters(commands.modules()[key])
        options = {word for option in command.params if option.param_type_name == "option" for word in option.opts}
        assert options - {"--help", "-h"} == {word for each in described for word in each.names if word[0] == "-"}
        assert all(f"`{option}" in body for option in options - {"--help", "-h"})
        assert len(described) == len([p for p in command.params if "--help" not in p.opts])


def test_every_code_has_its_title_and_explanation() -> None:
    text = page("reference/codes.md")
    assert re.findall(r"^## (DT\d{3,4})", text, re.MULTILINE) == list(known_rules())
    for code, rule in known_rules().items():
        body = section(text, f"## {code}: {rule.title}")
        assert rule.explanation in body
        assert str(rule.severity) in body
    first_digits = set(re.findall(r"^\| DT(\d{1,2})\.\. \|", text, re.MULTILINE))
    assert first_digits == {code[2:-2] for code in known_rules()}


def test_every_room_is_on_the_plan() -> None:
    text = page("architecture.md")
    source = ROOT / "src" / "detente"
    there = {path.parent.name for path in source.glob("*/__init__.py")} | {path.stem for path in source.glob("*.py")}
    assert there - {"__init__"} == {room for line in rooms.layers() for room in line}
    assert all(f"| `{room}` |" in text for room in there - {"__init__"})
    assert all(rule in text for rule in rooms.rules())


def test_generated_parts_are_asked_for_by_the_pages() -> None:
    written = {path.stem for path in (DOCS / "generate").glob("[a-z]*.py")}
    asked = [part for path in PAGES for part in parts(path.read_text(encoding="utf-8"))]
    assert sorted(asked) == sorted(written)


def test_the_reference_can_be_read_without_being_built() -> None:
    for path in sorted((DOCS / "reference").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert renewed(text) == text, f"{name(path)} is old: python -m docs.generate"
        assert len(re.findall("^<!-- end of ", text, re.MULTILINE)) == len(parts(text)), f"{name(path)} lacks a copy"
        assert not re.search(r"^\([\w-]+\)=$|^: ", text, re.MULTILINE), f"{name(path)} needs MyST"


def test_a_copy_has_anchors_and_lists_in_the_place_of_labels_and_terms() -> None:
    text = plain("(a-b)=\n## A\n\n`x`\n: One\n  two.\n\n`y`\n: Three.\n\nMore: text\n")

    assert text == '<a id="a-b"></a>\n\n## A\n\n- `x`: One\n  two.\n- `y`: Three.\n\nMore: text\n'


DOCUMENTS = {
    "detente.check/1": ["check", "--format", "json"],
    "detente.brief/1": ["brief", "--json"],
    "detente.situation/1": ["show", "--json"],
    "detente.conflict/1": [
        *("conflict", "--json", "--why", "N", "--from", "N", "--coalitions", "--robust"),
        *("--toward", "N"),
        *("--also", "sim"),
    ],
    "detente.system/1": ["system", "--json", "--draws", "8"],
    "detente.roadmap/1": ["roadmap", "--json"],
    "detente.settlement/1": ["settle", "--json"],
    "detente.corridor/1": ["corridor", "--json", "--draws", "8"],
}

UNLISTED = {"detente.conflict/1": ["--json", "--engine", "symbolic"]}
"""How the same document is printed without a list of states, which has keys of its own."""

HEAD = {"case", "as_of", "scenario", "determined", "because", "beyond_knowledge", "without"}
"""Keys that every document of a lens begins with."""

LEFT_OUT = {"WithoutSources", "Fell", "Loose", "Missing"}
"""What every document says of sources that are left out, described once for all."""

EMPTY = {"too_large", "as_planned"}
"""Keys that only a far larger case fills."""

FULL = """
case: {id: full, as_of: 2025-07-10}
sources: [{id: wire, status: [{is: retracted, from: 2025-01, assumption: a}]}, {id: paper}]
actors:
  - {id: north, name: North, kind: state}
  - {id: south, name: South, kind: state}
  - {id: west, name: West, kind: state}
formats:
  - id: talks
    parties: [north]
    from: 2025
    turns: [{is: began, why: w, costs: [{actor: north, what: x}]}]
    coupled_with: [{format: trade, text: t, cites: [paper]}]
  - {id: trade, parties: [north]}
issues:
  - {id: treaty, continuum: {}, outcomes: [{id: sign}, {id: half}, {id: unsigned}]}
  - {id: route, continuum: {}, outcomes: [{id: open}, {id: half}, {id: closed}]}
settlement:
  parties:
    - actor: north
      batna: [0.7, 0.9]
      weights: {treaty: 3, route: 1}
      values: {treaty: {sign: 1, half: 0.5, unsigned: 0}, route: {open: 1, half: 0.5, closed: 0}}
      red_lines: [{id: line, when: route is open or not (route is open)}]
      assumption: a
    - actor: south
      batna: 0.6
      weights: {treaty: 1, route: 3}
      values: {treaty: {sign: 0, half: 0.5, unsigned: 1}, route: {open: 0, half: 0.5, closed: 1}}
      assumption: a
positions:
  - {actor: north, issue: treaty, stance: sign, value: [70, 90], salience: 0.9, date: 2025-01}
  - {actor: north, issue: route, value: 20, salience: 0.2, assumption: a}
  - {actor: south, issue: treaty, value: 10, salience: 0.2, assumption: a}
  - {actor: south, issue: route, value: [80, 90], salience: 0.9, assumption: a}
capabilities: [{actor: north, value: 1, assumption: a}, {actor: south, value: [1, 2], issue: treaty, assumption: a}]
commitments: [{id: vow, status: [{is: agreed, from: 2025-01}]}]
measures: [{id: border, observations: [{date: 2024, value: 3, cites: [wire]}, {date: 2024, value: 5, cites: [paper]}]}]
conclusions: [{id: view, text: They want it, rests_on: [summit], rivals: [{text: Not so, why: w}]}]
forecasts:
  - {id: guess, resolves: {by: north, bands: [{id: a}, {id: b}]}, probability: 0.3, until: 2026, assumption: a}
steps:
  - {id: vote, name: Vote, status: scheduled, date: 2025, probability: 0.5, assumption: a}
  - {id: give, name: Give, requires: [take]}
  - {id: take, name: Take, requires: [give]}
roadmap: {goal: vote}
events: [{id: summit, date: 2025-07, what: They meet}, {id: before, date: 2025-06, what: A quarrel}]
relations:
  - {from: north, to: south, date: 2025-01, sign: cooperative}
  - {from: north, to: south, date: 2025-02, sign: conflictual}
  - {from: west, to: south, date: 2025-02, sign: conflictual}
  - {from: west, to: north, date: 2025-02, sign: conflictual}
disclosures:
  - {event: summit, by: north, what: disclosed, date: 2025-07-01}
  - {event: summit, by: south, what: readout, date: 2025-07-02}
  - {event: summit, by: south, what: framed, text: A great day}
  - {event: summit, by: west, what: denied, date: 2025-07}
episodes:
  - {id: old, between: [north, south], incidents: [{event: before, role: trigger}]}
  - {id: new, between: [north, south], incidents: [{event: summit, role: trigger}, {event: before, role: demand}]}
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign}]
      red_lines: [{id: line, when: sign or not sign}]
      preferences: {statements: [{id: sign-it, when: sign, probability: [0.2, 0.6]}]}
  status_quo: []
  named_states: {deal: [sign]}
  perceptions: [{by: north, changes: [{drop: conflict.sign-it}]}]
corridor:
  nodes:
    - {id: hill, country: NO, assumption: a}
    - {id: pass, country: CH, assumption: a}
    - {id: bay, country: SE, assumption: a}
  links:
    - {id: up, a: hill, b: pass, mode: road, km: 90, country: CH, regime: free, assumption: a}
    - {id: down, a: pass, b: bay, mode: road, km: 90, country: CH, capacity: 1, assumption: a}
    - {id: round, a: hill, b: bay, mode: road, km: 200, country: NO, assumption: a}
  regimes:
    - {id: free, kind: sovereign, usd: 10, fee_to: {CH: 1}, assumption: a}
    - {id: dear, usd: [10, 400], fee_to: {north: 1}, assumption: a}
  flows: [{id: ore, origin: hill, destination: bay, kt: [10, 20], assumption: a}]
  claims: [{id: much, text: Much, predicate: "change(CH, dear) < -30", assumption: a}]
  control:
    functions: [customs]
    holders: [north, nobody]
    rules: [{id: own, by: north, reading: middle, when: customs decided by north, assumption: a},
            {id: none, by: south, reading: middle, when: customs decided by nobody, assumption: a}]
    classes: [{id: nobody-does, text: Nobody does, when: customs decided by nobody, assumption: a}]
system:
  from: 2024
  descriptors:
    - {id: mood, tracks: [talks], states: [{id: calm}, {id: tense}], history: [{is: calm, from: 2024, assumption: a}]}
    - id: world
      kind: context
      tracks: [trade]
      states: [{id: idle}, {id: busy}]
      history: [{is: busy, from: 2024, assumption: a}]
  impacts:
    - {from: world.busy, on: mood.tense, effect: [-1, 2], coder: ann, assumption: a}
    - {from: world.busy, on: mood.tense, effect: 2, coder: bob, assumption: a}
  shocks: [{id: calmer, set: {world: idle}, for: once, assumption: a}, {id: outcry, set: {mood: tense}, assumption: a}]
"""


AGREEABLE = FULL.replace("batna: [0.7, 0.9]", "batna: [0.1, 0.2]").replace("batna: 0.6", "batna: 0.1")
"""The same case with packages that both sides prefer to no deal."""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_key_of_a_json_document_is_described(document: str, tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    command, *options = DOCUMENTS[document]
    printed: dict[str, Any] = {}
    inside: set[str] = set()
    for text, words in ((FULL, options), (AGREEABLE, options), (FULL, UNLISTED.get(document, options))):
        path.write_text(text, encoding="utf-8")
        found = json.loads(CliRunner().invoke(application(), [command, str(path), *words]).stdout)
        assert found["format"] == document
        inside |= _inner(found)
        printed |= {key: value for key, value in found.items() if value or key not in printed}
    assert {key for key, value in printed.items() if value in ([], {})} <= EMPTY, "nothing inside is looked at"
    body = section(page("reference/json.md"), f"## `{document}`")
    described = set(re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE))
    assert described == set(printed) - HEAD
    for key in inside - HEAD:
        assert f"`{key}`" in body, f"{document} has '{key}'"


@pytest.mark.parametrize("word", ["seal", "verify", "score"])
def test_every_key_of_a_document_about_forecasts_is_described(word: str) -> None:
    schema = schema_of(word)
    body = section(page("reference/json.md"), f"## `detente.{word}/1`")
    assert set(re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)) == set(schema["properties"]) - (HEAD - _own(word))
    own = (each for name, each in schema["definitions"].items() if name not in LEFT_OUT)
    assert all(f"`{key}`" in body for each in own for key in each["properties"])


def _own(word: str) -> set[str]:
    """Return the keys of a head that the table of a document has, which does not begin with a head."""
    return set() if word == "score" else {"case"}


def _inner(value: Any) -> set[str]:
    """Return the keys below the first level that are not ids of the case or names of states."""
    ids = {
        "north",
        "south",
        "route",
        "talks",
        "trade",
        "before",
        "north+south",
        "north+west",
        "south+west",
        "view",
        "old",
        "new",
        "treaty",
        "vow",
        "border",
        "vote",
        "give",
        "take",
        "summit",
        "guess",
        "base",
        "free",
        "dear",
        "ore",
        "CH",
        "NO",
        "SE",
        "customs",
        "mood",
        "world",
        "calmer",
        "outcry",
        "sign",
        "deal",
        "N",
        "Y",
    }
    if isinstance(value, dict):
        own = {key for key in value if key not in ids and "." not in key}
        return own | {k for item in value.values() for k in _inner(item)}
    return {key for item in value for key in _inner(item)} if isinstance(value, list) else set()


def test_every_page_can_be_found_from_the_index() -> None:
    listed = {f"{line.strip()}.md" for line in (DOCS / "index.md").read_text(encoding="utf-8").splitlines()}
    for path in DOCS.rglob("*.md"):
        assert path.name == "index.md" or path.relative_to(DOCS).as_posix() in listed, name(path)


def test_every_key_of_the_model_that_is_exported_is_described(tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    path.write_text(FULL, encoding="utf-8")
    model = json.loads(CliRunner().invoke(application(), ["export", str(path), "--to", "json"]).stdout)["model"]
    body = page("reference/model.md")
    assert set(re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)) == set(model)
    for key in _inner(model):
        assert f"`{key}`" in body, key


def test_every_format_of_exchange_is_described() -> None:
    from detente.casefile.importer import importers
    from detente.exports.registry import names

    text = page("how-to/exchange.md")
    assert all(f"`{key}`" in text for key in (*names(), *importers()))


def test_every_key_of_what_is_left_out_is_described() -> None:
    """On the page that the reference of documents leads to."""
    told = page("how-to/sources.md")
    definitions = schema_of("score")["definitions"]
    assert [key for name in sorted(LEFT_OUT) for key in definitions[name]["properties"] if f"`{key}`" not in told] == []

"""Completing half-typed text: what the flagship has at a place is offered there while it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.session.editing import Choice, Desk, Mention, complete, typed_at

FLAGSHIP = Path(__file__).parents[2] / "examples" / "south-caucasus"
PROSE = ("measure", "note", "why")


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return the flagship on a desk."""
    made = Desk(FLAGSHIP)
    made.check()
    return made


def offered(desk: Desk, text: str, more: str = "") -> tuple[Choice, ...]:
    """Return what is offered at the end of a text in a file of its own, which goes on with more."""
    desk.write("mine.yaml", text + more)
    lines = text.split("\n")
    found = complete(desk, "mine.yaml", len(lines), len(lines[-1]) + 1)
    desk.leave("mine.yaml")
    return found


def uses(desk: Desk) -> Iterator[Mention]:
    """Yield the places of the flagship's YAML that use an id, but for those in sentences."""
    for several in desk.index.by_name.values():
        for each in several:
            if not each.is_definition and each.span.path.endswith(".yaml") and each.at[-1] not in PROSE:
                yield each


@pytest.mark.parametrize("typed", [0.0, 0.5, 0.9], ids=["nothing", "half", "nearly"])
def test_an_id_is_offered_where_the_flagship_has_it_however_much_of_it_is_typed(desk: Desk, typed: float) -> None:
    """Every 23rd use is typed anew, with all that stands above it and nothing of what stands below."""
    missing = []
    for each in sorted(uses(desk), key=lambda use: use.span)[::23]:
        lines = desk.index.lines.texts[each.span.path].split("\n")
        column = each.span.column - 1 + int(typed * len(each.name.id))
        text = "\n".join([*lines[: each.span.line - 1], lines[each.span.line - 1][:column]])
        words = {word for choice in offered(desk, text) for word in re.split("[.@]", choice.text)}
        missing += [] if each.name.id in words else [str(each.span)]

    assert missing == []


def test_an_id_is_offered_where_the_flagship_has_it_with_all_that_stands_below(desk: Desk) -> None:
    """Every 41st use is emptied in its file."""
    missing = []
    for each in sorted(uses(desk), key=lambda use: use.span)[::41]:
        text, name = desk.index.lines.texts[each.span.path], Path(each.span.path).name
        lines = text.split("\n")
        line, first = lines[each.span.line - 1], each.span.column - 1
        lines[each.span.line - 1] = line[:first] + line[first + len(each.name.id) :]
        desk.write(name, "\n".join(lines))
        found = complete(desk, name, each.span.line, each.span.column)
        desk.leave(name)
        missing += [] if each.name.id in {w for c in found for w in re.split("[.@]", c.text)} else [str(each.span)]

    assert missing == []


def test_paragraphs_of_a_text_at_hand_are_offered_with_their_first_words(desk: Desk) -> None:
    lines = [line for line in (FLAGSHIP / "dossier.md").read_text("utf-8").splitlines() if line.strip()]

    found = offered(desk, "events:\n  - id: x\n    cites: [dossier ¶")

    assert [choice.text for choice in found] == [f"¶{number}" for number in range(1, len(lines) + 1)]
    assert all(line.startswith(choice.detail.rstrip("…")) for choice, line in zip(found, lines, strict=True))


def test_of_a_source_without_its_text_the_cited_paragraphs_are_offered(desk: Desk) -> None:
    written = "".join(path.read_text("utf-8") for path in FLAGSHIP.glob("*.yaml"))
    cited = re.findall(
        r"(?:\barticle |source: article, at: )¶(\d+)(?:-(\d+))?", re.sub(r"#.*|\"[^\"\n]*\"", "", written)
    )
    numbers = {number for first, last in cited for number in range(int(first), int(last or first) + 1)}

    found = [choice.text for choice in offered(desk, "events:\n  - id: x\n    cites: article ")]

    assert found == [f"¶{number}" for number in sorted(numbers)]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("events:\n  - id: x\n    cites: [{source: dossier, at: ", ""),
        ("events:\n  - id: x\n    cites:\n      - source: dossier\n        at: ¶1", ""),
        ("events:\n  - id: x\n    cites:\n      - at: ", "\n        source: dossier\n  - id: y\n"),
    ],
)
def test_the_long_form_of_a_citation_has_paragraphs_too(desk: Desk, text: str, more: str) -> None:
    assert "¶10" in {choice.text for choice in offered(desk, text, more)}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("conflict:\n  infeasible:\n    - when: not (accept-operator@", "armenia", "accept-operator@armenia"),
        ('conflict:\n  infeasible:\n    - when: "not (accept-operator@', "armenia", "accept-operator@armenia"),
        ("conflict:\n  infeasible:\n    - when: 'not (accept-operator@", "armenia", "accept-operator@armenia"),
        ("settlement:\n  parties:\n    - red_lines: [{when: not (constitution.", "amended", "constitution"),
        ("system:\n  impacts:\n    - {from: format.", "direct", "format.direct"),
        ("system:\n  impacts:\n    - {from: ", "format.direct", "format"),
        ("system:\n  gates:\n    - {when: format is ", "direct", "mission"),
        ("system:\n  gates:\n    - {when: format is not ", "direct", "and"),
        ("system:\n  gates:\n    - {closes: conflict.", "accept-operator", "referendum"),
        ("system:\n  descriptors:\n    - id: format\n      history:\n        - {is: ", "direct", "mission"),
        ("system:\n  shocks:\n    - {id: x, set: {format: ", "direct", "mission"),
        ("system:\n  shocks:\n    - {id: x, set: {", "format", "direct"),
        ("corridor:\n  control:\n    rules:\n      - {when: customs ", "decided", "accept-operator"),
        ("corridor:\n  control:\n    rules:\n      - {when: customs met by ", "armenia", "accept-operator"),
        ("corridor:\n  control:\n    holders: [", "armenia", "accept-operator"),
        ("corridor:\n  claims:\n    - {predicate: share(", "china-to-europe", "accept-operator"),
        ("corridor:\n  claims:\n    - {measure: With ", "", "china-to-europe"),
        ("corridor:\n  regimes:\n    - {id: x, fee_to: {", "armenia", "accept-operator"),
        ("corridor:\n  regimes:\n    - {id: x, users: [", "china-to-europe", "armenia"),
        ("settlement:\n  parties:\n    - actor: armenia\n      values:\n        constitution: {", "amended", "closed"),
        ("scenarios:\n  - id: x\n    changes:\n      - {add: steps, record: {id: y, ", "requires", "what"),
        (
            "scenarios:\n  - id: x\n    changes:\n      - {add: steps, record: {id: y, requires: [",
            "referendum",
            "armenia",
        ),
        (
            "conflict:\n  perceptions:\n    - changes:\n        - {add: conflict.armenia.statements, record: {id: y, ",
            "when",
            "changes",
        ),
        ("scenarios:\n  - id: x\n    changes:\n      - {set: steps.referendum.status, to: ", "met", "referendum"),
        ("scenarios:\n  - id: x\n    changes:\n      - {set: settlement.azerbaijan.weights.", "constitution", "sign"),
    ],
)
def test_a_place_is_offered_what_belongs_there(desk: Desk, text: str, wanted: str, unwanted: str) -> None:
    words = {choice.text for choice in offered(desk, text)}

    assert not wanted or wanted in words
    assert unwanted not in words


def test_keys_that_stand_below_are_not_offered_again_and_those_of_the_next_record_are(desk: Desk) -> None:
    words = {choice.text for choice in offered(desk, "events:\n  - id: x\n    wh", "\n    date: 2025\n  - what: y\n")}

    assert "date" not in words
    assert "what" in words


def test_a_value_that_a_colon_stands_in_is_no_key(desk: Desk) -> None:
    words = {choice.text for choice in offered(desk, "events:\n  - id: x\n    certainty: fa", ":ct\n")}

    assert "fact" in words


@pytest.mark.parametrize(
    ("line", "column", "word", "has_colon"),
    [
        ("cites: [dossier ¶1]", 18, "¶1", False),
        ("actors: [arm", 13, "arm", False),
        ("actors: [armenia]", 13, "armenia", False),
        ("when: sign@az", 14, "az", False),
        ("actors: ", 4, "actors", True),
        ("from: event:", 13, "", False),
        ("from: event:abu", 9, "event", False),
    ],
)
def test_a_choice_takes_the_place_of_the_whole_word(line: str, column: int, word: str, has_colon: bool) -> None:
    typed = typed_at(line, 1, column)

    assert line[typed.first - 1 : typed.behind - 1] == word
    assert typed.has_colon == has_colon

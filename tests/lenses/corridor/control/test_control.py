"""What the page and the document say of who controls what on a route."""

from __future__ import annotations

from typing import Any

from tests.conftest import Opener
from tests.docs.pages import DOCS, blocks
from tests.lenses.reading import rows

from detente.findings import Depth, Finding, Part
from detente.findings.result import plain
from detente.lenses.corridor.control.chapter import find, show
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.look import Look
from detente.study import Study

CASE = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: upper, name: Upper Bank, kind: state}, {id: lower, name: Lower Bank, kind: state}]
sources: [{id: gazette, title: Gazette}, {id: digest, title: Digest}]
conflict:
  joint: [{id: share, text: Share the gate, by: [upper, lower]}]
  decision_makers:
    - {actor: upper, options: [{id: keep, text: Keep the gate}], preferences: {statements: [keep], assumption: a}}
    - {actor: lower, options: [{id: pass}], preferences: {statements: [pass], assumption: a}}
  status_quo: [keep]
issues: [{id: gate, outcomes: [{id: own, takes: [keep]}, {id: shared, text: A shared gate, takes: [share]}]}]
corridor:
  regimes: [{id: own, name: Own posts, takes: [keep], assumption: a}, {id: joint-posts, takes: [share], assumption: a}]
  control:
    functions: [checks, dues]
    rights: [law]
    holders: [upper, firm, nobody]
    names: {firm: a ferry company}
    rules:
      - {id: own-law, by: upper, when: law held by upper, stated: true, cites: [gazette ¶1]}
      - {id: own-word, by: upper, reading: [middle, strict], when: checks decided by upper, cites: [gazette ¶2],
         why: upper decides who passes}
      - {id: own-face, by: upper, reading: strict, when: checks met by upper, cites: [gazette ¶2, digest ¶9]}
      - {id: none, by: lower, reading: LOWER, when: "checks met by nobody and checks decided by nobody",
         cites: [gazette ¶3]}
      - {id: not-theirs, by: lower, reading: no faces, when: no checks met by upper, cites: [gazette ¶4, digest ¶5]}
    classes:
      - {id: posts, text: Posts at the gate, when: checks met by upper, regime: own, cites: [gazette ¶1]}
      - {id: hired, text: A hired crew, when: checks met by firm, regime: joint-posts, cites: [gazette ¶1]}
      - {id: other, text: Another law, when: no law held by upper, cites: [gazette ¶1]}
""".replace("LOWER", '"no checks, at all"')


def said(opened: Opener, text: str = CASE) -> tuple[dict[str, Any], list[Finding]]:
    """Return the document's part and the findings of a case."""
    look = Look(Study(opened(text).case).at(), CorridorOptions())
    found = find(look)
    assert found is not None
    return plain(found), list(show(found, look))


def test_the_document_is_the_contract(opened: Opener) -> None:
    """Readings in row order with an example or what empties them, classes with the rules they break."""
    document, _ = said(opened)
    keys = ("row", "column", "emptied_by", "opened_by")
    assert [tuple(each[key] for key in keys) for each in document["readings"]] == [
        ("middle", "no checks, at all", "own-word", [["own-word"], ["none"]]),
        ("middle", "no faces", None, []),
        ("strict", "no checks, at all", "none", [["none"]]),
        ("strict", "no faces", "own-face", [["own-face"], ["not-theirs"]]),
    ]
    assert [each["example"] for each in document["readings"]][1] == {
        "checks": {"decides": "upper", "meets": "firm", "where": "on"},
        "dues": {"decides": "upper", "meets": "upper", "where": "on"},
    }
    assert [each["example"] is None for each in document["readings"]] == [True, False, True, True]
    assert document["readings"][1]["rights"] == {"law": "upper"}
    assert [(each["id"], each["text"], each["breaks"]) for each in document["classes"]] == [
        ("posts", "Posts at the gate", ["none", "not-theirs"]),
        ("hired", "A hired crew", ["own-face", "none"]),
        ("other", "Another law", ["own-law"]),
    ]
    assert [(each["regime"], each["takes"], each["outcomes"]) for each in document["classes"]] == [
        ("own", ["keep"], ["gate is own"]),
        ("joint-posts", ["share@lower", "share@upper"], ["gate is shared"]),
        (None, None, []),
    ]


def test_the_page_says_it_in_a_sentence_and_a_table(opened: Opener) -> None:
    """Whose reading leaves nothing against which; each cell the arrangement by its name in the dispute."""
    _, (finding, _) = said(opened)
    assert finding.headline == (
        "Only Lower Bank read as “no checks, at all” against Upper Bank read as “middle” or “strict” and Lower Bank"
        " read as “no faces” against Upper Bank read as “strict” leave nothing that keeps the rules of both."
    )
    assert (finding.part, finding.depth) == (Part.DEAL, Depth.HEADLINE)
    table = finding.tables[0]
    assert [column.title for column in table.columns] == [
        "Upper Bank, read as",
        "no checks, at all (our reading, ¶3)",
        "no faces (our reading, gazette ¶4, digest ¶5)",
    ]
    assert [row.cells for row in table.rows] == [
        ("middle (our reading)", "Nothing", "A hired crew"),
        ("strict (our reading)", "Nothing", "Nothing"),
    ]
    assert [str(cite) for cite in table.rows[1].cites] == ["gazette ¶2", "digest ¶9", "gazette ¶1"]
    assert table.matrix


def test_behind_it_stands_every_rule_and_what_it_blocks(opened: Opener) -> None:
    """Either side's rule is named where either alone would open a cell, and rules say whether they are stated."""
    _, (finding, _) = said(opened)
    because = [statement.text for statement in finding.because]
    assert because[0] == (
        "Upper Bank read as “middle” with Lower Bank read as “no checks, at all”: something would be left without Upper"
        " Bank's “upper decides who passes” or without Lower Bank's “checks met by nobody and checks decided by"
        " nobody”."
    )
    assert because[3] == "Upper Bank: “law held by upper” (stated)."
    assert because[4] == "Upper Bank, read as “middle” or “strict”: Upper decides who passes (our reading)."
    assert [str(cite) for cite in finding.because[5].cites] == ["gazette ¶2", "digest ¶9"]


def test_arrangements_are_told_in_full(opened: Opener) -> None:
    """What each breaks, by which options it comes about, the regime of today, and every example in words."""
    _, (_, detail) = said(opened)
    assert detail.headline == "Every arrangement that has a name breaks a rule of some reading."
    assert [each.text for each in detail.statements] == [
        "As the conflict stands, its options bring about the regime “Own posts”."
    ]
    classes = [(row["class"], row["breaks"], row["options"], row["outcomes"]) for row in rows(detail, "classes")]
    assert classes == [
        ("Posts at the gate", ("Lower Bank, however it is read",), ("Keep the gate",), ("own",)),
        (
            "A hired crew",
            ("Upper Bank read as “strict”", "Lower Bank read as “no checks, at all”"),
            ("Share the gate",),
            ("A shared gate",),
        ),
        ("Another law", ("Upper Bank, however it is read",), None, None),
    ]
    assert rows(detail, "examples")[1]["example"] == (
        "checks: Upper Bank decides, a ferry company meets the user, on the route",
        "dues: Upper Bank decides and meets the user, on the route",
        "law: held by Upper Bank",
    )


def test_all_or_nothing_is_said_so(opened: Opener) -> None:
    """Where every pair leaves something, or none does, no pair is picked out."""
    _, (finding, *_) = said(
        opened,
        CASE.replace("checks decided by upper,", "law held by upper,").replace(
            "checks met by upper, cites: [gazette ¶2,", "dues met by upper, cites: [gazette ¶2,"
        ),
    )
    assert finding.headline.endswith("every pair of readings leaves something that keeps the rules of both.")
    _, (finding, *_) = said(
        opened,
        CASE.replace("when: law held by upper", "when: checks decided by upper met by upper").replace(
            "checks decided by upper met by upper", "checks met by upper"
        ),
    )
    assert finding.headline.endswith("no pair of readings leaves anything that keeps the rules of both.")


def readings(by: str, count: int) -> str:
    """Return so many more readings of a side, all of which ask for the same."""
    rule = "{{id: more-{by}-{k}, by: {by}, reading: way {k}, when: no dues met by upper, cites: [gazette ¶4]}}"
    return "".join(f"      - {rule.format(by=by, k=k)}\n" for k in range(count))


def test_the_side_with_more_readings_goes_down_the_page(opened: Opener) -> None:
    _, (finding, _) = said(opened, CASE.replace("    classes:", readings("lower", 3) + "    classes:"))
    assert [column.key for column in finding.tables[0].columns] == ["row", "column-1", "column-2"]
    assert finding.tables[0].columns[0].title == "Lower Bank, read as"
    assert len(finding.tables[0].rows) == 5


def test_many_readings_of_both_stand_pair_by_pair(opened: Opener) -> None:
    """More readings than fit beside each other stand below each other."""
    more = readings("lower", 3) + readings("upper", 3)
    _, (finding, _) = said(opened, CASE.replace("    classes:", more + "    classes:"))
    assert [column.key for column in finding.tables[0].columns] == ["row", "column", "left"]
    assert len(finding.tables[0].rows) == 25


def test_one_side_alone_has_classes_only(opened: Opener) -> None:
    """Without somebody to read beside it there is no table; what classes break is told all the same."""
    document, findings = said(opened, CASE.replace("by: lower", "by: upper"))
    assert document["readings"] == []
    assert [finding.id for finding in findings] == ["control-arrangements"]
    assert [each["breaks"] for each in document["classes"]] == [
        ["none", "not-theirs"],
        ["own-face", "none"],
        ["own-law"],
    ]


def test_without_control_nothing_is_said(opened: Opener) -> None:
    """A corridor that says nothing of control has no such part."""
    text = CASE[: CASE.index("  control:")]
    assert find(Look(Study(opened(text).case).at(), CorridorOptions())) is None


def test_rules_are_of_a_time_and_scenarios_change_them(opened: Opener) -> None:
    """A rule that does not hold on the day empties nothing, nor does one that a scenario drops."""
    later = CASE.replace("id: own-word,", "id: own-word, from: 2025-09,")
    document, _ = said(opened, later)
    assert {(each["row"], each["column"]) for each in document["readings"]} == {
        ("strict", "no checks, at all"),
        ("strict", "no faces"),
    }
    dropped = CASE + "scenarios: [{id: yields, title: Y, changes: [{drop: corridor.control.not-theirs}]}]\n"
    case = opened(dropped).case
    found = find(Look(Study(case).at(scenario=case.scenarios[0]), CorridorOptions()))
    assert found is not None
    assert {each.column for each in found.readings} == {"no checks, at all"}


def test_the_table_of_the_documentation_is_what_comes_out(opened: Opener) -> None:
    """The how-to shows the very cells that its example has."""
    page = DOCS / "how-to" / "control.md"
    _, (finding, _) = said(opened, blocks(page)[0].text)
    shown = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in page.read_text().splitlines() if line[:1] == "|"
    ]
    assert shown[2:] == [[str(row.cells[0]).split(" (")[0], *row.cells[1:]] for row in finding.tables[0].rows]
    assert shown[0] == [column.title.split(" (")[0] for column in finding.tables[0].columns]

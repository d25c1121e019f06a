"""Further concepts that are asked for: in the lists, on the page, and where they have no meaning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, texts
from typer.testing import CliRunner, Result

from detente.cli.main import application
from detente.findings import Findings
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import AskError

# North can do or leave a, South b; states are named a then b. In the dilemma Y is to cooperate, in chicken to swerve;
# what follows from the definitions is derived in tests/methods/gmcr/stability/test_foresight.py.
DILEMMA = ("[[NY], [YY], [NN], [YN]]", "[[YN], [YY], [NN], [NY]]")
CHICKEN = ("[[NY], [YY], [YN], [NN]]", "[[YN], [YY], [NY], [NN]]")
RESTLESS = ("[[YN], [NY], [NN], [YY]]", "[[YY], [NN], [YN], [NY]]")


def game(north: str, south: str, more: str = "") -> str:
    return f"""
        case: {{id: demo, as_of: 2025-07-10}}
        actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
        conflict:
          decision_makers:
            - {{actor: north, options: [{{id: do-a, text: Do a}}], preferences: {{assumption: n, ranking: {north}}}}}
            - {{actor: south, options: [{{id: do-b, text: Do b}}], preferences: {{assumption: s, ranking: {south}}}}}
          status_quo: []
          named_states: {{both: [do-a, do-b]}}
          {more}
    """


def ask(opened: Opener, text: str, *also: str, why: str | None = None) -> Findings:
    return opened(text).at().look("conflict", ConflictOptions(also=also, why=why))


def reasons(findings: Findings, concept: str) -> list[str]:
    """Return what the chapter on a state's reasons says under a concept."""
    return [s.text for s in chapter(findings, "why").statements if s.text.startswith(f"Under {concept}, ")]


def test_what_is_asked_for_comes_after_what_is_always_there(opened: Opener) -> None:
    document = ask(opened, game(*CHICKEN), "nm", "L3", "sim", "l3", "l12").document

    for part in ("stability", "equilibria"):
        assert list(document[part]) == ["nash", "gmr", "smr", "seq", "sseq", "sim", "l3", "l12", "nm"]
    assert document["equilibria"]["l3"] == document["equilibria"]["nm"] == ["YY"]
    assert document["stability"]["l3"] == {"north": ["NY", "YY"], "south": ["YN", "YY"]}


def test_what_is_not_asked_for_is_not_there(opened: Opener) -> None:
    asked, unasked = ask(opened, game(*CHICKEN), "sim"), ask(opened, game(*CHICKEN))

    del asked.document["stability"]["sim"], asked.document["equilibria"]["sim"]
    assert asked.document == unasked.document
    assert not any("SIM" in text for text in texts(unasked))


def test_tables_and_sentences_name_it(opened: Opener) -> None:
    findings = ask(opened, game(*CHICKEN), "l3", "sim")
    found = chapter(findings, "equilibria")
    (both,) = rows(found, "named-states")

    assert both["concepts"] == ("GMR", "SMR", "SIM", "L3")
    assert ("GMR", "SMR", "SIM", "L3") in [row["concepts"] for row in rows(found, "equilibria")]
    assert any("SIM 3, L3 1." in said.text for said in found.statements)
    assert [row["stays"] for row in rows(chapter(findings, "standing"), "status-quo")] == ["none", "none"]
    assert any(said.text.startswith("Limited-move stability, 3 moves ahead (L3): It") for said in found.statements)
    assert found.method is not None
    assert {"FraserHipel1984", "Kilgour1985"} <= set(found.method.references)


def certificate(findings: Findings, maker: str, key: str) -> Any:
    return findings.document["certificates"]["decision_makers"][maker][key]


def test_certificates_of_those_who_look_ahead(opened: Opener) -> None:
    """Chicken: looking three ahead at YY, North expects South to go on to NN, and itself to swerve to YN."""
    findings = ask(opened, game(*CHICKEN), "l3", "nm", why="both")
    line = [{"by": maker, "from": s, "to": t} for maker, s, t in (("north", "YY", "NY"), ("south", "NY", "NN"))]
    line.append({"by": "north", "from": "NN", "to": "YN"})

    expected = {"stable": "true", "horizon": 3, "anticipated": line, "ends_at": "YN"}
    assert certificate(findings, "north", "l3") == expected
    assert certificate(findings, "north", "nm")["anticipated"] == line
    assert reasons(findings, "L3")[0] == (
        "Under L3, North stays: looking 3 moves ahead, it expects this of its best move: North would drop “Do a”, then "
        "South would drop “Do b” (against its own preference), then North would take “Do a”; and it likes where that "
        "ends no better than where it stands."
    )
    assert reasons(findings, "NM")[0].startswith("Under NM, North stays, however far both look: for instance, looking ")


def test_certificates_of_those_who_leave(opened: Opener) -> None:
    """What is expected at NN changes with every horizon; at an odd one North goes to YN, which it likes best."""
    findings = ask(opened, game(*RESTLESS), "l1", "nm", why="NN")
    found = certificate(findings, "north", "nm")

    assert certificate(findings, "north", "l1")["ends_at"] == found["ends_at"] == "YN"
    assert found["stable"] == "false"
    assert found["horizon"] % 2 == 1
    assert reasons(findings, "L1")[0] == (
        "Under L1, North would leave: looking 1 move ahead, it expects this of its best move: North would take "
        "“Do a”; and it prefers where that ends."
    )
    assert reasons(findings, "NM")[0].startswith("Under NM, North would leave again and again as both look farther: ")


def test_who_cannot_move_stays(opened: Opener) -> None:
    findings = ask(opened, game("[[NN], [NY]]", "[[NY], [NN]]", "infeasible: [do-a]"), "l2", why="NN")

    assert certificate(findings, "north", "l2") == {
        "stable": "true",
        "horizon": 2,
        "anticipated": [],
        "ends_at": "NN",
    }
    assert reasons(findings, "L2")[0] == "Under L2, North stays: it has no move."


def test_certificates_of_moves_at_the_same_moment(opened: Opener) -> None:
    findings = ask(opened, game(*DILEMMA), "sim", why="both")

    assert certificate(findings, "north", "sim") == {
        "stable": "true",
        "improvements": [{"to": "NY", "answer": [{"by": "south", "from": "YY", "to": "YN"}], "ends_at": "NN"}],
    }
    assert reasons(findings, "SIM")[0] == (
        "Under SIM, North stays: if it were to drop “Do a”, and at the same moment South would drop “Do b”, for a gain "
        "of its own, it would end up no better off."
    )


def test_gains_that_nobody_meets(opened: Opener) -> None:
    """At YN North gains by going to NN, and South, who has all it wants, does nothing at the same moment."""
    findings = ask(opened, game(*DILEMMA), "sim", why="YN")

    assert certificate(findings, "north", "sim") == {
        "stable": "false",
        "improvements": [{"to": "NN", "answer": None, "ends_at": None}],
    }
    assert reasons(findings, "SIM") == [
        "Under SIM, North would leave: if it were to drop “Do a”, no gains that others could make at the same moment "
        "take its own away.",
        "Under SIM, South stays: nothing it can do alone gives it a state it prefers.",
    ]


THREE = """
    case: {id: demo, as_of: 2025}
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: east, name: East, kind: state}
    conflict:
      decision_makers:
        - {actor: north, options: [{id: a, text: A}], preferences: {assumption: x, ranking: [[YNN], [NNN], [%s]]}}
        - {actor: south, options: [{id: b, text: B}], preferences: {assumption: x, weights: {b: 1}}}
        - {actor: east, options: [{id: c, text: C}], preferences: {assumption: x, weights: {c: 1}}}
      infeasible: ["{YYN}", "{YNY}"]
      status_quo: []
"""


def test_answers_at_the_same_moment_that_nobody_could_give_in_turn(opened: Opener) -> None:
    """Neither of the others can move alone once North has: in turn North's gain stands, at the same moment not."""
    findings = ask(opened, THREE % "NNY, NYN, NYY, YYY", "sim", why="status-quo")
    impasse, why = chapter(findings, "impasse"), chapter(findings, "why")

    assert "NNN" in findings.document["stability"]["sim"]["north"]
    assert impasse.headline.startswith("In the model, the status quo does not hold")
    assert why.headline == "North, South and East would leave this state, whatever the others answer."
    assert "that gain stands whatever the others answer" in impasse.statements[0].text
    assert reasons(findings, "SIM")[0] == (
        "Under SIM, North stays: if it were to take “A”, and at the same moment South would take “B” and East would "
        "take “C”, each for a gain of its own, it would end up no better off."
    )


CHAIN = """
    case: {id: demo, as_of: 2025}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - {actor: north, preferences: {assumption: x, ranking: %(ranking)s}}
        - {actor: south, preferences: {assumption: x, ranking: %(ranking)s}}
      graph: {states: %(states)s, moves: {north: %(north)s, south: %(south)s}}
"""


def test_long_lines_are_told_in_part(opened: Opener) -> None:
    """Along a chain of states to ever better ones, both lead on to the end, 15 moves away."""
    moves = {s: f"{s}: [{s + 1}]" for s in range(1, 16)}
    north, south = (f"{{{', '.join(moves[s] for s in moves if s % 2 == odd)}}}" for odd in (1, 0))
    states = list(range(1, 17))
    text = CHAIN % {"ranking": [[s] for s in states[::-1]], "states": states, "north": north, "south": south}
    findings = ask(opened, text, "nm", why="1")

    assert len(certificate(findings, "north", "nm")["anticipated"]) == 15
    said = reasons(findings, "NM")[0]
    assert said.endswith(
        "then South would go to state 13, and so on, 15 moves in all to state 16; and it prefers where that ends."
    )


MERGED = game("[[NN], [NY], [YN, YY]]", "[[NN, NY], [YN, YY]]", "coalesce: ['{Y-}']")
REFUSALS = [
    (game(*DILEMMA), "xyz", "no further concept is called 'xyz'; the further concepts are sim, l1 to l99 and nm"),
    (game(*DILEMMA), "sin", "no further concept is called 'sin'; did you mean 'sim'?"),
    (game(*DILEMMA), "l", "'l' has no horizon from 1 to 99: write l1, l2 and so on"),
    (game(*DILEMMA), "l0", "'l0' has no horizon from 1 to 99: write l1, l2 and so on"),
    (game(*DILEMMA), "L100", "'L100' has no horizon from 1 to 99: write l1, l2 and so on"),
    (game(*DILEMMA), "gmr", "'gmr' is always worked out; the further concepts are sim, l1 to l99 and nm"),
    (
        THREE % "NNY, NYN, NYY, YYY",
        "nm",
        "'nm' is not defined for this conflict: it is for two decision makers, and there are 3 here",
    ),
    (
        game("[[NY], [YY], [NN], [YN]]", "[[YN], [NN, YY], [NY]]"),
        "l2",
        "'l2' is not defined for this conflict: it needs preferences without ties, as otherwise more than one end may "
        "be expected ('south' likes NN and YY equally)",
    ),
    (
        MERGED,
        "sim",
        "'sim' is not defined for this conflict: moves at the same moment are combined option by option, and this "
        "conflict has a graph of states, or states that were merged",
    ),
]


@pytest.mark.parametrize(("text", "key", "message"), REFUSALS, ids=[key for _, key, _ in REFUSALS])
def test_what_cannot_be_worked_out_is_refused_in_words(text: str, key: str, message: str, opened: Opener) -> None:
    with pytest.raises(AskError) as caught:
        ask(opened, text, key)

    assert (caught.value.option, str(caught.value)) == ("also", message)


def run(path: Path, text: str, *words: str) -> Result:
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(application(), ["conflict", str(path), *words])


def test_the_command_takes_several(tmp_path: Path) -> None:
    result = run(tmp_path / "case.yaml", game(*DILEMMA), "--json", "--also", "nm", "--also", "sim")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["equilibria"]["nm"] == ["NN", "YY"]


def test_the_command_refuses_in_words(tmp_path: Path) -> None:
    result = run(tmp_path / "case.yaml", game(*DILEMMA), "--also", "l")

    assert result.exit_code == 2
    assert "--also: 'l' has no horizon from 1 to 99" in " ".join(result.stderr.split())

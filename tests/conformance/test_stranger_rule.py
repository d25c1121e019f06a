"""A rule that nobody knew of, one file in a folder: every output that speaks of rules speaks of it as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, sentences
from tests.lenses.settlement.packages.test_packages import WAITING
from typer.testing import CliRunner

from detente.cli.main import application
from detente.findings.figures.margins import Margins
from detente.methods.bargaining.packages import rules
from detente.methods.bargaining.packages.registry import leading_rule, shipped_rules
from detente.session import OpenCase

# It chooses what the party that comes last gains most by, of the packages that all accept.
STRANGER = """
    import numpy as np

    from detente.methods.bargaining.packages.rule import Rule
    from detente.methods.bargaining.packages.zone import zone


    def choose(gains, power):
        last = np.where(zone(gains), gains[..., -1, :], -np.inf)
        return zone(gains) & (last == last.max(axis=-1, keepdims=True))


    RULE = Rule("last_word", ORDER, "The last word", "the last party’s", "what it likes best", ("Raiffa1982",), choose)
"""


@pytest.fixture(params=[5, 25])
def order(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Plant the stranger, before all others and among them; return its place."""
    folder = tmp_path / "rules"
    folder.mkdir()
    name = f"last_word_{request.param}"
    (folder / f"{name}.py").write_text(dedent(STRANGER.replace("ORDER", str(request.param))), encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(folder)])
    shipped_rules.cache_clear()
    yield int(request.param)
    shipped_rules.cache_clear()


@pytest.fixture
def case(order: int, opened: Opener) -> OpenCase:
    """Return a case with uncertain numbers in which not everything can be had now."""
    assert leading_rule().key == ("last_word" if order < 10 else "nash")
    return opened(WAITING.replace("SOUTH", "[0, 0.2]").replace("batna: 0.4", "batna: [0.2, 0.6]"))


def best_for_south(entries: list[dict[str, Any]]) -> list[dict[str, str]]:
    most = max(entry["margins"]["south"] for entry in entries)
    return [entry["package"] for entry in entries if entry["margins"]["south"] == most]


def test_the_document_has_what_it_chooses(case: OpenCase) -> None:
    found = case.at().look("settlement").document["packages"]
    leading = leading_rule().key

    assert [entry["package"] for entry in found["last_word"]] == best_for_south(found["zopa"])
    assert set(found["now"]) == {"count", "zopa_count", "zopa", leading, "blockers", "uncertainty", "unknown"}
    for uncertainty in (found["uncertainty"], found["now"]["uncertainty"]):
        assert {key for share in uncertainty["shares"] for key in share} == {"package", "zopa", leading}
        for bar in uncertainty["tornado"]:
            assert set(bar["low"]) == set(bar["high"]) == {"value", "slack", leading}


def test_draws_and_ends_are_about_the_rule_that_leads(case: OpenCase, order: int) -> None:
    found = case.at().look("settlement").document["packages"]["uncertainty"]
    signed = {"treaty": "signed", "money": "pay"}, {"treaty": "signed", "money": "unpaid"}
    shares = {tuple(share["package"].values()): share for share in found["shares"]}

    if order < 10:  # South likes both packages with the signature alike, as far as North accepts them
        assert shares["signed", "pay"]["last_word"] == 1
        assert shares["signed", "unpaid"]["last_word"] == pytest.approx(shares["signed", "unpaid"]["zopa"])
        assert {len(bar[end]["last_word"]) for bar in found["tornado"] for end in ("low", "high")} == {1, 2}
    else:
        assert shares["signed", "pay"]["nash"] == 1
    assert all(each in signed for bar in found["tornado"] for each in bar["low"][leading_rule().key])


def test_words_tables_and_pictures_speak_of_it(case: OpenCase, order: int) -> None:
    findings = case.at().settlement()
    found = chapter(findings, "packages-picked")
    said = " ".join(sentences(findings))
    [margins] = [figure for figure in chapter(findings, "packages").figures if figure.id == "margins"]
    assert isinstance(margins.spec, Margins)

    assert found.headline == "Four rules that weigh gains differently all pick the same package."
    assert found.statements[0].text == "All pick “Signed; Paid”."
    assert "The last word looks for what it likes best: " in said
    assert [row["package"] for row in rows(found, "picked") if row["rule"] == "The last word"] == [
        "Signed; Paid",
        "Signed; Unpaid",
    ]
    assert found.method is not None
    assert "Raiffa1982" in found.method.references
    assert any("The last word" in offer.known_for for offer in margins.spec.offers)
    if order < 10:
        assert "The last party’s rule picks “Signed; Paid” most often, in 100% of the trials." in said
        shares = next(table for table in chapter(findings, "packages-sure").tables if table.id == "shares")
        assert [column.key for column in shares.columns] == ["package", "inside", "last_word"]
        assert shares.columns[-1].title == "Share in which the last party’s rule picks it"
        assert "Nash’s" not in said


def test_where_rules_differ_the_first_is_named(order: int, opened: Opener) -> None:
    text = WAITING.replace("SOUTH", "0").replace("weights: {treaty: 1, money: 1}", "weights: {treaty: 0.01, money: 1}")
    text = text.replace("{pay: 1, unpaid: 0}", "{pay: 1, unpaid: 0.5}").replace("not (pay and not sign)", "not pay")
    told = chapter(opened(text).at().settlement(), "packages-picked")

    assert told.headline == "Rules that weigh gains differently pick different packages."
    assert told.statements[0].text.startswith("The last word looks for" if order < 10 else "Nash looks for")


def test_terminal_and_page_have_it(case: OpenCase, tmp_path: Path) -> None:
    runner, page = CliRunner(), tmp_path / "page.html"
    command = application()
    printed = runner.invoke(command, ["settle", str(case.path)])
    written = runner.invoke(command, ["report", str(case.path), "--out", str(page)])

    assert (printed.exit_code, written.exit_code) == (0, 0)
    assert "The last word looks for what it likes best" in printed.output
    assert "The last word looks for what it likes best" in page.read_text("utf-8")

"""The public Python API: open, stand at a date, look."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Opener

import detente
from detente.casefile import template
from detente.dates import DateError
from detente.findings import Findings
from detente.session import CaseError

SMALL = template("demo")
CHANGED = SMALL + "scenarios: [{id: no-fee, title: South waives the fee, changes: [{drop: conflict.s-fee}]}]\n"


@pytest.mark.slow
def test_the_package_opens_cases_from_its_first_import(tmp_path: Path) -> None:
    """In a fresh interpreter, where nothing has imported the session before."""
    path = tmp_path / "case.yaml"
    path.write_text(SMALL, encoding="utf-8")
    code = f"import detente; print(detente.open({str(path)!r}).at().conflict().question, detente.CaseError.__name__)"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (result.stderr, result.stdout) == ("", "Why is it stuck? CaseError\n")


def test_the_package_has_no_other_names() -> None:
    assert detente.__all__ == ["CaseError", "OpenCase", "open"]
    with pytest.raises(AttributeError, match="module 'detente' has no attribute 'close'"):
        detente.close  # noqa: B018


def test_a_lens_is_a_method_and_a_name(opened: Opener) -> None:
    sight = opened(SMALL).at("2025-06-01")

    assert sight.conflict().findings == sight.look("conflict").findings
    assert sight.chronicle().document == sight.look("chronicle").document
    assert [findings.lens for findings in sight.look_around()] == ["chronicle", "conflict"]
    assert all(isinstance(findings, Findings) for findings in sight.look_around())


def test_an_unknown_lens(opened: Opener) -> None:
    sight = opened(SMALL).at()

    with pytest.raises(LookupError, match="no lens is called 'astrology'; there are chronicle, conflict"):
        sight.look("astrology")


def test_a_case_without_the_section_of_a_lens(opened: Opener) -> None:
    sight = opened("actors: []").at()

    with pytest.raises(CaseError) as caught:
        sight.conflict()
    assert [found.code for found in caught.value.diagnostics] == ["DT800"]
    assert [findings.lens for findings in sight.look_around()] == ["chronicle"]


def test_a_case_with_errors_says_all_of_them(opened: Opener) -> None:
    case = opened("actors: [{id: North}]\nevents: [{id: e, what: w}]\n")

    with pytest.raises(CaseError) as caught:
        case.at()
    assert caught.value.diagnostics == case.errors
    assert {found.code for found in case.errors} == {"DT101", "DT102"}
    assert str(caught.value).splitlines()[0] == str(case.errors[0]).splitlines()[0]


def test_warnings_do_not_stop_an_analysis(opened: Opener) -> None:
    case = opened("actors: [{id: a, name: A, kind: state}]\ncapabilities: [{actor: a, value: 1}]")

    assert case.errors == ()
    assert len(case.diagnostics) == 1
    assert case.at().chronicle().findings


def test_a_conflict_that_cannot_be_modelled_at_a_date(opened: Opener) -> None:
    text = SMALL.replace("{id: pay,", "{id: pay, available: 2025-05-15,").replace("status_quo: []", "status_quo: [pay]")
    text = text.replace("from: event:demand", "from: 2025-01")
    case = opened(text)

    assert case.at("2025-05-15").conflict().document["status_quo"] == "YN"
    with pytest.raises(CaseError) as caught:
        case.at("2025-05-14").conflict()
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.line) == ("DT504", text[: text.index("status_quo")].count("\n") + 1)


@pytest.mark.parametrize("date", ["yesterday", "2025-13", "", "2025-02-30"])
def test_what_is_not_a_date(date: str, opened: Opener) -> None:
    with pytest.raises(DateError):
        opened(SMALL).at(date)


@pytest.mark.parametrize(
    ("name", "words"),
    [("no-fees", "the case has no scenario 'no-fees'; did you mean 'no-fee'?"), ("x", "it has no-fee")],
)
def test_an_unknown_scenario(name: str, words: str, opened: Opener) -> None:
    with pytest.raises(LookupError) as caught:
        opened(CHANGED).at(scenario=name)
    assert words in str(caught.value)
    with pytest.raises(LookupError, match="it has none"):
        opened(SMALL).at(scenario=name)


def test_a_stamp_holds_what_a_repetition_needs(opened: Opener) -> None:
    case = opened(CHANGED.replace("as_of: 2025-06-01", "as_of: 2025-06-01\n  languages: [ka]\n  authors: [N. N.]"))
    stamp = case.at("2025-06-15", scenario="no-fee").stamp("detente report demo.yaml")

    assert (stamp.case, stamp.as_of, stamp.known_until) == ("demo", "2025-06-15", "2025-06-30")
    assert (stamp.title, stamp.question) == ("Two neighbours and a crossing", "Why is the crossing still closed?")
    assert (stamp.scenario, stamp.command) == ("South waives the fee", "detente report demo.yaml")
    assert (stamp.languages, stamp.authors) == (("ka",), ("N. N.",))
    assert stamp.program.startswith("detente ")
    assert len(stamp.version) == 64
    assert case.at().stamp("x").scenario == ""


def test_the_version_is_that_of_the_text(opened: Opener) -> None:
    first, again, changed = (opened(text).at().stamp("x").version for text in (SMALL, SMALL, SMALL + "# more\n"))

    assert first == again != changed


def test_a_scenario_leaves_the_case_as_it_is(opened: Opener) -> None:
    case = opened(CHANGED)
    before = case.at().conflict().document
    case.at(scenario="no-fee").conflict()

    assert case.at().conflict().document == before


def test_notebooks_show_cases_with_their_signs_escaped(opened: Opener) -> None:
    case = opened("case: {id: demo, title: '<script>alert(1)</script> & more', as_of: 2025-07~}")

    html = case._repr_html_()

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html
    assert "2025-07~" in html


def test_opening_accepts_a_folder_and_texts(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        "case: {id: demo, as_of: 2025}\nsources: [{id: s, title: T}]\n"
        "issues: [{id: i, cites: [{source: s, at: ¶1, quote: never said}]}]\n",
        encoding="utf-8",
    )
    (texts := tmp_path / "texts").mkdir()
    (texts / "s.txt").write_text("Something else.\n", encoding="utf-8")

    assert detente.open(tmp_path).errors == ()
    assert [found.code for found in detente.open(tmp_path, sources=texts).errors] == ["DT403"]


@pytest.mark.parametrize("as_of", ["25", "0025", "2201", date(25, 7, 1), "1499/2025"])
def test_a_year_that_nobody_means_is_no_date(as_of: str | date, opened: Opener) -> None:
    with pytest.raises(DateError):
        opened("events: [{id: e, date: 2025-01-01, what: w}]\n").at(as_of)


def test_a_case_of_other_times_stands_at_dates_of_its_own(opened: Opener) -> None:
    case = opened("case: {id: verdun, as_of: 0843-08}\nevents: [{id: e, date: 0842-02-14, what: w}]\n")
    assert str(case.at("0842").situation.as_of) == "0842"


def test_a_strange_year_in_a_scenario_is_warned_of_once(opened: Opener) -> None:
    case = opened("""
        case: {id: demo, as_of: 2025-07-10}
        events: [{id: e, date: 2025-01-02, what: w}, {id: old, date: 1200, what: w}]
        scenarios: [{id: s, assumption: g, changes: [{set: events.e.date, to: "0025"}]}]
        """)
    found = [(d.span.line, d.message.split()[2], d.hint) for d in case.diagnostics if d.code == "DT106"]
    assert found == [(3, "1200", "write the year that is meant, such as 2025"), (4, "0025", "did you mean 2025?")]


def test_the_public_names_are_listed() -> None:
    assert dir(detente) == ["CaseError", "OpenCase", "open"]
    assert all(getattr(detente, name) for name in dir(detente))


@pytest.mark.parametrize(("path", "sources"), [("", None), (".", "")])
def test_an_empty_path_is_not_the_current_folder(path: str, sources: str | None) -> None:
    with pytest.raises(ValueError, match="empty text"):
        detente.open(path, sources=sources)

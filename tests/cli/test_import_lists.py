"""``detente import`` of sources, events, actors and positions: as Zotero, Excel and LibreOffice save them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from detente.cli.main import application
from detente.session import CaseError, open_case
from detente.session.making import adding

CASE = """# A case with comments
case: {id: demo, as_of: 2025-06-01, known_until: 2025-06-30}   # stands here
sources:
  - {id: gazette, title: The gazette, published: 2025-05-20, url: "https://gazette.example/1"}  # the first
actors:   # who
  - {id: north, name: North, kind: state, aliases: [The North]}
  - {id: south, name: South, kind: state}
issues:
  - {id: crossing, name: The crossing}
events:
  - {id: talks, date: 2025-03-13, what: The two meet, actors: [north, south], cites: [gazette]}   # talks
"""

BIBTEX = r"""% Saved by Zotero
@article{broersReview2021,
  title = {The {{South Caucasus}} after 2020: 50\% of {\'E}lites},
  author = {Broers, Laurence and {de Waal}, Thomas and {{Crisis Group}}},
  year = 2021,
  month = jul,
  journal = {Caucasus Survey},
  volume = {9},
  pages = {1--20},
  doi = {10.1163/23761202-09020001},
  urldate = {2025-03-13},
  abstract = {Nobody reads this.},
  langid = {english},
  file = {/home/me/a.pdf}
}

@online{nodate, title = {A page without a date}, url = {https://example.org/a\_b}, abstract = {Nor this.}}
"""
RIS = """TY  - JOUR
TI  - The South Caucasus after 2020
AU  - Broers, Laurence
AU  - de Waal, Thomas
T2  - Caucasus Survey
DA  - 2021/07/15/
PY  - 2021
DO  - 10.1163/23761202-09020001
Y2  - 2025/03/13/12:00:00
KW  - peace
LA  - en
ER  -

TY  - NEWS
TI  - A piece of news
  that is long
PY  - 2024
LA  - English
ER  -
"""
CSL = [
    {
        "id": "http://zotero.org/users/local/x/items/AAA",
        "type": "article-journal",
        "title": "A title",
        "author": [{"family": "Waal", "given": "Thomas", "non-dropping-particle": "de"}],
        "issued": {"date-parts": [["2021", 7, 15]]},
        "DOI": "10.1163/23761202-09020001",
        "abstract": "Nobody reads this.",
    },
    {
        "id": "accord",
        "type": "treaty",
        "title": "An accord",
        "issued": {"date-parts": [[2020, 11]], "circa": True},
        "accessed": {"date-parts": [[2026, 1, 1]]},
    },
    {"id": "late", "type": "book", "title": "Too late", "issued": {"date-parts": [[2025, 7]]}},
]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE, "utf-8")
    return folder


def imported(what: str, data: str | bytes, *more: str | Path, folder: Path) -> Result:
    (folder / "file").write_bytes(data.encode() if isinstance(data, str) else data)
    return CliRunner().invoke(application(), ["import", what, str(folder / "file"), *map(str, more)])


def said(result: Result) -> list[str]:
    """Return place, code and message of everything on standard error but hints."""
    lines = [line.rpartition("/file:")[2] for line in result.stderr.splitlines()]
    return [line for line in lines if "hint:" not in line]


def workbook(*rows: tuple[str | int | date, ...]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


BIBLIOGRAPHIES = {"bibtex": BIBTEX, "ris": RIS, "csl": json.dumps(CSL)}


@pytest.mark.parametrize("what", BIBLIOGRAPHIES)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_bibliography_is_added_once_and_passes(what: str, mark: str, end: str, tmp_path: Path, case: Path) -> None:
    text = mark + BIBLIOGRAPHIES[what].replace("\n", end)
    dry = imported(what, text, "--into", case, folder=tmp_path)
    assert (case / "case.yaml").read_text("utf-8") == CASE
    first = imported(what, text, "--into", case, "--write", folder=tmp_path)
    after = (case / "case.yaml").read_text("utf-8")
    second = imported(what, text, "--into", case, "--write", folder=tmp_path)

    assert dry.stdout.startswith("sources:\n")
    assert (first.exit_code, first.stdout) == (0, f"{case / 'case.yaml'}\n")
    assert (second.exit_code, said(second)[-1]) == (0, "nothing is added")
    assert (case / "case.yaml").read_text("utf-8") == after
    assert [path.name for path in case.iterdir()] == ["case.yaml"]
    assert [line for line in after.splitlines() if line in CASE.splitlines()] == CASE.splitlines()
    opened = open_case(case)
    assert opened.errors == ()
    assert len(opened.case.sources) == 3
    found = opened.case.sources[1]
    assert "10.1163/23761202-09020001" in (found.url or "") + (found.note or "")


def test_what_zotero_says_in_bibtex(tmp_path: Path, case: Path) -> None:
    result = imported("bibtex", BIBTEX, "--into", case, "--write", folder=tmp_path)
    first, second = open_case(case).case.sources[1:]

    assert said(result) == [
        "2:1: warning DT034 'abstract' of 2 entries is left out",
        "2:1: warning DT034 'file' is left out",
    ]
    assert (first.id, first.title) == ("broersreview2021", "The South Caucasus after 2020: 50% of Élites")
    assert first.authors == ("Laurence Broers", "Thomas de Waal", "Crisis Group")
    assert (str(first.published), str(first.accessed), first.language) == ("2021-07", "2025-03-13", "en")
    assert (first.publisher, first.kind) == ("Caucasus Survey", "article")
    assert (first.url, first.note) == ("https://doi.org/10.1163/23761202-09020001", "volume 9; pages 1–20")
    assert (second.id, second.published, second.url) == ("nodate", None, "https://example.org/a_b")


def test_what_zotero_says_in_ris(tmp_path: Path, case: Path) -> None:
    result = imported("ris", RIS, "--into", case, "--write", folder=tmp_path)
    first, second = open_case(case).case.sources[1:]

    assert said(result) == [
        "1:1: warning DT034 'KW' is left out",
        "14:1: warning DT034 the language 'English' is left out: a case writes en, hy or ru",
    ]
    assert (first.id, first.authors) == ("broers-2021", ("Laurence Broers", "Thomas de Waal"))
    assert (str(first.published), str(first.accessed), first.kind) == ("2021-07-15", "2025-03-13", "journal-article")
    assert (second.title, second.kind) == ("A piece of news that is long", "newspaper")


def test_what_zotero_says_in_csl(tmp_path: Path, case: Path) -> None:
    text = json.dumps(CSL, indent=1)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line == " {"]
    result = imported("csl", text, "--into", case, "--write", folder=tmp_path)
    first, second = open_case(case).case.sources[1:]

    assert said(result)[1:] == [
        f"{lines[1]}:2: warning DT034 'accord': the day of access is left out: "
        "2026-01-01 lies after the information lock (2025-06-30)",
        f"{lines[2]}:2: warning DT034 2025-07 lies after the information lock (2025-06-30); a source is left out",
    ]
    assert (first.id, first.authors, str(first.published)) == ("waal-2021", ("Thomas de Waal",), "2021-07-15")
    assert (second.id, second.kind, str(second.published)) == ("accord", "treaty-text", "2020-11~")


SAME = {
    "an id": ("@misc{gazette, title={Another}}", "the case has a source 'gazette' of the same id"),
    "an address": ("@misc{x, title={X}, url={https://gazette.example/1}}", "of the same address"),
    "a title and a date": ("@misc{x, title={The  Gazette}, date={2025-05-20}}", "of the same title, authors and date"),
    "a DOI": (
        "@misc{a, title={A}, doi={10.1000/ABC}}\n@misc{b, title={B}, doi={https://doi.org/10.1000/abc}}",
        "2:1: warning DT034 line 1 has a source of the same DOI; this one is left out",
    ),
}


@pytest.mark.parametrize(("text", "reason"), SAME.values(), ids=list(SAME))
def test_what_is_there_is_shown_and_not_added(text: str, reason: str, tmp_path: Path, case: Path) -> None:
    result = imported("bibtex", text, "--into", case, folder=tmp_path)

    assert result.exit_code == 0
    assert reason in result.stderr
    assert result.stdout.count("- id:") == text.count("@") - 1


BROKEN = {
    "bibtex cut short": ("bibtex", "@misc{a, title = {A},\n", "2:1: error DT031 not valid BibTeX"),
    "bibtex without a key": ("bibtex", "\n@misc{, title = {A}}", "2:7: error DT031 not valid BibTeX"),
    "bibtex with a word that is none": ("bibtex", "@misc{a, month = foo}", "1:21: error DT031 not valid BibTeX"),
    "bibtex of nothing": ("bibtex", "no entries", "1:1: error DT031 the file holds no entries"),
    "csl that is no json": ("csl", '[\n{"id": }]', "2:8: error DT030 not valid JSON"),
    "csl that is no list": ("csl", '{"a": 1}', "1:1: error DT031 expected a list of items"),
    "csl with what is no item": ("csl", "[1]", "1:2: error DT031 expected an item"),
    "ris cut short": ("ris", "\nTY  - JOUR\nTI  - A\n", "2:1: error DT031 the entry that begins here has no end"),
    "ris with two beginnings": ("ris", "TY  - JOUR\nTY  - JOUR\n", "2:1: error DT031 an entry begins before"),
    "ris that is none": ("ris", "<html>\n", "1:1: error DT031 expected a line such as 'TY  - JOUR'"),
    "ris without a beginning": ("ris", "TI  - A\nER  - \n", "1:1: error DT031 'TI' stands outside an entry"),
    "no UTF-8": ("ris", b"TY  - JOUR\nTI  - \xe9\nER  - \n", "2:7: error DT002"),
    "a workbook": ("bibtex", workbook(("a", "b")), "1:1: error DT031 the file holds no entries"),
    "two dates in one": ("events", "date,what\n3/4/2025,x\n", "2:1: error DT104 '3/4/2025' may be 2025-04-03 or"),
    "no date": ("events", "when,what\nsoon,x\n", "2:1: error DT104 'soon' is not a date"),
    "nobody's name": (
        "events",
        "when,what,who\n2025,x,Nroth\n",
        "2:8: error DT031 none of the actors is called 'Nroth'",
    ),
    "a date that is missing": ("events", "when,what\n,x\n", "2:1: error DT101"),
    "a row without words": ("events", "when,what\n2025,\n", "2:1: error DT031 an event without 'what'"),
    "no head": ("events", "when,b\n1,2\n", "1:1: error DT036 no column is called 'what'"),
    "a kind that is none": ("actors", "name,kind\nWest,empire\n", "2:6: error DT103"),
    "a paragraph of nothing": ("events", "when,what,cites\n2025,x,press ¶2\n", "2:8: error DT201"),
    "an issue that is none": ("positions", "actor,issue\nNorth,toll\n", "2:7: error DT201"),
}


@pytest.mark.parametrize(("what", "data", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_bad_files_are_refused_at_their_place(
    what: str, data: str | bytes, expected: str, tmp_path: Path, case: Path
) -> None:
    result = imported(what, data, "--into", case, "--write", folder=tmp_path)

    assert result.exit_code == 1
    assert any(line.startswith(expected) for line in said(result)), said(result)
    assert len([line for line in said(result) if " error " in line]) == 1
    assert (case / "case.yaml").read_text("utf-8") == CASE


EVENTS: list[tuple[str | int | date, ...]] = [
    ("Date", "Event", "Participants", "Type", "Source", "Certainty", "Mood"),
    (date(2025, 3, 13), "The two  meet", "north; South", "Meeting", "The gazette", "fact", ""),
    (45765, "North opens the crossing", "The North", "", "gazette ¶3", "Attributed", "good"),
    ("2025-04", "South closes it", "south", "closure", "", "", ""),
    ("May 2025", "Talks, at last", "North; South", "", "https://gazette.example/1", "", ""),
    (date(2025, 7, 2), "Too late", "North", "", "", "", ""),
]


def test_events_of_a_workbook_as_excel_saves_it(tmp_path: Path, case: Path) -> None:
    first = imported("events", workbook(*EVENTS), "--into", case, "--write", folder=tmp_path)
    second = imported("events", workbook(*EVENTS), "--into", case, "--write", folder=tmp_path)

    assert [line.partition("!")[2] for line in said(first)] == [
        "G1: warning DT034 the column 'Mood' is left out",
        "A2: warning DT034 the case has an event 'talks' of the same date, actors and text; this one is left out",
        "A3: warning DT035 '45765' is read as 2025-04-18: spreadsheet programs count days so",
        "A6: warning DT034 2025-07-02 lies after the information lock (2025-06-30); an event is left out",
    ]
    opened = open_case(case)
    told = [(each.id, str(each.date), [who.actor for who in each.actors]) for each in opened.case.events[1:]]
    assert told == [
        ("north-opens-the-crossing", "2025-04-18", ["north"]),
        ("south-closes-it", "2025-04", ["south"]),
        ("talks-at-last", "2025-05", ["north", "south"]),
    ]
    assert [str(cite) for each in opened.case.events[1:] for cite in each.cites] == ["gazette ¶3", "gazette"]
    assert opened.case.events[2].assumption == "imported from file; no source stated"
    assert said(second)[-1] == "nothing is added"
    assert "   # talks\n  - {id: north-opens" in (case / "case.yaml").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_events_of_a_text_as_spreadsheet_programs_save_it(
    encoding: str, separator: str, tmp_path: Path, case: Path
) -> None:
    rows = [("when", "what", "who"), ("13.4.2025", "Čas", "North"), ("3/5/2025", "x", "South"), ("14/5/2025", "y", "")]
    text = "".join(separator.join(row) + "\r\n" for row in rows)
    result = imported("events", text.encode(encoding), "--into", case, "--write", folder=tmp_path)

    assert said(result)[0] == "3:1: warning DT035 '3/5/2025' is read as 2025-05-03, as other dates here show"
    assert [str(each.date) for each in open_case(case).case.events[1:]] == ["2025-04-13", "2025-05-03", "2025-05-14"]


def test_actors_and_then_positions(tmp_path: Path, case: Path) -> None:
    actors = "Name,Type,Also called,Role,Part of\nEast Bank,State,The East; EB,party,\nIts army,Body,,,East Bank\n"
    actors += "north,state,,,\n"
    positions = "Party,Topic,Position,Since\nEB,The crossing,open it,2025-03\nSouth,crossing,close it,\n"
    for what, text, count in (("actors", actors, 4), ("positions", positions, 2)):
        first = imported(what, text, "--into", case, "--write", folder=tmp_path)
        second = imported(what, text, "--into", case, "--write", folder=tmp_path)
        opened = open_case(case)

        assert first.exit_code == 0
        assert said(second)[-1] == "nothing is added"
        assert opened.errors == ()
        assert len(getattr(opened.case, what)) == count
    assert [(each.id, each.part_of) for each in opened.case.actors[2:]] == [
        ("east-bank", None),
        ("its-army", "east-bank"),
    ]
    assert [(each.actor, each.issue) for each in opened.case.positions] == [
        ("east-bank", "crossing"),
        ("south", "crossing"),
    ]
    assert (case / "case.yaml").read_text("utf-8").endswith("assumption: imported from file; no source stated\n")


def test_what_was_exported_comes_back(tmp_path: Path, case: Path) -> None:
    (tmp_path / "empty.yaml").write_text("case: {id: demo, as_of: 2025-06-01}\n", "utf-8")
    for form in ("bibtex", "csl"):
        text = CliRunner().invoke(application(), ["export", str(case), "--to", form]).stdout
        result = imported(form, text, "--into", tmp_path / "empty.yaml", folder=tmp_path)

        assert result.exit_code == 0
        assert "- id: gazette\n  title: The gazette\n" in result.stdout
        assert 'published: "2025-05-20"\n' in result.stdout


def test_a_single_file_takes_what_goes_on_in_it(tmp_path: Path, case: Path) -> None:
    result = imported("bibtex", BIBTEX, "--into", case / "case.yaml", "--write", folder=tmp_path)

    assert result.exit_code == 0
    assert len(open_case(case).case.sources) == 3


def test_a_folder_without_rights_stays_as_it_is(tmp_path: Path, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(adding, "write_whole", full)
    result = imported("bibtex", BIBTEX, "--into", case, "--write", folder=tmp_path)

    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert (case / "case.yaml").read_text("utf-8") == CASE


def test_without_the_library_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIBTEX, "utf-8")
    program = "import sys; sys.modules['pybtex'] = None; from detente.cli.running import run; run()"
    words = [sys.executable, "-c", program, "import", "bibtex", "a.bib"]
    result = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert "pip install 'detente[bibtex]'" in " ".join(result.stderr.replace("│", " ").split())


CONFLICT = {
    "options": [{"name": "Pay", "permittedDirection": "both"}, {"name": "Sail", "permittedDirection": "both"}],
    "decisionMakers": [
        {"name": "Upper", "options": [0], "preferences": [[[1, "Y"]]]},
        {"name": "Lower", "options": [1], "preferences": [[[0, "Y"]]]},
    ],
}
KTAB = "Actor,Capability,Toll position,Toll salience\nNorth,40,10,80\nWest,60,90,50\n"


def test_a_conflict_is_added_to_a_case_that_has_none(tmp_path: Path, case: Path) -> None:
    first = imported("gmcr", json.dumps(CONFLICT), "--into", case, "--write", folder=tmp_path)
    second = imported("gmcr", json.dumps(CONFLICT), "--into", case, "--write", folder=tmp_path)

    assert first.exit_code == 0
    assert (second.exit_code, said(second)) == (1, ["1:1: error DT031 the case has a conflict already"])
    assert open_case(case).case.conflict is not None


def test_a_table_of_positions_is_added_once(tmp_path: Path, case: Path) -> None:
    first = imported("ktab", KTAB, "--into", case, "--write", folder=tmp_path)
    second = imported("ktab", KTAB, "--into", case, "--write", folder=tmp_path)
    opened = open_case(case)

    assert first.exit_code == 0
    assert said(second)[-1] == "nothing is added"
    assert opened.errors == ()
    assert [each.id for each in opened.case.actors] == ["north", "south", "west"]
    assert {each.actor for each in opened.case.capabilities} == {"north", "west"}


WORDS = st.text(max_size=12) | st.sampled_from(["north", "gazette", "2025", "The gazette", "10.1000/abc", "a b", "é"])
ITEMS = st.fixed_dictionaries(
    {},
    optional={
        "id": WORDS,
        "type": st.sampled_from(["book", "treaty", "x y"]) | WORDS,
        "title": WORDS,
        "publisher": WORDS,
        "language": WORDS,
        "URL": WORDS | WORDS.map(lambda text: f"https://example.org/{text}"),
        "DOI": WORDS,
        "note": WORDS,
        "author": st.lists(st.fixed_dictionaries({"family": WORDS}, optional={"given": WORDS}), max_size=2),
        "issued": st.fixed_dictionaries(
            {"date-parts": st.lists(st.lists(st.integers(-1, 3000), max_size=3), max_size=2)}, optional={"raw": WORDS}
        ),
    },
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ITEMS, max_size=5))
def test_whatever_is_imported_passes_and_twice_adds_nothing(tmp_path: Path, items: list[object]) -> None:
    case, file = tmp_path / "law.yaml", tmp_path / "law.json"
    case.write_text(CASE, "utf-8")
    file.write_text(json.dumps(items), "utf-8")
    try:
        drawn = adding.draft("csl", file, case)
    except CaseError as error:
        assert items == []
        assert [each.message for each in error.diagnostics] == ["the file holds no entries"]
        return
    if drawn.text:
        adding.write(drawn, "csl", file, case)
    assert open_case(case).errors == ()
    assert adding.draft("csl", file, case).text == ""

"""Events, commitments and sources as tables: nothing of a record is lost, and no text is a formula."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.conftest import Opener
from tests.exports.editions import chronicle, event, source
from tests.exports.test_tables import FORMULAS

import detente
from detente.case.commitment import Commitment
from detente.case.event import Event
from detente.case.source import Source
from detente.exports.formats import events, sources
from detente.session import OpenCase

EVENTS = """
    case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-20}
    sources: [{id: paper, title: A paper}, {id: wire}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    formats: [{id: direct, name: Direct talks}]
    issues: [{id: treaty, name: Treaty}]
    events:
      - id: summit
        date: 2025-07-01
        what: "They meet; and talk, \\"briefly\\""
        kind: meeting
        actors: [{actor: north, role: host}, south]
        place: Abu Dhabi
        format: direct
        issue: treaty
        hedge: briefly
        certainty: attributed
        cites: [{source: paper, at: ¶7, quote: they met, hedge: perhaps, credibility: 2}, wire]
        note: A long day.
      - {id: demand, date: {before: summit, by: 2 days}, what: A demand, assumption: an example, reported: 2025-07~}
      - {id: spring, date: 2025-03/.., what: Since March, assumption: an example}
      - {id: later, date: 2025-07-18, what: It comes later, assumption: an example}
      - {id: secret, date: 2025-05-01, reported: 2025-07-19, what: Known later, assumption: an example}
    commitments:
      - id: clause
        text: Links open
        by: [north]
        to: [south, north]
        under: The statement
        clause: nine
        issue: treaty
        cites: [paper ¶1]
        status:
          - {is: agreed, from: 2020-11-10, cites: [wire]}
          - {is: suspended, from: 2025-07-15, cites: [wire]}
"""


def table(text: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_events_are_in_the_table_with_their_days_and_what_they_rest_on(opened: Opener) -> None:
    rows = table(opened(EVENTS).at().export("events"))

    assert rows[0] == {
        "id": "summit",
        "date": "2025-07-01",
        "earliest": "2025-07-01",
        "latest": "2025-07-01",
        "counted": "",
        "what": 'They meet; and talk, "briefly"',
        "kind": "meeting",
        "actors": "north (host); south",
        "place": "Abu Dhabi",
        "format": "direct",
        "issue": "treaty",
        "reported": "",
        "happened": "true",
        "known": "true",
        "certainty": "attributed",
        "hedge": "briefly",
        "cites": "paper ¶7: “they met” (softened by “perhaps”; judged 2); wire",
        "assumption": "",
        "note": "A long day.",
    }
    told = [(row["id"], row["date"], row["counted"], row["earliest"], row["latest"], row["known"]) for row in rows[1:]]
    counted = '2 days before “They meet; and talk, "briefly"”'
    assert told == [
        ("demand", "2025-06-29", counted, "2025-06-29", "2025-06-29", "undetermined"),
        ("spring", "2025-03/..", "", "2025-03-01", "2025-07-20", "undetermined"),
    ]


def test_an_earlier_day_knows_less(opened: Opener) -> None:
    case = opened(EVENTS)
    rows, [owed] = table(case.at("2025-07-05").export("events")), table(case.at("2025-07-05").export("commitments"))

    assert [row["note"] for row in rows if row["id"] == "summit"] == [""]
    assert (owed["status"], owed["history"]) == ("agreed", "agreed 2020-11-10")
    [owed] = table(case.at("2025-07-16").export("commitments"))
    assert (owed["status"], owed["history"]) == ("suspended", "agreed 2020-11-10; suspended 2025-07-15")
    assert (owed["by"], owed["to"], owed["clause"]) == ("north", "south; north", "nine")
    assert owed["cites"] == "paper ¶1; wire"


CITE = re.compile(r"(?P<source>\S+)(?: (?P<at>[^:(]+?))?(?:: “(?P<quote>.*)”)?(?: \((?P<how>.*)\))?")


def _cite(text: str) -> dict[str, Any]:
    found = CITE.fullmatch(text)
    assert found
    how = found["how"] or ""
    hedge, judged = re.search("softened by “(.*)”", how), re.search(r"judged (\d)", how)
    said = {"source": found["source"], "at": found["at"], "quote": found["quote"]}
    said |= {"hedge": hedge and hedge[1], "credibility": judged and int(judged[1])}
    return {key: value for key, value in said.items() if value}


def _again(row: dict[str, str], *kept: str, **made: Any) -> dict[str, Any]:
    """Return a record that says what a row says."""
    cites = [_cite(each) for each in re.split(r"; (?=[a-z][a-z0-9-]*(?:$| [¶p§]|:|; ))", row.get("cites", "")) if each]
    plain = {key: row[key] for key in (*kept, "certainty", "hedge", "assumption") if row.get(key)}
    return plain | {"cites": cites} | {key: value for key, value in made.items() if value}


def _actor(text: str) -> dict[str, str]:
    actor, _, role = text.partition(" (")
    return {"actor": actor, "role": role.removesuffix(")")} if role else {"actor": actor}


@pytest.fixture
def flagship(root: Path) -> OpenCase:
    return detente.open(root / "examples" / "south-caucasus")


def test_every_event_can_be_made_again_from_its_row(flagship: OpenCase) -> None:
    rows = {row["id"]: row for row in table(flagship.at().export("events"))}
    known = {each.id: each for each in flagship.case.events}
    assert set(rows) <= set(known)
    assert len(rows) > 40
    for name, row in rows.items():
        parts = [_actor(each) for each in row["actors"].split("; ") if each]
        kept = ("id", "date", "what", "kind", "place", "format", "issue", "reported")
        again = Event.model_validate(_again(row, *kept, actors=parts))
        loose = {"note": None, "date": None, "reported": None}
        assert again.model_copy(update=loose) == known[name].model_copy(update=loose), name
        if not row["counted"]:
            assert again.date == known[name].date


def test_every_commitment_and_source_can_be_made_again_from_its_row(flagship: OpenCase) -> None:
    owed = {each.id: each for each in flagship.case.commitments}
    for row in table(flagship.at().export("commitments")):
        names = {key: row[key].split("; ") for key in ("by", "to") if row[key]}
        again = Commitment.model_validate(_again(row, "id", "text", "under", "clause", "issue", **names))
        was = owed[row["id"]]
        assert again.text == was.label
        assert (again.by, again.to, again.under, again.clause) == (was.by, was.to, was.under, was.clause)
        assert {str(each) for each in again.cites} == {str(c) for each in (was, *was.status) for c in each.cites}
        assert [each.split()[0] for each in row["history"].split("; ") if each] == [each.status for each in was.status]
    cited = {each.id: each for each in flagship.case.sources}
    rows = table(flagship.at().export("sources"))
    assert [row["id"] for row in rows] == list(cited)
    for row in rows:
        authors = tuple(each for each in row.pop("authors").split("; ") if each)
        kept = {key: value for key, value in row.items() if value}
        again_source = Source.model_validate(kept | {"authors": authors})
        was_source = cited[row["id"]]
        assert again_source.model_copy(update={"note": None}) == was_source.model_copy(update={"note": None})
        assert (again_source.note or "").split() == (was_source.note or "").split()


def test_the_workbook_holds_the_three_tables(flagship: OpenCase, tmp_path: Path) -> None:
    sight, paths = flagship.at(), (tmp_path / "1.xlsx", tmp_path / "2.xlsx")
    for path in paths:
        sight.save("workbook", path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    book: Any = openpyxl.load_workbook(paths[0])
    assert book.sheetnames == ["Events", "Commitments", "Sources"]
    for sheet in book:
        held = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        wanted = csv.reader(io.StringIO(sight.export(sheet.title.lower())))
        assert held == [[cell.removeprefix("'") for cell in row] for row in wanted]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize("words", FORMULAS)
def test_no_text_is_a_formula(words: str) -> None:
    said = chronicle(event(words, place=words), sources=(source(words),))
    for text in (*events.write(said), *sources.write(said)):
        for row in csv.reader(io.StringIO(text)):
            assert not [cell for cell in row if cell.lstrip(" \t\r\u200b")[:1] in tuple("=+-@＝＋－＠﹦")]


@pytest.mark.parametrize("to", ["events", "commitments", "sources"])
def test_an_empty_section_is_a_table_with_its_head(to: str, opened: Opener) -> None:
    text = opened("case: {id: bare, as_of: 2025}").at().export(to)

    assert text.startswith("id,")
    assert text.count("\n") == 1

"""The feed of changes, read by a reader of feeds, and held against what RFC 4287 asks of every feed and entry."""

from __future__ import annotations

from xml.etree import ElementTree

import feedparser
import pytest
from tests.changes.test_verdicts import CASE
from tests.conftest import Opener

from detente.session import OpenCase
from detente.session.edition.feed import feed
from detente.session.sight import Sight

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "https://example.org/ferry.xml"
HOSTILE = "“<b>& \\u202e]]> ☃"


def both(opened: Opener, **header: str) -> tuple[Sight, Sight]:
    """Return a case before and after several changes."""
    keys = "".join(f", {key}: {value}" for key, value in header.items())
    text = CASE.replace("title: The ferry", f"title: The ferry{keys}")
    old = opened(text).at()
    edits = {
        "date: 2025-09-01": "date: 2025-10-01",
        "when: not sail": "when: sail",
        "what: The flood": f'what: "{HOSTILE}"',
        "events: [": "events: [{id: ebb, date: 2025-04-01, what: The ebb, assumption: a}, ",
    }
    for before, after in edits.items():
        text = text.replace(before, after)
    return old, opened(text).at()


def written(old: Sight, new: Sight) -> str:
    return feed(new.since(old), new)


def test_a_reader_of_feeds_reads_it(opened: Opener) -> None:
    old, new = both(opened)
    found = feedparser.parse(written(old, new))
    assert (found.bozo, found.version) == (False, "atom10")
    changes = new.since(old)
    assert len(found.entries) == len(changes.told) + len(changes.records.added) + len(changes.records.changed)
    titles = [entry.title for entry in found.entries]
    assert [each.text for each in changes.told] == titles[: len(changes.told)]
    assert "Added: The ebb" in titles
    assert "\u202e" not in written(old, new)
    assert any("“<b>& " in each.text for each in ElementTree.fromstring(written(old, new)).iter() if each.text)  # noqa: S314
    assert all(entry.updated == "2025-06-01T00:00:00Z" for entry in found.entries)


@pytest.mark.parametrize("authors", [{}, {"authors": "[Ann, Bob]"}])
def test_it_has_all_that_the_standard_asks_for(opened: Opener, authors: dict[str, str]) -> None:
    """RFC 4287: 4.1.1 of feeds, 4.1.2 of entries; 4.2.6 ids are IRIs; 3.3 dates; no link, so each has its content."""
    top = ElementTree.fromstring(written(*both(opened, **authors)))  # noqa: S314 - our own
    entries = top.findall(f"{ATOM}entry")
    assert top.tag == f"{ATOM}feed"
    assert entries
    for element in (top, *entries):
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{tag}")) == 1
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    names = [author.findtext(f"{ATOM}name") for author in top.findall(f"{ATOM}author")]
    assert names == (["Ann", "Bob"] if authors else ["The ferry"])
    assert all(entry.findtext(f"{ATOM}content") for entry in entries)
    ids = [element.findtext(f"{ATOM}id") for element in (top, *entries)]
    assert len(ids) == len(set(ids))


def test_ids_hang_on_the_case_and_the_change_alone(opened: Opener) -> None:
    old, new = both(opened)
    assert written(old, new) == written(old, new)
    ids = {entry.id for entry in feedparser.parse(written(old, new)).entries}
    later = both(opened, question="And now?")
    assert ids == {entry.id for entry in feedparser.parse(written(*later)).entries}
    other = opened(CASE.replace("id: ferry", "id: another")).at(), None
    moved = opened(CASE.replace("id: ferry", "id: another").replace("date: 2025-09-01", "date: 2025-10-01")).at()
    assert ids.isdisjoint(entry.id for entry in feedparser.parse(written(other[0], moved)).entries)


def test_links_lead_where_the_case_says_and_nowhere_else(opened: Opener) -> None:
    without = feedparser.parse(written(*both(opened)))
    assert "links" not in without.feed or without.feed.links == []
    assert all(not entry.get("links") for entry in without.entries)
    found = feedparser.parse(written(*both(opened, feed=FEED)))
    assert [(link.rel, link.href) for link in found.feed.links] == [("self", FEED)]
    links = [entry.link for entry in found.entries]
    assert all(link.startswith(f"{FEED}#") for link in links)
    assert len(set(links)) == len(links)


def test_an_address_must_be_one(opened: Opener) -> None:
    case: OpenCase = opened(CASE.replace("title: The ferry", "title: The ferry, feed: 'javascript:alert(1)'"))
    assert [each.span.line for each in case.errors] == [2]


def test_nothing_changed_is_an_empty_feed(opened: Opener) -> None:
    old, new = opened(CASE).at(), opened(CASE).at()
    found = feedparser.parse(written(old, new))
    assert (found.bozo, found.entries) == (False, [])
    assert found.feed.title == "The ferry: what changed"

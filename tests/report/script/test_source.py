"""The page's script: small, admitted by its hash, without anything that could let a text become code."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from tests.report.markup import read

from detente.report import script as package
from detente.report.script import part, script, script_hash
from detente.report.script.source import PARTS

FOLDER = Path(package.__file__).parent
FORBIDDEN = (
    r"\beval\b",
    r"\bFunction\b",
    r"\b(inner|outer)HTML\b",
    r"\binsertAdjacent",
    r"\bdocument\.write",
    r"\bsetHTML",
    r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import)\b",
    r"\b(localStorage|sessionStorage|indexedDB|cookie)\b",
    r"set(Timeout|Interval)\([^,(]*[\"`]",
    r"</?script",
    r"<!--",
)
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|`[^`]*`')


def source(name: str) -> str:
    return (FOLDER / f"{name}.js").read_text("utf-8")


def code(text: str) -> str:
    """Return a source without its comments, all of which have lines of their own."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("//"))


def test_it_is_small() -> None:
    assert len(script().encode()) <= 15_360


def test_every_file_is_part_of_it() -> None:
    assert sorted(PARTS) == sorted(path.stem for path in FOLDER.glob("*.js"))
    assert script() == "\n".join(map(part, PARTS))


def test_the_policy_admits_what_the_page_holds_and_nothing_else(page: str) -> None:
    root = read(page)
    [policy] = [each.attributes["content"] for each in root.all("meta") if "http-equiv" in each.attributes]
    [(held,)] = [re.findall(r'<script type="module">(.*?)</script>', page, re.DOTALL)]
    digest = b64encode(sha256(held.encode()).digest()).decode()

    assert f"script-src 'sha256-{digest}';" in policy
    assert script_hash() == f"sha256-{digest}"
    assert re.findall(r"script-src [^;]*", policy) == [f"script-src 'sha256-{digest}'"]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_text_becomes_code_and_nothing_leaves(pattern: str) -> None:
    assert re.findall(pattern, script()) == []


@pytest.mark.parametrize("name", PARTS)
def test_what_is_emitted_is_the_source_but_for_what_says_nothing(name: str) -> None:
    def bare(text: str) -> str:
        several = re.sub(r";const|,", ";", re.sub(r"\s+", "", text))  # one constant after another, or both at once
        return re.sub(r";?([})\]])", r"\1", several)

    def split(text: str) -> tuple[list[str], str]:
        return _TEXT.findall(text), bare(_TEXT.sub("§", text))

    assert split(part(name)) == split(code(source(name)))


def test_constants_that_follow_each_other_are_declared_together(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = """// One.
const one = 1;
// Two.
const two = [2, 3];
const three = () => {
  const four = 4;
  const five = () => { four; };
  five();
  const six = 6;
};
const seven = 7;
for (const each of two) {
  const eight = 8;
}
const nine = 9;
"""
    (tmp_path / "some.js").write_text(text, "utf-8")
    monkeypatch.setattr("detente.report.script.source.files", lambda _: tmp_path)

    assert part("some") == (
        "const one=1,two=[2,3],three=()=>{const four=4,five=()=>{four;};five();const six=6};const seven=7;"
        "for(const each of two){const eight=8}\nconst nine=9;"
    )


@pytest.mark.parametrize("name", PARTS)
def test_sources_keep_to_what_emitting_relies_on(name: str) -> None:
    rest = _TEXT.sub("§", code(source(name)))

    assert [line for line in source(name).splitlines() if len(line) > 120] == []
    assert not set(rest) & {'"', "`"}  # no text goes over several lines, and no pattern has a quotation mark
    assert "//" not in rest
    assert not re.search(r"([-+])\s+\1", rest)
    assert not re.search(r"\breturn\s*\n", rest)
    assert source(name).startswith("// ")


def test_a_changed_script_has_another_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    before = script_hash()
    for found in (script, script_hash):
        found.cache_clear()
    monkeypatch.setattr("detente.report.script.source.PARTS", PARTS[:1])

    assert script_hash() != before
    monkeypatch.undo()
    for found in (script, script_hash):
        found.cache_clear()
    assert script_hash() == before

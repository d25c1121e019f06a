"""YAML's traps: what somebody wrote, and what they read about it; and what is no trap."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from textwrap import dedent

import pytest
from tests.case_text import problems
from tests.conftest import Opener

from detente.casefile import template
from detente.diagnostics.characters import visible
from detente.session import OpenCase, open_case

HEADER = "case: {id: demo, as_of: 2025-07-10}\nactors: [{id: north, name: North, kind: state}]\n"

REFUSED = {
    "a colon in a text": (
        "events:\n  - id: e\n    what: The pier: a story\n",
        "5:19 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write what: "The pier: a story"',
    ),
    "a colon in a list of texts": (
        "events:\n  - Kurti: nothing: at all\n",
        "4:19 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write Kurti: "nothing: at all"',
    ),
    "a tab that indents": (
        "events:\n\t- {id: e}\n",
        "4:1 DT010 a tab stands here, and YAML indents by spaces only",
        "put spaces in its place",
    ),
    "a tab among spaces": (
        "events:\n  - id: e\n  \twhat: w\n",
        "5:3 DT010 a tab stands here, and YAML indents by spaces only",
        "put spaces in its place",
    ),
    "a number sign inside braces": (
        "events:\n  - {id: e, what: Something #2 of it}\n  - {id: f}\n",
        "4:29 DT010 a '#' after a space begins a comment, so the rest of this line is not read",
        "put the text that holds it in quotes",
    ),
    "a number sign that took a bracket along": (
        "events:\n  - {id: e, what: Route # 2}\n",
        "4:25 DT010 a '#' after a space begins a comment, so the rest of this line is not read",
        "put the text that holds it in quotes",
    ),
    "an at sign": (
        "events: [{what: @home we say}]\n",
        "3:17 DT010 text cannot begin with '@' unless it is in quotes",
        'write "@home we say"',
    ),
    "a backtick": (
        "terms:\n  - `x` is\n",
        "4:5 DT010 text cannot begin with '`' unless it is in quotes",
        'write "`x` is"',
    ),
    "a percent sign": (
        "events:\n  - what: %5 of it\n",
        "4:11 DT010 text cannot begin with '%' unless it is in quotes",
        'write "%5 of it"',
    ),
    "stars": (
        "events:\n  - what: *very* much\n",
        "4:11 DT010 text cannot begin with '*' unless it is in quotes",
        'write "*very* much"',
    ),
    "a starred word": (
        "events:\n  - what: *very much\n",
        "4:11 DT012 the alias '*very' names nothing complete",
        "put text that begins with '*' in quotes",
    ),
    "an ampersand": (
        "events:\n  - what: & so on\n",
        "4:11 DT010 text cannot begin with '&' unless it is in quotes",
        'write "& so on"',
    ),
    "an exclamation mark": (
        "events:\n  - what: !now\n",
        "4:11 DT012 the tag '!now' is not used here",
        "put text that begins with '!' in quotes",
    ),
    "more than": (
        "events:\n  - what: > 50 km\n",
        "4:11 DT010 text cannot begin with '>' unless it is in quotes",
        'write "> 50 km"',
    ),
    "a bar": (
        "events:\n  - what: | x\n",
        "4:11 DT010 text cannot begin with '|' unless it is in quotes",
        'write "| x"',
    ),
    "a dash": (
        "events:\n  - what: - nothing\n",
        "4:11 DT010 text cannot begin with '- ' unless it is in quotes",
        'write "- nothing"',
    ),
    "a comma": (
        "events:\n  - what: , x\n",
        "4:11 DT010 text cannot begin with ',' unless it is in quotes",
        'write ", x"',
    ),
    "brackets": (
        "events:\n  - what: [sic] of it\n",
        "4:17 DT010 text goes on after a closing bracket",
        "put all of it in quotes: text cannot begin with a bracket",
    ),
    "quotation marks": (
        'events:\n  - what: "Yes" she said\n',
        "4:17 DT010 text goes on after its closing quotation mark",
        "put all of it in quotes",
    ),
    "quotation marks inside braces": (
        'events: [{what: "Yes" she said}]\n',
        "3:23 DT010 text goes on after its closing quotation mark",
        "put all of it in quotes",
    ),
    "an apostrophe in single quotes": (
        "events:\n  - what: 'it's over'\n",
        "4:15 DT010 the apostrophe before this ends the text in single quotes",
        "write the apostrophe twice, or put the text in double quotes",
    ),
    "a quotation mark that is never closed": (
        'events:\n  - what: "over\n    id: e\n',
        "4:11 DT010 this quotation mark is never closed",
        "close it where the text ends; inside single quotes an apostrophe is written twice",
    ),
    "a backslash": (
        'events:\n  - what: "a\\dx"\n',
        "4:13 DT010 a backslash inside double quotes begins an escape, and there is none like this",
        "put the text in single quotes, or write two backslashes",
    ),
    "one space too many": (
        "events:\n  - id: e\n     what: w\n",
        "5:6 DT010 this line stands further right than line 4, so it reads as more of its text",
        "begin it after 4 spaces",
    ),
    "one space too few": (
        "events:\n  - id: e\n   what: w\n",
        "5:4 DT010 this line begins after 3 spaces, where none above it does",
        "begin it after 0 or 4 spaces",
    ),
    "an entry one space too far": (
        "events:\n  - {id: e}\n   - {id: f}\n",
        "5:4 DT010 this entry begins after 3 spaces, where none above it does",
        "begin it after 2 spaces",
    ),
    "no space after a colon": (
        "events:\n  - id:e\n    what: w\n",
        "4:7 DT010 a space is missing after the colon",
        "write id: e",
    ),
    "no space after the only colon": (
        "roadmap:\n  goal:signed\n",
        "4:3 DT022 'roadmap' must be one record: keys with values",
        "put a space after the colon: goal: signed",
    ),
    "no space after the last colon": (
        "roadmap:\n  note: n\n  goal:signed\n",
        "5:7 DT010 a space is missing after the colon",
        "write goal: signed",
    ),
    "no space after a dash": (
        "events:\n  -id: e\n   what: w\n",
        "4:3 DT010 a space is missing after the '-' that begins an entry",
        "write '- '",
    ),
    "no colon": (
        "roadmap:\n  goal\n  note: n\n",
        "4:3 DT010 'goal' has no colon after it",
        "write 'key: value'; text over several lines is indented further than its key",
    ),
    "a bracket that is not closed": (
        "events:\n  - {id: e, what: w\n",
        "5:1 DT010 the '{' in line 4, column 5 is not closed",
        "write '}' where it ends, or put text with a '{' in quotes",
    ),
    "a comment inside such a bracket": (
        "events:\n  - {id: e,  # the first\n     what: w\n",
        "6:1 DT010 the '{' in line 4, column 5 is not closed",
        "write '}' where it ends, or put text with a '{' in quotes",
    ),
    "a bracket too many": (
        "events: [{id: e}]]\n",
        "3:18 DT010 this bracket closes nothing",
        "delete it, or put text with brackets in quotes",
    ),
    "brackets that do not pair": (
        "events: [{id: e])\n",
        "3:16 DT010 the '{' in line 3 is closed by a ']'",
        "pair the brackets",
    ),
    "three dots": (
        "...\nevents: []\n",
        "3:1 DT010 these three dots end the text, and more follows",
        "delete them",
    ),
    "three dashes": ("---\nevents: []\n", "3:1 DT012 a second document begins here", "use one document a file"),
    "a line of a text that begins with a number sign": (
        "events:\n  - id: e\n    what: Talks about pier\n      #2 of the town\n      and more\n",
        "6:7 DT010 a comment ends the text before it, and line 7 goes on with that text",
        "put all of the text in quotes, or move the comment above its key",
    ),
    "such a line, and more keys": (
        "events:\n  - id: e\n    what: Talks about pier\n      #2 of the town\n      and more\n    date: 2025\n",
        "6:7 DT010 a comment ends the text before it, and line 7 goes on with that text",
        "put all of the text in quotes, or move the comment above its key",
    ),
    "such a line, and a colon behind it": (
        "events:\n  - id: e\n    what:\n      Talks about pier\n      #2 of the town\n      and so: more\n",
        "7:7 DT010 a comment ends the text before it, and line 8 goes on with that text",
        "put all of the text in quotes, or move the comment above its key",
    ),
    "such a line in a list": (
        "formats:\n  - Talks about\n    #2 of it\n    and more\n",
        "5:5 DT010 a comment ends the text before it, and line 6 goes on with that text",
        "put all of the text in quotes, or move the comment above its key",
    ),
    "a comment inside a text": (
        "events:\n  - id: e\n    what: Talks about\n      # a note\n      and more\n",
        "6:7 DT010 a comment ends the text before it, and line 7 goes on with that text",
        "put all of the text in quotes, or move the comment above its key",
    ),
    "a comment, and a line one space too far left": (
        "events:\n  - id: e\n    what: Talks about # it\n   date 2025\n",
        "6:4 DT010 this line begins after 3 spaces, where none above it does",
        "begin it after 0 or 4 spaces",
    ),
    "a colon below a text in curly quotation marks": (
        "case2:\n  title: “A, b”\n  note: yes: no\n",
        "5:12 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write note: "yes: no"',
    ),
    "a comment behind a line of a text": (
        "events:\n  - id: e\n    what: Talks about #2\n      and more\n",
        "5:23 DT010 a comment ends the text before it, and line 6 goes on with that text",
        "put all of the text in quotes, or move the comment above its key",
    ),
    "such a line inside braces": (
        "events:\n  - {id: e, what: Talks about\n     #2 of it\n     and more}\n",
        "5:6 DT010 a '#' after a space begins a comment, so the rest of this line is not read",
        "put the text that holds it in quotes",
    ),
    "a number sign after a bracket": (
        "issues: [#MeToo]\nevents: []\n",
        "3:10 DT010 a '#' after a space begins a comment, so the rest of this line is not read",
        "put the text that holds it in quotes",
    ),
    "a comment and a colon inside braces": (
        "events:\n  - {id: e, #its id\n     what: yes: no}\n",
        "5:15 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write what: "yes: no"',
    ),
    "a colon inside braces": (
        "events:\n  - {id: e, what: yes: no}\n",
        "4:22 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write what: "yes: no"',
    ),
    "a colon inside brackets": (
        "events:\n  - [Kurti: nothing: at all, x]\n",
        "4:20 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write Kurti: "nothing: at all"',
    ),
    "a colon before a brace": (
        "events:\n  - {id: e, what: Note:}\n",
        "4:23 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        'write what: "Note:"',
    ),
    "brackets inside braces": (
        "events:\n  - {id: e, what: See [1, 2] and more, date: 2025}\n",
        "4:23 DT010 text inside braces cannot hold a '[' unless it is in quotes",
        'write what: "See [1, 2] and more"',
    ),
    "braces inside braces": (
        "events:\n  - {id: e, what: A {x} b}\n",
        "4:21 DT010 text inside braces cannot hold a '{' unless it is in quotes",
        'write what: "A {x} b"',
    ),
    "brackets inside brackets": (
        "events:\n  - [See [1], x]\n",
        "4:10 DT010 text inside brackets cannot hold a '[' unless it is in quotes",
        'write "See [1]"',
    ),
    "a closing bracket inside braces": (
        "events:\n  - {id: e, what: a ] b}\n",
        "4:21 DT010 text inside braces cannot hold a ']' unless it is in quotes",
        'write what: "a ] b"',
    ),
    "a closing brace inside braces": (
        "events:\n  - {id: e, what: a } b}\n",
        "4:21 DT010 this '}' ends what the '{' before it began",
        'write what: "a } b"',
    ),
    "a closing bracket inside brackets": (
        "events:\n  - {id: e, cites: [a ] b], date: 2025}\n",
        "4:23 DT010 this ']' ends what the '[' before it began",
        'write "a ] b"',
    ),
    "quotation marks in the middle of a text": (
        'events:\n  - {id: e, what: He said "no}" x}\n',
        "4:30 DT010 this '}' ends what the '{' before it began",
        "write what: 'He said \"no}\" x'",
    ),
    "brackets of two kinds": (
        "events:\n  - {id: e, cites: [s}, what: w}\n",
        "4:22 DT010 the '[' in line 4 is closed by a '}'",
        "pair the brackets",
    ),
    "no comma in a line": (
        "events:\n  - {id: e what: w}\n",
        "4:16 DT010 a colon followed by a space begins a value, and here it stands inside unquoted text",
        "write id: \"e what: w\"; or, if 'what' is a key, put a comma before it",
    ),
    "no comma at the end of a line": (
        "events:\n  - {id: e,\n     date: 2025\n     what: w}\n",
        "6:6 DT010 a comma is missing before 'what'",
        "end line 5 with one",
    ),
    "no comma after a list": (
        "events:\n  - {cites: [s] what: w}\n",
        "4:17 DT010 a comma is missing before 'what'",
        "put one there",
    ),
    "no comma between records": (
        "events: [{id: e} {id: f}]\n",
        "3:18 DT010 a comma is missing before '{'",
        "put one there",
    ),
    "no comma between lines of records": (
        "events: [{id: e}\n  {id: f}]\n",
        "4:3 DT010 a comma is missing before '{'",
        "end line 3 with one",
    ),
    "braces that are not closed, and a key": (
        "roadmap: {goal: g\nevents: []\n",
        "4:7 DT010 the '{' in line 3, column 10 is not closed",
        "write '}' where it ends, or put text with a '{' in quotes",
    ),
}

MISREAD = {
    "a name and a word": (
        "terms: [{term: t, used_by: [north], neutral: Kurti}]\nscenarios: [{id: s, title: [x], changes: []}]\n",
        ["2:28 DT103 scenarios 's': title: expected text, got a list"],
        "put text that begins with '[' in quotes",
    ),
    "a colon in a list": (
        "actors: [{id: n, name: N, kind: state, aliases: [Kurti: nothing]}]\n",
        ["1:50 DT103 actors 'n': aliases.0: expected text, got a mapping"],
        'a colon and a space make a mapping of it; write "Kurti: nothing" in quotes',
    ),
    "a word that is a truth value": (
        "actors: [{id: n, name: true, kind: state}]\n",
        ["1:24 DT103 actors 'n': name: expected text, got 'true'"],
        'write "true" in quotes if the word is meant',
    ),
    "a comma inside braces": (
        "events: [{id: e, date: 2025, what: Talks, then nothing}]\n",
        ["1:43 DT100 events 'e': unknown key 'then nothing'"],
        "a comma inside braces ends the text before it; if 'then nothing' belongs to that text, quote all of it",
    ),
    "thousands inside braces": (
        "events: [{id: e, date: 2025, what: 1,000}]\n",
        ["1:38 DT100 events 'e': unknown key '000'"],
        "a comma inside braces ends the text before it; if '000' belongs to that text, quote all of it",
    ),
    "a number with underscores": (
        "measures: [{id: m, what: w, unit: km, assumption: a, observations: [{value: 1_000, date: 2024}]}]\n",
        [
            "1:77 DT103 measures 'm': observations.0.value: expected a number, [low, high] or "
            "{low: …, mode: …, high: …}, got '1_000'"
        ],
        "write 1000",
    ),
    "a number with zeros before it": (
        "measures: [{id: m, what: w, unit: km, assumption: a, observations: [{value: 010, date: 2024}]}]\n",
        [
            "1:77 DT103 measures 'm': observations.0.value: expected a number, [low, high] or "
            "{low: …, mode: …, high: …}, got '010'"
        ],
        "write 10",
    ),
    "a merge key": (
        "events: [{<<: {id: e}, id: e, date: 2025, what: w}]\n",
        ["1:11 DT100 events 'e': unknown key '<<'"],
        "merge keys are not used here; write the values out",
    ),
    "half a text": (
        "events:\n  - id: e\n    date: 2025\n    what: Something #2 of it\n    assumption: x\n",
        ["4:21 DT014 the text ends before '#2 of it': a '#' after a space begins a comment"],
        'write "Something #2 of it"',
    ),
    "half a text in a list": (
        "actors:\n  - id: n\n    name: N\n    kind: state\n    aliases:\n      - The old town #OldTown\n",
        ["6:22 DT014 the text ends before '#OldTown': a '#' after a space begins a comment"],
        'write "The old town #OldTown"',
    ),
    "no text at all": (
        "issues:\n  - id: i\n    name: #MeToo\n",
        ["3:11 DT014 '#MeToo' is not read: a '#' after a space begins a comment"],
        'write "#MeToo"',
    ),
    "a text that begins with a name": (
        "issues:\n  - {id: i, name: &our way}\n",
        ["2:19 DT017 '&our' names the value behind it and is not part of its text"],
        "put text that begins with '&' in quotes",
    ),
    "half a text of two lines": (
        "events:\n  - id: e\n    date: 2025\n    assumption: x\n    what: Talks about pier\n      #2 of the town\n",
        ["6:7 DT014 the text ends before '#2 of the town': a '#' after a space begins a comment"],
        'write "Talks about pier #2 of the town"',
    ),
    "half a text below its key": (
        "events:\n  - id: e\n    what:\n      Talks about\n      pier\n     #Two of the town\n"
        "    date: 2025\n    assumption: x\n",
        ["6:6 DT014 the text ends before '#Two of the town': a '#' after a space begins a comment"],
        'write "Talks about pier #Two of the town"',
    ),
    "half a text of two lines in a list": (
        "actors:\n  - id: n\n    name: N\n    kind: state\n    aliases:\n    - The old town\n     #OldTown\n",
        ["7:6 DT014 the text ends before '#OldTown': a '#' after a space begins a comment"],
        'write "The old town #OldTown"',
    ),
    "half a text of two lines inside braces": (
        "issues:\n  - {id: i, name: Talks about\n     #2 of it\n    }\n",
        ["3:6 DT014 the text ends before '#2 of it': a '#' after a space begins a comment"],
        'write "Talks about #2 of it"',
    ),
}

MEANT = [
    "case:\n  id: demo\n  as_of: 2025-06-01   # the date\n",
    "case:\n  id: demo\n  as_of: 2025-06-01 #the date\n",
    "case: {id: demo, as_of: 2025} # one line\n",
    "case: {id: demo, as_of: 2025} #one line\n",
    "case:\n  id: demo #an id\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: The pier and the quay # two places\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: The pier and the quay  #2 places\n  as_of: 2025\n",
    'case:\n  id: demo\n  title: "The pier #2"\n  as_of: 2025\n',
    "case:\n  id: demo\n  title: 'The pier #2 of it'\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: Pier#2\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: |\n    The pier #2 of it\n  as_of: 2025\n",
    "#title of all\ncase:\n  #id of the case\n  id: demo\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: # to be written\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: The pier and the quay ## two\n  as_of: 2025\n",
    "case: {id: demo, as_of: 2025, note: &n here, question: *n}\n",
    "case: {id: demo, as_of: 2025, title: no, note: 12:30, question: 2025-07}\n",
    "case:\n  id: demo\n  title: The pier and the quay\n  #2 places\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: The pier and the quay\n    # 2 places\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: The pier and the quay\n      #note: to be written\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: The pier and the quay\n\n      #2 places\n  as_of: 2025\n",
    "case:\n  id: demo\n  as_of: 2025-06-01\n     #the date\n",
    "case:\n  id: demo\n  title: >-\n    The pier\n    #2 of it\n  as_of: 2025\n",
    "case:\n  id: demo\n  title: 'The pier\n    #2 of it'\n  as_of: 2025\n",
    "case:\n  id: demo\n  as_of: 2025\n  note:\n    #none yet\n",
    "case: {\n    id: demo, #its id\n    as_of: 2025,\n    title: The pier and the quay,\n      #2 places\n  }\n",
    "case: {\n    id: demo,\n    as_of: 2025,\n    title: The pier and the quay\n    #two places\n  }\n",
    "#2 cases\ncase:\n#2 keys\n  id: demo\n  as_of: 2025\n",
    "case: {id: demo, as_of: 2025, title: “The pier”, note: 5 – 6： 7， 8, question: ‘why’ ［x］ ٢}\n",
    "case:\n  id: demo\n  as_of: 2025\n  title: “A, B” – it's [1] {x}\n  note: 日本：東京\n",
    "case: {id: demo, as_of: 2025, title: it's, note: that's, question: a \"b\" c}\n",
]


@pytest.mark.parametrize(("text", "problem", "hint"), REFUSED.values(), ids=list(REFUSED))
def test_what_the_parser_refuses_is_said_in_words(text: str, problem: str, hint: str, opened: Opener) -> None:
    case = opened(HEADER + text)

    found = [(f"{d.span.line}:{d.span.column} {d.code} {d.message}", d.hint) for d in case.diagnostics]
    assert found == [(problem, hint)]


@pytest.mark.parametrize(("text", "expected", "hint"), MISREAD.values(), ids=list(MISREAD))
def test_what_is_read_as_something_else_is_said(text: str, expected: list[str], hint: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    case = open_case(tmp_path)

    assert problems(case) == expected
    assert [d.hint for d in case.diagnostics] == [hint]


@pytest.mark.parametrize("text", MEANT)
def test_a_true_comment_is_no_trap(text: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")

    assert open_case(path).diagnostics == ()


UNSEEN = {
    "a no-break space after a colon": (
        "actors:\n  - {id:\u00a0upper, name: U, kind: state}\n",
        "4:9 DT016 U+00A0 NO-BREAK SPACE stands here instead of a space",
    ),
    "one in a block": (
        "actors:\n  - id:\u00a0upper\n    name: U\n    kind: state\n",
        "4:8 DT016 U+00A0 NO-BREAK SPACE stands here instead of a space",
    ),
    "one that indents": (
        "actors:\n  - id: u\n\u00a0   name: U\n    kind: state\n",
        "5:1 DT016 U+00A0 NO-BREAK SPACE stands here instead of a space",
    ),
    "one after a dash": (
        "actors:\n  -\u202fid: u\n    name: U\n    kind: state\n",
        "4:4 DT016 U+202F NARROW NO-BREAK SPACE stands here instead of a space",
    ),
    "a byte order mark inside": (
        "\ufeffactors: [{id: u, name: U, kind: state}]\n",
        "3:1 DT016 U+FEFF ZERO WIDTH NO-BREAK SPACE does not belong here",
    ),
    "a zero-width space in a key": (
        "actors: [{id: u, na\u200bme: U, kind: state}]\n",
        "3:18 DT016 the key 'name' is written with U+200B ZERO WIDTH SPACE",
    ),
    "a Cyrillic letter in a key": (
        "actors: [{id: u, n\u0430me: U, kind: state}]\n",
        "3:18 DT016 the key 'name' is written with U+0430 CYRILLIC SMALL LETTER A",
    ),
    "a Cyrillic letter in an id": (
        "actors: [{id: p\u0430y, name: U, kind: state}]\n",
        "3:15 DT102 actors 'p\u0430y': id: 'p\u0430y' is not an id (\u0430 is U+0430 CYRILLIC SMALL LETTER A, not a)",
    ),
    "a zero-width space in an id": (
        "actors: [{id: pay\u200b, name: U, kind: state}]\n",
        "3:15 DT102 actors 'pay\\u200b': id: 'pay\\u200b' is not an id (\\u200b is U+200B ZERO WIDTH SPACE)",
    ),
    "a filler in a reference": (
        "formats: [{id: f, name: F, parties: [north\u3164]}]\n",
        "3:38 DT102 formats 'f': parties.0: 'north\\u3164' is not an id (\\u3164 is U+3164 HANGUL FILLER)",
    ),
    "a tag in a choice": (
        "actors: [{id: u, name: U, kind: state\U000e0041}]\n",
        "3:33 DT103 actors 'u': kind: 'state\\U000e0041' is not one of state, organisation, person, body, media, "
        "company or community (\\U000e0041 is U+E0041 TAG LATIN CAPITAL LETTER A)",
    ),
    "a dash in a date": (
        "events: [{id: e, date: 2025–05, what: w}]\n",
        "3:24 DT104 events 'e': date: '2025–05' is not a date; write 2025, 2025-03, 2025-03-13, "
        "2024-08~ or 2021-12/.. (– is U+2013 EN DASH, not -)",
    ),
    "a joiner in a number": (
        "capabilities: [{actor: north, value: 0\u20604, assumption: a}]\n",
        "3:38 DT103 capabilities: value: expected a number, [low, high] or {low: …, mode: …, high: …}, "
        "got '0\\u20604' (\\u2060 is U+2060 WORD JOINER)",
    ),
    "a soft hyphen in a citation": (
        "issues: [{id: i, cites: [gaz\u00adette ¶1]}]\n",
        "3:26 DT102 issues 'i': cites.0.source: 'gaz\\u00adette' is not an id (\\u00ad is U+00AD SOFT HYPHEN)",
    ),
}


@pytest.mark.parametrize(("text", "problem"), UNSEEN.values(), ids=list(UNSEEN))
def test_what_cannot_be_seen_is_named(text: str, problem: str, opened: Opener) -> None:
    header = HEADER if not text.lstrip("\ufeff").startswith("actors") else HEADER.splitlines()[0] + "\n\n"

    assert problems(opened(header + text)) == [problem]


UNDRAWN = [0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0x1BCA0, 0x1BCA4)]
UNDRAWN += [*range(0x1D173, 0x1D17B), 0xE0100, 0xE01EF]


@pytest.mark.parametrize("code", UNDRAWN, ids=hex)
def test_what_only_changes_how_others_are_drawn_is_named(code: int, opened: Opener) -> None:
    unseen, name = chr(code), f"U+{code:04X}"
    texts = [
        f"actors: [{{id: u, name: U, ki{unseen}nd: state}}]\n",
        f"actors: [{{id: up{unseen}, name: U, kind: state}}]\n",
        f"events: [{{id: e, date: 2025-05-{unseen}20, what: w}}]\n",
        f"actors:\n  - id: u\n{unseen}    name: U\n    kind: state\n",
    ]
    for text in texts:
        said = problems(opened(HEADER.splitlines()[0] + "\n" + text))
        assert len(said) == 1, text
        assert name in said[0]
        assert unseen not in said[0]


@pytest.mark.parametrize("drawn", ["❤\ufe0f", "葛\U000e0100", "ᠠ\u180b"])
def test_a_variation_selector_behind_what_it_varies_is_not_taken_apart(drawn: str) -> None:
    assert visible(drawn) == drawn
    assert visible(f"a{drawn[1:]}") != f"a{drawn[1:]}"


TURNED = [f"\\u{number:04x}" for number in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]


@pytest.mark.parametrize("escape", TURNED)
@pytest.mark.parametrize("place", ['issues: [{id: i, name: "a%sb"}]\n', "# %s\n"])
def test_what_turns_text_around_is_a_warning_that_shows_it(escape: str, place: str, opened: Opener) -> None:
    character = escape.encode().decode("unicode_escape")
    case = opened(HEADER + place % character)

    assert [(d.code, d.span.line, d.span.column) for d in case.diagnostics] == [("DT015", 3, place.index("%s") + 1)]
    assert case.errors == ()
    said = str(case.diagnostics[0])
    assert escape in said
    assert character not in said


def test_it_is_found_where_it_is_written_as_an_escape(opened: Opener) -> None:
    assert problems(opened(HEADER + 'issues: [{id: i, name: "a\\u202eb"}]\n')) == [
        "3:24 DT015 \\u202e makes the text after it appear in another order (\\u202e is U+202E RIGHT-TO-LEFT OVERRIDE)"
    ]


def test_marks_that_scripts_need_are_no_trap(opened: Opener) -> None:
    text = 'issues: [{id: i, name: "می\u200cخواهد \u200fשלום\u200e «\u00a0oui\u00a0»"}]\n'

    assert opened(HEADER + text).diagnostics == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "character"), [(0, "\u00a0"), (2, "\u200b"), (4, "\ufeff"), (6, "\u2003")], ids=ascii
)
def test_wherever_it_stands_it_is_named_or_changes_nothing(first: int, character: str, tmp_path: Path) -> None:
    """At many places of the template, others for each: in place of a space, or between two letters."""
    path, text = tmp_path / "case.yaml", template("my-case")
    path.write_text(text, encoding="utf-8")
    plain = _comparable(open_case(path))
    name = f"U+{ord(character):04X}"
    for at in range(first, len(text), 8):
        cut = at + 1 if text[at] == " " and character.isspace() else at
        path.write_text(text[:at] + character + text[cut:], encoding="utf-8")
        case = open_case(path)
        line = text.count("\n", 0, at) + 1
        is_named = any(name in d.message and d.span.line == line for d in case.diagnostics)
        is_harmless = not case.errors and _comparable(case) == plain
        assert is_named or is_harmless or at == 0, (line, text[at - 10 : at + 10], problems(case))


def _comparable(case: OpenCase) -> str:
    """Return everything that a case says, without what cannot be seen in its texts."""
    text = unicodedata.normalize("NFKC", repr(case.case)).encode().decode("unicode_escape", "replace")
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def test_a_dedented_text_of_many_lines_keeps_its_places(opened: Opener) -> None:
    """Mending moves nothing: what is wrong behind a mended place is found at its own."""
    case = opened(
        dedent("""
        actors:
          - {id:\u00a0upper, name: U, kind: stat}
        """)
    )

    assert [(d.span.line, d.code) for d in case.diagnostics] == [(4, "DT016"), (4, "DT103")]


LOOK_ALIKES = {
    "a colon": ("events：\n  - {id: e, date: 2025, what: w, assumption: x}\n", ["FF1A FULLWIDTH COLON"]),
    "a colon after other keys": ("issues: []\nevents：\n  - {id: e}\n", ["FF1A FULLWIDTH COLON"]),
    "a colon before a blank line": ("events：\n\n# c\n  - {id: e}\n", ["FF1A FULLWIDTH COLON"]),
    "a colon glued to a value": ("events:\n  - id：e\n    date: 2025\n", ["FF1A FULLWIDTH COLON"]),
    "a ratio inside braces": ("events: [{id∶ e, date: 2025}]\n", ["2236 RATIO"]),
    "a comma": ("events: [{id: e， date: 2025}]\n", ["FF0C FULLWIDTH COMMA"]),
    "an Arabic comma": ("events: [{id: e، date: 2025}]\n", ["060C ARABIC COMMA"]),
    "a comma between records": ("events: [{id: e}、 {id: f}]\n", ["3001 IDEOGRAPHIC COMMA"]),
    "a colon and a comma": (
        "events: [{id： e， date: 2025}]\n",
        ["FF1A FULLWIDTH COLON", "FF0C FULLWIDTH COMMA"],
    ),
    "a brace": ("events: [{id: e, date: 2025｝]\n", ["FF5D FULLWIDTH RIGHT CURLY BRACKET"]),
    "brackets": (
        "events: ［{id: e, date: 2025}］\n",
        ["FF3B FULLWIDTH LEFT SQUARE BRACKET", "FF3D FULLWIDTH RIGHT SQUARE BRACKET"],
    ),
    "a colon below a sensible text": ("roadmap:\n  note: “A, b”\n  goal：x\n", ["FF1A FULLWIDTH COLON"]),
    "a dash": ("events:\n  – id: e\n    date: 2025\n", ["2013 EN DASH"]),
    "a bullet": ("events:\n  • id: e\n    date: 2025\n", ["2022 BULLET"]),
    "quotation marks around a colon": (
        "events: [{id: e, what: “a: b”}]\n",
        ["201C LEFT DOUBLE QUOTATION MARK", "201D RIGHT DOUBLE QUOTATION MARK"],
    ),
    "quotation marks around a comma": (
        "events: [{id: e, what: „a, b“}]\n",
        ["201E DOUBLE LOW-9 QUOTATION MARK", "201C LEFT DOUBLE QUOTATION MARK"],
    ),
}


@pytest.mark.parametrize(("text", "names"), LOOK_ALIKES.values(), ids=list(LOOK_ALIKES))
def test_what_looks_like_a_sign_of_yaml_is_named(text: str, names: list[str], opened: Opener) -> None:
    """All else that is said is what would be said of the text with the plain signs."""
    said = problems(opened(HEADER + text))
    found = [each for each in said if " DT016 " in each]
    plain = (
        text.translate(str.maketrans("：∶，،、［］｛｝–•“”„", "::,,,[]{}--" + 3 * '"'))
        .replace("id:e", "id: e")
        .replace("goal:x", "goal: x")
    )

    assert [each.split("U+")[1].split(" stands")[0] for each in found] == names
    assert [_unplaced(each) for each in said if each not in found] == [
        _unplaced(each) for each in problems(opened(HEADER + plain))
    ]


def _unplaced(problem: str) -> str:
    return problem.partition(" ")[2]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("events: [{id: e, date: “2025-05”, what: w}]\n", 'U+201C LEFT DOUBLE QUOTATION MARK, not "'),
        ("events: [{id: e, date: ٢٠٢٥-05, what: w}]\n", "U+0662 ARABIC-INDIC DIGIT TWO, not 2"),
        ("events: [{id: e, date: 2025-०5, what: w}]\n", "U+0966 DEVANAGARI DIGIT ZERO, not 0"),
        ("events: [{id: e, date: 2024∕.., what: w}]\n", "U+2215 DIVISION SLASH, not /"),
        ("capabilities: [{actor: north, value: ０.4, assumption: a}]\n", "U+FF10 FULLWIDTH DIGIT ZERO, not 0"),
        ("capabilities: [{actor: north, value: ‘0.4’, assumption: a}]\n", "U+2018 LEFT SINGLE QUOTATION MARK, not '"),
        ("capabilities: [{actor: north, value: 0٫4, assumption: a}]\n", "U+066B ARABIC DECIMAL SEPARATOR, not ."),
        ("formats: [{id: f, name: F, parties: ［north］}]\n", "U+FF3B FULLWIDTH LEFT SQUARE BRACKET, not ["),
        ("formats: [{id: f, name: F, parties: [north， south]}]\n", "U+FF0C FULLWIDTH COMMA, not ,"),
        ("actors: [{id: “u”, name: U, kind: state}]\n", 'U+201C LEFT DOUBLE QUOTATION MARK, not "'),
        ("events:\n  - id： e\n", "U+FF1A FULLWIDTH COLON"),
        ("roadmap:\n  goal：signed\n", "U+FF1A FULLWIDTH COLON"),
    ],
)
def test_what_looks_like_part_of_a_value_is_named(text: str, name: str, opened: Opener) -> None:
    header = HEADER if not text.startswith("actors") else HEADER.splitlines()[0] + "\n"
    case = opened(header + text)

    assert any(name in f"{each.message} {each.hint}" for each in case.errors), case.errors

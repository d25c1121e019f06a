"""Files: what nobody changed stays as it is to the byte, and of two who write the second is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.session.live import MovedError, files_of, save
from detente.session.live.files import ended

ENDS = st.sampled_from(["\n", "\r\n", "\r"])
LINES = st.lists(st.tuples(st.sampled_from(["a", "b", "c: 1"]), ENDS), max_size=12)


def plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(LINES, st.sampled_from(["", "last"]))
def test_a_text_that_was_not_changed_keeps_its_line_ends(lines: list[tuple[str, str]], last: str) -> None:
    text = "".join(line + end for line, end in lines) + last
    assert ended(plain(text), text) == text


@given(LINES, st.lists(st.sampled_from(["a", "b", "c: 1", "new"]), min_size=1, max_size=12))
def test_whatever_is_changed_reads_as_it_was_typed(lines: list[tuple[str, str]], typed: list[str]) -> None:
    before = "".join(line + end for line, end in lines)
    assert plain(ended("\n".join(typed), before)) == "\n".join(typed)


def test_only_the_lines_that_were_changed_get_the_usual_end() -> None:
    before = "one\r\ntwo\nthree\nfour # a\rb\n"
    after = "one\r\ntwo and a half\nthree\nfour # a\rb\n"
    assert ended("one\ntwo and a half\nthree\nfour # a\nb\n", before) == after


@pytest.mark.parametrize("data", [b"a: 1\r", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\nb: 2\r\n# c", b""])
def test_what_is_saved_unchanged_is_the_same_to_the_byte(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "case.yaml").write_bytes(data)
    [file] = files_of(tmp_path)
    assert save(tmp_path, "case.yaml", file.text, file.version).version == file.version
    assert (tmp_path / "case.yaml").read_bytes() == data


def test_of_two_who_write_the_second_is_told(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("a: 1\n", encoding="utf-8")
    [file] = files_of(tmp_path)
    save(tmp_path, "case.yaml", "a: 2\n", file.version)
    with pytest.raises(MovedError) as told:
        save(tmp_path, "case.yaml", "a: 3\n", file.version)
    assert told.value.file.text == "a: 2\n"


def test_what_would_be_too_large_to_read_again_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("a: 1\n", encoding="utf-8")
    [file] = files_of(tmp_path)
    with pytest.raises(LookupError, match="8 MiB"):
        save(tmp_path, "case.yaml", "#" * (9 * 2**20), file.version)
    assert (tmp_path / "case.yaml").read_text("utf-8") == "a: 1\n"

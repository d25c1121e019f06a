"""Every example runs: a page is one story, told in an empty folder from its first block to its last."""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.docs.pages import PAGES, ROOT, Block, blocks, name
from tests.docs.shell import Shell

from detente.session import open_case

STORIES = [page for page in PAGES if any(not block.language.startswith("{") for block in blocks(page))]


class Story:
    """What happens in a page: files appear, commands run, Python remembers its names."""

    def __init__(self) -> None:
        self.shell = Shell()
        module = sys.modules["story"] = ModuleType("story")  # where dataclasses look their annotations up
        self.names: dict[str, Any] = vars(module)

    def tell(self, block: Block) -> None:
        """Do what a block says."""
        if block.caption:
            self._write(block)
        elif block.language == "console":
            self.shell.run(block)
        elif block.language == "python":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile("\n" * block.line + block.text, block.where, "exec"), self.names)  # noqa: S102
        elif block.language == "pycon":
            self._converse(block)
        elif block.language == "yaml":
            self._fragment(block)
        elif block.language in ("json", "toml"):
            json.loads(block.text) if block.language == "json" else tomllib.loads(block.text)
        else:
            assert block.language in ("text", "bibtex"), f"{block.where}: nothing checks a block of '{block.language}'"

    def _write(self, block: Block) -> None:
        """Write a file that the page shows; one that is a whole case must be right, or wrong on purpose."""
        path = Path(block.caption)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        if path.suffix == ".yaml" and len(path.parts) == 1:
            found = open_case(path)
            assert bool(found.errors) == block.broken, f"{block.where}: {[str(d) for d in found.diagnostics]}"
        if path.suffix == ".py":
            compile(block.text, block.where, "exec")

    def _converse(self, block: Block) -> None:
        test = doctest.DocTestParser().get_doctest(block.text, self.names, block.where, name(block.page), block.line)
        said = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=said.write, clear_globs=False)
        self.names |= test.globs
        assert runner.tries, f"{block.where}: no '>>>' in it"
        assert not runner.failures, said.getvalue()

    def _fragment(self, block: Block) -> None:
        """Check sections torn out of a case: whatever is not a reference to what is left out must be right."""
        path = Path("fragment.yaml")
        header = "" if "case:" in block.text.split() else "case: {id: fragment, as_of: 2025-07-10}\n"
        path.write_text(header + block.text, encoding="utf-8")
        found = [d for d in open_case(path).errors if d.code not in ("DT201", "DT300")]
        assert bool(found) == block.broken, f"{block.where}: {[str(d) for d in found]}"
        path.unlink()


@pytest.mark.parametrize("page", STORIES, ids=name)
def test_every_example_of_the_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    story = Story()
    for block in blocks(page):
        if not block.language.startswith("{"):  # a directive of Sphinx
            story.tell(block)


def test_the_harness_sees_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that could not fail would convince nobody."""
    monkeypatch.chdir(tmp_path)

    def block(language: str, text: str, caption: str = "") -> Block:
        return Block(ROOT / "README.md", 1, language, caption, broken=False, text=text)

    wrong = [
        block("console", "$ detente --version\ndetente 0.0.0\n"),
        block("console", "$ make coffee\n"),
        block("console", "$ rm -r .\n"),
        block("console", "$ detente serve ferry --prot 8500\n"),
        block("python", "assert False"),
        block("pycon", ">>> 1 + 1\n3\n"),
        block("yaml", "actor: []\n"),
        block("yaml", "case: {id: demo}\n", "demo.yaml"),
        block("ruby", "puts 1"),
    ]
    for each in wrong:
        with pytest.raises(AssertionError):
            Story().tell(each)

"""The flagship typed letter by letter: the server answers behind each letter, and knows the whole in the end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from lsprotocol import types as lsp
from tests.workbench.editor import Editor, clean, drive, editing

FLAGSHIP = Path(__file__).parents[2] / "examples" / "south-caucasus"
HOMES = {"armenia": "actors.yaml", "azerbaijan": "actors.yaml", "article": "case.yaml", "dossier": "case.yaml"}
NAMES = {"armenia": "Armenia", "azerbaijan": "Azerbaijan", "article": "In Pursuit of Peace", "dossier": "restated"}
USE = re.compile(r"\b(?:actors?|by|from|to|parties|cites|source): \[?(?P<id>armenia|azerbaijan|article|dossier)\b")
AWKWARD = re.compile(r": |[\[{\"']|- |¶|>-?\n|, |#|\n")
PAUSE = 0.6
"""Seconds without a keystroke after which the server has looked at everything, and answers by what it found."""


@dataclass(frozen=True)
class Cut:
    """A text of the flagship, typed up to some letter."""

    name: str
    whole: str
    length: int

    @property
    def text(self) -> str:
        """What is typed."""
        return self.whole[: self.length]

    @property
    def used(self) -> re.Match[str] | None:
        """The last use of a well-known id that stands in another file and is all typed."""
        found = [use for use in USE.finditer(self.whole, 0, self.length) if HOMES[use["id"]] != self.name]
        return found[-1] if found else None


def cuts(many: int) -> Iterator[Cut]:
    """Yield places in the files of the flagship, the longer a file the more: at any letter, or behind a sign."""
    random = Random(17)
    texts = {path.name: path.read_text("utf-8") for path in sorted(FLAGSHIP.glob("*.yaml"))}
    for name in sorted(random.choices([*texts], [len(text) for text in texts.values()], k=many)):
        text = texts[name]
        signs = [match.end() for match in AWKWARD.finditer(text)]
        uses = [match.end("id") - 3 for match in USE.finditer(text)]
        yield Cut(
            name, text, random.choice([random.randrange(len(text)), random.choice(signs), random.choice(uses or signs)])
        )


async def asked(editor: Editor, cut: Cut) -> None:
    """Ask what an editor asks behind each letter, and hold the answers against the flagship."""
    client, document = editor.client, editor.document(cut.name)
    end = editor.position(cut.name, cut.text, after=True) if cut.text else lsp.Position(0, 0)
    await client.text_document_hover_async(lsp.HoverParams(document, end))
    offered = await client.text_document_completion_async(lsp.CompletionParams(document, end))
    assert isinstance(offered, lsp.CompletionList)
    half = next((use["id"] for use in USE.finditer(cut.whole) if use.start("id") < cut.length < use.end("id")), None)
    assert half is None or HOMES[half] == cut.name or half in {each.label for each in offered.items}, cut.text[-80:]
    await client.text_document_folding_range_async(lsp.FoldingRangeParams(document))
    await client.text_document_code_lens_async(lsp.CodeLensParams(document))
    await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    if cut.used is not None:
        await answered(editor, cut, cut.used)


async def answered(editor: Editor, cut: Cut, use: re.Match[str]) -> None:
    """Ask about an id that stands in the typed text, and have it answered as ever."""
    line = cut.text.count("\n", 0, use.start("id"))
    column = use.start("id") - cut.text.rfind("\n", 0, use.start("id")) - 1
    units = len(cut.text[use.start("id") - column : use.start("id")].encode("utf-16-le")) // 2
    document, where = editor.document(cut.name), lsp.Position(line, units + 1)
    hover = await editor.client.text_document_hover_async(lsp.HoverParams(document, where))
    assert hover is not None, cut.text[-80:]
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert NAMES[use["id"]] in hover.contents.value
    target = await editor.client.text_document_definition_async(lsp.DefinitionParams(document, where))
    assert isinstance(target, lsp.Location)
    assert Path(target.uri).name == HOMES[use["id"]]
    assert editor.written(HOMES[use["id"]], target.range) == use["id"]


@pytest.mark.slow
def test_typing_the_flagship_letter_by_letter_never_stops_the_server(folder: Path) -> None:
    """Behind every tenth letter the one who types pauses: then also half-typed text is looked at whole."""

    async def session() -> None:
        async with editing(folder) as editor:
            for number, cut in enumerate(cuts(2 * settings().max_examples)):
                if cut.name not in editor.texts:
                    editor.open(cut.name)
                editor.type(cut.name, cut.text)
                await asyncio.sleep(PAUSE if number % 10 == 9 else 0)
                await asked(editor, cut)
                editor.type(cut.name, cut.whole)
            name = cut.name
            editor.type(name, f"{cut.whole}nonsense: 1\n")
            await editor.until(lambda e: ["nonsense" in each.message for each in e.told.get(name, ())] == [True])
            editor.type(name, cut.whole)
            await editor.until(clean)

    drive(session())

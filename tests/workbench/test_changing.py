"""``detente lsp`` on the flagship: the changes of text that it offers, taken as editors take them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from tests.workbench.editor import Editor, at_work, clean

from detente.session import open_case

FLAGSHIP = Path(__file__).parents[2] / "examples" / "south-caucasus"


@pytest.mark.parametrize(
    "record",
    [
        "  - id: new\n    date: 2025-07\n    what: It happened\n",
        "  - {id: new, date: 2025-07, what: It happened}\n",
        "  - id: new\n    date: 2025-07\n    what: >-\n      It happened\n      there\n",
    ],
)
def test_a_claim_without_evidence_can_be_said_to_be_assumed(folder: Path, record: str) -> None:
    async def work(editor: Editor) -> None:
        editor.open("mine.yaml")
        editor.type("mine.yaml", f"events:\n{record}terms: []\n")
        await editor.until(lambda e: bool(e.told.get("mine.yaml")))
        (wrong,) = editor.told["mine.yaml"]
        assert wrong.code == "DT411"
        (fix,) = await editor.actions("mine.yaml", wrong)
        assert fix.edit is not None
        editor.take(fix.edit)
        await editor.until(clean)
        assert "assumption: say why" in editor.texts["mine.yaml"]

    at_work(folder, work)


TAKEN = [
    ("conflict:\n  infeasible:\n    - when: sign@az", "", "azerbaijan", "azerbaijan"),
    ("events:\n  - id: x\n    cites: [dossier ¶1", "]\n", "¶10", "¶10"),
    ("events:\n  - id: x\n    actors: [arm", "enja]\n", "armenia", "armenia"),
    ("events:\n  - id: x\n    act", "", "actors", "actors: "),
    ("events:\n  - id: x\n    act", "ions: [armenia]\n", "actors", "actors"),
    ("events:\n  - {id: x, what: 𝕏𝕏𝕏, from: event:abu", "}\n", "abu-dhabi-summit", "abu-dhabi-summit"),
]


def test_what_is_chosen_takes_the_place_of_the_word_that_is_typed(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open("mine.yaml")
        for text, rest, chosen, written in TAKEN:
            editor.type("mine.yaml", text + rest)
            where = editor.position("mine.yaml", text, after=True)
            found = await editor.client.text_document_completion_async(
                lsp.CompletionParams(editor.document("mine.yaml"), where)
            )
            assert isinstance(found, lsp.CompletionList)
            (item,) = (each for each in found.items if each.label == chosen)
            assert isinstance(item.text_edit, lsp.TextEdit)
            editor.take(lsp.WorkspaceEdit({editor.uri("mine.yaml"): [item.text_edit]}))
            head = re.sub(r"¶?[\w-]*$", "", text)
            assert editor.texts["mine.yaml"] == head + written + re.sub(r"^[\w-]*", "", rest)

    at_work(folder, work)


RENAMED = [
    ("conflict.yaml", "when: not escalate", "escalate"),
    ("conflict.yaml", "by: [azerbaijan, armenia]", "armenia"),
    ("conflict.yaml", "- id: az-amendment-first", "az-amendment-first"),
    ("conflict.yaml", "{source: article, at: ¶32, hedge: presumably}", "article"),
    ("roadmap.yaml", "- id: referendum", "referendum"),
    ("formats-and-issues.yaml", "- id: constitution", "constitution"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "words", "word"), RENAMED)
def test_renaming_leaves_a_case_that_passes_the_check(folder: Path, name: str, words: str, word: str) -> None:
    async def work(editor: Editor) -> None:
        editor.open(name)
        where = editor.position(name, words, word)
        edit = await editor.client.text_document_rename_async(
            lsp.RenameParams(editor.document(name), where, "another-name")
        )
        assert edit is not None
        changed = editor.take(edit)
        for file in folder.iterdir():
            if file.name in changed:
                file.write_text(editor.texts[file.name], encoding="utf-8")

    at_work(folder, work)
    assert open_case(folder).diagnostics == ()
    assert "id: another-name" in "".join(file.read_text("utf-8") for file in folder.glob("*.yaml"))


def test_a_name_that_is_taken_or_no_id_is_refused(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        where = editor.position("conflict.yaml", "when: not escalate", "escalate")
        for new, why in (("armenia", "is taken"), ("Not an id", "is not an id")):
            params = lsp.RenameParams(editor.document("conflict.yaml"), where, new)
            with pytest.raises(Exception, match=why):
                await editor.client.text_document_rename_async(params)

    at_work(folder, work)


def test_renaming_and_mending_go_by_what_is_typed_at_that_moment(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        document, text = editor.document("conflict.yaml"), editor.texts["conflict.yaml"]
        editor.type("conflict.yaml", f"# one\n# two\n{text}")
        where = editor.position("conflict.yaml", "when: not escalate", "escalate")
        params = lsp.PrepareRenameParams(document, where)
        offered = await editor.client.text_document_prepare_rename_async(params)
        assert isinstance(offered, lsp.PrepareRenamePlaceholder)
        assert editor.written("conflict.yaml", offered.range) == "escalate"
        editor.type("conflict.yaml", f"# one\n{text}")
        where = editor.position("conflict.yaml", "when: not escalate", "escalate")
        edit = await editor.client.text_document_rename_async(lsp.RenameParams(document, where, "fight-on"))
        assert edit is not None
        editor.take(edit)
        renamed = "# one\n" + re.sub(r"(?<![\w-])escalate(?![\w-])", "fight-on", text)
        assert editor.texts["conflict.yaml"] == renamed
        editor.type("conflict.yaml", f"# three\n{text}")
        where = editor.position("conflict.yaml", "escalation: {text: resort", "escalation")
        edit = await editor.client.text_document_rename_async(lsp.RenameParams(document, where, "use-of-force"))
        assert edit is not None
        assert editor.take(edit) == {"conflict.yaml"}, "a shock of the region has the same id"
        editor.type("conflict.yaml", renamed)
        wrong = renamed.replace("by: [azerbaijan, armenia]", "by: [azerbaijan, armenja]", 1)
        editor.type("conflict.yaml", wrong)
        where = editor.position("conflict.yaml", "armenja")
        asked = lsp.CodeActionParams(document, lsp.Range(where, where), lsp.CodeActionContext([]))
        (fix,) = await editor.client.text_document_code_action_async(asked) or []
        assert isinstance(fix, lsp.CodeAction)
        assert fix.edit is not None
        editor.take(fix.edit)
        assert editor.texts["conflict.yaml"] == renamed

    at_work(folder, work)


def test_what_cannot_be_read_is_not_renamed_and_the_editor_hears_why(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.type("conflict.yaml", editor.texts["conflict.yaml"] + "nonsense: [\n")
        where = editor.position("conflict.yaml", "when: not escalate", "escalate")
        with pytest.raises(Exception, match="mend the errors"):
            await editor.client.text_document_prepare_rename_async(
                lsp.PrepareRenameParams(editor.document("conflict.yaml"), where)
            )

    at_work(folder, work)


def test_columns_are_counted_in_utf_16_units(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open("mine.yaml")
        text = "events:\n  - {id: new, date: 2025, what: 𝕏𝕏𝕏 met, actors: [armenja], assumption: made up}\n"
        editor.type("mine.yaml", text)
        await editor.until(lambda e: bool(e.told.get("mine.yaml")))
        (wrong,) = editor.told["mine.yaml"]
        assert editor.written("mine.yaml", wrong.range) == "armenja"

    at_work(folder, work)

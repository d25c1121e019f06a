"""``detente lsp`` on the flagship, driven by a client over standard input and output: what it tells."""

from __future__ import annotations

import re
from pathlib import Path

from lsprotocol import types as lsp
from tests.workbench.editor import Editor, at_work, clean, drive, editing

from detente.workbench.lsp.documents import Documents

FLAGSHIP = Path(__file__).parents[2] / "examples" / "south-caucasus"


def test_problems_are_told_while_typing_and_go_with_their_mending(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        text = editor.texts["conflict.yaml"]
        editor.type("conflict.yaml", text.replace("- actor: azerbaijan", "- actor: azerbaijn", 1))
        await editor.until(lambda e: bool(e.told["conflict.yaml"]))
        wrong, *others = editor.told["conflict.yaml"]
        assert others == []
        assert editor.written("conflict.yaml", wrong.range) == "azerbaijn"
        assert (wrong.code, wrong.severity, wrong.source) == ("DT201", lsp.DiagnosticSeverity.Error, "detente")
        assert [name for name, found in editor.told.items() if found] == ["conflict.yaml"]
        (fix,) = await editor.actions("conflict.yaml", wrong)
        assert fix.edit is not None
        editor.take(fix.edit)
        await editor.until(clean)
        assert editor.texts["conflict.yaml"] == text

    at_work(folder, work)
    assert (folder / "conflict.yaml").read_text("utf-8") == (FLAGSHIP / "conflict.yaml").read_text("utf-8")


PLACES = [
    ("conflict.yaml", "by: [azerbaijan, armenia]", "armenia", "actors.yaml"),
    ("conflict.yaml", "when: not escalate", "escalate", "conflict.yaml"),
    ("conflict.yaml", "from: event:text-final", "text-final", "events.yaml"),
    ("conflict.yaml", "{source: article, at: ¶32, hedge: presumably}", "article", "case.yaml"),
    ("scenarios.yaml", "{drop: conflict.azerbaijan.az-amendment-first}", "az-amendment-first", "conflict.yaml"),
    ("scenarios.yaml", "{drop: conflict.azerbaijan.az-amendment-first}", "azerbaijan", "actors.yaml"),
    ("scenarios.yaml", "settlement.azerbaijan.weights.constitution", "constitution", "formats-and-issues.yaml"),
    ("positions.yaml", "date: {before: abu-dhabi-summit, by: 2 days}", "abu-dhabi-summit", "events.yaml"),
    ("corridor.yaml", "takes: [accept-operator]", "accept-operator", "conflict.yaml"),
]


def test_an_id_leads_to_where_it_is_given(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        for name, words, word, home in PLACES:
            editor.open(name)
            where = editor.position(name, words, word)
            found = await editor.client.text_document_definition_async(
                lsp.DefinitionParams(editor.document(name), where)
            )
            assert isinstance(found, lsp.Location), words
            assert Path(found.uri).name == home
            assert editor.written(home, found.range) == word
            line = (folder / home).read_text("utf-8").splitlines()[found.range.start.line]
            assert f"id: {word}" in line

    at_work(folder, work)


def test_references_are_all_uses_of_an_id_and_nothing_else(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        where = editor.position("conflict.yaml", "when: not escalate", "escalate")
        params = lsp.ReferenceParams(lsp.ReferenceContext(True), editor.document("conflict.yaml"), where)
        found = await editor.client.text_document_references_async(params) or []
        found_lines = {(Path(each.uri).name, each.range.start.line) for each in found}
        assert {editor.written(Path(each.uri).name, each.range) for each in found} == {"escalate"}
        assert found_lines == {
            (file.name, number)
            for file in folder.glob("*.yaml")
            for number, line in enumerate(file.read_text("utf-8").splitlines())
            if re.search(r"\bescalate\b", line)
        }

    at_work(folder, work)


def test_hovering_shows_the_record_its_authority_and_the_paragraph(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        words = "{source: dossier, at: ¶10, quote: amendment comes first}"
        where = editor.position("conflict.yaml", words, "dossier")
        found = await editor.client.text_document_hover_async(lsp.HoverParams(editor.document("conflict.yaml"), where))
        assert found is not None
        assert isinstance(found.contents, lsp.MarkupContent)
        paragraphs = [line for line in (folder / "dossier.md").read_text("utf-8").splitlines() if line.strip()]
        assert paragraphs[9][:40] in found.contents.value
        assert "reliability: F" in found.contents.value
        where = editor.position("conflict.yaml", "from: event:text-final", "text-final")
        found = await editor.client.text_document_hover_async(lsp.HoverParams(editor.document("conflict.yaml"), where))
        assert found is not None
        assert found.range is not None
        assert editor.written("conflict.yaml", found.range) == "text-final"
        assert isinstance(found.contents, lsp.MarkupContent)
        assert "certainty: fact" in found.contents.value
        assert "conflict.yaml:5" in found.contents.value

    at_work(folder, work)


def test_hovering_over_a_paragraph_shows_it(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        words = "{source: dossier, at: ¶10, quote: amendment comes first}"
        paragraphs = [line for line in (folder / "dossier.md").read_text("utf-8").splitlines() if line.strip()]
        for inside in ("¶10", "amendment"):
            where = editor.position("conflict.yaml", words, inside)
            found = await editor.client.text_document_hover_async(
                lsp.HoverParams(editor.document("conflict.yaml"), where)
            )
            assert found is not None
            assert isinstance(found.contents, lsp.MarkupContent)
            assert paragraphs[9][:40] in found.contents.value
        for place in ("cites:", "note: >-"):
            where = editor.position("conflict.yaml", place)
            params = lsp.HoverParams(editor.document("conflict.yaml"), where)
            assert await editor.client.text_document_hover_async(params) is None

    at_work(folder, work)


COMPLETED = [
    ("events:\n  - id: x\n    actors: [arm", "armenia", "constitution"),
    ("events:\n  - id: x\n    ac", "actors", "id"),
    ("events:\n  - {id: x, ac", "actors", "id"),
    ("events:\n  - id: x\n    cites: art", "article", "armenia"),
    ("events:\n  - id: x\n    certainty: ", "inference", "article"),
    ("events:\n  - id: x\n    date: {before: abu", "abu-dhabi-summit", "armenia"),
    ("conflict:\n  infeasible:\n    - when: sign and ", "escalate", "armenia"),
    ("steps:\n  - id: x\n    requires: [", "referendum", "escalate"),
    ("steps:\n  - id: x\n    status: ", "scheduled", "referendum"),
    ("scenarios:\n  - id: x\n    changes:\n      - {drop: ", "conflict", "referendum"),
    ("scenarios:\n  - id: x\n    changes:\n      - {drop: steps.", "referendum", "escalate"),
    ("positions:\n  - actor: armenia\n    issue: ", "constitution", "armenia"),
    ("acto", "actors", "armenia"),
    ("events:\n  - id: x\n    cites: [dossier ¶", "¶10", "article"),
    ("events:\n  - id: x\n    cites: article ", "¶25", "dossier"),
    ("events:\n  - id: x\n    cites: [{source: dossier, at: ¶1", "¶10", "dossier"),
    ("events:\n  - {id: x, what: It's so, note: They're in, actors: [arm", "armenia", "constitution"),
]


def test_completion_offers_what_the_place_wants_and_nothing_else(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open("mine.yaml")
        for text, wanted, unwanted in COMPLETED:
            editor.type("mine.yaml", text)
            where = editor.position("mine.yaml", text, after=True)
            found = await editor.client.text_document_completion_async(
                lsp.CompletionParams(editor.document("mine.yaml"), where)
            )
            assert isinstance(found, lsp.CompletionList)
            offered = {each.label for each in found.items}
            assert wanted in offered, text
            assert unwanted not in offered, text

    at_work(folder, work)


def test_a_file_has_symbols_lenses_and_folds(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        document = editor.document("conflict.yaml")
        (section,) = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document)) or []
        assert isinstance(section, lsp.DocumentSymbol)
        assert section.name == "conflict"
        names = [each.name for each in section.children or ()]
        assert {"sign", "escalate", "az-amendment-first"} <= {*names}
        lenses = await editor.client.text_document_code_lens_async(lsp.CodeLensParams(document)) or []
        said = {editor.written("conflict.yaml", each.range): each.command.title for each in lenses if each.command}
        assert "wanted by 3" in said["escalate"]
        folds = await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(document)) or []
        lines = editor.texts["conflict.yaml"].splitlines()
        assert {lines[each.start_line].strip() for each in folds} >= {"conflict:", "joint:", "note: >-"}

    at_work(folder, work)


def test_half_typed_text_is_told_of_and_the_last_good_tree_answers(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        text = editor.texts["conflict.yaml"]
        editor.type("conflict.yaml", text.replace("by: [azerbaijan, armenia]", "by: [azerbaijan, armenia", 1))
        await editor.until(lambda e: bool(e.told["conflict.yaml"]))
        assert [each.code for each in editor.told["conflict.yaml"]] == ["DT010"]
        where = editor.position("conflict.yaml", "by: [azerbaijan, armenia", "armenia")
        params = lsp.DefinitionParams(editor.document("conflict.yaml"), where)
        found = await editor.client.text_document_definition_async(params)
        assert isinstance(found, lsp.Location)
        assert found.uri.endswith("actors.yaml")
        assert [name for name, told in editor.told.items() if told] == ["conflict.yaml"]

    at_work(folder, work)


def test_yaml_that_is_no_case_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\n", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    case = tmp_path / "inner" / "case.yaml"
    case.write_text("case: {id: small, as_of: 2025-07-01}\nactor: []\n", encoding="utf-8")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            editor.open("compose.yaml")
            editor.open("inner/case.yaml")
            await editor.until(lambda e: bool(e.told.get("case.yaml")))
            assert "compose.yaml" not in editor.told

    drive(session())


def test_what_other_programs_write_is_looked_at_anew(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        await editor.until(lambda e: bool(e.watched))
        assert editor.watched == ["**/*.{yaml,csv,geojson,md,txt}"]
        text = folder / "dossier.md"
        text.write_text(text.read_text("utf-8").replace("amendment comes first", "amendment can wait"), "utf-8")
        editor.hear_of(text)
        await editor.until(lambda e: bool(e.told["conflict.yaml"]))
        assert "DT403" in {each.code for each in editor.told["conflict.yaml"]}

    at_work(folder, work)


def test_only_what_lies_with_a_case_is_looked_at(folder: Path) -> None:
    documents = Documents()
    document = documents.write((folder / "case.yaml").as_uri(), (folder / "case.yaml").read_text("utf-8"))
    assert document is not None

    beside = [folder / "dossier.md", folder / "texts" / "article.txt"]
    elsewhere = [folder.parent / "dossier.md", folder.with_name("casebook") / "dossier.md"]

    assert all(documents.beside([file.as_uri()]) == (document.desk,) for file in beside)
    assert documents.beside(file.as_uri() for file in elsewhere) == ()


def test_closing_the_last_file_takes_its_problems_away(folder: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.type("conflict.yaml", editor.texts["conflict.yaml"] + "nonsense: 1\n")
        await editor.until(lambda e: bool(e.told["conflict.yaml"]))
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(editor.document("conflict.yaml")))
        await editor.until(clean)

    at_work(folder, work)

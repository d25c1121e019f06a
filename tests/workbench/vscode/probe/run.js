// Runs inside VS Code, and does on a copy of the flagship what an analyst does; what was seen goes into a file as JSON.

"use strict";

const { readFileSync, writeFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { CodeActionKind, Position, Range, Selection, commands, extensions, languages, window, workspace } = require("vscode");

const LONG = 60_000;
const seen = {};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(words, isSo) {
  for (const end = Date.now() + LONG; Date.now() < end; await pause(50)) {
    const found = await isSo();
    if (found) return found;
  }
  throw new Error(`not so: ${words}`);
}

const told = () => languages.getDiagnostics().flatMap(([, found]) => found);
const clean = () => until("nothing is wrong", () => told().length === 0);

/** The range of a word inside some words of a text. */
function rangeOf(document, words, word = words) {
  const at = document.getText().indexOf(words) + words.indexOf(word);
  return new Range(document.positionAt(at), document.positionAt(at + word.length));
}

async function type(document, range, text) {
  const editor = await window.showTextDocument(document);
  await editor.edit((edit) => edit.replace(range, text));
}

async function problems(document) {
  const found = await until("a problem is told", () => told().length > 0 && languages.getDiagnostics(document.uri));
  return found.map(({ code, message, range }) => ({ code, message, on: document.getText(range) }));
}

async function mends(document) {
  const [{ range }] = languages.getDiagnostics(document.uri);
  const kind = CodeActionKind.QuickFix.value;
  const offered = await commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range, kind);
  const own = offered.filter(({ edit }) => edit);
  await workspace.applyEdit(own[0].edit);
  await clean();
  return own.map(({ title }) => title);
}

async function asks(command, document, place) {
  const found = await commands.executeCommand(`vscode.execute${command}Provider`, document.uri, place);
  return found.map(({ uri, targetUri, range, targetRange }) => {
    const from = targetRange ?? range;
    return `${basename((targetUri ?? uri).fsPath)}:${from.start.line + 1}`;
  });
}

async function chooses(document) {
  const place = rangeOf(document, "when: not escalate", "escalate");
  await type(document, place, "esc");
  const behind = place.start.translate(0, 3);
  window.activeTextEditor.selection = new Selection(behind, behind);
  const offered = await commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, behind);
  await commands.executeCommand("editor.action.triggerSuggest");
  await until("what is chosen is written", async () => {
    await commands.executeCommand("acceptSelectedSuggestion");
    return document.lineAt(place.start.line).text.includes("escalate");
  });
  return [offered.items.map(({ label }) => label.label ?? label), document.lineAt(place.start.line).text.trim()];
}

async function renames(document) {
  const { start } = rangeOf(document, "- id: az-amendment-first", "az-amendment-first");
  const edit = await commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, start, "az-amends-first");
  await workspace.applyEdit(edit);
  const changed = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  const texts = Object.fromEntries(changed.map((each) => [basename(each.uri.fsPath), each.getText()]));
  await workspace.saveAll();
  await clean();
  return texts;
}

async function session(folder) {
  const document = await workspace.openTextDocument(join(folder, "conflict.yaml"));
  await window.showTextDocument(document);
  seen.onOpening = await problems(document);
  seen.mended = await mends(document);
  await type(document, rangeOf(document, "- actor: armenia", "armenia"), "armenja");
  seen.whileTyping = await problems(document);
  await mends(document);
  await document.save();

  const cited = rangeOf(document, "{source: dossier, at: ¶10, quote: amendment comes first}", "¶10").start;
  seen.hover = await until("a paragraph is shown once typing pauses", async () => {
    const found = await commands.executeCommand("vscode.executeHoverProvider", document.uri, cited);
    return found.flatMap(({ contents }) => contents.map(({ value }) => value)).join("\n");
  });
  const actor = rangeOf(document, "by: [azerbaijan, armenia]", "armenia").start;
  seen.definition = await asks("Definition", document, actor);
  seen.references = await asks("Reference", document, rangeOf(document, "when: not escalate", "escalate").start);
  const lenses = await commands.executeCommand("vscode.executeCodeLensProvider", document.uri, 100);
  seen.lenses = Object.fromEntries(lenses.map(({ range, command }) => [document.getText(range), command.title]));
  const symbols = await commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
  seen.symbols = symbols.map(({ name, children }) => [name, children.map((each) => each.name)]);
  const folds = await commands.executeCommand("vscode.executeFoldingRangeProvider", document.uri);
  seen.folds = folds.map(({ start }) => document.lineAt(start).text.trim());

  [seen.offered, seen.chosen] = await chooses(document);
  seen.renamed = await renames(document);

  const text = join(folder, "dossier.md");
  writeFileSync(text, readFileSync(text, "utf8").replace("amendment comes first", "amendment can wait"));
  const codes = () => told().map(({ code }) => code);
  seen.elsewhere = await until("what another program wrote is looked at", () => told().length > 0 && codes());
  await commands.executeCommand("detente.restart");
  seen.anew = await until("the server tells it anew", () => told().length > 0 && codes());
  const settings = workspace.getConfiguration("editor", { languageId: "yaml" });
  seen.marks = settings.get("unicodeHighlight.allowedCharacters");
  seen.suggests = settings.get("quickSuggestions").strings;
}

exports.activate = () => {};
exports.run = async () => {
  const folder = workspace.workspaceFolders[0].uri.fsPath;
  seen.extension = extensions.getExtension("detente.detente-vscode")?.packageJSON.version;
  await session(folder).catch((error) => (seen.failed = `${error.stack}`));
  writeFileSync(join(folder, "..", "notes.json"), JSON.stringify(seen));
};

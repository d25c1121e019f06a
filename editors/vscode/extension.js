// Starts 'detente lsp' for the files of cases, and says what to do where it cannot.

"use strict";

const { commands, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { isOlder, trouble } = require("./server");

const SELECTOR = [
  { scheme: "file", language: "yaml" },
  { scheme: "file", pattern: "**/*.csv" },
];

/** The server that runs, if one does, and the starting or ending that is under way. */
const running = { client: undefined, turn: Promise.resolve() };

function activate(context) {
  const restart = () => queue(() => stop().then(() => start(context.extension.packageJSON.version)));
  context.subscriptions.push(
    commands.registerCommand("detente.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("detente.path") && restart()),
  );
  return restart();
}

function deactivate() {
  return queue(stop);
}

/** Do something once everything before it is done. */
function queue(work) {
  running.turn = running.turn.then(work, work);
  return running.turn;
}

async function start(version) {
  const command = workspace.getConfiguration("detente").get("path");
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath;
  const why = await trouble(command, folder);
  if (why) {
    tell(why);
    return;
  }
  const client = new LanguageClient(
    "detente",
    "Detente",
    { command, args: ["lsp"], options: { cwd: folder } },
    { documentSelector: SELECTOR },
  );
  running.client = client;
  await client.start();
  const found = client.initializeResult?.serverInfo?.version ?? "";
  if (isOlder(found, version)) {
    tell(`Detente ${found} is older than this extension, which is for ${version}: pip install --upgrade detente`);
  }
}

async function stop() {
  const { client } = running;
  running.client = undefined;
  await client?.dispose();
}

/** Show what to do, without waiting for an answer. */
async function tell(words) {
  const answer = await window.showErrorMessage(words, "Open the setting", "Try again");
  if (answer === "Open the setting") {
    await commands.executeCommand("workbench.action.openSettings", "detente.path");
  } else if (answer === "Try again") {
    await commands.executeCommand("detente.restart");
  }
}

module.exports = { activate, deactivate };

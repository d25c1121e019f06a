// Runs the extension outside of VS Code: 'node standin.cjs EXTENSION CASE COMMAND VERSION' opens a file of a case and
// prints as JSON what came of it. What of the editor is asked for and told is noted; the rest answers nothing.

"use strict";

const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { fileURLToPath, pathToFileURL } = require("node:url");

const [extension, folder, command, version] = process.argv.slice(2);
const seen = { commands: [], messages: [], told: [] };

/** Something that may be called, made and asked for whatever it has, of which nothing comes. */
function nothing() {
  return new Proxy(function () {}, {
    get(target, key) {
      if (key === Symbol.iterator) return function* () {};
      if (key === Symbol.toPrimitive) return () => "";
      return key === "prototype" ? target.prototype : key === "then" ? undefined : nothing();
    },
    apply: () => nothing(),
    construct: (_, given, made) => Reflect.construct(Object, given, made),
  });
}

/** Something that has some parts, and nothing besides. */
const known = (parts) => new Proxy(parts, { get: (target, key) => (key in target || key === "then" ? target[key] : nothing()) });
const disposable = () => ({ dispose() {} });
const uri = (path) => ({ scheme: "file", fsPath: path, path, toString: () => pathToFileURL(path).href });

class EventEmitter {
  heard = [];
  event = (listener) => {
    this.heard.push(listener);
    return disposable();
  };
  fire(what) {
    for (const listener of this.heard) listener(what);
  }
  dispose() {}
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: disposable };
  cancel() {}
  dispose() {}
}

class Range {
  constructor(...places) {
    this.places = places;
  }
}

class Diagnostic {
  constructor(range, message) {
    Object.assign(this, { range, message });
  }
}

const text = readFileSync(`${folder}/conflict.yaml`, "utf8");
const document = { uri: uri(`${folder}/conflict.yaml`), languageId: "yaml", version: 1, getText: () => text };

const vscode = known({
  version: "1.91.0",
  CancellationTokenSource,
  Diagnostic,
  EventEmitter,
  Range,
  Uri: { file: uri, parse: (href) => uri(fileURLToPath(href)) },
  commands: known({ registerCommand: (name, run) => seen.commands.push({ name, run }) && disposable() }),
  env: { appName: "A stand-in", language: "en" },
  languages: known({
    match: (selector, { languageId }) => selector.some(({ language }) => language === languageId) && 10,
    createDiagnosticCollection: () =>
      known({ set: ({ fsPath }, found) => found && seen.told.push([fsPath, found.map(({ message }) => message)]) }),
  }),
  window: known({
    showErrorMessage: async (message) => void seen.messages.push(message),
    createOutputChannel: () => known({ error: (...words) => seen.messages.push(words.join(" ")), logLevel: 0 }),
  }),
  workspace: known({
    getConfiguration: () => ({ get: (key) => ({ path: command })[key], inspect: () => undefined }),
    textDocuments: [document],
    workspaceFolders: [{ uri: uri(folder), name: "case", index: 0 }],
    onDidChangeConfiguration: disposable,
  }),
});

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));

async function until(isSo) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** How many programs run that were started here. */
const running = () => process.getActiveResourcesInfo().filter((each) => each === "ProcessWrap").length;

/** Wait until problems were told of anew, where a server runs. */
const told = (already) => until(() => seen.told.length > already || running() === 0);

async function session() {
  const { activate, deactivate } = require(extension);
  await activate({ subscriptions: [], extension: { packageJSON: { version } } });
  await told(0);
  const once = seen.told.length;
  if (once > 0) {
    await seen.commands[0].run();
    await told(once);
    await until(() => running() === 1);
  }
  await deactivate();
  await until(() => running() === 0);
  console.log(JSON.stringify({ ...seen, commands: seen.commands.map(({ name }) => name), once }));
}

session().then(() => process.exit(0));

// Whether the language server can be started, and in which words to say why not. Knows nothing of the editor.

"use strict";

const { execFile } = require("node:child_process");

const INSTALL = "pip install 'detente[workbench]'";

/** Return what to do before 'COMMAND lsp' can be started in a folder; undefined where it can: it ends with its input. */
function trouble(command, cwd) {
  return new Promise((resolve) => {
    const child = execFile(command, ["lsp"], { cwd, timeout: 60_000 }, (error, _, said) =>
      resolve(error ? reason(command, error, said) : undefined),
    );
    child.stdin?.on("error", () => {}).end();
  });
}

/** Say why a command did not run: it is not there, it is too old to know 'lsp', or what it says itself. */
function reason(command, error, said) {
  if (error.code === "ENOENT") {
    return `'${command}' was not found: ${INSTALL}, or write its whole path into the setting detente.path`;
  }
  if (/No such command/.test(said)) {
    return `'${command}' is too old to have a language server: pip install --upgrade 'detente[workbench]'`;
  }
  const last = said.trim().split("\n").at(-1);
  return `'${command} lsp' cannot be started: ${last || error.message}`;
}

/** Whether a version such as 1.2.0 comes before another; one that is not known does not. */
function isOlder(found, wanted) {
  const [a, b] = [found, wanted].map((version) => version.split(".", 3).map((part) => Number.parseInt(part, 10)));
  const place = b.findIndex((number, k) => number !== a[k]);
  return place >= 0 && a[place] < b[place];
}

module.exports = { isOlder, trouble };

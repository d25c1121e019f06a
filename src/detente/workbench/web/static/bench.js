// The workbench: files, what is wrong with them, saving, and what the other side asks of them.

import { get, guardForms, post, Unanswered } from "./ask.js";
import { add, supposable, writeScenario } from "./forms.js";
import { forget, keep, kept } from "./kept.js";
import { asked, refresh } from "./report.js";
import { beside, Texts } from "./text.js";

const at = id => document.getElementById(id);
const say = text => { at("state").textContent = text; };
const files = new Map(); // by name: the text that is saved, and its version
let problems = [], checking = 0;

const failed = error => {
  if (!(error instanceof Unanswered)) throw error;
  say(error.message);
};

const unsaved = () => Object.fromEntries(
  [...files].map(([name, { text }]) => [name, texts.text(name), text]).filter(([, now, was]) => now !== was)
    .map(([name, now]) => [name, now]));

const texts = new Texts(at("editor"), {
  unsaved,
  save: () => save().catch(failed),
  follow: ({ name, from }) => show(name, [from[0], from[1]]),
  changed: name => {
    const now = texts.text(name), { text, version } = files.get(name);
    if (now === text) forget(name);
    else if (!keep(name, now, version)) say("This browser keeps no texts: save before you reload the page.");
    mark();
    clearTimeout(checking);
    checking = setTimeout(() => check().catch(failed), 120);
  },
});

// Tabs.

function tab(name) {
  const button = document.createElement("button");
  button.type = "button";
  button.id = `tab-${name}`;
  button.role = "tab";
  button.dataset.name = name;
  button.setAttribute("aria-controls", "editor");
  button.addEventListener("click", () => show(name));
  at("tabs").append(button);
}

function mark() {
  const now = unsaved();
  for (const button of at("tabs").children) {
    const { name } = button.dataset, wrong = problems.filter(each => each.name === name && each.severity === "error").length;
    button.textContent = `${name}${name in now ? " •" : ""}${wrong ? ` (${wrong})` : ""}`;
    button.title = [name in now && "not saved", wrong && `${wrong} errors`].filter(Boolean).join(", ");
    button.ariaSelected = String(name === texts.name);
    button.tabIndex = name === texts.name ? 0 : -1;
  }
  at("save").disabled = !(texts.name in now);
}

function show(name, place) {
  if (!files.has(name)) return;
  side("text");
  texts.show(name);
  at("editor").setAttribute("aria-labelledby", `tab-${name}`);
  texts.mark(problems);
  mark();
  moved();
  if (place) texts.focus(place);
}

function arrows(list, chosen) {
  list.addEventListener("keydown", event => {
    const all = [...list.children], to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!to) return;
    const next = all[(all.indexOf(document.activeElement) + to + all.length) % all.length];
    chosen(next);
    next.focus();
    event.preventDefault();
  });
}

// What is wrong.

async function check() {
  const response = await post("/check", { unsaved: unsaved() });
  if (!response.ok) return say(await response.text());
  problems = await response.json();
  texts.mark(problems);
  mark();
  const errors = problems.filter(each => each.severity === "error").length;
  at("count").textContent = `${errors || "no"} error${errors === 1 ? "" : "s"}, ${problems.length - errors || "no"} warning${problems.length - errors === 1 ? "" : "s"}`;
  at("problems").replaceChildren(...problems.slice(0, 200).map(problem));
}

function problem({ name, from, severity, code, message, hint, fixes }) {
  const item = document.createElement("li"), place = document.createElement("button"), said = document.createElement("span");
  item.className = severity;
  place.type = "button";
  place.textContent = `${name}, line ${from[0]}`;
  place.addEventListener("click", () => show(name, from));
  said.textContent = ` ${severity === "warning" ? "warning: " : ""}${message}${hint ? ` – ${hint}` : ""} (${code}) `;
  item.append(place, said, ...fixes.map(({ title, edits }) => {
    const fix = document.createElement("button");
    fix.type = "button";
    fix.className = "fix";
    fix.textContent = title;
    fix.addEventListener("click", () => {
      for (const file of new Set(edits.map(edit => edit.name))) texts.edit(file, edits.filter(edit => edit.name === file));
      show(edits[0].name, edits[0].from);
    });
    return fix;
  }));
  return item;
}

// Saving, and what others write.

async function save(name = texts.name) {
  const text = texts.text(name), file = files.get(name);
  if (text === file.text) return;
  const response = await post("/save", { name, text, version: file.version });
  if (response.status === 409) return choose(name, await response.json());
  if (!response.ok) return say(`Not saved: ${await response.text()}`);
  files.set(name, { text, version: (await response.json()).version });
  if (texts.text(name) === text) forget(name);
  say(`${name} is saved`);
  mark();
  refresh(say);
}

async function choose(name, theirs) {
  const dialog = at("both");
  at("both-head").textContent = `${name} was changed on the disk`;
  const both = beside(at("merge"), theirs.text, texts.text(name));
  dialog.showModal();
  const choice = await new Promise(done => {
    dialog.onclose = () => done(dialog.returnValue);
    for (const button of dialog.querySelectorAll("[data-choice]")) button.onclick = () => dialog.close(button.dataset.choice);
  });
  const mine = both.mine();
  both.end();
  if (choice !== "theirs" && choice !== "mine") return;
  files.set(name, { text: theirs.text, version: theirs.version, theirs: null });
  texts.replace(name, choice === "theirs" ? theirs.text : mine);
  if (choice === "theirs") forget(name);
  moved();
  mark();
}

function moved() {
  const theirs = files.get(texts.name)?.theirs, note = at("moved");
  note.hidden = !theirs;
  if (!theirs) return note.replaceChildren();
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Show both";
  button.addEventListener("click", () => choose(texts.name, theirs));
  note.replaceChildren(`${texts.name} was changed on the disk, and here as well. `, button);
}

// Take what stands on the disk, but for texts that are changed here.
async function look() {
  const versions = await (await get("/state")).json();
  if ([...files].every(([name, { version, theirs }]) => (theirs ?? { version }).version === (versions[name] ?? ""))
      && Object.keys(versions).every(name => files.has(name))) return;
  const found = new Map((await (await get("/files")).json()).map(file => [file.name, file]));
  let touched = false;
  for (const [name, { text, version }] of found) {
    const file = files.get(name);
    if (!file) open({ name, text, version });
    else if (file.version === version) file.theirs = null;
    else if (texts.text(name) === file.text || texts.text(name) === text) {
      files.set(name, { text, version });
      texts.replace(name, text);
    } else file.theirs = { text, version };
    touched = true;
  }
  for (const [name, file] of files) if (!found.has(name) && file.version) file.theirs = { text: "", version: "" }, touched = true;
  if (!touched) return;
  moved();
  await check();
  refresh(say);
}

function open({ name, text, version }) {
  const held = kept(name);
  files.set(name, { text, version });
  texts.add(name, held && held.text !== text ? held.text : text);
  if (held && held.text !== text && held.version !== version) files.get(name).theirs = { text, version };
  tab(name);
}

// The other side.

function side(name) {
  document.body.dataset.side = name;
  for (const button of document.querySelectorAll("[data-side]")) {
    if (button !== document.body) button.ariaPressed = String(button.dataset.side === name);
  }
}

function view(button) {
  for (const each of at("views").children) {
    const chosen = each === button;
    each.ariaSelected = String(chosen);
    each.tabIndex = chosen ? 0 : -1;
    at(each.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (button.id === "view-suppose") supposable(asked().get("as_of"));
}

// What a form gives goes into the text, where it can be undone and is not saved yet.
function inserted({ name, text, line }) {
  texts.replace(name, text);
  show(name, [line, 0]);
}

document.addEventListener("submit", event => {
  if (event.target.matches(".adding")) add(event.target, unsaved).then(found => found && inserted(found)).catch(failed);
  if (event.target.matches(".adding, #moment, [hx-post]")) event.preventDefault();
});
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.id === "write-scenario") writeScenario(unsaved).then(found => found && inserted(found)).catch(failed);
  if (button?.dataset.line) show(button.dataset.name, [Number(button.dataset.line), 0]);
  if (button?.dataset.side) side(button.dataset.side);
});
document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    if (!event.defaultPrevented || !at("editor").contains(event.target)) save().catch(failed);
  }
});
document.addEventListener("htmx:after:swap", () => at("supposed")?.scrollIntoView({ block: "nearest" }));
at("save").addEventListener("click", () => save().catch(failed));
at("moment").addEventListener("change", () => refresh(say));
for (const button of at("views").children) button.addEventListener("click", () => view(button));
arrows(at("views"), view);
arrows(at("tabs"), button => show(button.dataset.name));

async function begin() {
  history.replaceState(null, "", "/");
  guardForms(unsaved);
  side("text");
  for (const file of await (await get("/files")).json()) open(file);
  show([...files.keys()].find(name => name.startsWith("case")) ?? [...files.keys()][0]);
  refresh(say);
  await check();
  setInterval(() => document.hidden || look().catch(failed), 2000);
}

begin().catch(failed);

// The workbench: files, what is wrong with them, saving, and what the other side asks of them.

import { get, guardForms, post, Unanswered } from "./ask.js";
import { add, supposable, writeScenario } from "./forms.js";
import { forget, keep, kept, keptNames, resume } from "./kept.js";
import { asked, refresh } from "./report.js";
import { beside, Texts } from "./text.js";

const at = id => document.getElementById(id);
const say = text => { at("state").textContent = text; };
const files = new Map(); // by name: the text that is saved, and its version
let shut = false; // whether the browser keeps no texts
let problems = [], checking = 0, checks = 0, checked = new Map();

const failed = error => {
  if (!(error instanceof Unanswered)) throw error;
  say(error.message);
};

const unsaved = () => Object.fromEntries(
  [...files].map(([name, { text }]) => [name, texts.text(name), text]).filter(([, now, was]) => now !== was)
    .map(([name, now]) => [name, now]));

const texts = new Texts(at("editor"), {
  unsaved,
  follow: ({ name, from }) => show(name, [from[0], from[1]]),
  changed: name => {
    const now = texts.text(name), { text, version } = files.get(name);
    if (now === text) forget(name);
    else shut = !keep(name, now, version);
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
  const mine = ++checks, now = new Map([...files.keys()].map(name => [name, texts.text(name)]));
  const response = await post("/check", { unsaved: unsaved() });
  if (!response.ok) return say(await response.text());
  const found = await response.json();
  if (mine !== checks) return; // a later answer counts, or is on its way
  problems = found;
  checked = now;
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
      if (edits.some(edit => texts.text(edit.name) !== checked.get(edit.name))) return say("The text has changed: wait for the check.");
      for (const file of new Set(edits.map(edit => edit.name))) texts.edit(file, edits.filter(edit => edit.name === file));
      show(edits[0].name, edits[0].from);
    });
    return fix;
  }));
  return item;
}

// Saving, and what others write.

// One thing at a time is done with the disk: saving, looking, and choosing between two versions.
let last = Promise.resolve(), waiting = 0, saving = false;

function inTurn(work) {
  waiting++;
  last = last.then(work).catch(failed).finally(() => waiting--);
}

function save() {
  if (saving || at("both").open) return;
  saving = true;
  inTurn(() => write(texts.name).finally(() => { saving = false; }));
}

async function write(name) {
  const text = texts.text(name), file = files.get(name);
  if (text === file.text) return;
  const response = await post("/save", { name, text, version: file.version });
  if (response.status === 409) return choose(name, await response.json());
  if (!response.ok) return say(`Not saved: ${await response.text()}`);
  const { version } = await response.json();
  files.set(name, { text, version });
  if (texts.text(name) === text) forget(name);
  else keep(name, texts.text(name), version);
  say(`${name} is saved`);
  moved();
  mark();
  refresh(say);
  bar();
}

// What may be chosen in the bar, as the case is saved.
async function bar() {
  const response = await get("/header");
  if (!response.ok) return;
  const { title, as_of, scenarios } = await response.json(), { scenario, as_of: date } = at("moment").elements;
  document.querySelector("h1").textContent = title;
  date.placeholder = as_of;
  const chosen = scenario.value, [asItIs] = scenario.options;
  scenario.replaceChildren(asItIs, ...scenarios.map(([id, text]) => new Option(text, id, false, id === chosen)));
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
  button.addEventListener("click", () => inTurn(() => choose(texts.name, theirs)));
  const said = theirs.version ? "was changed on the disk, and here as well" : "is not on the disk any more";
  note.replaceChildren(`${texts.name} ${said}. `, button);
}

// Take what stands on the disk, but for texts that are changed here.
async function look() {
  const response = await get("/state");
  if (!response.ok) return;
  const versions = await response.json();
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

// Take a file in; a text that was kept stands on the version that it was written on, so that saving it asks.
function open({ name, text, version }) {
  const held = kept(name), differs = held && held.text !== text, moved = differs && held.version !== version;
  files.set(name, moved ? { text, version: held.version, theirs: { text, version } } : { text, version });
  if (differs) resume(name, held.text);
  texts.add(name, differs ? held.text : text);
  tab(name);
}

// The other side.

function side(name) {
  document.body.dataset.side = name;
  for (const button of document.querySelectorAll("[data-side]")) {
    if (button !== document.body) button.ariaPressed = String(button.dataset.side === name);
  }
}

const versions = () => [...files.values()].map(file => file.version).join();

function view(button) {
  for (const each of at("views").children) {
    const chosen = each === button;
    each.ariaSelected = String(chosen);
    each.tabIndex = chosen ? 0 : -1;
    at(each.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (button.id === "view-suppose") supposable(asked().get("as_of"), versions());
}

// What a form gives goes into the text, where it can be undone and is not saved yet; if somebody typed while it was
// worked out, it is asked for again.
async function insert(ask) {
  for (let times = 0; times < 3; times++) {
    const before = new Map([...files.keys()].map(name => [name, texts.text(name)])), found = await ask(unsaved);
    if (!found) return;
    if (before.get(found.name) === texts.text(found.name)) {
      texts.replace(found.name, found.text);
      found.done();
      say(`It stands in ${found.name}, to be saved`);
      return show(found.name, [found.line, 0]);
    }
  }
  say("The text changed while this was put into it: try again.");
}

document.addEventListener("submit", event => {
  if (event.target.matches(".adding")) insert(held => add(event.target, held)).catch(failed);
  if (event.target.matches(".adding, #moment, [hx-post]")) event.preventDefault();
});
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.id === "write-scenario") insert(writeScenario).catch(failed);
  if (button?.dataset.line) show(button.dataset.name, [Number(button.dataset.line), 0]);
  if (button?.dataset.side) side(button.dataset.side);
});
document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    save();
  }
});
document.addEventListener("htmx:after:swap", () => {
  at("supposed")?.scrollIntoView({ block: "nearest" });
  at("found").textContent = at("hits").querySelector("[data-many]")?.dataset.many ?? "";
});
window.addEventListener("beforeunload", event => shut && Object.keys(unsaved()).length && event.preventDefault());
at("save").addEventListener("click", save);
at("moment").addEventListener("change", () => {
  refresh(say, { from_top: true });
  at("supposed")?.replaceChildren(); // it was worked out for another date
  if (!at("suppose").hidden) supposable(asked().get("as_of"), versions());
});
for (const button of at("views").children) button.addEventListener("click", () => view(button));
arrows(at("views"), view);
arrows(at("tabs"), button => show(button.dataset.name));

async function begin() {
  history.replaceState(null, "", "/");
  guardForms(unsaved);
  side("text");
  for (const file of await (await get("/files")).json()) open(file);
  for (const name of keptNames()) if (!files.has(name)) open({ name, text: "", version: "" }); // it was renamed or removed
  if (!files.size) open({ name: "case.yaml", text: "", version: "" });
  show([...files.keys()].find(name => name.startsWith("case")) ?? [...files.keys()][0]);
  refresh(say);
  await check();
  setInterval(() => document.hidden || waiting || inTurn(look), 2000);
}

begin().catch(failed);

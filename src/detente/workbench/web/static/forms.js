// The forms: what if, and what is added. Each gives back the file that takes what was asked for.

import { postForm } from "./ask.js";

const at = id => document.getElementById(id);
const held = unsaved => ({ unsaved: JSON.stringify(unsaved()) });

let filled = "";

// Ask for the form of what may be supposed at a date, unless it is there, as it was left.
export function supposable(as_of, versions) {
  const panel = at("supposable"), wanted = `${as_of} ${versions}`;
  if (filled === wanted && at("supposing")) return;
  filled = wanted;
  panel.setAttribute("hx-get", as_of ? `/suppose?as_of=${encodeURIComponent(as_of)}` : "/suppose");
  htmx.process(panel);
  panel.dispatchEvent(new Event("wanted"));
}

export async function writeScenario(unsaved) {
  const response = await postForm("/scenario", at("supposing"), held(unsaved));
  const said = at("scenario-said");
  if (!response.ok) {
    said.textContent = await response.text();
    return null;
  }
  return { ...await response.json(), done: () => { said.textContent = "It stands in the text, to be saved."; } };
}

// Tell what is wrong with a form at its fields, or take the form away.
export async function add(form, unsaved) {
  const response = await postForm(`/add/${form.dataset.noun}`, form, held(unsaved));
  const is_json = response.headers.get("content-type").startsWith("application/json");
  const said = is_json ? await response.json() : { problems: [["", await response.text()]] };
  for (const place of form.querySelectorAll("[data-problem-of]")) {
    const key = place.dataset.problemOf, wrong = (said.problems ?? []).filter(each => each[0] === key);
    place.textContent = wrong.map(each => each[1]).join("; ");
    if (key) form.elements[key].setAttribute("aria-invalid", String(wrong.length > 0));
  }
  if (said.problems) {
    form.querySelector("[aria-invalid=true]")?.focus();
    return null;
  }
  return { ...said, done: () => form.remove() };
}

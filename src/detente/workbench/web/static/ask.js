// Asking the server: every request has what only this page knows.

const named = name => document.querySelector(`meta[name=${name}]`).content;

export const nonce = named("nonce");
export const keptAs = named("kept-as");
const csrf = named("csrf");

export class Unanswered extends Error {}

async function answered(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Unanswered("The server does not answer. Your text is kept in this browser: start 'detente serve' again.");
  }
  if (response.status === 403) {
    throw new Unanswered("The server was started anew: open the address that it printed. Your text is kept.");
  }
  return response;
}

export const get = path => answered(fetch(path));

export const post = (path, said) => answered(fetch(path, {
  method: "POST", body: JSON.stringify(said), headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
}));

export const postForm = (path, form, more) => {
  const said = new URLSearchParams(new FormData(form));
  for (const [key, text] of Object.entries(more)) said.set(key, text);
  return answered(fetch(path, { method: "POST", body: said, headers: { "X-CSRF-Token": csrf } }));
};

// What htmx sends gets the same, and the texts that are not saved.
export function guardForms(unsaved) {
  document.body.addEventListener("htmx:config:request", ({ detail: { ctx: { request } } }) => {
    request.headers["X-CSRF-Token"] = csrf;
    if (request.method !== "GET") request.body?.set?.("unsaved", JSON.stringify(unsaved()));
  });
}

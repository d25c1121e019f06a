// Texts that are not saved, kept by the browser: they survive a reload, and the end of the server.

import { keptAs } from "./ask.js";

const place = name => `detente ${keptAs} ${name}`;

const own = new Map(); // what this window has kept

// Take up what an earlier window has kept.
export function resume(name, text) {
  own.set(name, text);
}

// The names of the files of which something is kept.
export function keptNames() {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(place(""))).map(key => key.slice(place("").length));
  } catch {
    return [];
  }
}

// What is kept of a file: its text, and the version that it was written on.
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(place(name)));
  } catch {
    return null;
  }
}

export function keep(name, text, version) {
  try {
    localStorage.setItem(place(name), JSON.stringify({ text, version }));
    own.set(name, text);
    return true;
  } catch {
    return false; // the browser's store is full, or shut
  }
}

// Forget a text, unless another window has put its own there.
export function forget(name) {
  try {
    const there = kept(name);
    if (there && there.text === own.get(name)) localStorage.removeItem(place(name));
    own.delete(name);
  } catch {
    // what cannot be written to has nothing to forget
  }
}

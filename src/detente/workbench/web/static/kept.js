// Texts that are not saved, kept by the browser: they survive a reload, and the end of the server.

import { keptAs } from "./ask.js";

const place = name => `detente ${keptAs} ${name}`;

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
    return true;
  } catch {
    return false; // the browser's store is full, or shut
  }
}

export function forget(name) {
  try {
    localStorage.removeItem(place(name));
  } catch {
    // what cannot be written to has nothing to forget
  }
}

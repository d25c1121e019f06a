// Elements made by script: texts go in as text, never as markup.

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};
const button = (text, label, onclick) => make("button", { type: "button", "aria-label": label, onclick }, text);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const listed = words => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

// Elements made by script: texts go in as text, never as markup.

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const button = (text, ariaLabel, onclick) => make("button", { ariaLabel, onclick }, text);
const on = addEventListener;
const led = ({ hash }) => document.getElementById(hash.slice(1));
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const listed = words => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

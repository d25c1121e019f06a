// Tables: sort, filter and take along; one button a table brings the tools when somebody wants them.

const QUOTE = "\x22";
const { compare } = new Intl.Collator("en", { numeric: true });

// What a cell says, without what only eyes or only ears are told; a paragraph alone with the source that it is of.
function textOf(node) {
  if (!node.matches) return node.data;
  if (node.matches("[aria-hidden=true], .unseen")) return "";
  const text = [...node.childNodes].map(textOf).join(node.tagName === "UL" ? "; " : "").replace(/\s+/g, " ").trim();
  return node.matches("button:first-of-type") ? text.replace(/^¶/, document.body.dataset.of) : text;
}

// What to call a table, its caption without what stands behind it, or a drawing.
const nameOf = ({ caption, firstChild }) => (caption?.firstElementChild.firstChild ?? firstChild).textContent.trim();

// What a cell is sorted by; nothing where nothing is stated.
function valueOf(cell, kind) {
  const text = textOf(cell);
  // Words name the first day, or the day by which: "2023 – July 2025", "by 31 July 2025".
  const [day, year] = text.match(/(?:\d+\s)?(?:\p{L}+\s)?(\d{4})/u) ?? [];
  if (kind === "date") return new Date(day).toJSON() ?? year ?? text;
  if (kind !== "number") return text;
  const [number] = text.replace(/,/g, "").replace("−", "-").match(/-?\d[\d.]*/) ?? [""];
  return number && +number;
}

// A field of a file as RFC 4180 wants it; what a spreadsheet would take for a formula stays text.
function fieldOf(cell) {
  const text = textOf(cell).replace(/^−(?=[\d.,]+$)/, "-");
  const formula = /^[=+\-@]/.test(text.replace(/^['\s\p{C}]+/u, "").normalize("NFKC")) && !/^-?[\d.,]+$/.test(text);
  return QUOTE + (formula ? "'" : "") + text.replaceAll(QUOTE, QUOTE + QUOTE) + QUOTE;
}

function download(table) {
  const lines = all("tr:not([hidden])", table).map(row => [...row.cells].map(fieldOf).join());
  const href = URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
  make("a", { href, download: `${table.id}.csv` }).click();
}

function sort(body, heads, k) {
  const down = heads[k].ariaSort === "ascending", kind = heads[k].className;
  for (const head of heads) head.ariaSort = null;
  heads[k].ariaSort = down ? "descending" : "ascending";
  const rows = [...body.rows].map(row => [valueOf(row.cells[k], kind), row]);
  rows.sort(([a], [b]) => (a === "") - (b === "") || (kind === "number" ? a - b : compare(a, b)) * (down ? -1 : 1));
  body.append(...rows.map(([, row]) => row));
}

// The tools of a table, which then shows all its rows.
function toolsOf(table, name, rest) {
  const [body] = table.tBodies, heads = [...table.tHead.rows[0].cells], status = make("span", { role: "status" });
  if (rest) body.append(...rest.querySelector("tbody").rows);
  rest?.remove();
  heads.forEach((head, k) => head.append(
    make("button", { onclick: () => {
      sort(body, heads, k);
      status.textContent = `Sorted by ${head.textContent}, ${head.ariaSort}`;
    } }, ...head.childNodes)));
  const field = make("input", { type: "search", oninput: () => {
    const wanted = field.value.toLowerCase();
    for (const row of body.rows) row.hidden = !textOf(row).toLowerCase().includes(wanted);
    status.textContent = `${all("tr:not([hidden])", body).length} of ${body.rows.length} rows`;
  } });
  return make("div", {}, make("label", {}, `Only rows of ${name} with `, field),
    button("CSV", `CSV of ${name}`, () => download(table)), status);
}

for (const table of all(".scroll > table[id]")) {
  const scroll = table.parentNode, next = scroll.nextElementSibling, rest = next?.matches(".rest") ? next : null;
  if (scroll.parentNode.matches(".rest") || !rest && table.rows.length < 5) continue;
  const name = nameOf(table);
  let tools;
  const more = button("Tools", `Tools: ${name}`, () => {
    if (tools) tools.hidden = !tools.hidden;
    else more.after(tools = toolsOf(table, name, rest));
    more.ariaExpanded = !tools.hidden;
  });
  more.ariaExpanded = false;
  scroll.before(make("div", { className: "tools" }, more));
}

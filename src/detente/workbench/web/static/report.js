// The page side: the report in a frame, refreshed without losing the place.

const frames = document.getElementById("frames");
const stale = document.getElementById("stale");
const moment = document.getElementById("moment");

const own = crypto.randomUUID(); // so that two windows do not take each other's turn

let shown = null, coming = null;

// The first thing with an id below the upper edge, and how far below: where somebody reads.
function place(frame) {
  const { document: page, innerHeight } = frame.contentWindow;
  const found = [...page.querySelectorAll("[id]")].map(each => [each, each.getBoundingClientRect()])
    .filter(([, box]) => box.height && box.bottom > 0 && box.top < innerHeight).sort(([, a], [, b]) => Math.abs(a.top) - Math.abs(b.top));
  const open = [...page.querySelectorAll("details[open][id], details[open]")].map(each => each.id).filter(Boolean);
  return { id: found[0]?.[0].id, top: found[0]?.[1].top ?? 0, y: frame.contentWindow.scrollY, open };
}

function goTo(frame, { id, top, y, open }) {
  const page = frame.contentWindow.document;
  for (const each of open) page.getElementById(each)?.setAttribute("open", "");
  const found = id && page.getElementById(id);
  frame.contentWindow.scrollTo(0, y);
  if (found) frame.contentWindow.scrollBy(0, found.getBoundingClientRect().top - top);
}

// What the reader asks for, as an address.
export function asked() {
  const said = new URLSearchParams(new FormData(moment));
  for (const [key, text] of [...said]) if (!text) said.delete(key);
  said.set("window", own);
  return said;
}

// Show the report of the case as it is saved; the last good one stays where there is none.
export function refresh(told, { from_top = false } = {}) {
  const mine = coming = document.createElement("iframe");
  for (const each of frames.querySelectorAll(".coming")) each.remove();
  frames.setAttribute("aria-busy", "true");
  told("Working out the page …");
  mine.title = "Report";
  mine.className = "coming";
  mine.addEventListener("load", () => {
    if (coming !== mine) return;
    frames.removeAttribute("aria-busy");
    told(arrived(mine, from_top));
  });
  mine.src = `/page?${asked()}`;
  frames.append(mine);
}

// Put a page that has come in the place of the last one; returns what to say of it.
function arrived(frame, from_top) {
  const page = frame.contentDocument, problems = page?.getElementById("no-page");
  if (!page || problems || !page.querySelector("main, h1")) {
    frame.remove();
    const said = problems?.textContent.trim() ?? "the server does not answer, or was started anew";
    stale.hidden = false;
    stale.textContent = `${shown ? "Below is the last good page. " : ""}There is no new one: ${said}`;
    return "";
  }
  for (const link of page.querySelectorAll("a[href^=http]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  frame.className = "";
  if (shown && !from_top) goTo(frame, place(shown));
  shown?.remove();
  shown = frame;
  stale.hidden = true;
  const { as_of, scenario } = moment.elements, under = scenario.value && `, under “${scenario.selectedOptions[0].text}”`;
  return `Page of ${new Date().toLocaleTimeString()}${as_of.value && `, as of ${as_of.value}`}${under}`;
}

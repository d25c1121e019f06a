// Finding one's way: what a link leads to is opened, the current part marked, a citation shown where it stands.

function reveal() {
  const target = led(location);
  let fold = target;
  while (fold = fold?.closest("details:not([open])")) fold.open = true;
  target?.scrollIntoView();
}
on("hashchange", reveal);
on("click", ({ target }) => target.closest("a[href^='#']") && setTimeout(reveal));
reveal();

const said = make("p", { role: "status", className: "unseen" });
all("main")[0].append(said);
for (const title of all("article.finding > h3, details.finding > .headline")) {
  const value = `${location.href.split("#")[0]}#${title.parentNode.id}`;
  const copy = button("link", `Copy link: ${title.textContent}`, async () => {
    try {
      await navigator.clipboard.writeText(value);
      said.textContent = "Link copied.";
    } catch {
      const field = make("input", { readOnly: true, value, ariaLabel: "Link" });
      copy.replaceWith(field);
      field.select();
    }
  });
  copy.className = "copy";
  title.after(copy);
}

const parts = all(".contents a").map(link => [link, led(link)]);
const watch = new IntersectionObserver(() => {
  const [current] = parts.findLast(([, part]) => part.getBoundingClientRect().top < innerHeight * 0.12) ?? parts[0];
  for (const [link] of parts) link.ariaCurrent = link === current ? "location" : null;
}, { rootMargin: "99999px 0px -88%" });
for (const [, part] of parts) watch.observe(part);

// A table is a stop for the keyboard only where it is wider than its place.
const wide = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const scroll = target.closest(".scroll"), over = scroll.scrollWidth > scroll.clientWidth;
    scroll.role = over ? "region" : null;
    scroll.ariaLabel = over ? `${nameOf(scroll.firstElementChild)}, ${all(".scroll").indexOf(scroll) + 1}` : null;
    scroll.tabIndex = over - 1;
  }
});
const fit = within => all(".scroll, .scroll > *", within).forEach(each => wide.observe(each));
fit(document);

// Citations open by a tap or Enter without any script. Where they open by themselves, they also close so.
let timer, glimpsed;
const later = (todo, wait) => {
  clearTimeout(timer);
  timer = setTimeout(todo, wait);
};
const hide = () => {
  glimpsed?.hidePopover();
  glimpsed = null;
};
const cited = ({ target }) => target.closest("[popovertarget]:not([popover] > *)");
const glimpse = (source, inert) => later(() => {
  const place = source.popoverTargetElement;
  hide();
  if (place.matches(":popover-open")) return;
  place.inert = inert;
  place.showPopover({ source });
  glimpsed = place;
}, 200);
on("mouseover", event => {
  const source = cited(event);
  if (source) glimpse(source);
  else if (event.target.closest("[popover]")) clearTimeout(timer);
  else later(hide, 400);
});
on("focusin", event => {
  const source = cited(event);
  if (source?.matches(":focus-visible")) glimpse(source, true);
});
on("focusout", event => cited(event) && later(hide));
on("click", event => {
  if (cited(event)?.popoverTargetElement !== glimpsed || !glimpsed?.matches(":popover-open")) return;
  event.preventDefault();
  glimpsed.inert = false;
  glimpsed = null;
}, true);

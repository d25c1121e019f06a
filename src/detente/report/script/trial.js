// What if: the panel with which a reader changes a conflict, and the words for what then holds.

// How a state stands, to go on after its name.
function standing({ standings }, { makers }, { possible, stays, trapped }, state) {
  if (!possible[state]) return standings.never;
  const under = key => stays[key].every(row => row[state]), those = test => listed(makers.filter((_, i) => test(i)));
  const undone = those(i => trapped[i][state]);
  if (under("nash")) return undone ? standings.trapped + undone : standings.nash;
  return under("seq") ? standings.seq : under("gmr") ? standings.gmr
    : standings.left + those(i => !stays.gmr[i][state]);
}

// The options that the status quo has and that are ruled out: it, and each outcome, is looked at without them.
function lost(trial, game, place, barred) {
  let bits = 0;
  for (const act of barred) {
    const done = [trial.acts[act].when].flat().reduce((sum, option) => sum | place.at(option), 0);
    if ((game.quo & done) === done) bits |= done;
  }
  return bits;
}

// What holds under some changes: by name how each state asked about stands.
function survey(trial, game, place, blocks, barred) {
  const found = play(trial, game, place, blocks, barred), kept = ~lost(trial, game, place, barred);
  return new Map(game.outcomes.map(([outcome, state], k) => [trial.outcomes[outcome],
    k && (state & kept) === ((game.quo ?? -1) & kept) ? trial.standings.quo
      : standing(trial, game, found, state < 0 ? state : state & kept)]));
}

// What a change does to what is asked about, in words.
function changes(before, now) {
  const changed = [...now].filter(([name, text]) => (before.get(name) ?? text) !== text);
  const told = changed.slice(0, 3).map(([name, text]) => `${name} now ${text}.`).join(" ");
  return changed.length > 3 ? `${told} ${changed.length - 3} more change in the table below.` : told;
}

function openTrial(holder) {
  const [{ content }, { textContent }] = all("template, script", holder), trial = JSON.parse(textContent);
  holder.replaceChildren(content);
  fit(holder);
  const [begin, effects, panel, back, status, rows] = all("select, .effects, .panel, button, [role], tbody", holder);
  let game, place, blocks, barred, before, asThingsAre;

  const look = () => survey(trial, game, place, blocks, barred);
  // What hangs on a wish that is open, or on another of whoever gave one up in vain.
  const hinges = (now, change) => game.makers.flatMap((who, i) => blocks[i].flat().map(item => {
    const { text, open } = trial.wishes[item.wish];
    if (item.off || item.turned || !open && i !== change?.[1]) return "";
    item.off = 1;
    const found = changes(now, look());
    open || alter(blocks, barred, change);
    const alone = !open && changes(before, look());
    open || alter(blocks, barred, change);
    item.off = 0;
    return found && !alone ? ` And without this wish – ${who}: ${text} – ${found}` : "";
  })).join("");
  const settle = (done, change) => {
    const now = look();
    asThingsAre ??= now;
    if (done) {
      const told = changes(before, now);
      status.textContent = `${done} ${told || "Nothing changes in the table below."}${hinges(now, told ? 0 : change)}`;
    }
    rows.replaceChildren(...[...now].map(([name, text]) => {
      const was = asThingsAre.get(name);
      return make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, was ?? "–"),
        make("td", {}, make(was === text ? "span" : "b", {}, text)));
    }));
    before = now;
  };
  const choice = (text, onchange) => make("label", {},
    make("input", { type: "checkbox", checked: true, onchange }), text);
  const wishOf = (i, block, item) => {
    const { text, why } = trial.wishes[item.wish];
    const change = (kind, done) => {
      const made = [kind, i, blocks[i].indexOf(block), block.indexOf(item)];
      alter(blocks, barred, made);
      settle(`${game.makers[i]} ${item[kind] ? done : "wishes again"}: ${text}.`, made);
    };
    const turn = button("opposite", `Opposite of: ${text}`, () => {
      change("turned", "wishes the opposite of");
      turn.ariaPressed = item.turned;
    });
    turn.ariaPressed = false;
    return make("div", {}, choice(text, () => change("off", "no longer wishes")), turn, make("small", {}, why ?? ""));
  };
  const blockOf = (i, block) => {
    const line = make("li", {}, ...block.map(item => wishOf(i, block, item)));
    const text = block.map(item => trial.wishes[item.wish].text).join("; ");
    const move = (step, much) => button(much, `Matters ${much}: ${text}`, ({ target }) => {
      const k = blocks[i].indexOf(block), other = line.parentNode.children[k + step];
      if (!other) return status.textContent = `It cannot matter ${much}.`;
      alter(blocks, barred, ["swap", i, Math.min(k, k + step)]);
      step < 0 ? other.before(line) : other.after(line);
      target.focus();
      settle(`${game.makers[i]}: this now matters ${much}: ${text}.`);
    });
    if (!game.wants[i].weighed) line.append(move(-1, "more"), move(1, "less"));
    return line;
  };
  const actOf = act => {
    const { text } = trial.acts[act];
    return make("li", {}, choice(text, () => {
      alter(blocks, barred, ["bar", 0, act]);
      settle(`${barred.has(act) ? "Ruled out" : "Possible again"}: ${text}.`
        + (lost(trial, game, place, [act]) ? " The status quo is looked at without it." : ""));
    }));
  };
  const fold = (summary, items) => make("details", {}, make("summary", {}, summary), make("ol", {}, ...items));
  const start = done => {
    game = { ...trial.games[0], ...trial.games[begin.value] };
    place = setUp(trial, game);
    blocks = game.wants.map(wants => blocksOf(trial, wants));
    barred = new Set();
    const open = all("details", panel).map(each => each.open);
    panel.replaceChildren(...game.makers.map((who, i) => fold(`Wishes: ${who}`, blocks[i].map(b => blockOf(i, b)))),
      fold("What can be done", game.acts.map(actOf)));
    all("details", panel).forEach((each, i) => each.open = open[i]);
    effects.replaceChildren(...game.effects.map(text => make("li", {}, text)));
    settle(done && `${game.title}.`);
  };

  trial.games.forEach(({ title, trouble }, value) => begin.append(make("option", { value, disabled: trouble },
    title, trouble ? ` (${trouble})` : "")));
  begin.onchange = back.onclick = () => start(true);
  start();
}

for (const holder of all(".trial:has(template)")) {
  const fold = holder.closest("details:not([open])"), open = () => openTrial(holder);
  fold ? fold.addEventListener("toggle", open, { once: true }) : open();
}

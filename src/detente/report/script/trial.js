// What if: the panel with which a reader changes a conflict, and the words for what then holds.

// How a state stands, to go on after its name.
function standing({ standings }, { makers }, { possible, stays, trapped }, state) {
  if (!possible[state]) return standings.never;
  const under = key => stays[key].every(row => row[state]);
  if (under("nash")) return trapped.some(row => row[state]) ? standings.trapped : standings.nash;
  return under("seq") ? standings.seq : under("gmr") ? standings.gmr
    : standings.left + listed(makers.filter((_, i) => !stays.gmr[i][state]));
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

// What holds under some changes: by name how each state asked about stands, and which states hold.
function survey(trial, game, place, blocks, barred) {
  const found = play(trial, game, place, blocks, barred), kept = ~lost(trial, game, place, barred);
  const seen = new Map(game.outcomes.map(([outcome, state]) =>
    [trial.outcomes[outcome], standing(trial, game, found, state < 0 ? state : state & kept)]));
  const holding = found.possible.map((_, state) => found.stays.gmr.every(row => row[state]));
  const count = numbers => numbers.filter(each => each).length;
  const share = `${count(holding)} of ${count(found.possible)}`;
  return { seen, holding: `${game.options} ${holding}`, share };
}

// What a change does, in words; that it does nothing is one of the answers.
function difference(before, now) {
  const changed = [...now.seen].filter(([name, text]) => (before.seen.get(name) ?? text) !== text);
  const told = changed.slice(0, 3).map(([name, text]) => `${name} now ${text}.`).join(" ");
  if (told) return changed.length > 3 ? `${told} ${changed.length - 3} more change in the table below.` : told;
  return before.holding === now.holding ? "Nothing changes: the same states hold."
    : `Nothing changes for what is asked about; elsewhere ${now.share} possible states hold, not ${before.share}.`;
}

function openTrial(holder) {
  const [{ content }, { textContent }] = all("template, script", holder), trial = JSON.parse(textContent);
  holder.replaceChildren(content);
  fit(holder);
  const [begin, effects, panel, back, status, rows] = all("select, .effects, .panel, button, [role], tbody", holder);
  let game, place, blocks, barred, before, asThingsAre;

  const settle = done => {
    const now = survey(trial, game, place, blocks, barred);
    asThingsAre ??= now;
    if (done) status.textContent = `${done} ${difference(before, now)}`;
    rows.replaceChildren(...[...now.seen].map(([name, text]) => {
      const was = asThingsAre.seen.get(name);
      return make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, was ?? "–"),
        make("td", {}, make(was === text ? "span" : "b", {}, text)));
    }));
    before = now;
  };
  const choice = (text, onchange) => make("label", {},
    make("input", { type: "checkbox", checked: true, onchange }), text);
  const wishOf = (i, block, item) => {
    const { text } = trial.wishes[item.wish];
    const change = (kind, done) => {
      alter(blocks, barred, [kind, i, blocks[i].indexOf(block), block.indexOf(item)]);
      settle(`${game.makers[i]} ${item[kind] ? done : "wishes again"}: ${text}.`);
    };
    const turn = button("opposite", `Opposite of: ${text}`, () => {
      change("turned", "wishes the opposite of");
      turn.ariaPressed = item.turned;
    });
    turn.ariaPressed = false;
    return make("div", {}, choice(text, () => change("off", "no longer wishes")), turn);
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
      settle(`To ${game.makers[i]} this now matters ${much}: ${text}.`);
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
    game = trial.games[begin.value];
    place = setUp(trial, game);
    blocks = game.wants.map(wants => blocksOf(trial, wants));
    barred = new Set();
    const open = all("details", panel).map(each => each.open);
    panel.replaceChildren(...game.makers.map((who, i) => fold(`What ${who} wants`, blocks[i].map(b => blockOf(i, b)))),
      fold("What can be done", game.acts.map(actOf)));
    all("details", panel).forEach((each, i) => { each.open = open[i]; });
    effects.replaceChildren(...game.effects.map(text => make("li", {}, text)));
    settle(done && `${game.title}.`);
  };

  trial.games.forEach((each, value) => begin.append(make("option", { value, disabled: each.trouble },
    each.title, each.trouble && ` (${each.trouble})`)));
  begin.onchange = back.onclick = () => start(true);
  start();
}

for (const holder of all(".trial:has(template)")) {
  const fold = holder.closest("details:not([open])");
  if (fold) fold.addEventListener("toggle", () => openTrial(holder), { once: true });
  else openTrial(holder);
}

// The Graph Model for conflicts of few options: which states hold, worked out in the page.
// The definitions are those of detente.methods.gmcr; a test holds both against each other.

const CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"];

// Where a condition is true [one number for each state]; at(k) is the bit of option k, nothing for one never taken.
function truths(when, at, size) {
  const found = new Uint8Array(size);
  if (typeof when === "number") {
    const bit = at(when);
    return found.map((_, state) => +!!(state & bit));
  }
  const [word, ...parts] = when;
  if (word !== "or") found.fill(1);
  for (const part of parts) {
    truths(part, at, size).forEach((truth, state) => {
      if (word === "and") found[state] &= truth;
      else if (word === "or") found[state] |= truth;
      else found[state] ^= truth;
    });
  }
  return found;
}

// A game of a trial set up: its states, who can move where, and where each wish holds.
function setUp(trial, game) {
  const count = game.options.length, size = 1 << count;
  const bits = new Map(game.options.map((option, k) => [option, 1 << count - 1 - k]));
  const at = option => bits.get(option);
  const where = when => truths(when, at, size);
  const possible = new Uint8Array(size).fill(1);
  for (const rule of game.ruled_out) where(rule).forEach((truth, state) => { if (truth) possible[state] = 0; });
  const moves = game.makers.map(() => ({ "both": 0, "take-only": 0, "drop-only": 0 }));
  game.options.forEach((option, k) => {
    moves[game.owners[k]][trial.choices[option].direction] |= at(option);
  });
  return {
    size, possible, moves, where,
    holds: new Map(game.wants.flatMap(wants => wants.wishes.map(wish => [wish, where(trial.wishes[wish].when)]))),
    accepts: game.wants.map(wants => wants.accepts === null ? null : where(wants.accepts)),
  };
}

// What each state is worth to somebody: bigger is better, only the order counts.
// Of its blocks of wishes the most important comes first; in each the number of those that hold counts.
function worth(trial, place, wants, accepts, blocks) {
  let level = new Float64Array(place.size), most = 1;
  const tidy = () => {
    const seen = Float64Array.from(new Set(level.filter((_, state) => place.possible[state]))).sort();
    const numbers = new Map(Array.from(seen, (value, number) => [value, number]));
    level = level.map((value, state) => place.possible[state] ? numbers.get(value) : 0);
    most = seen.length;
  };
  wants.ranks.forEach((states, rank) => states.forEach(state => { level[state] = wants.ranks.length - rank; }));
  for (const block of blocks) {
    if (!wants.weighed) {
      level = level.map(value => value * (block.length + 1));
      most *= block.length + 1;
    }
    for (const { wish, turned } of block) {
      const counts = wants.weighed ? trial.wishes[wish].weight : 1;
      place.holds.get(wish).forEach((truth, state) => { if (truth !== +turned) level[state] += counts; });
    }
    if (most > 2 ** 40) tidy();
  }
  tidy();
  return accepts ? level.map((value, state) => value + accepts[state] * most) : level;
}

// The most over each state and what its owner's moves make of it.
function best({ size, possible }, { both, "take-only": take, "drop-only": drop }, value) {
  const most = value.map((each, state) => possible[state] ? each : -1);
  for (let bit = 1; bit < size; bit *= 2) {
    if (!((both | take | drop) & bit)) continue;
    for (let without = 0; without < size; without++) {
      if (without & bit) continue;
      const higher = Math.max(most[without], most[without | bit]);
      if (!(drop & bit)) most[without] = higher;
      if (!(take & bit)) most[without | bit] = higher;
    }
  }
  return most;
}

// The least over each state and all that the others can make of it, by gains of their own only where credible.
// From the worst state up, whoever can come there is told so, once.
function worst({ size, possible, moves }, payoffs, i, value, credible) {
  const least = value.slice(), told = possible.map(each => 1 - each), waiting = [];
  const order = [...Array(size).keys()].filter(state => possible[state]).sort((a, b) => value[a] - value[b]);
  for (const start of order) {
    if (told[start]) continue;
    told[start] = 1;
    waiting.push(start);
    while (waiting.length) {
      const there = waiting.pop();
      least[there] = value[start];
      moves.forEach((move, j) => {
        if (j === i) return;
        const open = move.both | move["take-only"] & there | move["drop-only"] & ~there;
        for (let change = open; change; change = change - 1 & open) {
          const here = there ^ change;
          if (told[here] || credible && payoffs[j][here] >= payoffs[j][there]) continue;
          told[here] = 1;
          waiting.push(here);
        }
      });
    }
  }
  return least;
}

// Where each decision maker stays: stays[concept][maker][state]; and where only because nothing can be undone.
function judge(place, payoffs) {
  const stays = Object.fromEntries(CONCEPTS.map(key => [key, []])), trapped = [];
  payoffs.forEach((payoff, i) => {
    const own = place.moves[i], dreaded = best(place, own, payoff);
    const kept = most => payoff.map((value, state) => +(place.possible[state] && value >= most[state]));
    const deterred = (dread, credible) => {
      const least = worst(place, payoffs, i, dread, credible);
      return kept(best(place, own, payoff.map((value, state) => Math.min(value, least[state]))));
    };
    stays.nash.push(kept(dreaded));
    stays.gmr.push(deterred(payoff, false));
    stays.smr.push(deterred(dreaded, false));
    stays.seq.push(deterred(payoff, true));
    stays.sseq.push(deterred(dreaded, true));
    const free = { both: own.both | own["take-only"] | own["drop-only"] };
    trapped.push(kept(best(place, free, payoff)).map(free_ => 1 - free_));
  });
  return { stays, trapped };
}

// The wishes of a decision maker as a reader changes them: blocks of neighbours that count alike, most important first.
function blocksOf(trial, wants) {
  const blocks = [];
  let before = "";
  for (const wish of wants.wishes) {
    const { alike } = trial.wishes[wish], item = { wish, off: false, turned: false };
    if (alike && alike === before) blocks.at(-1).push(item);
    else blocks.push([item]);
    before = alike;
  }
  return blocks;
}

// What then holds: verdicts where some wishes are off, turned round or moved, and some acts ruled out.
function play(trial, game, place, blocks, barred) {
  const possible = place.possible.slice();
  for (const act of barred) {
    place.where(trial.acts[act].when).forEach((truth, state) => { if (truth) possible[state] = 0; });
  }
  const now = { ...place, possible };
  const payoffs = game.wants.map((wants, i) => {
    const counting = blocks[i].map(block => block.filter(item => !item.off)).filter(block => block.length);
    return worth(trial, now, wants, place.accepts[i], counting);
  });
  return { possible, payoffs, ...judge(now, payoffs) };
}

// Change wishes or what is ruled out in one way, as a reader does: [kind, maker, block, item], or ["bar", , act].
function alter(blocks, barred, [kind, maker, k, item]) {
  const mine = blocks[maker];
  if (kind === "bar") barred.delete(k) || barred.add(k);
  else if (kind === "up") mine.splice(k - 1, 2, mine[k], mine[k - 1]);
  else if (kind === "down") mine.splice(k, 2, mine[k + 1], mine[k]);
  else mine[k][item][kind] = !mine[k][item][kind];
}

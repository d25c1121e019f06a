// The Graph Model for conflicts of few options: which states hold, worked out in the page.
// The definitions are those of detente.methods.gmcr; a test holds both against each other.

// Where a condition is true [one number for each state]; at(k) is the bit of option k, nothing for one never taken.
function truths(when, at, size) {
  const found = new Uint8Array(size);
  if (!when.length) {
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
  const size = 1 << game.options.length, bits = new Map();
  const moves = game.makers.map(() => ({ both: 0, take: 0, drop: 0 }));
  game.options.forEach((option, k) => {
    const bit = size >> k + 1;
    bits.set(option, bit);
    moves[game.owners[k]][trial.choices[option].direction.slice(0, 4)] |= bit;
  });
  const at = option => bits.get(option), where = when => truths(when, at, size);
  const possible = where(["not", ["or", ...game.ruled_out]]);
  return {
    size, possible, moves, where, at,
    holds: new Map(game.wants.flatMap(wants => wants.wishes.map(wish => [wish, where(trial.wishes[wish].when)]))),
    accepts: game.wants.map(wants => where(wants.accepts ?? ["and"])),
  };
}

// What each state is worth to somebody: bigger is better, only the order counts. Red lines come first, then blocks of
// wishes, of which the number that hold counts; or the weights of those that hold; or a ranking.
function worth(trial, { size, possible, holds }, wants, accepts, blocks) {
  const criteria = [[accepts, 1]], criterion = () => criteria[criteria.push([new Float64Array(size), 0]) - 1];
  if (wants.weighed) blocks = [blocks.flat()];
  for (const block of blocks) {
    const found = criterion();
    for (const { wish, turned } of block) {
      const counts = trial.wishes[wish].weight || 1;
      found[1] += counts;
      holds.get(wish).forEach((truth, state) => { if (truth !== +!!turned) found[0][state] += counts; });
    }
  }
  const ranked = criterion();
  const { ranks = [] } = wants;
  ranked[1] = ranks.length;
  ranks.forEach((states, rank) => { for (const state of states) ranked[0][state] = ranks.length - rank; });
  let level = new Float64Array(size), most = 1;
  for (const [values, top] of criteria) {
    if (most * (top + 1) > 2 ** 53) {
      // before sums grow inexact, number the levels anew without gaps
      const seen = new Float64Array(new Set(level)).sort();
      const numbers = new Map([...seen].map((value, number) => [value, number]));
      level = level.map(value => numbers.get(value));
      most = seen.length;
    }
    level = level.map((value, state) => value * (top + 1) + values[state]);
    most *= top + 1;
  }
  return level;
}

// The most over each state and what its owner's moves make of it.
function best({ size, possible }, { both, take, drop }, value) {
  const most = value.map((each, state) => possible[state] ? each : -1);
  for (let bit = 1; bit < size; bit *= 2) {
    for (let without = 0; without < size; without++) {
      if (without & bit || !((both | take | drop) & bit)) continue;
      const higher = Math.max(most[without], most[without | bit]);
      if (!(drop & bit)) most[without] = higher;
      if (!(take & bit)) most[without | bit] = higher;
    }
  }
  return most;
}

// The least over each state and all that the others can make of it, by gains of their own only where credible.
// From the worst state up, whoever can come there is told so, once.
function worst({ possible, moves }, payoffs, i, value, credible) {
  const least = value.slice(), told = possible.map(each => 1 - each), waiting = [];
  for (const start of [...value.keys()].sort((a, b) => value[a] - value[b])) {
    if (told[start]) continue;
    told[start] = 1;
    waiting.push(start);
    while (waiting.length) {
      const there = waiting.pop();
      least[there] = value[start];
      moves.forEach(({ both, take, drop }, j) => {
        if (j === i) return;
        const open = both | take & there | drop & ~there;
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

// Where each decision maker stays: stays[concept][maker][state]; the trapped only because nothing can be undone.
function judge(place, payoffs) {
  const stays = { nash: [], gmr: [], smr: [], seq: [], sseq: [] }, trapped = [];
  payoffs.forEach((payoff, i) => {
    const own = place.moves[i], dreaded = best(place, own, payoff);
    const kept = most => place.possible.map((each, state) => each & payoff[state] >= most[state]);
    stays.nash.push(kept(dreaded));
    trapped.push(kept(best(place, { both: own.both | own.take | own.drop }, payoff)).map(each => 1 - each));
    for (const [key, dread, credible] of
      [["gmr", payoff], ["smr", dreaded], ["seq", payoff, 1], ["sseq", dreaded, 1]]) {
      const least = worst(place, payoffs, i, dread, credible);
      stays[key].push(kept(best(place, own, payoff.map((value, state) => Math.min(value, least[state])))));
    }
  });
  return { stays, trapped };
}

// The wishes of a decision maker as a reader changes them: blocks of neighbours that count alike, most important first.
function blocksOf(trial, wants) {
  const blocks = [];
  let before;
  for (const wish of wants.wishes) {
    const { alike } = trial.wishes[wish], item = { wish };
    if (alike && alike === before) blocks.at(-1).push(item);
    else blocks.push([item]);
    before = alike;
  }
  return blocks;
}

// Change one thing as a reader does: a wish is "off" or "turned" or no longer, ["off", maker, block, item]; a block
// changes places with the next, ["swap", maker, block]; something is ruled out or no longer, ["bar", , act].
function alter(blocks, barred, [kind, maker, k, item]) {
  const mine = blocks[maker];
  if (kind === "bar") barred.delete(k) || barred.add(k);
  else if (kind === "swap") mine.splice(k, 2, mine[k + 1], mine[k]);
  else mine[k][item][kind] = !mine[k][item][kind];
}

// What then holds: verdicts where some wishes are off, turned round or moved, and some acts ruled out.
function play(trial, game, place, blocks, barred) {
  const out = place.where(["or", ...[...barred].map(act => trial.acts[act].when)]);
  const now = { ...place, possible: place.possible.map((each, state) => each & ~out[state]) };
  const payoffs = game.wants.map((wants, i) =>
    worth(trial, now, wants, place.accepts[i], blocks[i].map(block => block.filter(item => !item.off))));
  return { ...now, payoffs, ...judge(now, payoffs) };
}

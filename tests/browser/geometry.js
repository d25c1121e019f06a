/* What is wrong with the drawings of a page, by geometry: one function, called with what is asked.

   Boxes of letters are those of their ink: as wide as they run, as high as canvas says. Lines are followed point by
   point. What stands in one <g> belongs together: an arrow may cross the word on it, a bar lie under its own. */
({letters, contrast}) => {
  const STEP = 1.5, TOUCH = 3, FAINT = 1.5;
  const UP = 0.98, DOWN = 0.26;  // what a line of letters has of its own: scripts that reach further do so in any text
  const canvas = document.createElement("canvas").getContext("2d");
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});

  /* Colours: [red, green, blue, alpha], and how far apart two are to the eye. */
  const seen = new Map();
  const colour = name => {
    if (!seen.has(name)) {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = name;
      paint.fillRect(0, 0, 1, 1);
      seen.set(name, [...paint.getImageData(0, 0, 1, 1).data].map((part, k) => k < 3 ? part : part / 255));
    }
    return seen.get(name);
  };
  const over = (top, below) => [0, 1, 2].map(k => top[k] * top[3] + below[k] * (1 - top[3])).concat(1);
  const light = parts => parts.slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, k) => sum + part * [0.2126, 0.7152, 0.0722][k], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const faded = (name, share) => {
    const [red, green, blue, alpha] = colour(name);
    return [red, green, blue, alpha * share];
  };

  const grow = (box, far, high = far) =>
    ({left: box.left - far, right: box.right + far, top: box.top - high, bottom: box.bottom + high});
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const holds = (box, x, y) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  const scale = element => { const m = element.getScreenCTM(); return Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)); };

  /* Every run of letters: its ink, its size and its halo [px]. */
  const inked = element => {
    const style = getComputedStyle(element), far = scale(element), size = parseFloat(style.fontSize) * far;
    const halo = style.stroke !== "none" ? parseFloat(style.strokeWidth) * far / 2 : 0;
    canvas.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.tagName === "title") continue;
      const range = document.createRange(), ink = canvas.measureText(node.data);
      range.selectNodeContents(node);
      for (const {left, right, top, bottom} of range.getClientRects()) {
        if (right - left < 0.5) continue;
        const whole = ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent;
        const base = top + (bottom - top) * ink.fontBoundingBoxAscent / whole;
        const up = Math.min(ink.actualBoundingBoxAscent, UP * size);
        const down = Math.min(ink.actualBoundingBoxDescent, DOWN * size);
        found.push({element, words: node.data, size, halo, left, right, top: base - up, bottom: base + down});
      }
    }
    return found;
  };

  /* Every shape: its look, and how far its line reaches to each side [px]. */
  const shaped = element => {
    const style = getComputedStyle(element), opacity = parseFloat(style.opacity), far = scale(element);
    const isLine = element.tagName === "line";
    const painted = (key, share) => style[key] === "none" ? null
      : style[key].startsWith("url") ? null : faded(style[key], opacity * parseFloat(style[share]));
    const fill = isLine ? null : painted("fill", "fillOpacity");
    const stroke = parseFloat(style.strokeWidth) > 0 ? painted("stroke", "strokeOpacity") : null;
    const half = stroke ? parseFloat(style.strokeWidth) * far / 2 : 0;
    const box = element.getBoundingClientRect();
    return {element, fill, stroke, half, box, far, name: element.getAttribute("class") || element.tagName};
  };

  const runs = shape => {
    const {element, far} = shape, matrix = element.getScreenCTM(), long = element.getTotalLength();
    const steps = Math.max(Math.ceil(long * far / STEP), 1), found = [];
    const put = (x, y) => found.push([matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f]);
    for (let k = 0; k <= steps; k++) {
      const {x, y} = element.getPointAtLength(long * k / steps);
      put(x, y);
    }
    for (const [, x, y] of (element.getAttribute("d") ?? "").matchAll(/M(-?[\d.]+)[ ,](-?[\d.]+)/g)) put(+x, +y);
    return found;
  };
  const fills = (shape, box) => {
    const back = shape.element.getScreenCTM().inverse();
    const at = k => [box.left + (box.right - box.left) * (k % 9) / 8, box.top + (box.bottom - box.top) * Math.floor(k / 9) / 2];
    return [...Array(27).keys()].some(k => {
      const [x, y] = at(k);
      return shape.element.isPointInFill(new DOMPoint(x, y).matrixTransform(back));
    });
  };
  const together = (a, b) => a.closest("g") !== null && a.closest("g") === b.closest("g");
  const short = words => `“${[...words.trim()].slice(0, 40).join("")}”`;

  const paper = colour(getComputedStyle(document.body).backgroundColor);
  const isGround = name => name.split(" ").some(part => GROUNDS.has(part));
  const GROUNDS = new Set(["ground", "grid", "rule", "later", "better", "doubt", "gap", "nodate", "halo"]);

  const apart = words => words.flatMap((one, k) => words.slice(k + 1).flatMap(other => {
    if (one.element === other.element) return [];
    if (meet(grow(one, TOUCH / 2, 0), grow(other, TOUCH / 2, 0))) return [`${short(one.words)} lies on ${short(other.words)}`];
    return meet(grow(other, other.halo), one) ? [`the halo of ${short(other.words)} covers ${short(one.words)}`] : [];
  }));
  const crossed = (shapes, words) => shapes.flatMap(shape => {
    const near = words.filter(word => !together(shape.element, word.element) && meet(grow(shape.box, shape.half + 0.5), word));
    if (!near.length) return [];
    const points = shape.stroke && shape.stroke[3] > 0.05 ? runs(shape) : [];
    const isDark = shape.fill && ratio(over(shape.fill, paper), paper) > FAINT && !isGround(shape.name);
    return near.filter(word => {
      const reach = grow(word, shape.half - 0.5);
      return points.some(([x, y]) => holds(reach, x, y)) || isDark && fills(shape, word);
    }).map(word => `${shape.name} crosses ${short(word.words)}`);
  });
  const outside = (sheet, shapes, words) => {
    const edge = grow(sheet, 1);
    const out = box => box.left < edge.left || box.right > edge.right || box.top < edge.top || box.bottom > edge.bottom;
    return [
      ...words.filter(out).map(word => `${short(word.words)} sticks out`),
      ...shapes.filter(shape => out(shape.box)).map(shape => `${shape.name} sticks out`),
    ];
  };
  const small = words => words.filter(word => word.size < 11.99)
    .map(word => `${short(word.words)} is ${word.size.toFixed(1)} px high`);

  /* The shape that something is drawn on as a part of it. */
  const on = (element, box, shapes) => {
    const under = shapes.filter(({element: other, fill, box: its}) => other !== element && together(other, element)
      && fill?.[3] > 0.9 && other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
      && its.left < box.left && its.right > box.right && its.top < box.top && its.bottom > box.bottom);
    return under.length ? [under.at(-1).fill] : null;
  };

  /* What lies under something: the paper, and whatever broad and pale was drawn there before. */
  const below = (element, box, shapes) => on(element, box, shapes) ?? [paper, ...shapes
    .filter(shape => shape.fill && shape.fill[3] > 0 && shape.element !== element && meet(shape.box, box))
    .filter(shape => shape.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    .map(shape => over(shape.fill, paper))
    .filter(ground => ratio(ground, paper) < FAINT)];
  const faint = (shapes, words) => [
    ...shapes.filter(shape => !isGround(shape.name)).flatMap(shape => {
      const least = Math.min(...below(shape.element, shape.box, shapes).map(ground => Math.max(
        ...[shape.fill, shape.stroke].filter(Boolean).map(each => ratio(over(each, ground), ground)), 1)));
      return least < 3 ? [`${shape.name} has a contrast of ${least.toFixed(2)}`] : [];
    }),
    ...words.flatMap(word => {
      const ink = colour(getComputedStyle(word.element).fill);
      const least = Math.min(...below(word.element, word, shapes).map(ground => ratio(ink, ground)));
      return least < 4.5 ? [`${short(word.words)} has a contrast of ${least.toFixed(2)}`] : [];
    }),
  ];

  const looked = drawing => {
    const shown = element => element.checkVisibility() && !element.closest("defs, marker, symbol");
    const all = name => [...drawing.querySelectorAll(name)].filter(shown);
    const sheet = drawing.getBoundingClientRect(), words = all("text").flatMap(inked);
    const shapes = all("path, line, polyline, polygon, rect, circle, ellipse").map(shaped);
    const column = drawing.closest("figure").getBoundingClientRect();
    const isSwatch = drawing.matches(".swatch");
    const full = isSwatch || sheet.width >= 0.97 * column.width && sheet.right <= column.right + 0.5
      ? [] : [`it is ${sheet.width.toFixed()} of ${column.width.toFixed()} px wide`];
    return [
      ...full,
      ...(letters ? [...small(words), ...outside(sheet, shapes, words), ...apart(words), ...crossed(shapes, words)] : []),
      ...(contrast ? faint(shapes, words) : []),
    ];
  };
  return [...document.querySelectorAll("figure")].flatMap(figure => {
    const found = [...figure.querySelectorAll("svg[role=img], svg.swatch")].flatMap(looked);
    return [...new Set(found)].map(words => `${figure.id}: ${words}`);
  });
}

// The text side: one editor, and a state of it for each file, so that each has its own undo.

import {
  autocompletion, bracketMatching, completionKeymap, defaultKeymap, drawSelection, EditorState, EditorView, foldGutter,
  foldKeymap, HighlightStyle, highlightActiveLine, highlightSelectionMatches, history, historyKeymap, hoverTooltip,
  indentOnInput, keymap, lineNumbers, lintGutter, lintKeymap, MergeView, searchKeymap, setDiagnostics,
  syntaxHighlighting, tags, yaml,
} from "./vendor/codemirror.js";
import { nonce, post } from "./ask.js";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, class: "t-key" }, { tag: tags.definition(tags.propertyName), class: "t-key" },
  { tag: [tags.string, tags.attributeValue], class: "t-text" }, { tag: [tags.lineComment, tags.comment], class: "t-note" },
  { tag: [tags.number, tags.bool, tags.null], class: "t-number" },
]);

// Where an offset of a text is, as the server counts: lines and columns from 1.
const placeOf = (doc, at) => {
  const line = doc.lineAt(at);
  return { line: line.number, column: at - line.from + 1 };
};

// The offset of a line and a column, counted from 1 and from 0; both may lie behind the end.
const offsetOf = (doc, [line, column]) => {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + Math.max(column, 0), found.to);
};

const whole = (doc, text) => ({ changes: { from: 0, to: doc.length, insert: text } });

export class Texts {
  // desk: { unsaved(), changed(name), follow(place) }
  constructor(parent, desk) {
    this.desk = desk;
    this.states = new Map();
    this.view = new EditorView({ parent, extensions: EditorView.cspNonce.of(nonce) });
    this.name = "";
  }

  // What stands in a file now.
  text(name) {
    const state = name === this.name ? this.view.state : this.states.get(name);
    return state.doc.toString();
  }

  add(name, text) {
    this.states.set(name, EditorState.create({ doc: text, extensions: this.extensions(name) }));
  }

  show(name) {
    if (name === this.name) return;
    if (this.name) this.states.set(this.name, this.view.state);
    this.name = name;
    this.view.setState(this.states.get(name));
  }

  // Put another text in the place of a file's, so that undo leads back.
  replace(name, text) {
    this.change(name, doc => {
      const old = doc.toString();
      let from = 0, to = old.length, end = text.length;
      while (from < to && from < end && old[from] === text[from]) from++;
      while (to > from && end > from && old[to - 1] === text[end - 1]) to--, end--;
      return { changes: { from, to, insert: text.slice(from, end) } };
    });
  }

  edit(name, edits) {
    this.change(name, doc => ({ changes: edits.map(({ from, to, text }) =>
      ({ from: offsetOf(doc, from), to: offsetOf(doc, to), insert: text })) }));
  }

  change(name, made) {
    if (name === this.name) {
      this.view.dispatch(made(this.view.state.doc));
    } else {
      const state = this.states.get(name);
      this.states.set(name, state.update(made(state.doc)).state);
      this.desk.changed(name);
    }
  }

  focus([line, column] = []) {
    if (line) {
      const at = offsetOf(this.view.state.doc, [line, column ?? 0]);
      this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    }
    this.view.focus();
  }

  // Underline the problems of the file that is shown.
  mark(problems) {
    const { doc } = this.view.state;
    const found = problems.filter(each => each.name === this.name).map(({ from, to, severity, code, message, hint }) => {
      const at = offsetOf(doc, from);
      return { from: at, to: Math.max(at, offsetOf(doc, to)), severity, source: code, message: hint ? `${message} – ${hint}` : message };
    });
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  asked(doc, at, name) {
    return { unsaved: this.desk.unsaved(), name, ...placeOf(doc, at) };
  }

  extensions(name) {
    const complete = async context => {
      const word = context.matchBefore(/[\w.-]*/);
      if (!context.explicit && word.from === word.to && !/[:,[{ ]/.test(context.state.sliceDoc(context.pos - 1, context.pos))) return null;
      const response = await post("/complete", this.asked(context.state.doc, context.pos, name));
      const found = response.ok ? await response.json() : [];
      const cut = word.text.lastIndexOf(".") + 1;
      return found.length ? {
        from: word.from + cut, validFor: /^[\w-]*$/,
        options: found.map(({ text, kind, detail, is_followed }, k) =>
          ({ label: text, detail, apply: is_followed ? `${text}: ` : text, type: kind === "id" ? "variable" : "keyword", boost: -k / 100 })),
      } : null;
    };
    const meaning = async (view, at) => {
      const response = await post("/hover", this.asked(view.state.doc, at, name));
      const html = response.ok ? await response.text() : "";
      return html ? { pos: at, create: () => {
        const dom = document.createElement("div");
        dom.className = "meaning";
        dom.innerHTML = html;
        return { dom };
      } } : null;
    };
    const follow = view => {
      post("/definition", this.asked(view.state.doc, view.state.selection.main.head, name))
        .then(response => response.json()).then(found => found && this.desk.follow(found));
      return true;
    };
    return [
      EditorView.cspNonce.of(nonce), lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(),
      bracketMatching(), highlightActiveLine(), highlightSelectionMatches(), lintGutter(), yaml(),
      syntaxHighlighting(colours), autocompletion({ override: [complete] }), hoverTooltip(meaning, { hoverTime: 300 }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": `Text of ${name}`, spellcheck: "false", tabindex: "0" }),
      keymap.of([
        { key: "F12", run: follow },
        ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap,
      ]),
      EditorView.updateListener.of(update => update.docChanged && this.desk.changed(name)),
    ];
  }
}

// Two versions of a text side by side; returns what gives the right one, and what takes both away.
export function beside(parent, theirs, mine) {
  const shown = [EditorView.cspNonce.of(nonce), lineNumbers(), EditorView.lineWrapping];
  const merge = new MergeView({
    parent, collapseUnchanged: {},
    a: { doc: theirs, extensions: [...shown, EditorState.readOnly.of(true), EditorView.contentAttributes.of({ "aria-label": "On the disk" })] },
    b: { doc: mine, extensions: [...shown, history(), keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ "aria-label": "Here" })] },
  });
  return { mine: () => merge.b.state.doc.toString(), end: () => merge.destroy() };
}

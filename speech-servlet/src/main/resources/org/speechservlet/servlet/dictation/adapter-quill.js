/** Quill 2, found through its global name; without that, its editable element takes the text as any other does. */

/** @type {import('./targets.js').Adapter} */
export const quill = {
  owns: (field) => editorOf(field) !== undefined,
  isWritable: (field) => editorOf(field)?.isEnabled() === true,
  targetFor: (field) => new QuillTarget(editorOf(field)),
};

/** @param {Element} field the element that Quill was made from, or its editable one */
function editorOf(field) {
  const container = field.closest('.ql-container');
  const found = container && /** @type {any} */ (globalThis).Quill?.find?.(container);
  return found && typeof found.insertText === 'function' ? found : undefined;
}

/** Its marks are spans of the editor's text, moved by the deltas of its changes. */
class QuillTarget {
  #quill;
  /** @type {Set<{index: number, length: number, stays: boolean}>} */
  #marks = new Set();
  /** @param {any} delta */
  #follow = (delta) => {
    for (const mark of this.#marks) {
      const end = delta.transformPosition(mark.index + mark.length, mark.stays);
      mark.index = delta.transformPosition(mark.index, mark.stays);
      mark.length = Math.max(0, end - mark.index);
    }
  };

  /** @param {any} editor */
  constructor(editor) {
    this.#quill = editor;
    editor.on('text-change', this.#follow);
  }

  mark() {
    const {index, length} = this.#quill.getSelection() ?? this.#lastSelection();
    return this.#kept({index, length, stays: false});
  }

  markEnd() {
    return this.#kept({index: this.#end(), length: 0, stays: false});
  }

  /** @param {{index: number}} mark */
  hold({index}) {
    return this.#kept({index, length: 0, stays: true});
  }

  /** @param {{index: number, length: number}} mark */
  isCaretAt({index, length}) {
    const caret = this.#quill.getSelection();
    return !caret || (caret.index === index && caret.length === length);
  }

  /** @param {{index: number, length: number}} mark */
  around({index, length}) {
    const text = this.#quill.getText();
    return {before: text.slice(0, index).split('\n').at(-1), after: text.slice(index + length).split('\n')[0]};
  }

  /**
   * @param {{index: number, length: number}} mark
   * @param {string} text
   */
  insert(mark, text) {
    const caret = this.#quill.getSelection();
    const isCaretThere = caret && this.isCaretAt(mark);
    const {index, length} = mark;
    const formats = this.#quill.getFormat(index, length);
    this.#quill.history.cutoff();
    if (length > 0) {
      this.#quill.deleteText(index, length, 'user');
    }
    this.#quill.insertText(index, text, formats, 'user');
    this.#quill.history.cutoff();
    if (isCaretThere) {
      this.#quill.setSelection(index + text.length, 0, 'user');
    }
    return text;
  }

  close() {
    this.#quill.off('text-change', this.#follow);
  }

  #end() {
    return this.#quill.getLength() - 1;
  }

  #lastSelection() {
    return this.#quill.selection.savedRange ?? {index: this.#end(), length: 0};
  }

  /** @param {{index: number, length: number, stays: boolean}} mark */
  #kept(mark) {
    this.#marks.add(mark);
    return mark;
  }
}

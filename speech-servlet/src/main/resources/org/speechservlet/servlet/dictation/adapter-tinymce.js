import {textAfter, textBefore} from './rich-context.js';

/** TinyMCE, whose text may lie in a frame of its own. The element that it was made from names it. */

/** @type {import('./targets.js').Adapter} */
export const tinymce = {
  owns: (field) => editorOf(field) !== undefined,
  isWritable: (field) => editorOf(field)?.mode?.isReadOnly() === false,
  element: (field) => editorOf(field).getBody(),
  targetFor: (field) => new TinymceTarget(editorOf(field)),
};

/** @param {Element} field */
function editorOf(field) {
  const editor = field.id && /** @type {any} */ (globalThis).tinymce?.get?.(field.id);
  return editor && editor.initialized && !editor.removed ? editor : undefined;
}

/** Its marks are live ranges in the editor's document. */
class TinymceTarget {
  #editor;

  /** @param {any} editor */
  constructor(editor) {
    this.#editor = editor;
  }

  mark() {
    return {range: this.#editor.selection.getRng().cloneRange()};
  }

  markEnd() {
    return this.mark();
  }

  /** @param {{range: Range}} mark */
  hold({range}) {
    const place = range.cloneRange();
    place.collapse(true);
    return {range: place};
  }

  /** @param {{range: Range}} mark */
  isCaretAt({range}) {
    const caret = this.#editor.selection.getRng();
    return !this.#editor.hasFocus()
      || (caret.startContainer === range.startContainer && caret.startOffset === range.startOffset
        && caret.endContainer === range.endContainer && caret.endOffset === range.endOffset);
  }

  /** @param {{range: Range}} mark */
  around({range}) {
    const body = this.#editor.getBody();
    return {before: textBefore(range, body), after: textAfter(range, body)};
  }

  /**
   * @param {{range: Range}} mark
   * @param {string} text
   */
  insert(mark, text) {
    const chosen = this.isCaretAt(mark) ? null : this.#editor.selection.getRng().cloneRange();
    this.#editor.undoManager.transact(() => {
      this.#editor.selection.setRng(mark.range);
      // Without skip_focus the editor would take the focus from who is typing elsewhere.
      this.#editor.execCommand('mceInsertContent', false, asHtml(text), {skip_focus: true});
      mark.range = this.#editor.selection.getRng().cloneRange();
    });
    if (chosen) {
      this.#editor.selection.setRng(chosen);
    }
    return text;
  }

  close() {
    this.#editor.save();
  }
}

/**
 * The editor takes markup only, so all that could be markup is written as what it is.
 *
 * @param {string} text
 */
function asHtml(text) {
  return text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\n/g, '<br>');
}

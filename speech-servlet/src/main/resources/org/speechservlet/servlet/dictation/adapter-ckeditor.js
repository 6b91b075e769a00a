/**
 * CKEditor 5, which undoes what is typed past its model. Its own element knows it, as does the element that it was made
 * from.
 *
 * @typedef {object} Editor as far as it is needed
 * @property {any} model
 * @property {{getEditableElement: () => HTMLElement}} ui
 * @property {boolean} isReadOnly
 */

let markers = 0;

/** @type {import('./targets.js').Adapter} */
export const ckeditor = {
  owns: (field) => editorOf(field) !== undefined,
  isWritable: (field) => editorOf(field)?.isReadOnly === false,
  element: (field) => /** @type {Editor} */ (editorOf(field)).ui.getEditableElement(),
  targetFor: (field) => new CkeditorTarget(/** @type {Editor} */ (editorOf(field))),
};

/**
 * @param {Element} field
 * @returns {Editor | undefined} the editor of this element, or the one that stands in its place, right behind it
 */
function editorOf(field) {
  const next = field.nextElementSibling;
  const beside = next?.localName === 'dictation-button' ? next.nextElementSibling : next;
  const editable = beside?.matches('.ck-editor') ? beside.querySelector('.ck-editor__editable') : null;
  return /** @type {any} */ (field).ckeditorInstance ?? /** @type {any} */ (editable)?.ckeditorInstance;
}

/** Its marks are the names of markers in the editor's model, which move with every edit. */
class CkeditorTarget {
  #model;
  /** @type {Set<string>} */
  #marks = new Set();

  /** @param {Editor} editor */
  constructor(editor) {
    this.#model = editor.model;
  }

  mark() {
    return this.#markAt(this.#model.document.selection.getFirstRange());
  }

  markEnd() {
    const root = this.#model.document.getRoot();
    const end = this.#model.createPositionAt(root.getChild(root.childCount - 1) ?? root, 'end');
    return this.#markAt(this.#model.createRange(end));
  }

  /** @param {string} mark */
  hold(mark) {
    return this.#markAt(this.#model.createRange(this.#rangeOf(mark).start));
  }

  /** @param {string} mark */
  isCaretAt(mark) {
    return this.#model.document.selection.getFirstRange().isEqual(this.#rangeOf(mark));
  }

  /** @param {string} mark */
  around(mark) {
    const {start, end} = this.#rangeOf(mark);
    const from = this.#model.createPositionAt(start.parent, 0);
    const to = this.#model.createPositionAt(end.parent, 'end');
    return {before: textIn(this.#model.createRange(from, start)), after: textIn(this.#model.createRange(end, to))};
  }

  /**
   * @param {string} mark
   * @param {string} text
   */
  insert(mark, text) {
    this.#model.change((/** @type {any} */ writer) => {
      const range = this.#rangeOf(mark);
      const attributes = [...this.#model.document.selection.getAttributes()];
      const isCaretThere = this.isCaretAt(mark);
      const inserted = this.#model.insertContent(writer.createText(text, attributes), range);
      const caret = writer.createRange(inserted.end);
      writer.updateMarker(mark, {range: caret});
      if (isCaretThere) {
        writer.setSelection(caret);
      }
    });
    return text;
  }

  close() {
    this.#model.change((/** @type {any} */ writer) => this.#marks.forEach((mark) => writer.removeMarker(mark)));
  }

  /** @param {string} mark */
  #rangeOf(mark) {
    const range = this.#model.markers.get(mark)?.getRange();
    return range && range.root.rootName !== '$graveyard' ? range : this.#model.document.selection.getFirstRange();
  }

  /** @param {any} range */
  #markAt(range) {
    const mark = `dictation:${++markers}`;
    this.#marks.add(mark);
    this.#model.change((/** @type {any} */ writer) =>
      writer.addMarker(mark, {range, usingOperation: false, affectsData: false}));
    return mark;
  }
}

/** @param {any} range */
function textIn(range) {
  const text = [...range.getItems()].map((item) => (item.is('$textProxy') ? item.data : '\n')).join('');
  return text.slice(text.lastIndexOf('\n') + 1);
}

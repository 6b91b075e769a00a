import {focusedElement} from './dom.js';
import {withFocus} from './focus-loan.js';
import {textAfter, textBefore} from './rich-context.js';

/** @typedef {{range: Range}} RichMark */

/** An editable element as a place for text. Its marks are live ranges, which the browser moves. */
export class RichTarget {
  #field;
  #isOurs;
  /** @type {Set<RichMark>} */
  #marks = new Set();
  /** @type {RichMark[]} */
  #typedAt = [];
  #beforeTyping = () => {
    this.#typedAt = [...this.#marks].filter((mark) => this.#isSelected(mark));
  };
  #afterTyping = () => {
    const range = this.#selection();
    for (const mark of range ? this.#typedAt : []) {
      mark.range = /** @type {Range} */ (range).cloneRange();
    }
    this.#typedAt = [];
  };

  /**
   * @param {HTMLElement} field
   * @param {(focused: Element) => boolean} isOurs tells the elements from which the focus may be borrowed
   */
  constructor(field, isOurs) {
    this.#field = field;
    this.#isOurs = isOurs;
    field.addEventListener('beforeinput', this.#beforeTyping);
    field.addEventListener('input', this.#afterTyping);
  }

  /** @returns {RichMark} the caret or the selection as it is */
  mark() {
    const range = this.#selection();
    return range ? this.#kept(range.cloneRange()) : this.markEnd();
  }

  /** @returns {RichMark} the end of the text */
  markEnd() {
    const range = document.createRange();
    range.selectNodeContents(lastBlock(this.#field));
    range.collapse(false);
    return this.#kept(range);
  }

  /**
   * @param {RichMark} mark
   * @returns {RichMark} the same place, for a phrase that comes late
   */
  hold(mark) {
    const range = mark.range.cloneRange();
    range.collapse(true);
    return {range};
  }

  /**
   * @param {RichMark} mark
   * @returns {boolean} false once the user has put the caret somewhere else
   */
  isCaretAt(mark) {
    return focusedElement() !== this.#field || this.#isSelected(mark);
  }

  /** @param {RichMark} mark */
  around(mark) {
    const range = this.#valid(mark);
    return {before: textBefore(range, this.#field), after: textAfter(range, this.#field)};
  }

  /**
   * @param {RichMark} mark where to; afterwards it stands behind the text
   * @param {string} text
   * @returns {string} what the field took
   */
  insert(mark, text) {
    this.#valid(mark);
    if (!withFocus(this.#field, this.#isOurs, () => this.#type(mark, text))) {
      this.#write(mark, text);
    }
    return text;
  }

  close() {
    this.#field.removeEventListener('beforeinput', this.#beforeTyping);
    this.#field.removeEventListener('input', this.#afterTyping);
  }

  /**
   * As if typed: it can be undone.
   *
   * @param {RichMark} mark
   * @param {string} text
   */
  #type(mark, text) {
    const chosen = this.#isSelected(mark) ? undefined : this.#selection()?.cloneRange();
    select(this.#field, mark.range);
    if (!document.execCommand('insertText', false, text)) {
      return false;
    }
    const after = this.#selection();
    if (after) {
      mark.range = after.cloneRange();
    }
    if (chosen) {
      select(this.#field, chosen);
    }
    return true;
  }

  /**
   * @param {RichMark} mark
   * @param {string} text
   */
  #write({range}, text) {
    range.deleteContents();
    const lines = text.split('\n').flatMap((line, index) =>
      index === 0 ? [document.createTextNode(line)] : [document.createElement('br'), document.createTextNode(line)]);
    const fragment = document.createDocumentFragment();
    fragment.append(...lines);
    range.insertNode(fragment);
    range.collapse(false);
    this.#field.dispatchEvent(
      new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: text}));
  }

  /**
   * @param {RichMark} mark
   * @returns {Range} the mark's, or the end where the marked place is gone
   */
  #valid(mark) {
    if (!this.#field.contains(mark.range.commonAncestorContainer)) {
      mark.range = this.markEnd().range;
    }
    return mark.range;
  }

  /** @param {RichMark} mark */
  #isSelected({range}) {
    const chosen = this.#selection();
    return chosen !== null
      && chosen.compareBoundaryPoints(Range.START_TO_START, range) === 0
      && chosen.compareBoundaryPoints(Range.END_TO_END, range) === 0;
  }

  /** @returns {Range | null} the selection, if it lies in this field */
  #selection() {
    const selection = selectionAt(this.#field);
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    return range && this.#field.contains(range.commonAncestorContainer) ? range : null;
  }

  /** @param {Range} range */
  #kept(range) {
    const mark = {range};
    this.#marks.add(mark);
    return mark;
  }
}

/**
 * @param {Node} field
 * @param {Range} range
 */
function select(field, range) {
  const selection = selectionAt(field);
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * Chromium keeps a selection for each shadow root, other browsers one for the document.
 *
 * @param {Node} field
 * @returns {Selection | null}
 */
function selectionAt(field) {
  const root = /** @type {Document & {getSelection?: () => Selection | null}} */ (field.getRootNode());
  return root.getSelection ? root.getSelection() : document.getSelection();
}

/**
 * @param {Element} field
 * @returns {Element} its last paragraph, where one would go on writing
 */
function lastBlock(field) {
  const last = field.lastElementChild;
  const isParagraph = last && !last.nextSibling && /^(p|div|h[1-6]|li|ul|ol|blockquote)$/.test(last.localName);
  return isParagraph ? lastBlock(last) : field;
}

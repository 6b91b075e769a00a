import {editBetween, moved} from './anchor.js';
import {withFocus} from './focus-loan.js';
import {focusedElement} from './dom.js';

/**
 * @typedef {{span: import('./anchor.js').Span, stays: boolean}} ValueMark
 */

/** An input or a textarea as a place for text. Its marks move with every edit, the user's and a script's. */
export class ValueTarget {
  /** @type {import('./fields.js').ValueField} */
  #field;
  #isOurs;
  #known;
  #needsChange = false;
  /** @type {Set<ValueMark>} */
  #marks = new Set();
  #follow = () => this.#sync(this.#field.selectionStart);

  /**
   * @param {import('./fields.js').ValueField} field
   * @param {(focused: Element) => boolean} isOurs tells the elements from which the focus may be borrowed
   */
  constructor(field, isOurs) {
    this.#field = field;
    this.#isOurs = isOurs;
    this.#known = field.value;
    field.addEventListener('input', this.#follow);
  }

  /** @returns {ValueMark} the caret or the selection as it is */
  mark() {
    this.#sync();
    return this.#kept(this.#selection(), false);
  }

  /** @returns {ValueMark} the end of the text */
  markEnd() {
    this.#sync();
    const end = this.#known.length;
    return this.#kept({start: end, end}, false);
  }

  /**
   * @param {ValueMark} mark
   * @returns {ValueMark} the same place, for a phrase that comes late: text put in there meanwhile comes after it
   */
  hold(mark) {
    const {start} = mark.span;
    return this.#kept({start, end: start}, true);
  }

  /**
   * @param {ValueMark} mark
   * @returns {boolean} false once the user has put the caret somewhere else
   */
  isCaretAt(mark) {
    if (focusedElement() !== this.#field) {
      return true;
    }
    this.#sync();
    const {start, end} = this.#selection();
    return start === mark.span.start && end === mark.span.end;
  }

  /** @param {ValueMark} mark */
  around(mark) {
    this.#sync();
    return {before: this.#known.slice(0, mark.span.start), after: this.#known.slice(mark.span.end)};
  }

  /**
   * @param {ValueMark} mark where to; afterwards it stands behind the text
   * @param {string} text
   * @returns {string} what the field took: its maxlength may have cut the text
   */
  insert(mark, text) {
    this.#sync();
    const fitting = this.#fitting(mark.span, text);
    const before = this.#known;
    if (fitting !== '' && !withFocus(this.#field, this.#isOurs, () => this.#type(mark, fitting))) {
      this.#write(mark, fitting);
    }
    this.#sync(mark.span.start);
    return this.#field.value === before ? '' : fitting;
  }

  /** Tells the page of a change that the browser does not tell by itself. */
  close() {
    this.#field.removeEventListener('input', this.#follow);
    if (this.#needsChange) {
      this.#needsChange = false;
      this.#field.dispatchEvent(new Event('change', {bubbles: true}));
    }
  }

  /**
   * As if typed: it can be undone.
   *
   * @param {ValueMark} mark
   * @param {string} text
   */
  #type(mark, text) {
    const chosen = this.#kept(this.#selection(), false);
    const wasThere = chosen.span.start === mark.span.start && chosen.span.end === mark.span.end;
    this.#select(mark.span);
    const before = this.#field.value;
    document.execCommand('insertText', false, text);
    if (this.#field.value === before) {
      return false;
    }
    this.#sync(this.#field.selectionStart);
    if (!wasThere) {
      this.#select(chosen.span);
    }
    this.#marks.delete(chosen);
    return true;
  }

  /**
   * @param {ValueMark} mark
   * @param {string} text
   */
  #write(mark, text) {
    const {start, end} = mark.span;
    if (this.#field.selectionStart === null) {
      setValue(this.#field, this.#field.value + text);
    } else {
      this.#field.setRangeText(text, start, end, 'preserve');
    }
    this.#needsChange = true;
    this.#sync(start + text.length);
    this.#field.dispatchEvent(
      new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: text}));
  }

  /**
   * Lets all marks follow what has become of the value.
   *
   * @param {number | null} [caret]
   */
  #sync(caret = null) {
    const edit = editBetween(this.#known, this.#field.value, caret);
    this.#known = this.#field.value;
    if (edit) {
      for (const mark of this.#marks) {
        mark.span = moved(mark.span, edit, mark.stays);
      }
    }
  }

  /**
   * @param {import('./anchor.js').Span} span
   * @param {string} text
   */
  #fitting({start, end}, text) {
    const {maxLength, value} = this.#field;
    const room = maxLength < 0 ? Infinity : Math.max(0, maxLength - (value.length - (end - start)));
    const cut = text.slice(0, room);
    return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
  }

  /** @returns {import('./anchor.js').Span} an email field tells none: there it is the end */
  #selection() {
    const {selectionStart, selectionEnd, value} = this.#field;
    return {start: selectionStart ?? value.length, end: selectionEnd ?? value.length};
  }

  /** @param {import('./anchor.js').Span} span */
  #select({start, end}) {
    if (this.#field.selectionStart !== null) {
      this.#field.setSelectionRange(start, end);
    }
  }

  /**
   * @param {import('./anchor.js').Span} span
   * @param {boolean} stays
   */
  #kept(span, stays) {
    const mark = {span, stays};
    this.#marks.add(mark);
    return mark;
  }
}

/**
 * Past the setter by which frameworks watch the value: they would take the change for their own.
 *
 * @param {import('./fields.js').ValueField} field
 * @param {string} value
 */
function setValue(field, value) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
}

import {focusedElement} from './dom.js';
import {adapterOf} from './targets.js';

/** By which a button may change. The style is not among them: the button makes room for itself there. */
const ATTRIBUTES = ['aria-disabled', 'aria-label', 'aria-labelledby', 'aria-readonly', 'autocomplete', 'class',
  'contenteditable', 'dir', 'disabled', 'placeholder', 'readonly', 'type'];

/**
 * @typedef {object} Watcher
 * @property {() => void} changed
 * @property {(event: KeyboardEvent) => void} typed
 */

/** What a button has to know of its field. */
export class WatchedField {
  field;
  /** Whether the user has ever put the caret into it. */
  hasCaret;
  #observer;
  #end = new AbortController();

  /**
   * @param {HTMLElement} field
   * @param {Watcher} watcher
   */
  constructor(field, {changed, typed}) {
    this.field = field;
    this.hasCaret = field === focusedElement() || adapterOf(field) !== undefined;
    const {signal} = this.#end;
    field.addEventListener('focus', () => {
      this.hasCaret = true;
    }, {signal});
    const typedInto = adapterOf(field)?.element?.(field) ?? field;
    typedInto.addEventListener('keydown', (event) => typed(/** @type {KeyboardEvent} */ (event)), {signal});
    this.#observer = new MutationObserver(changed);
    for (const watched of [field, ...fieldsetsAround(field)]) {
      this.#observer.observe(watched, {attributes: true, attributeFilter: ATTRIBUTES});
    }
  }

  /**
   * Brings the focus into the field when the button is pressed, so that the text can be undone there. A finger does
   * not: it would call up the keyboard on the screen.
   *
   * @param {Event} press
   */
  enter(press) {
    const isPointed = press instanceof PointerEvent && (press.type === 'pointerdown' || press.detail > 0);
    if (!isPointed || press.pointerType === 'touch' || focusedElement() === this.field || adapterOf(this.field)) {
      return;
    }
    if (!this.hasCaret && 'setSelectionRange' in this.field) {
      putCaretAtEnd(/** @type {import('./fields.js').ValueField} */ (this.field));
    }
    this.field.focus({preventScroll: true});
  }

  end() {
    this.#observer.disconnect();
    this.#end.abort();
  }
}

/** @param {import('./fields.js').ValueField} field */
function putCaretAtEnd(field) {
  if (field.selectionStart !== null) {
    field.setSelectionRange(field.value.length, field.value.length);
  }
}

/**
 * @param {Element} field
 * @returns {Element[]} any of which may disable it
 */
function fieldsetsAround(field) {
  const fieldset = field.parentElement?.closest('fieldset');
  return fieldset ? [fieldset, ...fieldsetsAround(fieldset)] : [];
}

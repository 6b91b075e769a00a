import {DictationButton} from './dictation-button.js';
import {isAddress} from './fields.js';
import {beforeButton} from './placement.js';
import {adapterOf, isDictatable} from './targets.js';

/**
 * @typedef {Document | ShadowRoot | Element} Root
 *
 * @typedef {object} AttachOptions
 * @property {string} [selector] which fields get a button; default `[data-dictation]`
 * @property {import('./options.js').Options} [options] by their attributes' names, for all these buttons
 */

const ATTRIBUTES = ['autocomplete', 'contenteditable', 'data-dictation', 'dir', 'disabled', 'id', 'type'];

/**
 * Puts a button beside each field in the root, now and later.
 *
 * @param {Root} root
 * @param {AttachOptions} [options]
 * @returns {{detach: () => void}} takes the buttons away again
 */
export function attach(root, {selector = '[data-dictation]', options = {}} = {}) {
  const attachment = new Attachment(root, selector, {placement: 'auto', ...options});
  attachment.update();
  return {detach: () => attachment.end()};
}

/** The buttons of one root, kept in step with its fields. */
class Attachment {
  #root;
  #selector;
  #options;
  /** @type {Map<HTMLElement, {button: DictationButton, adapter: import('./targets.js').Adapter | undefined}>} */
  #placed = new Map();
  #observer = new MutationObserver((records) => {
    this.update();
    this.#refresh(records.some(({type}) => type === 'attributes'));
  });

  /**
   * @param {Root} root
   * @param {string} selector
   * @param {import('./options.js').Options} options
   */
  constructor(root, selector, options) {
    this.#root = root;
    this.#selector = selector;
    this.#options = options;
    this.#observer.observe(root, {childList: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES});
  }

  update() {
    this.#placed.forEach((_, field) => this.#check(field));
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(this.#selector))) {
      if (!this.#placed.has(field) && this.#wants(field)) {
        this.#placed.set(field, {button: this.#buttonBeside(field), adapter: adapterOf(field)});
      }
    }
  }

  end() {
    this.#observer.disconnect();
    this.#placed.forEach(({button}) => button.remove());
  }

  /** @param {HTMLElement} field that has a button: it may be gone, be elsewhere, or be an editor's by now */
  #check(field) {
    const placed = this.#placed.get(field);
    const isMoved = placed?.button.parentNode !== beforeButton(field).parentNode;
    if (!field.isConnected || !this.#wants(field) || isMoved || placed?.adapter !== adapterOf(field)) {
      this.#placed.delete(field);
      placed?.button.remove();
    }
  }

  /** @param {HTMLElement} field an address counts only where the page says so itself */
  #wants(field) {
    return field.matches(this.#selector) && isDictatable(field) && field.getAttribute('data-dictation') !== 'off'
      && (!isAddress(field) || field.hasAttribute('data-dictation'));
  }

  /** @param {HTMLElement} field */
  #buttonBeside(field) {
    const button = new DictationButton();
    button.defaults = this.#options;
    button.field = field;
    beforeButton(field).after(button);
    return button;
  }

  /**
   * The page's own buttons too: their fields may have come or gone.
   *
   * @param {boolean} all
   */
  #refresh(all) {
    for (const button of this.#root.querySelectorAll('dictation-button')) {
      if (button instanceof DictationButton && (all || !button.field?.isConnected)) {
        button.refresh();
      }
    }
  }
}

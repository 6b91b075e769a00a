import {isAddress} from './fields.js';
import {attributesIn, selectorsOf} from './selectors.js';
import {isDictatable} from './targets.js';

/** By which an element may come to be a field, or another kind of field. */
const ATTRIBUTES = ['autocomplete', 'contenteditable', 'disabled', 'readonly', 'type'];

/**
 * Gives `data-dictation` to the fields that `<meta name="dictation-fields" content="#notes, textarea.note">` names, now
 * and later. To addresses it does not: a selector says of them less than the page itself.
 *
 * @param {Document} page
 */
export function markNamedFields(page) {
  const metas = /** @type {NodeListOf<HTMLMetaElement>} */ (page.querySelectorAll('meta[name="dictation-fields"]'));
  const selectors = [...metas].flatMap(({content}) => selectorsOf(content)).filter((each) => isSelector(each, page));
  if (selectors.length > 0) {
    new NamedFields(page, selectors).update();
  }
}

/**
 * @param {string} selector
 * @param {Document} page
 */
function isSelector(selector, page) {
  try {
    page.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    console.warn(`Dictation: "${selector}", of the fields that are to have a button, is no CSS selector.`);
    return false;
  }
}

/** The fields that have the attribute from here, kept in step with the page. */
class NamedFields {
  #page;
  #selector;
  /** @type {Set<Element>} */
  #marked = new Set();

  /**
   * @param {Document} page
   * @param {string[]} selectors
   */
  constructor(page, selectors) {
    this.#page = page;
    this.#selector = selectors.join(', ');
    const attributeFilter = [...new Set([...ATTRIBUTES, ...attributesIn(selectors)])];
    new MutationObserver(() => this.update())
      .observe(page, {childList: true, subtree: true, attributes: true, attributeFilter});
  }

  update() {
    for (const field of this.#marked) {
      if (!field.isConnected || !field.matches(this.#selector) || !isWanted(field)) {
        this.#marked.delete(field);
        unmark(field);
      }
    }
    for (const field of this.#page.querySelectorAll(this.#selector)) {
      if (!field.hasAttribute('data-dictation') && !this.#marked.has(field) && isWanted(field)) {
        this.#marked.add(field);
        field.setAttribute('data-dictation', '');
      }
    }
  }
}

/** @param {Element} field */
function isWanted(field) {
  return isDictatable(field) && !isAddress(field);
}

/** @param {Element} field which keeps what the page has written there meanwhile */
function unmark(field) {
  if (field.getAttribute('data-dictation') === '') {
    field.removeAttribute('data-dictation');
  }
}

import {DictationButton} from './dictation-button.js';
import {beforeButton} from './placement.js';
import {isDictatable} from './targets.js';

/**
 * @typedef {Document | ShadowRoot | Element} Root
 *
 * @typedef {object} AttachOptions
 * @property {string} [selector] which fields get a button; default `[data-dictation]`
 * @property {Record<string, string>} [options] by their attributes' names, for all these buttons
 */

/**
 * Puts a button beside each field in the root, now and later.
 *
 * @param {Root} root
 * @param {AttachOptions} [options]
 * @returns {{detach: () => void}} takes the buttons away again
 */
export function attach(root, {selector = '[data-dictation]', options = {}} = {}) {
  /** @type {Map<Element, DictationButton>} */
  const buttons = new Map();
  const update = () => {
    for (const [field, button] of buttons) {
      if (!field.isConnected || !field.matches(selector) || !isDictatable(field)) {
        buttons.delete(field);
        button.remove();
      }
    }
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))) {
      if (isDictatable(field) && !buttons.has(field)) {
        buttons.set(field, buttonBeside(field, options));
      }
    }
    for (const button of root.querySelectorAll('dictation-button')) {
      /** @type {Partial<DictationButton>} */ (button).refresh?.();
    }
  };
  const observer = new MutationObserver(update);
  observer.observe(root, {childList: true, subtree: true, attributes: true,
    attributeFilter: ['contenteditable', 'data-dictation', 'dir', 'disabled', 'id', 'type']});
  update();
  return {
    detach() {
      observer.disconnect();
      buttons.forEach((button) => button.remove());
    },
  };
}

/**
 * @param {HTMLElement} field
 * @param {Record<string, string>} options
 */
function buttonBeside(field, options) {
  const button = new DictationButton();
  button.defaults = {placement: 'auto', ...options};
  button.field = field;
  beforeButton(field).after(button);
  return button;
}

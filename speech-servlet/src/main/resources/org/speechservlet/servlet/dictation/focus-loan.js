import {focusedElement} from './dom.js';

/**
 * Does something with the focus in a field, then gives the focus back.
 *
 * The browser's own insertText, the only one that can be undone, works on the focused field alone. So it is borrowed
 * where nobody misses it: from nothing at all, or from the dictation's own button. Whoever is typing elsewhere keeps
 * it.
 *
 * @param {HTMLElement} field
 * @param {(focused: Element) => boolean} isOurs
 * @param {() => boolean} action
 * @returns {boolean} what the action said, or false where the focus could not be had
 */
export function withFocus(field, isOurs, action) {
  const owner = focusedElement();
  if (owner === field) {
    return action();
  }
  const isNobodys = !owner || owner === document.body || owner === document.documentElement;
  if (!isNobodys && !isOurs(owner)) {
    return false;
  }
  field.focus({preventScroll: true});
  try {
    return focusedElement() === field && action();
  } finally {
    isNobodys ? field.blur() : /** @type {HTMLElement} */ (owner).focus({preventScroll: true});
  }
}

/** What a field is called. */

/**
 * @param {Element} field
 * @returns {string} from its labels, as a screen reader finds them; empty if it has none
 */
export function nameOf(field) {
  return tidy(namedBy(field)) || tidy(field.getAttribute('aria-label')) || labelOf(field)
    || tidy(field.getAttribute('placeholder')) || tidy(field.getAttribute('title'));
}

/** @param {Element} field */
function namedBy(field) {
  const root = /** @type {Document | ShadowRoot} */ (field.getRootNode());
  const ids = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
}

/** @param {Element} field */
function labelOf(field) {
  const labels = /** @type {HTMLInputElement} */ (field).labels ?? [];
  return tidy([...labels].map(ownText).join(' '));
}

/**
 * @param {Element} label
 * @returns {string} without the text of the controls in it
 */
function ownText(label) {
  const copy = /** @type {Element} */ (label.cloneNode(true));
  for (const control of copy.querySelectorAll('input, textarea, select, button, dictation-button, [contenteditable]')) {
    control.remove();
  }
  return copy.textContent ?? '';
}

/** @param {string | null | undefined} text */
function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').replace(/\s*[:*]+\s*$/, '').trim();
}

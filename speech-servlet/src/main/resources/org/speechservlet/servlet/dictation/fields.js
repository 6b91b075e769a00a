/**
 * What can be dictated into.
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement} ValueField
 * @typedef {'line' | 'lines' | 'rich'} FieldKind a one-line input, a textarea, an editable element
 */

const ONE_LINE_TYPES = new Set(['text', 'search', 'tel', 'url', 'email']);
const SECRET_PURPOSES = /\b(current-password|new-password|one-time-code|cc-number|cc-csc)\b/;

/**
 * Fields that once hid their value. A "show password" switch makes them look like plain text later.
 *
 * @type {WeakSet<Element>}
 */
const secrets = new WeakSet();

/**
 * @param {Element} element
 * @returns {FieldKind | null} null where nobody may dictate: secrets, numbers, dates, and what is no field at all
 */
export function kindOf(element) {
  switch (element.localName) {
    case 'textarea':
      return isSecret(element) ? null : 'lines';
    case 'input':
      return !isSecret(element) && ONE_LINE_TYPES.has(/** @type {HTMLInputElement} */ (element).type) ? 'line' : null;
    default:
      return isEditingHost(element) ? 'rich' : null;
  }
}

/**
 * @param {Element} element
 * @returns {boolean} whether text may be put into it now
 */
export function isWritable(element) {
  switch (kindOf(element)) {
    case 'line':
    case 'lines':
      return !element.matches(':disabled') && !(/** @type {ValueField} */ (element).readOnly);
    case 'rich':
      return element.getAttribute('aria-readonly') !== 'true' && element.getAttribute('aria-disabled') !== 'true';
    default:
      return false;
  }
}

/** @param {Element} element @returns {boolean} whether it is for an address, which is seldom spoken */
export function isAddress(element) {
  return element.localName === 'input' && /^(url|email)$/.test(/** @type {HTMLInputElement} */ (element).type);
}

/** @param {Element} element */
function isSecret(element) {
  if (/** @type {HTMLInputElement} */ (element).type === 'password'
    || SECRET_PURPOSES.test(element.getAttribute('autocomplete') ?? '')) {
    secrets.add(element);
  }
  return secrets.has(element);
}

/** @param {Element} element */
function isEditingHost(element) {
  return /^(|true|plaintext-only)$/i.test(element.getAttribute('contenteditable') ?? 'false');
}

/**
 * What a dictation tells the page. Each event is dispatched on the field, bubbles, and crosses shadow roots.
 *
 * @typedef {'dictation-start' | 'dictation-phrase' | 'dictation-insert' | 'dictation-error' | 'dictation-end'}
 *     DictationEventName
 */

/**
 * @param {Element} field
 * @param {DictationEventName} name
 * @param {object} detail
 * @returns {boolean} false if the page has taken it over
 */
export function tell(field, name, detail) {
  const cancelable = name === 'dictation-start' || name === 'dictation-insert';
  return field.dispatchEvent(new CustomEvent(name, {bubbles: true, composed: true, cancelable, detail}));
}

/**
 * The one dictation of the page that listens.
 *
 * @typedef {{stop: () => void, cancel?: () => void}} Listening cancel is for the user's Escape
 */

/** @type {Listening | null} */
let active = null;

/** @param {Listening} dictation stops the one before, whose words still come */
export function activate(dictation) {
  const before = active;
  active = dictation;
  if (before && before !== dictation) {
    before.stop();
  }
  if (dictation.cancel) {
    document.addEventListener('keydown', cancelOnEscape, true);
  }
}

/** @param {Listening} dictation that has ended */
export function release(dictation) {
  if (active === dictation) {
    active = null;
    globalThis.document?.removeEventListener('keydown', cancelOnEscape, true);
  }
}

/**
 * Before anybody else: a dialog around the field stays open.
 *
 * @param {KeyboardEvent} event
 */
function cancelOnEscape(event) {
  if (event.key === 'Escape' && !event.isComposing && active?.cancel) {
    event.preventDefault();
    event.stopPropagation();
    active.cancel();
  }
}

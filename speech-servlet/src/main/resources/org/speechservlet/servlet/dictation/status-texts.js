import {filledIn} from './texts.js';

/** What is said when something happens in a dictation. */

const LONGEST_ECHO = 60;

/**
 * @param {import('./insertion.js').Inserted} inserted
 * @param {string} text as it was recognized
 * @param {import('./texts.js').Texts} texts
 * @returns {string} short, since the whole stands in the field
 */
export function insertedText(inserted, text, texts) {
  switch (inserted.kind) {
    case 'inserted':
      return filledIn(texts.inserted, {text: shortened(inserted.text)});
    case 'full':
      return filledIn(texts.full, {text: shortened(inserted.text)});
    case 'taken-over':
      return filledIn(texts.inserted, {text: shortened(text)});
    default:
      return '';
  }
}

/**
 * @param {string} reason
 * @param {boolean} hasInserted then the last words are news enough
 * @param {import('./texts.js').Texts} texts
 */
export function endingText(reason, hasInserted, texts) {
  switch (reason) {
    case 'cancelled':
      return texts.cancelled;
    case 'silence':
      return hasInserted ? texts.stopped : texts.stoppedBySilence;
    case 'hidden':
      return texts.stoppedWhileHidden;
    case 'microphone-lost':
      return texts.microphoneLost;
    case 'stopped':
      return hasInserted ? '' : texts.stopped;
    default:
      return '';
  }
}

/**
 * @param {string} code
 * @param {import('./texts.js').Texts} texts
 */
export function noticeText(code, texts) {
  switch (code) {
    case 'microphone-silent':
      return texts.microphoneSilent;
    case 'microphone-muted':
      return texts.microphoneMuted;
    case 'microphone-unmuted':
      return texts.microphoneUnmuted;
    default:
      return '';
  }
}

/** @param {string} text */
function shortened(text) {
  const letters = Array.from(text);
  return letters.length <= LONGEST_ECHO ? text : `${letters.slice(0, LONGEST_ECHO - 1).join('')}…`;
}

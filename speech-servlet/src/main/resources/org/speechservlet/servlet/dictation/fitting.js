import {continued, isOneSentence} from './capitals.js';
import {onOneLine, spaced} from './spacing.js';

/**
 * How a phrase is made to fit where it goes.
 *
 * @typedef {object} Fitting
 * @property {boolean} oneLine whether the field holds one line only
 * @property {boolean} keepsStop whether a one-line field keeps a sentence's full stop
 * @property {boolean} keepsCapital whether the first letter stays as it was recognized, also within a sentence
 * @property {string | undefined} language BCP 47
 */

/**
 * @param {string} text as it was recognized
 * @param {{before: string, after: string}} around
 * @param {Fitting} fitting
 * @returns {string}
 */
export function fitted(text, {before, after}, fitting) {
  const lines = fitting.oneLine ? onOneLine(text) : text.trim();
  const begun = fitting.keepsCapital ? lines : continued(lines, before, fitting.language);
  return spaced(withoutStop(begun, before, after, fitting), before, after);
}

/**
 * @param {string} phrase
 * @param {string} before
 * @param {string} after
 * @param {Fitting} fitting
 */
function withoutStop(phrase, before, after, {oneLine, keepsStop}) {
  const isAlone = !/[.!?…]/u.test(before) && after.trim() === '';
  return oneLine && !keepsStop && isAlone && isOneSentence(phrase) ? phrase.slice(0, -1) : phrase;
}

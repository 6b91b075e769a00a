/** How a phrase meets the text around it. */

/** Scripts that put no blank between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}、。！，？]/u;
const OPENS = /[\s([{„“"'‘«¿¡/-]$/u;
const CLOSES = /^[\s.,;:!?…)\]}”’»%]/u;
const WORD_BEGINS = /^[\p{L}\p{N}([{„“«¿¡]/u;

/**
 * @param {string} phrase
 * @param {string} before the text up to the caret
 * @param {string} after the text from the caret on
 * @returns {string} the phrase with the blanks that it needs
 */
export function spaced(phrase, before, after) {
  if (phrase === '') {
    return '';
  }
  const goesOn = WORD_BEGINS.test(after) && needsBlank(phrase, after);
  return (needsBlank(before, phrase) ? ' ' : '') + phrase + (goesOn ? ' ' : '');
}

/**
 * @param {string} phrase
 * @returns {string} without what a one-line field cannot hold
 */
export function onOneLine(phrase) {
  return phrase.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}

/**
 * @param {string} left
 * @param {string} right
 */
function needsBlank(left, right) {
  const last = lastCharacter(left);
  if (last === '' || OPENS.test(last) || CLOSES.test(right)) {
    return false;
  }
  return !(UNSPACED.test(last) && UNSPACED.test(right.slice(0, 2)));
}

/** @param {string} text */
function lastCharacter(text) {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

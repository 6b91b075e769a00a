import de from './texts-de.js';
import en from './texts-en.js';
import es from './texts-es.js';
import fr from './texts-fr.js';

/**
 * Everything that is said to a user, in the language of the page.
 *
 * @typedef {keyof typeof en} TextName
 * @typedef {Record<TextName, string>} Texts
 */

/** @type {Map<string, Texts>} */
const known = new Map([['en', en], ['de', de], ['fr', fr], ['es', es]]);

/**
 * Replaces texts of a language, or adds a language.
 *
 * @param {string} language BCP 47; `de` holds for `de-AT` too, which may have its own
 * @param {Partial<Texts>} texts the others stay as they are; those of a new language are English
 */
export function setTexts(language, texts) {
  const key = language.toLowerCase();
  known.set(key, {...textsFor(key), ...texts});
}

/**
 * @param {string} language BCP 47
 * @returns {Texts}
 */
export function textsFor(language) {
  for (let tag = language.toLowerCase(); tag !== ''; tag = tag.replace(/-?[^-]*$/, '')) {
    const texts = known.get(tag);
    if (texts) {
      return texts;
    }
  }
  return en;
}

/**
 * @param {string} text with names in braces
 * @param {Record<string, string | number>} values
 */
export function filledIn(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

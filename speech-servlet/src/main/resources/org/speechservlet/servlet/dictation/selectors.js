/** Lists of CSS selectors. */

/** The name of an attribute in a selector, in which signs may be escaped. */
const ATTRIBUTE = /\[\s*((?:\\.|[\w-]|[^\x00-\x7f])+)/gu;

const CLOSING = new Map([['(', ')'], ['[', ']'], ['"', '"'], ["'", "'"]]);

/**
 * Takes a list apart, since one selector that is wrong would make the whole list worth nothing.
 *
 * @param {string} list such as `#notes, textarea:is(.note, .memo)`
 * @returns {string[]} `#notes` and `textarea:is(.note, .memo)`
 */
export function selectorsOf(list) {
  const selectors = [''];
  /** @type {string[]} */
  const open = [];
  // An escaped character, or any other one.
  for (const [piece] of list.matchAll(/\\[^]|[^]/gu)) {
    if (piece === ',' && open.length === 0) {
      selectors.push('');
      continue;
    }
    follow(piece, open);
    selectors[selectors.length - 1] += piece;
  }
  return selectors.map((selector) => selector.trim()).filter(Boolean);
}

/**
 * @param {string} piece
 * @param {string[]} open what will close the brackets and quotes around it, the innermost last
 */
function follow(piece, open) {
  const awaited = open.at(-1);
  const isQuoted = awaited === '"' || awaited === "'";
  if (piece === awaited) {
    open.pop();
  } else if (!isQuoted && CLOSING.has(piece)) {
    open.push(/** @type {string} */ (CLOSING.get(piece)));
  }
}

/**
 * @param {string[]} selectors
 * @returns {string[]} the attributes by which an element may come to match, or no longer to match
 */
export function attributesIn(selectors) {
  const written = selectors.flatMap((selector) => [...selector.matchAll(ATTRIBUTE)].map(([, name]) => unescaped(name)));
  // In HTML, attributes have small letters, whatever the selector has.
  return [...new Set(['class', 'id', ...written, ...written.map((name) => name.toLowerCase())])];
}

/** @param {string} name */
function unescaped(name) {
  return name.replaceAll(/\\(.)/gu, '$1');
}

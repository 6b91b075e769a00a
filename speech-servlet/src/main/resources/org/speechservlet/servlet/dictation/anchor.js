/**
 * Places in a text that stay where they belong while the text is edited.
 *
 * @typedef {{start: number, end: number}} Span two offsets in UTF-16 units; equal for a caret
 * @typedef {{at: number, removed: number, inserted: number}} Edit one stretch was taken out and another put in
 */

/**
 * What changed between two states of a text. Where letters repeat, several answers are right; the caret, which stands
 * at the end of what was just typed, tells which one the user meant.
 *
 * @param {string} before
 * @param {string} after
 * @param {number | null} [caret] offset in the new text
 * @returns {Edit | null} null if nothing changed
 */
export function editBetween(before, after, caret = null) {
  if (before === after) {
    return null;
  }
  const longest = Math.min(before.length, after.length);
  const tail = caret !== null && before.endsWith(after.slice(caret))
    ? Math.min(after.length - caret, longest)
    : commonSuffix(before, after, longest - commonPrefix(before, after, longest));
  const at = commonPrefix(before, after, longest - tail);
  return {at, removed: before.length - tail - at, inserted: after.length - tail - at};
}

/**
 * @param {Span} span
 * @param {Edit} edit
 * @param {boolean} stays whether a caret stays before what is put in exactly there
 * @returns {Span}
 */
export function moved(span, edit, stays = false) {
  const editEnd = edit.at + edit.removed;
  const isCaret = span.start === span.end;
  if (span.end < edit.at || (span.end === edit.at && (!isCaret || stays))) {
    return span;
  }
  if (span.start >= editEnd) {
    const shift = edit.inserted - edit.removed;
    return {start: span.start + shift, end: span.end + shift};
  }
  const caret = edit.at + edit.inserted;
  return {start: caret, end: caret};
}

/**
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 */
function commonPrefix(a, b, limit) {
  let length = 0;
  while (length < limit && a[length] === b[length]) {
    length++;
  }
  return length;
}

/**
 * @param {string} a
 * @param {string} b
 * @param {number} limit
 */
function commonSuffix(a, b, limit) {
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) {
    length++;
  }
  return length;
}

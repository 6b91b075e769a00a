/** The text around a place in an editable element, up to the ends of its paragraph. */

const BREAKS_LINE = /^(br|p|div|h[1-6]|li|ul|ol|blockquote|pre|table|tr|td|th|hr)$/;

/**
 * @param {Range} range
 * @param {Element} field
 * @returns {string}
 */
export function textBefore(range, field) {
  const part = document.createRange();
  part.selectNodeContents(blockOf(range.startContainer, field));
  part.setEnd(range.startContainer, range.startOffset);
  return linesOf(part).at(-1) ?? '';
}

/**
 * @param {Range} range
 * @param {Element} field
 * @returns {string}
 */
export function textAfter(range, field) {
  const part = document.createRange();
  part.selectNodeContents(blockOf(range.endContainer, field));
  part.setStart(range.endContainer, range.endOffset);
  return linesOf(part)[0] ?? '';
}

/**
 * @param {Range} part
 * @returns {string[]} its text, one string for each line that a line break or a paragraph ends
 */
function linesOf(part) {
  const lines = [''];
  const walker = document.createTreeWalker(part.cloneContents(), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    // Not instanceof: an editor's text may lie in a frame, which has classes of its own.
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.nodeValue;
    } else if (BREAKS_LINE.test(/** @type {Element} */ (node).localName)) {
      lines.push('');
    }
  }
  return lines;
}

/**
 * @param {Node} node
 * @param {Element} field
 * @returns {Element}
 */
function blockOf(node, field) {
  let element = node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : node.parentElement;
  while (element && element !== field && /^(inline|contents)/.test(getComputedStyle(element).display)) {
    element = element.parentElement;
  }
  return element ?? field;
}

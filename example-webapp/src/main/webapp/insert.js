/** Puts dictated text into a field, where the caret is. */

/**
 * Inserts the text in place of the field's selection.
 *
 * The browser's own insertText command comes first, since it alone can be undone. It works on the focused field only, so
 * somebody who is typing in another field meanwhile is not interrupted: there the text arrives without an undo step.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} text
 * @returns {string} what the field took: its maxlength may have cut the text
 */
export function insertAtCaret(field, text) {
  const lengthBefore = field.value.length - selectionLength(field);
  const fitted = fitAtCaret(text, field);
  if (isTypingElsewhere(field) || !insertUndoably(field, fitted)) {
    insertSilently(field, fitted);
  }
  return fitted.slice(0, field.value.length - lengthBefore);
}

/**
 * The text with the blanks that it needs between its neighbours.
 *
 * @param {string} text
 * @param {{value: string, selectionStart: number, selectionEnd: number, localName: string}} field
 * @returns {string}
 */
export function fitAtCaret(text, field) {
  const before = field.value.slice(0, field.selectionStart);
  const after = field.value.slice(field.selectionEnd);
  const lines = field.localName === 'input' ? text.replace(/\s*\n\s*/g, ' ') : text;
  const needsBlankBefore = /[^\s([{„“"'‘«]$/u.test(before) && !/^[\s.,;:!?)\]}]/.test(lines);
  const needsBlankAfter = /^[\p{L}\p{N}([{„“«]/u.test(after) && !/\s$/.test(lines);
  return (needsBlankBefore ? ' ' : '') + lines + (needsBlankAfter ? ' ' : '');
}

function isTypingElsewhere(field) {
  const active = document.activeElement;
  return active !== field && (active?.matches('input:not([type="file"]), textarea, [contenteditable]') ?? false);
}

function insertUndoably(field, text) {
  const {selectionStart, selectionEnd} = field;
  field.focus();
  field.setSelectionRange(selectionStart, selectionEnd);
  return document.execCommand('insertText', false, text);
}

function insertSilently(field, text) {
  if (field.readOnly || field.disabled) {
    return;
  }
  const room = field.maxLength < 0 ? Infinity : field.maxLength - (field.value.length - selectionLength(field));
  field.setRangeText(text.slice(0, Math.max(0, room)), field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertText', data: text}));
}

function selectionLength(field) {
  return field.selectionEnd - field.selectionStart;
}

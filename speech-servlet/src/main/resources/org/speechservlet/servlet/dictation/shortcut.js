/**
 * A key with modifiers, written `Alt+Shift+D`.
 *
 * @typedef {{key: string, alt: boolean, ctrl: boolean, meta: boolean, shift: boolean}} Shortcut
 */

const MODIFIERS = new Map([
  ['alt', 'alt'], ['option', 'alt'], ['ctrl', 'ctrl'], ['control', 'ctrl'],
  ['meta', 'meta'], ['cmd', 'meta'], ['command', 'meta'], ['shift', 'shift'],
]);

/**
 * @param {string} written
 * @returns {Shortcut | null} null for none, and for what is not a shortcut: a letter alone would take it from the
 *     typist
 */
export function parseShortcut(written) {
  const names = written.split('+').map((name) => name.trim());
  const key = names.pop() ?? '';
  const modifiers = names.map((name) => MODIFIERS.get(name.toLowerCase()));
  if (!/^([a-z0-9]|f([1-9]|1[0-2]))$/i.test(key) || modifiers.includes(undefined)) {
    return null;
  }
  const shortcut = {
    key: key.toUpperCase(),
    alt: modifiers.includes('alt'),
    ctrl: modifiers.includes('ctrl'),
    meta: modifiers.includes('meta'),
    shift: modifiers.includes('shift'),
  };
  return shortcut.alt || shortcut.ctrl || shortcut.meta || key.length > 1 ? shortcut : null;
}

/**
 * The key counts by its letter; where a modifier turns that into a sign (Alt+D is "∂" on a Mac), by its place on the
 * keyboard.
 *
 * @param {Shortcut} shortcut
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>} event
 */
export function matches(shortcut, event) {
  return event.altKey === shortcut.alt && event.ctrlKey === shortcut.ctrl && event.metaKey === shortcut.meta
    && event.shiftKey === shortcut.shift && isKey(shortcut.key, event);
}

/**
 * @param {string} key
 * @param {Pick<KeyboardEvent, 'key' | 'code'>} event
 */
export function isKey(key, event) {
  const isLatin = /^([a-z]|f\d+)$/i.test(event.key);
  return isLatin ? event.key.toUpperCase() === key : event.code === `Key${key}` || event.code === `Digit${key}`;
}

/**
 * @param {Shortcut | null} shortcut
 * @returns {string} as aria-keyshortcuts wants it; empty for none
 */
export function ariaKeys(shortcut) {
  if (!shortcut) {
    return '';
  }
  const {alt, ctrl, meta, shift, key} = shortcut;
  return [ctrl && 'Control', alt && 'Alt', shift && 'Shift', meta && 'Meta', key].filter(Boolean).join('+');
}

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ariaKeys, matches, parseShortcut} from '../../main/resources/org/speechservlet/servlet/dictation/shortcut.js';

const altShiftD = parseShortcut('Alt+Shift+D');

function press(key, code, modifiers = {altKey: true, shiftKey: true}) {
  return {key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers};
}

const written = [
  ['Alt+Shift+D', 'Alt+Shift+D'],
  ['shift + alt + d', 'Alt+Shift+D'],
  ['Ctrl+Option+9', 'Control+Alt+9'],
  ['Cmd+Shift+M', 'Shift+Meta+M'],
  ['F8', 'F8'],
  ['Shift+F12', 'Shift+F12'],
];
for (const [text, expected] of written) {
  test(`parseShortcut_${text}_isUnderstood`, () => {
    assert.equal(ariaKeys(parseShortcut(text)), expected);
  });
}

for (const text of ['', 'D', 'Shift+D', 'Alt+', 'Hyper+D', 'Alt+F13', 'Alt+Enter', 'Alt+DD', '+']) {
  test(`parseShortcut_${text || 'nothing'}_isNone`, () => {
    assert.equal(parseShortcut(text), null);
  });
}

const presses = [
  ['the letter', press('D', 'KeyD'), true],
  ['the letter on another layout', press('D', 'KeyE'), true],
  ['a sign that the modifiers make of it', press('Î', 'KeyD'), true],
  ['another letter at its place', press('E', 'KeyD'), false],
  ['a dead key at its place', press('Dead', 'KeyD'), true],
  ['one modifier more', press('D', 'KeyD', {altKey: true, shiftKey: true, ctrlKey: true}), false],
  ['one modifier less', press('d', 'KeyD', {altKey: true}), false],
];
for (const [what, event, expected] of presses) {
  test(`matches_${what}_is${expected}`, () => {
    assert.equal(matches(altShiftD, event), expected);
  });
}

test('ariaKeys_noShortcut_areEmpty', () => {
  assert.equal(ariaKeys(null), '');
});

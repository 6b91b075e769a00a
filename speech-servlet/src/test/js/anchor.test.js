import assert from 'node:assert/strict';
import {test} from 'node:test';
import {editBetween, moved} from '../../main/resources/org/speechservlet/servlet/dictation/anchor.js';

const caretAt = (at) => ({start: at, end: at});

const edits = [
  ['typed at the end', 'ab', 'abc', 3, {at: 2, removed: 0, inserted: 1}],
  ['typed in the middle', 'ac', 'abc', 2, {at: 1, removed: 0, inserted: 1}],
  ['typed among equal letters, at the first', 'aa', 'aaa', 1, {at: 0, removed: 0, inserted: 1}],
  ['typed among equal letters, at the last', 'aa', 'aaa', 3, {at: 2, removed: 0, inserted: 1}],
  ['deleted', 'abcd', 'ad', 1, {at: 1, removed: 2, inserted: 0}],
  ['replaced', 'abcd', 'aXYZd', 4, {at: 1, removed: 2, inserted: 3}],
  ['changed by a script, caret elsewhere', 'abcd', 'abXcd', 0, {at: 2, removed: 0, inserted: 1}],
  ['emptied', 'abcd', '', 0, {at: 0, removed: 4, inserted: 0}],
];
for (const [what, before, after, caret, expected] of edits) {
  test(`editBetween_${what}_isThatStretch`, () => {
    assert.deepEqual(editBetween(before, after, caret), expected);
  });
}

test('editBetween_equalTexts_isNone', () => {
  assert.equal(editBetween('same', 'same', 2), null);
});

const moves = [
  ['before the edit', caretAt(1), {at: 3, removed: 0, inserted: 2}, caretAt(1)],
  ['after the edit', caretAt(5), {at: 3, removed: 0, inserted: 2}, caretAt(7)],
  ['after what was deleted', caretAt(5), {at: 1, removed: 2, inserted: 0}, caretAt(3)],
  ['where one types', caretAt(3), {at: 3, removed: 0, inserted: 2}, caretAt(5)],
  ['within what was replaced', caretAt(4), {at: 3, removed: 3, inserted: 1}, caretAt(4)],
  ['a selection that was typed over', {start: 2, end: 5}, {at: 2, removed: 3, inserted: 1}, caretAt(3)],
  ['a selection behind the edit', {start: 2, end: 5}, {at: 0, removed: 1, inserted: 3}, {start: 4, end: 7}],
  ['a selection right before the edit', {start: 2, end: 5}, {at: 5, removed: 0, inserted: 3}, {start: 2, end: 5}],
];
for (const [what, span, edit, expected] of moves) {
  test(`moved_${what}_standsWhereItBelongs`, () => {
    assert.deepEqual(moved(span, edit), expected);
  });
}

test('moved_heldCaretWhereTextIsPutIn_staysBeforeIt', () => {
  assert.deepEqual(moved(caretAt(3), {at: 3, removed: 0, inserted: 2}, true), caretAt(3));
});

test('moved_manyRandomEdits_keepsTheLettersAround', () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 16807) % 2147483647) % below;
  for (let round = 0; round < 500; round++) {
    const before = Array.from({length: 8}, () => 'ab'[random(2)]).join('');
    const mark = random(9);
    const at = random(9);
    const removed = random(9 - at);
    const put = 'xy'.slice(0, random(3));
    if (mark > at && mark < at + removed) {
      continue;
    }
    const after = before.slice(0, at) + put + before.slice(at + removed);
    const edit = editBetween(before, after, at + put.length);
    const {start} = edit ? moved(caretAt(mark), edit) : caretAt(mark);
    const expected = mark < at ? mark : mark + put.length - removed;
    if (mark !== at) {
      assert.equal(after.length - start, after.length - expected, `${before} ${at} -${removed} +${put} mark ${mark}`);
    }
  }
});

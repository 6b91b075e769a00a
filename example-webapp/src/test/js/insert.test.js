import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitAtCaret} from '../../main/webapp/insert.js';

/** A field whose caret, or selection, is marked by one or two bars. */
function field(marked, localName = 'textarea') {
  const parts = marked.split('|');
  const start = parts[0].length;
  return {
    value: parts.join(''),
    selectionStart: start,
    selectionEnd: parts.length === 3 ? start + parts[1].length : start,
    localName,
  };
}

const table = [
  ['empty field', '|', 'Hello.', 'Hello.'],
  ['after a word', 'One|', 'two', ' two'],
  ['after a blank', 'One |', 'two', 'two'],
  ['after a line break', 'One\n|', 'two', 'two'],
  ['after an opening bracket', 'One (|', 'two', 'two'],
  ['punctuation after a word', 'One|', ', two', ', two'],
  ['before a word', '|two', 'One', 'One '],
  ['before a blank', 'One| three', 'two', ' two'],
  ['before punctuation', 'One|.', 'two', ' two'],
  ['between letters that are not Latin', 'да|нет', 'и', ' и '],
  ['in place of a selection', 'One |two| three', '2', '2'],
];
for (const [place, marked, text, expected] of table) {
  test(`fitAtCaret_${place}_needsTheseBlanks`, () => {
    assert.equal(fitAtCaret(text, field(marked)), expected);
  });
}

test('fitAtCaret_linesInAOneLineField_becomeBlanks', () => {
  assert.equal(fitAtCaret('one\n two', field('|', 'input')), 'one two');
});

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {attributesIn, selectorsOf} from '../../main/resources/org/speechservlet/servlet/dictation/selectors.js';

const lists = [
  ['one', '#notes', ['#notes']],
  ['several', '#notes,textarea.note ,  [name=memo]', ['#notes', 'textarea.note', '[name=memo]']],
  ['a list within a selector', ':is(input, textarea), #b', [':is(input, textarea)', '#b']],
  ['a list within a list', ':is(:not(a, b), c), d', [':is(:not(a, b), c)', 'd']],
  ['a comma in a value', '[title="a, b"], #c', ['[title="a, b"]', '#c']],
  ['a bracket in a value', '[title="(["], #c', ['[title="(["]', '#c']],
  ['the other quote in a value', `[title='"'], #c`, [`[title='"']`, '#c']],
  ['an escaped quote', String.raw`[title="\","], #c`, [String.raw`[title="\","]`, '#c']],
  ['an escaped comma', String.raw`#a\,b, #c`, [String.raw`#a\,b`, '#c']],
  ['an escape at the end', '#a\\', ['#a\\']],
  ['letters beyond the basic plane', '#😀, #b', ['#😀', '#b']],
  ['empty places', ', #a, , ', ['#a']],
  ['what is never closed', '#a, [b, #c', ['#a', '[b, #c']],
  ['what is closed too often', '#a), #b', ['#a)', '#b']],
  ['nothing', ' ', []],
];
for (const [what, list, expected] of lists) {
  test(`selectorsOf_${what}_areThese`, () => {
    assert.deepEqual(selectorsOf(list), expected);
  });
}

test('attributesIn_selectors_areThoseThatTheyAskFor', () => {
  assert.deepEqual(
    attributesIn(['#a.b', 'form[data-kind="x"] input[ type = text]', '[data-kind]']),
    ['class', 'id', 'data-kind', 'type']);
});

test('attributesIn_namesWithCapitalsOrEscapes_areThoseOfTheElements', () => {
  assert.deepEqual(
    attributesIn(['[Data-Kind]', String.raw`[v-on\:input="x"]`, '[größe]']),
    ['class', 'id', 'Data-Kind', 'v-on:input', 'größe', 'data-kind']);
});

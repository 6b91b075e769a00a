import assert from 'node:assert/strict';
import {test} from 'node:test';
import {placedIn} from '../../main/resources/org/speechservlet/servlet/dictation/placement.js';

const FIELD = {
  width: 180,
  height: 38,
  room: 600,
  display: 'inline-block',
  parentDisplay: 'block',
  hostDisplay: 'block',
  size: 32,
};

const places = [
  ['a field with room beside it', {}, 'beside'],
  ['a field as wide as its parent', {width: 600}, 'inside'],
  ['a field that just leaves room', {width: 564}, 'beside'],
  ['a block-level field', {display: 'block', width: 300}, 'inside'],
  ['a flat field without room', {width: 600, height: 21}, 'beside'],
  ['a field in a flex container', {parentDisplay: 'flex', hostDisplay: 'flex'}, 'floating'],
  ['a field in a grid', {parentDisplay: 'inline-grid', hostDisplay: 'inline-grid'}, 'floating'],
  ['the last field in a flex container', {parentDisplay: 'flex'}, 'inside'],
  ['a field that is not shown', {width: 0, height: 0}, 'unseen'],
];
for (const [what, differing, expected] of places) {
  test(`placedIn_${what}_is${expected}`, () => {
    assert.equal(placedIn({...FIELD, ...differing}), expected);
  });
}

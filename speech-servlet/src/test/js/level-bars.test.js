import assert from 'node:assert/strict';
import {test} from 'node:test';
import {shareOf} from '../../main/resources/org/speechservlet/servlet/dictation/level-bars.js';

test('shareOf_silence_isNothing', () => {
  assert.equal(shareOf(0), 0);
  assert.equal(shareOf(0.0001), 0);
});

test('shareOf_fullScale_isAll', () => {
  assert.equal(shareOf(1), 1);
  assert.equal(shareOf(2), 1);
});

test('shareOf_speech_isInTheUpperHalf', () => {
  assert.ok(shareOf(0.1) > 0.5 && shareOf(0.1) < 0.8);
});

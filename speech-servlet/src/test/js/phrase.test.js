import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Phrase, WAV, WEBM_OPUS} from '../../main/resources/org/speechservlet/servlet/dictation/phrase.js';
import {wavHeader} from '../../main/resources/org/speechservlet/servlet/dictation/wav.js';
import {settle} from './support/hand-clock.js';
import {bytes, spoken} from './support/phrases.js';

/** @param {Promise<unknown>} promise */
async function isSettled(promise) {
  let settled = false;
  promise.then(() => (settled = true));
  await settle();
  return settled;
}

test('phrase_slices_areTheSameWhereverTheyAreCut', () => {
  const phrase = new Phrase(1, WEBM_OPUS);
  [0, 3, 4, 10, 10].reduce((from, to) => (phrase.append(bytes(from, to)), to));
  for (let cut = 0; cut <= 10; cut++) {
    assert.deepEqual([...phrase.slice(0, cut), ...phrase.slice(cut, 10)], [...bytes(0, 10)]);
  }
});

test('phrase_whileItIsSpoken_hasAHeadOfUnknownLength', () => {
  const phrase = new Phrase(1, WAV);
  assert.equal(phrase.size, 44);
  assert.deepEqual(phrase.slice(0, 44), wavHeader());
});

test('phrase_whole_hasAHeadThatTellsItsLength', () => {
  const phrase = spoken(1, 320);
  assert.deepEqual(phrase.whole().subarray(0, 44), wavHeader(320));
  assert.deepEqual(phrase.whole().subarray(44), bytes(0, 320));
});

test('phrase_beyond_waitsForMoreOrTheEnd', async () => {
  const phrase = new Phrase(1, WAV);
  phrase.append(bytes(0, 10));
  const more = phrase.beyond(60);
  const all = phrase.beyond(Infinity);
  assert.equal(await isSettled(phrase.beyond(53)), true);
  phrase.append(bytes(10, 16));
  assert.equal(await isSettled(more), false);
  phrase.append(bytes(16, 17));
  assert.equal(await isSettled(more), true);
  assert.equal(await isSettled(all), false);
  phrase.complete();
  assert.equal(await isSettled(all), true);
});

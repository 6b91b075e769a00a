import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Resampler} from '../../main/resources/org/speechservlet/servlet/dictation/resampler.js';
import {cut} from './support/cutting.js';
import {readWav, recording, sharedRecordings} from './support/recordings.js';
import {RATE_HZ, joined, mixed, noise, rms, silence, tone} from './support/sounds.js';

const SPOKEN = [
  'address', 'doctor', 'form', 'letter', 'medication', 'meeting', 'office', 'patient', 'review', 'walk',
];
const FRAME = RATE_HZ / 100;

/** The faint hiss of a quiet room, where a recording has nothing but zeros. */
const ROOM_RMS = 0.0003;

/** The first and the last sample of what is loud, compared with the loudest 10 ms, for longer than a click. */
function loudPart(/** @type {Float32Array} */ samples, share = 1 / 100, clickFrames = 0) {
  const levels = Array.from({length: Math.floor(samples.length / FRAME)}, (_, i) =>
    rms(samples.slice(i * FRAME, (i + 1) * FRAME)));
  const isLoud = levels.map((level) => level > Math.max(...levels) * share);
  const runs = isLoud.map((_, i) => i).filter((i) => isLoud.slice(i, i + clickFrames + 1).every(Boolean));
  return {from: runs[0] * FRAME, to: (/** @type {number} */ (runs.at(-1)) + clickFrames + 1) * FRAME};
}

/** Speech without words: syllables of a quarter of a second in a quiet room. */
function syllables(/** @type {number} */ seconds) {
  const voice = tone(250, seconds, 0.3).map((sample, i) => sample * Math.sin((Math.PI * 4 * i) / RATE_HZ) ** 2);
  return mixed(voice, noise(seconds, ROOM_RMS));
}

/** A room in which nobody speaks. */
function room(/** @type {number} */ seconds) {
  return noise(seconds, ROOM_RMS, 5);
}

/** That no phrase lies in another, and all are cut out of the recording as they were. */
function assertOrdered(/** @type {import('./support/cutting.js').CutPhrase[]} */ phrases) {
  let end = 0;
  for (const {from, to, samples} of phrases) {
    assert.ok(from >= end && to - from === samples.length);
    end = to;
  }
}

for (const name of SPOKEN) {
  const {samples} = recording(name);

  test(`cutter_${name}_isOnePhraseFromItsFirstSoundToItsLast`, () => {
    const phrases = cut(joined(silence(1), samples, silence(2)));
    const loud = loudPart(samples);
    assert.equal(phrases.length, 1);
    assert.ok(phrases[0].from <= RATE_HZ + loud.from && phrases[0].to >= RATE_HZ + loud.to);
  });

  test(`cutter_${name}FromItsFirstLoudSampleOn_losesNothingOfIt`, () => {
    const {from} = loudPart(samples);
    const phrases = cut(joined(samples.slice(from), silence(2)));
    assert.equal(phrases[0].from, 0);
  });

  test(`cutter_${name}InNoise15DecibelsBelow_isStillOnePhrase`, () => {
    const quiet = joined(silence(2), samples, silence(3));
    const phrases = cut(mixed(quiet, noise(quiet.length / RATE_HZ, rms(samples) / 10 ** (15 / 20))));
    const [{from, to}] = phrases;
    assert.equal(phrases.length, 1);
    assert.ok(from < 2.3 * RATE_HZ && to > 2 * RATE_HZ + samples.length - 0.4 * RATE_HZ);
  });

  test(`cutter_${name}AtATenthOfItsLoudness_isOnePhrase`, () => {
    const faint = joined(silence(1), samples.map((sample) => sample / 10), silence(2));
    assert.equal(cut(mixed(faint, room(faint.length / RATE_HZ))).length, 1);
  });
}

for (const name of ['silence', 'hiss', 'noise']) {
  test(`cutter_${name}_isNoPhrase`, () => {
    const {samples} = recording(name);
    assert.deepEqual(cut(joined(samples, samples, samples)), []);
  });
}

test('cutter_twoSentences_areTwoPhrasesInOrder', () => {
  const sentences = [recording('patient').samples, recording('office').samples];
  const phrases = cut(joined(silence(1), sentences[0], silence(1.2), sentences[1], silence(1.2)));
  assert.equal(phrases.length, 2);
  assertOrdered(phrases);
});

test('cutter_pauseShorterThanTheLimit_endsNoPhrase', () => {
  const [first, second] = [recording('patient').samples, recording('office').samples];
  const dictation = joined(silence(1), first, silence(1.2), second, silence(3));
  assert.equal(cut(dictation, {pauseSeconds: 2}).length, 1);
});

test('cutter_pause_endsThePhraseAsSoonAsItIsLongEnough', () => {
  const speech = recording('patient').samples;
  const {to} = loudPart(speech);
  const [{endedAt}] = cut(joined(silence(1), speech, silence(3)));
  const afterLastSound = endedAt / RATE_HZ - 1 - to / RATE_HZ;
  assert.ok(afterLastSound > 0.6 && afterLastSound < 1, `${afterLastSound} s`);
});

test('cutter_speech_isToldBeforeAThirdOfASecondOfItHasPassed', () => {
  const speech = recording('patient').samples;
  const [{begunAt}] = cut(joined(silence(1), speech, silence(1)));
  assert.ok(begunAt - RATE_HZ - loudPart(speech).from < RATE_HZ / 3);
});

test('cutter_phrase_beginsThreeTenthsOfASecondBeforeSpeech', () => {
  const [{from}] = cut(joined(room(2), tone(300, 1), room(2)));
  assert.equal(from, 2 * RATE_HZ - 0.3 * RATE_HZ);
});

for (const milliseconds of [5, 20, 50]) {
  test(`cutter_clickOf${milliseconds}Milliseconds_isNoPhrase`, () => {
    const click = joined(silence(1), noise(milliseconds / 1000, 0.5), silence(2));
    assert.deepEqual(cut(mixed(click, noise(3.2, ROOM_RMS))), []);
  });
}

test('cutter_fanThatStarts_isOnePhraseAtMostAndThenTheRoom', () => {
  const fan = joined(noise(3, ROOM_RMS), noise(12, 0.03, 2));
  const phrases = cut(fan);
  assert.equal(phrases.length, 1);
  assert.ok(phrases[0].to - phrases[0].from < 5 * RATE_HZ);
});

test('cutter_speechAfterAFanStarted_isHeard', () => {
  const speech = recording('patient').samples;
  const fan = joined(noise(3, ROOM_RMS), noise(12, 0.01, 2));
  fan.set(mixed(speech, fan.slice(10 * RATE_HZ)), 10 * RATE_HZ);
  const {from, to} = /** @type {import('./support/cutting.js').CutPhrase} */ (cut(fan).at(-1));
  assert.ok(from < 10.3 * RATE_HZ && to > 10 * RATE_HZ + speech.length - 0.5 * RATE_HZ);
});

test('cutter_humOfTheMains_isNoPhrase', () => {
  assert.deepEqual(cut(joined(silence(1), tone(50, 3, 0.1))), []);
});

test('cutter_constantOffset_isNoPhrase', () => {
  assert.deepEqual(cut(joined(silence(1), silence(3).fill(0.2))), []);
});

test('cutter_speechWithoutPause_isCutBetween45And55Seconds', () => {
  const phrases = cut(syllables(120));
  assert.equal(phrases.length, 3);
  for (const {from, to} of phrases.slice(0, -1)) {
    const seconds = (to - from) / RATE_HZ;
    assert.ok(seconds > 45 && seconds < 55, `${seconds} s`);
  }
});

test('cutter_speechWithoutPause_losesAndDoublesNoSample', () => {
  const phrases = cut(syllables(120));
  assert.deepEqual(phrases.map(({isContinued}) => isContinued), [false, true, true]);
  assert.deepEqual([phrases[0].from, phrases[1].from, phrases[2].from], [0, phrases[0].to, phrases[1].to]);
  assert.equal(phrases[2].to, 120 * RATE_HZ);
});

test('cutter_speechWithoutPause_isCutInTheMiddleOfTheQuietest200Milliseconds', () => {
  const speech = syllables(70);
  for (const [second, loudness] of [[46, 0.004], [48.5, 0.002], [53, 0.003]]) {
    speech.set(noise(0.2, loudness), second * RATE_HZ);
  }
  const [first] = cut(speech);
  assert.ok(Math.abs(first.to / RATE_HZ - 48.6) <= 0.01, `${first.to / RATE_HZ} s`);
});

test('cutter_speechWithoutPause_isHeldBackOnlyFromTheQuietestPlaceOn', () => {
  /** @type {number[]} */
  const lags = [];
  cut(syllables(60), {}, (heard, released) => lags.push((heard - released) / RATE_HZ));
  assert.ok(Math.max(...lags.slice(100, 4400)) === 0 && Math.max(...lags) <= 10);
});

test('cutter_longestPhrase_canBeSetShorter', () => {
  const [{from, to}] = cut(syllables(30), {maxPhraseSeconds: 11});
  assert.ok(to - from >= 9 * RATE_HZ && to - from <= 11 * RATE_HZ);
});

test('cutter_pauseThatBeginsAtTheCut_leavesNoPhraseOfSilence', () => {
  const phrases = cut(joined(syllables(10.6), room(3)), {maxPhraseSeconds: 11});
  assert.equal(phrases.length, 1);
});

test('cutter_thatCannotHoldBack_isCutAtTheFirstGap', () => {
  const speech = syllables(30);
  speech.set(room(0.3), 9.7 * RATE_HZ);
  const [first, second] = cut(speech, {maxPhraseSeconds: 11, canHoldBack: false});
  assert.ok(first.to > 9.8 * RATE_HZ && first.to <= 10 * RATE_HZ, `${first.to / RATE_HZ} s`);
  assert.deepEqual([first.endedAt, second.from, second.isContinued], [first.to, first.to, true]);
});

test('cutter_thatCannotHoldBackAndFindsNoGap_isCutWhenThePhraseIsFull', () => {
  const [{from, to}] = cut(syllables(30), {maxPhraseSeconds: 11, canHoldBack: false});
  assert.equal(to - from, 11 * RATE_HZ);
});

test('cutter_finish_endsTheOpenPhraseWithItsLastSample', () => {
  const speech = joined(room(1), syllables(2));
  assert.equal(cut(speech)[0].to, speech.length);
});

for (const {name, url} of sharedRecordings()) {
  test(`cutter_${name}_losesNoSpeech`, () => {
    const {rateHz, samples} = readWav(url);
    const speech = new Resampler(rateHz, RATE_HZ).push(samples);
    const phrases = cut(joined(silence(1), speech, silence(2)));
    const loud = loudPart(speech, 1 / 30, 9); // these rooms are not quiet, and in one of them lips click
    assertOrdered(phrases);
    assert.ok(phrases[0].from <= RATE_HZ + loud.from);
    assert.ok(/** @type {{to: number}} */ (phrases.at(-1)).to >= RATE_HZ + loud.to - 0.1 * RATE_HZ);
  });
}

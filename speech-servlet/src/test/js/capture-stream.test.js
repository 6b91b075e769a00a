import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CaptureStream} from '../../main/resources/org/speechservlet/servlet/dictation/capture-stream.js';
import {recording} from './support/recordings.js';
import {joined, noise, silence, tone} from './support/sounds.js';

/** @typedef {import('../../main/resources/org/speechservlet/servlet/dictation/capture-stream.js').CaptureMessage} CaptureMessage */

/** A rendering quantum of the Web Audio API. */
const QUANTUM = 128;
const RULES = {pauseSeconds: 0.8, maxPhraseSeconds: 55, canHoldBack: true};

/** @param {Float32Array} samples @param {number} [rateHz] */
function messagesOf(samples, rateHz = 16000) {
  /** @type {any[]} */
  const messages = [];
  const stream = new CaptureStream(rateHz, RULES, (message) => messages.push(message));
  const quantum = new Float32Array(QUANTUM);
  for (let i = 0; i + QUANTUM <= samples.length; i += QUANTUM) {
    quantum.set(samples.subarray(i, i + QUANTUM)); // the browser uses the same memory each time
    stream.push(quantum);
  }
  stream.stop();
  return messages;
}

const kinds = (/** @type {CaptureMessage[]} */ messages) =>
  messages.map(({kind}) => kind).filter((kind, i, all) => kind !== 'level' && kind !== all[i - 1]);

test('captureStream_speech_isStartedFollowedAndEnded', () => {
  const messages = messagesOf(joined(silence(1), recording('patient').samples, silence(1.5)));
  assert.deepEqual(kinds(messages.filter(({kind}) => kind !== 'level')), ['started', 'audio', 'ended', 'stopped']);
});

test('captureStream_audio_is16BitAndWhatWasHeard', () => {
  const {samples} = recording('patient');
  const messages = messagesOf(joined(silence(0.32), samples, silence(1.6)));
  const bytes = Buffer.concat(messages.filter(({kind}) => kind === 'audio').map((each) => each.bytes));
  const heard = Float32Array.from({length: bytes.length / 2}, (_, i) => bytes.readInt16LE(2 * i) / 0x7fff);
  const place = (0.32 + 1) * 16000;
  const offset = heard.findIndex((_, at) => [0, 50, 99].every((i) => Math.abs(heard[at + i] - samples[16000 + i]) < 1e-4));
  assert.ok(offset > 0 && offset <= place);
  for (let i = 0; i < 16000; i++) {
    assert.ok(Math.abs(heard[offset + i] - samples[16000 + i]) < 1e-4);
  }
});

test('captureStream_level_isToldTenTimesASecond', () => {
  const levels = messagesOf(tone(400, 1.03, 0.5)).filter(({kind}) => kind === 'level');
  assert.equal(levels.length, 10);
  assert.ok(levels.every(({rms, isZero}) => Math.abs(rms - 0.5 / Math.SQRT2) < 0.01 && !isZero));
});

test('captureStream_digitalSilence_isToldFromAQuietRoom', () => {
  const quiet = messagesOf(joined(silence(0.2), noise(0.2, 0.00005))).filter(({kind}) => kind === 'level');
  assert.deepEqual(quiet.map(({isZero}) => isZero), [true, true, false, false]);
});

test('captureStream_at48Kilohertz_hearsTheSameSpeech', () => {
  const {samples} = recording('patient');
  const speech = joined(silence(1), samples, silence(1.5));
  const upsampled = Float32Array.from({length: speech.length * 3}, (_, i) => speech[Math.floor(i / 3)]);
  const [started, ...others] = messagesOf(upsampled, 48000).filter(({kind}) => kind === 'started');
  assert.equal(started.phrase, 1);
  assert.deepEqual(others, []);
});

test('captureStream_stopInTheMiddleOfAPhrase_handsItOver', () => {
  const messages = messagesOf(joined(silence(1), recording('patient').samples.slice(0, 24_000)));
  assert.deepEqual(messages.slice(-2).map(({kind}) => kind), ['ended', 'stopped']);
});

test('captureStream_openPhrase_tellsHowLongItMayStillBe', () => {
  const levels = messagesOf(joined(silence(1), recording('patient').samples)).filter(({kind}) => kind === 'level');
  assert.equal(levels[0].remainingSeconds, Infinity);
  const last = levels.at(-1);
  assert.ok(last.isSpeaking && last.remainingSeconds > 51 && last.remainingSeconds < 53);
});

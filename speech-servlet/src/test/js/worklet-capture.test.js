import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {PcmPhrases} from '../../main/resources/org/speechservlet/servlet/dictation/pcm-phrases.js';
import {WorkletCapture} from '../../main/resources/org/speechservlet/servlet/dictation/worklet-capture.js';
import {HandClock, settle} from './support/hand-clock.js';

class Context extends EventTarget {
  state = 'suspended';

  /** @param {string} state */
  become(state) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  close() {
    this.become('closed');
  }
}

let clock = new HandClock();
let context = new Context();
let track = new EventTarget();
/** @type {any} */
let worklet;
/** @type {string[]} */
let told = [];
/** @type {WorkletCapture} */
let capture;

beforeEach(() => {
  clock = new HandClock();
  context = new Context();
  track = new EventTarget();
  told = [];
  worklet = {port: {sent: [], postMessage: (/** @type {any} */ message) => worklet.port.sent.push(message)}};
  const listener = {
    level: () => told.push('level'),
    started: (/** @type {number} */ phrase) => told.push(`started ${phrase}`),
    audio: (/** @type {number} */ phrase, /** @type {Uint8Array} */ bytes) => told.push(`audio ${phrase} ${bytes.length}`),
    ended: (/** @type {number} */ phrase) => told.push(`ended ${phrase}`),
    muted: (/** @type {boolean} */ isMuted) => told.push(`muted ${isMuted}`),
    lost: () => told.push('lost'),
  };
  const parts = /** @type {any} */ ({context, worklet, track, release: () => told.push('released'), timers: clock});
  capture = new WorkletCapture(parts, new PcmPhrases(listener), listener);
});

/** @param {object} data */
function post(data) {
  worklet.port.onmessage({data});
}

test('workletCapture_messages_areGivenOn', () => {
  post({kind: 'level', rms: 0, isZero: true, isSpeaking: false, remainingSeconds: Infinity});
  post({kind: 'started', phrase: 1, isContinued: false});
  post({kind: 'audio', phrase: 1, bytes: new Uint8Array(320)});
  post({kind: 'ended', phrase: 1, quietSeconds: 0.8});
  assert.deepEqual(told, ['level', 'started 1', 'audio 1 320', 'ended 1']);
});

test('workletCapture_stop_waitsForWhatTheAudioThreadHas', async () => {
  const stopped = capture.stop();
  assert.deepEqual(worklet.port.sent, ['stop']);
  post({kind: 'ended', phrase: 1, quietSeconds: 0});
  post({kind: 'stopped'});
  await stopped;
  assert.deepEqual(told, ['ended 1', 'released']);
  assert.equal(context.state, 'closed');
  assert.equal(clock.pendingCount, 0);
});

test('workletCapture_audioThreadThatIsDead_isWaitedForHalfASecond', async () => {
  let isStopped = false;
  capture.stop().then(() => (isStopped = true));
  await clock.advance(499);
  assert.equal(isStopped, false);
  await clock.advance(1);
  assert.equal(isStopped, true);
});

test('workletCapture_unpluggedDevice_isLost', () => {
  track.dispatchEvent(new Event('ended'));
  assert.deepEqual(told, ['lost']);
});

for (const state of ['interrupted', 'suspended', 'closed']) {
  test(`workletCapture_runningContextThatIs_${state}_isLost`, () => {
    context.become('running');
    context.become(state);
    assert.deepEqual(told, ['lost']);
  });
}

test('workletCapture_contextThatDoesNotRunYet_isNotLost', () => {
  context.become('suspended');
  context.become('running');
  assert.deepEqual(told, []);
});

test('workletCapture_mutedTrack_isToldAndStaysOpen', () => {
  track.dispatchEvent(new Event('mute'));
  track.dispatchEvent(new Event('unmute'));
  assert.deepEqual(told, ['muted true', 'muted false']);
});

test('workletCapture_defectInTheWorklet_isLost', () => {
  worklet.onprocessorerror();
  assert.deepEqual(told, ['lost']);
});

test('workletCapture_closed_tellsNothingMore', async () => {
  context.become('running');
  capture.close();
  capture.close();
  track.dispatchEvent(new Event('ended'));
  post({kind: 'started', phrase: 1, isContinued: false});
  await settle();
  assert.deepEqual(told, ['released']);
});

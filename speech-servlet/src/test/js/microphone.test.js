import assert from 'node:assert/strict';
import {test} from 'node:test';
import {obstacle, openMicrophone} from '../../main/resources/org/speechservlet/servlet/dictation/microphone.js';
import {settle} from './support/hand-clock.js';

const never = new AbortController().signal;

class Track {
  isStopped = false;
  stop() {
    this.isStopped = true;
  }
}

/** @param {Track} track @returns {any} */
const streamOf = (track) => ({getTracks: () => [track]});

test('openMicrophone_constraints_areAddedToThoseForSpeech', async () => {
  /** @type {any} */
  let asked;
  const devices = {getUserMedia: async (/** @type {any} */ constraints) => ((asked = constraints), streamOf(new Track()))};
  await openMicrophone({noiseSuppression: false, deviceId: 'headset'}, devices, never);
  assert.deepEqual(asked, {
    audio: {
      channelCount: 1, echoCancellation: true, noiseSuppression: false, autoGainControl: true, deviceId: 'headset',
    },
  });
});

test('openMicrophone_refused_tellsWhy', async () => {
  const devices = {getUserMedia: () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))};
  await assert.rejects(openMicrophone(undefined, devices, never), (/** @type {any} */ error) => {
    assert.deepEqual(error.problem, {
      code: 'permission-denied', retryable: true, detail: 'NotAllowedError: Permission denied',
    });
    return true;
  });
});

test('openMicrophone_abortedWhileTheBrowserAsks_isRejectedAtOnceAndTurnsOffWhatComesLater', async () => {
  const cancellation = new AbortController();
  const track = new Track();
  let give = () => {};
  const devices = {getUserMedia: () => new Promise((resolve) => (give = () => resolve(streamOf(track))))};
  const opened = openMicrophone(undefined, devices, cancellation.signal);
  cancellation.abort();
  await assert.rejects(opened, (error) => error === cancellation.signal.reason);
  give();
  await settle();
  assert.equal(track.isStopped, true);
});

test('openMicrophone_abortedThenRefused_leavesNoUnhandledRejection', async () => {
  const cancellation = new AbortController();
  let refuse = () => {};
  const devices = {getUserMedia: () => new Promise((_, reject) => (refuse = () => reject(new Error())))};
  const opened = openMicrophone(undefined, /** @type {any} */ (devices), cancellation.signal);
  cancellation.abort();
  await assert.rejects(opened);
  refuse();
  await settle();
});

class AudioContextOfToday {
  get audioWorklet() {
    return {};
  }
}

for (const [name, scope, code] of /** @type {const} */ ([
  ['plainHttp', {isSecureContext: false}, 'insecure-page'],
  ['noDevices', {isSecureContext: true, navigator: {}, AudioContext: AudioContextOfToday}, 'unsupported-browser'],
  ['noWorklet', {isSecureContext: true, navigator: {mediaDevices: {}}, AudioContext: class {}}, 'unsupported-browser'],
  ['all', {isSecureContext: true, navigator: {mediaDevices: {}}, AudioContext: AudioContextOfToday}, undefined],
])) {
  test(`obstacle_${name}_is_${code}`, () => {
    assert.equal(obstacle(scope)?.code, code);
  });
}

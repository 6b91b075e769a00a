import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CaptureStream} from '../../main/resources/org/speechservlet/servlet/dictation/capture-stream.js';
import {RawCapture} from '../../main/resources/org/speechservlet/servlet/dictation/raw-capture.js';
import {recording} from './support/recordings.js';
import {joined, silence} from './support/sounds.js';

const RULES = {pauseSeconds: 0.8, maxPhraseSeconds: 55, canHoldBack: true};

/** The node of a raw worklet, which gives samples in pieces of 2048. */
function rawNode() {
  /** @type {any} */
  const node = {port: {onmessage: null, postMessage: () => node.port.onmessage({data: 'stopped'})}, onprocessorerror: null};
  return node;
}

test('rawCapture_samples_giveTheSameMessagesAsOnTheAudioThread', () => {
  const speech = joined(silence(1), recording('patient').samples, silence(1.5), recording('walk').samples);
  /** @type {object[]} */
  const onThread = [];
  const stream = new CaptureStream(16000, RULES, (message) => onThread.push(message));
  stream.push(speech);
  stream.stop();

  /** @type {object[]} */
  const inPage = [];
  const node = rawNode();
  const capture = new RawCapture(node, 16000, RULES);
  capture.port.onmessage = ({data}) => inPage.push(data);
  for (let i = 0; i < speech.length; i += 2048) {
    node.port.onmessage({data: speech.slice(i, i + 2048)});
  }
  capture.port.postMessage('stop');
  assert.deepEqual(inPage, onThread);
});

test('rawCapture_defectInTheWorklet_isToldToWhoListens', () => {
  const node = rawNode();
  let isTold = false;
  new RawCapture(node, 16000, RULES).onprocessorerror = () => (isTold = true);
  node.onprocessorerror();
  assert.equal(isTold, true);
});

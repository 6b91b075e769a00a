import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {OpusPhrases, canRecordOpus} from '../../main/resources/org/speechservlet/servlet/dictation/opus-phrases.js';
import {HandClock, settle} from './support/hand-clock.js';

/** @type {FakeRecorder[]} */
let recorders = [];
let clock = new HandClock();
/** @type {string[]} */
let told = [];
/** @type {OpusPhrases} */
let phrases;

class FakeRecorder {
  static isTypeSupported = (/** @type {string} */ type) => type === 'audio/webm;codecs=opus';
  state = 'inactive';
  /** @type {(event: {data: Blob}) => void} */
  ondataavailable = () => {};
  onstop = () => {};
  onerror = () => {};
  startedAt = NaN;
  stoppedAt = NaN;

  /** @param {MediaStream} _stream @param {MediaRecorderOptions} options */
  constructor(_stream, options) {
    this.options = options;
    recorders.push(this);
  }

  /** @param {number} sliceMs */
  start(sliceMs) {
    Object.assign(this, {state: 'recording', sliceMs, startedAt: clock.now()});
  }

  stop() {
    Object.assign(this, {state: 'inactive', stoppedAt: clock.now()});
    this.record('rest');
    this.onstop();
  }

  /** @param {string} text */
  record(text) {
    this.ondataavailable({data: new Blob([text])});
  }
}

beforeEach(() => {
  recorders = [];
  clock = new HandClock();
  told = [];
  globalThis.MediaRecorder = /** @type {any} */ (FakeRecorder);
  phrases = new OpusPhrases(/** @type {any} */ ({}), clock, {
    started: (phrase, {contentType}) => told.push(`started ${phrase} ${contentType}`),
    audio: (phrase, bytes) => told.push(`audio ${phrase} ${Buffer.from(bytes)}`),
    ended: (phrase) => told.push(`ended ${phrase}`),
  });
});

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'MediaRecorder');
});

test('opusPhrases_phrase_isRecordedInMonoQualityForASlowLine', async () => {
  phrases.started(1, false);
  await settle();
  assert.deepEqual(recorders[0].options, {mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 24_000});
  assert.equal(recorders[0].state, 'recording');
});

test('opusPhrases_pieces_areHandedOverInOrderWithoutTheEmptyOnes', async () => {
  phrases.started(1, false);
  await settle();
  ['head', '', 'body'].forEach((text) => recorders[0].record(text));
  phrases.ended(1, 0.8);
  await clock.advance(0);
  assert.deepEqual(told, ['started 1 audio/webm;codecs=opus', 'audio 1 head', 'audio 1 body', 'audio 1 rest', 'ended 1']);
});

test('opusPhrases_phraseThatEndsWithAPause_isStoppedAtOnce', async () => {
  phrases.started(1, false);
  await settle();
  phrases.ended(1, 0.8);
  await settle();
  await clock.advance(0);
  assert.equal(recorders[0].stoppedAt, clock.now());
});

test('opusPhrases_phraseStoppedInTheMiddleOfAWord_waitsForTheDelayedEnd', async () => {
  phrases.started(1, false);
  await settle();
  const start = clock.now();
  phrases.ended(1, 0);
  let isFinished = false;
  phrases.finished().then(() => (isFinished = true));
  await clock.advance(599);
  assert.equal(isFinished, false);
  await clock.advance(1);
  assert.equal(recorders[0].stoppedAt - start, 600);
  assert.equal(isFinished, true);
});

test('opusPhrases_phraseThatContinues_beginsWhereTheLastOneEnds', async () => {
  phrases.started(1, false);
  await settle();
  phrases.ended(1, 0.2);
  phrases.started(2, true);
  await clock.advance(1000);
  assert.equal(recorders[1].startedAt, recorders[0].stoppedAt);
});

test('opusPhrases_nextPhraseDuringTheEndOfTheLast_isRecordedAtOnce', async () => {
  phrases.started(1, false);
  await settle();
  phrases.ended(1, 0.3);
  phrases.started(2, false);
  await settle();
  assert.equal(recorders[1].state, 'recording');
  await clock.advance(1000);
  assert.equal(told.at(-1), 'ended 1');
});

test('opusPhrases_recorderThatFails_endsThePhraseWithWhatThereIs', async () => {
  phrases.started(1, false);
  await settle();
  recorders[0].record('head');
  recorders[0].state = 'inactive';
  recorders[0].onerror();
  phrases.ended(1, 0.8);
  await clock.advance(0);
  assert.deepEqual(told.slice(1), ['audio 1 head', 'ended 1']);
});

test('canRecordOpus_browserWithoutRecorder_cannot', () => {
  assert.equal(canRecordOpus(), true);
  Reflect.deleteProperty(globalThis, 'MediaRecorder');
  assert.equal(canRecordOpus(), false);
});

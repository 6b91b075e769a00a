import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {PhraseQueue} from '../../main/resources/org/speechservlet/servlet/dictation/phrase-queue.js';
import {settle} from './support/hand-clock.js';
import {spoken} from './support/phrases.js';

/** @typedef {import('../../main/resources/org/speechservlet/servlet/dictation/answers.js').Outcome} Outcome */

/** Recognizes when the test says so. */
class HandRecognizer {
  /** @type {{phrase: number, signal: AbortSignal, answer: (outcome: Outcome) => void, fail: (error: Error) => void}[]} */
  asked = [];

  /** @type {import('../../main/resources/org/speechservlet/servlet/dictation/recognizer.js').Recognizer['recognize']} */
  recognize = (phrase, signal) =>
    new Promise((resolve, reject) => {
      this.asked.push({phrase: phrase.number, signal, answer: resolve, fail: reject});
      signal.addEventListener('abort', () => reject(signal.reason));
    });

  /** Answers the latest question about a phrase. @param {number} phrase @param {Outcome} outcome */
  async answer(phrase, outcome) {
    this.asked.findLast((each) => each.phrase === phrase)?.answer(outcome);
    await settle();
  }
}

/** @param {string} text @returns {Outcome} */
const said = (text) => ({kind: 'text', text, result: {}});
/** @type {Outcome} */
const FAILED = {kind: 'problem', problem: {code: 'timeout', retryable: true}};

let recognizer = new HandRecognizer();
/** @type {string[]} */
let told = [];
/** @type {PhraseQueue} */
let queue;

beforeEach(() => {
  recognizer = new HandRecognizer();
  told = [];
  queue = new PhraseQueue(recognizer, {
    outcome: (phrase, outcome) => told.push(`${phrase} ${outcome.kind === 'text' ? outcome.text : outcome.kind}`),
    healing: () => undefined,
    healed: () => undefined,
    idle: () => told.push('idle'),
  });
});

function speak(count = 3) {
  for (let number = 1; number <= count; number++) {
    queue.add(spoken(number, 1000));
  }
}

test('queue_phrases_areRecognizedSideBySide', () => {
  speak();
  assert.deepEqual(recognizer.asked.map(({phrase}) => phrase), [1, 2, 3]);
});

test('queue_answersOutOfOrder_areToldInSpokenOrder', async () => {
  speak();
  await recognizer.answer(3, said('three'));
  await recognizer.answer(2, said('two'));
  assert.deepEqual(told, []);
  await recognizer.answer(1, said('one'));
  assert.deepEqual(told, ['1 one', '2 two', '3 three', 'idle']);
});

test('queue_phraseThatFails_isToldInItsPlaceAndHoldsUpNoOther', async () => {
  speak();
  await recognizer.answer(1, said('one'));
  await recognizer.answer(2, FAILED);
  await recognizer.answer(3, said('three'));
  assert.deepEqual(told, ['1 one', '2 problem', '3 three', 'idle']);
  assert.equal(queue.failedCount, 1);
});

test('queue_retry_sendsFailedPhrasesAgainInOrder', async () => {
  speak();
  await recognizer.answer(1, FAILED);
  await recognizer.answer(2, said('two'));
  await recognizer.answer(3, FAILED);
  told = [];
  queue.retry();
  assert.deepEqual(recognizer.asked.slice(3).map(({phrase}) => phrase), [1, 3]);
  await recognizer.answer(3, said('three'));
  await recognizer.answer(1, said('one'));
  assert.deepEqual(told, ['1 one', '3 three', 'idle']);
  assert.equal(queue.failedCount, 0);
});

test('queue_retryWhileOneSpeaks_isToldWhenItComes', async () => {
  speak(2);
  await recognizer.answer(1, FAILED);
  queue.retry();
  await recognizer.answer(1, said('one'));
  assert.deepEqual(told, ['1 problem', '1 one']);
  await recognizer.answer(2, said('two'));
  assert.deepEqual(told, ['1 problem', '1 one', '2 two', 'idle']);
});

test('queue_audio_isHeldUntilItsTextHasCome', async () => {
  speak(2);
  assert.equal(queue.heldBytes, 2 * 1044);
  await recognizer.answer(1, said('one'));
  assert.equal(queue.heldBytes, 1044);
  await recognizer.answer(2, FAILED);
  assert.equal(queue.heldBytes, 1044);
  queue.discardFailed();
  assert.equal(queue.heldBytes, 0);
});

test('queue_phraseThatCanNeverSucceed_isNotHeld', async () => {
  speak(1);
  await recognizer.answer(1, {kind: 'problem', problem: {code: 'invalid-audio', retryable: false}});
  assert.deepEqual([told, queue.failedCount, queue.heldBytes], [['1 problem', 'idle'], 0, 0]);
});

test('queue_cancel_abortsEverythingAndTellsNothing', async () => {
  speak();
  await recognizer.answer(3, said('three'));
  queue.cancel();
  await settle();
  assert.ok(recognizer.asked.every(({signal}) => signal.aborted));
  assert.deepEqual([told, queue.heldBytes, queue.isIdle], [[], 0, true]);
});

test('queue_defectOfTheRecognizer_isAProblemOfThatPhrase', async () => {
  speak(1);
  recognizer.asked[0].fail(new TypeError('x is not a function'));
  await settle();
  assert.deepEqual(told, ['1 problem', 'idle']);
});

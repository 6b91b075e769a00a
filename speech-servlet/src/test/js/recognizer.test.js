import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {Endpoint} from '../../main/resources/org/speechservlet/servlet/dictation/endpoint.js';
import {Phrase, WAV} from '../../main/resources/org/speechservlet/servlet/dictation/phrase.js';
import {Recognizer} from '../../main/resources/org/speechservlet/servlet/dictation/recognizer.js';
import {HandClock} from './support/hand-clock.js';
import {bytes, spoken} from './support/phrases.js';
import {STEADY} from './support/quiet-surroundings.js';
import {CUT_AFTER, CUT_BEFORE, UploadServer, json, problem, proxyAnswers} from './support/upload-server.js';

let clock = new HandClock();
let server = new UploadServer();
/** @type {string[]} */
let healing = [];
/** @type {string[]} */
let warnings = [];
const never = new AbortController().signal;

beforeEach(() => {
  clock = new HandClock();
  server = new UploadServer();
  healing = [];
  warnings = [];
  mock.method(console, 'warn', (/** @type {string} */ message) => warnings.push(message));
});

afterEach(() => mock.restoreAll());

function recognizer({isLive = false, url = 'https://example.org/app/speech/'} = {}) {
  const endpoint = new Endpoint({url, fetch: server.fetch, headersFor: () => ({}), timers: clock});
  return new Recognizer(endpoint, {timers: clock, random: () => 1, network: STEADY}, isLive);
}

/**
 * What comes of a phrase within some time.
 *
 * @param {Recognizer} recognizer @param {Phrase} phrase
 */
async function outcomeOf(recognizer, phrase, {withinMs = 0, signal = never} = {}) {
  /** @type {any} */
  let outcome = null;
  const listener = {begun: () => healing.push('begun'), done: () => healing.push('done')};
  recognizer.recognize(phrase, signal, listener).then((value) => (outcome = value), (error) => (outcome = error));
  await clock.advance(withinMs);
  return outcome;
}

test('recognizer_ofWholePhrases_waitsForTheEndThenPostsItOnce', async () => {
  const phrase = new Phrase(1, WAV);
  phrase.append(bytes(0, 100));
  assert.equal(await outcomeOf(recognizer(), phrase), null);
  assert.equal(server.requests.length, 0);
  phrase.complete();
  await clock.advance(0);
  assert.deepEqual(server.log, ['POST']);
  assert.deepEqual(server.requests[0].body, phrase.whole());
  assert.equal(server.requests[0].url, 'https://example.org/app/speech/recognize');
});

for (const [name, mishap] of /** @type {const} */ ([
  ['before', CUT_BEFORE],
  ['after', CUT_AFTER],
  ['byAProxy', proxyAnswers(504)],
])) {
  test(`recognizer_wholePhraseLost_${name}_isSentAgain`, async () => {
    server.mishaps = [mishap];
    const outcome = await outcomeOf(recognizer(), spoken(1, 100), {withinMs: 1000});
    assert.equal(outcome.text, 'Hello.');
    assert.deepEqual(healing, ['begun', 'done']);
  });
}

test('recognizer_serverGone_isGivenUp', async () => {
  server.mishaps = Array(20).fill(CUT_BEFORE);
  const outcome = await outcomeOf(recognizer(), spoken(1, 100), {withinMs: 30_000});
  assert.equal(outcome.problem.code, 'network');
});

test('recognizer_wholePhraseCancelled_isAborted', async () => {
  const cancellation = new AbortController();
  const phrase = new Phrase(1, WAV);
  setImmediate(() => cancellation.abort());
  assert.equal(await outcomeOf(recognizer(), phrase, {signal: cancellation.signal}), cancellation.signal.reason);
});

test('recognizer_serverWithoutUploads_getsTheWholePhraseAtItsEnd', async () => {
  server.mishaps = [() => json({RecognitionStatus: 'NoMatch'})];
  const phrase = new Phrase(1, WAV);
  phrase.append(bytes(0, 100));
  const live = recognizer({isLive: true});
  assert.equal(await outcomeOf(live, phrase), null);
  phrase.append(bytes(100, 200));
  phrase.complete();
  await clock.advance(0);
  assert.deepEqual(server.log, ['POST ?0', 'POST']);
  assert.deepEqual(server.requests[1].body, phrase.whole());
});

test('recognizer_serverWithoutUploads_isNotAskedForOneAgain', async () => {
  server.mishaps = [() => problem(400, {})];
  const live = recognizer({isLive: true});
  await outcomeOf(live, spoken(1, 100));
  await outcomeOf(live, spoken(2, 100));
  assert.deepEqual(server.log, ['POST ?0', 'POST', 'POST']);
});

test('recognizer_shortRetryAfter_isWaitedForOnce', async () => {
  server.mishaps = [() => problem(503, {type: 'overloaded'}, {'Retry-After': '2'})];
  const outcome = outcomeOf(recognizer(), spoken(1, 100), {withinMs: 2000});
  assert.equal((await outcome).text, 'Hello.');
  assert.equal(server.requests.length, 2);
});

test('recognizer_secondRetryAfter_isToldToTheUser', async () => {
  server.mishaps = Array(3).fill(() => problem(429, {}, {'Retry-After': '1'}));
  const outcome = await outcomeOf(recognizer(), spoken(1, 100), {withinMs: 10_000});
  assert.deepEqual([outcome.problem.code, outcome.problem.retryAfterSeconds], ['too-many', 1]);
  assert.equal(server.requests.length, 2);
});

test('recognizer_longRetryAfter_isToldToTheUserAtOnce', async () => {
  server.mishaps = [() => problem(503, {type: 'overloaded'}, {'Retry-After': '6'})];
  const outcome = await outcomeOf(recognizer(), spoken(1, 100));
  assert.equal(outcome.problem.retryAfterSeconds, 6);
});

test('recognizer_problem_isToldToTheConsole_withTheRequestsId', async () => {
  server.mishaps = [() => problem(415, {title: 'Not supported', detail: 'AAC.'}, {'X-Request-Id': 'd510'})];
  await outcomeOf(recognizer(), spoken(1, 100));
  assert.deepEqual(warnings, ['Dictation: invalid-audio 415 Not supported: AAC. (request d510)']);
});

test('recognizer_problemThatIsTriedAgain_isToldToTheConsole_too', async () => {
  server.mishaps = [() => problem(503, {}, {'Retry-After': '2', 'X-Request-Id': 'd511'})];
  await outcomeOf(recognizer(), spoken(1, 100), {withinMs: 2000});
  assert.deepEqual(warnings, ['Dictation: overloaded 503 (request d511)']);
});

test('recognizer_liveUploadLost_isToldToTheConsole_withTheUploadsId', async () => {
  server.mishaps = [null, ...Array(20).fill(CUT_BEFORE)];
  const outcome = await outcomeOf(recognizer({isLive: true}), spoken(1, 100), {withinMs: 60_000});
  assert.equal(outcome.problem.code, 'network');
  assert.deepEqual(warnings, ['Dictation: network (request id of upload-1)']);
});

test('recognizer_text_isNotTold', async () => {
  assert.equal((await outcomeOf(recognizer(), spoken(1, 100))).text, 'Hello.');
  assert.deepEqual(warnings, []);
});

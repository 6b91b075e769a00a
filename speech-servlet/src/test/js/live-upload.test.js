import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {Endpoint} from '../../main/resources/org/speechservlet/servlet/dictation/endpoint.js';
import {LiveUpload} from '../../main/resources/org/speechservlet/servlet/dictation/live-upload.js';
import {Phrase, WAV} from '../../main/resources/org/speechservlet/servlet/dictation/phrase.js';
import {HandClock} from './support/hand-clock.js';
import {bytes} from './support/phrases.js';
import {CUT_AFTER, CUT_BEFORE, HANG, UploadServer, json, problem, proxyAnswers} from './support/upload-server.js';

const HEAD_BYTES = 44;
const HELLO = {kind: 'text', text: 'Hello.', result: {RecognitionStatus: 'Success', DisplayText: 'Hello.'}};
const LOST = {kind: 'problem', problem: {code: 'network', retryable: true, requestId: 'id of upload-1'}};

let clock = new HandClock();
let server = new UploadServer();
let phrase = new Phrase(1, WAV);
let cancellation = new AbortController();
/** @type {string[]} */
let healing = [];
/** @type {unknown} */
let outcome;
let isOnline = true;
/** @type {Set<() => void>} */
let onOnline = new Set();

beforeEach(() => {
  clock = new HandClock();
  server = new UploadServer();
  phrase = new Phrase(1, WAV);
  cancellation = new AbortController();
  healing = [];
  outcome = undefined;
  isOnline = true;
  onOnline = new Set();
});

/** Begins to send; the outcome is there when it is known. */
function send() {
  const network = {
    isOnline: () => isOnline,
    onOnline(/** @type {() => void} */ callback) {
      onOnline.add(callback);
      return () => onOnline.delete(callback);
    },
  };
  const endpoint = new Endpoint({
    url: 'https://example.org/app/speech/',
    language: 'de-DE',
    fetch: server.fetch,
    headersFor: () => ({}),
    timers: clock,
  });
  const surroundings = {timers: clock, random: () => 1, network};
  const listener = {begun: () => healing.push('begun'), done: () => healing.push('done')};
  new LiveUpload(phrase, endpoint, surroundings, listener).send(cancellation.signal).then(
    (value) => (outcome = value),
    (error) => (outcome = error),
  );
}

/** Speaks for a second in steps of 100 ms, each of which are 100 bytes here. */
async function speak(steps = 10) {
  for (let i = 0; i < steps; i++) {
    const from = phrase.size - HEAD_BYTES;
    phrase.append(bytes(from, from + 100));
    await clock.advance(100);
  }
}

/** Speaks, falls silent, and waits. */
async function dictate({steps = 10, waitMs = 0} = {}) {
  send();
  await speak(steps);
  phrase.complete();
  await clock.advance(waitMs);
}

/** The audio that the server has got last is what was spoken, no byte more or less. */
function assertAudioIsWhole(upload = server.uploads.at(-1)) {
  assert.deepEqual(Uint8Array.from(upload?.bytes ?? []), phrase.slice(0, phrase.size));
}

test('liveUpload_beforeTheFirstSample_asksNothing', async () => {
  send();
  await clock.advance(10_000);
  assert.deepEqual(server.requests, []);
});

test('liveUpload_phrase_isSentInPiecesWhileItIsSpoken', async () => {
  await dictate();
  assert.deepEqual(server.log, ['POST ?0', 'PATCH 144 ?0', 'PATCH 344 ?0', 'PATCH 544 ?0', 'PATCH 844 ?0', 'PATCH 1044 ?1']);
  assert.deepEqual(outcome, HELLO);
  assertAudioIsWhole();
});

test('liveUpload_creation_tellsTypeAndLanguage', async () => {
  await dictate();
  const {url, headers} = server.requests[0];
  assert.equal(url, 'https://example.org/app/speech/recognize?language=de-DE');
  assert.equal(headers.get('Content-Type'), 'audio/wav');
  assert.equal(headers.get('Accept'), 'application/json, application/problem+json');
});

test('liveUpload_append_isAPartialUploadAtTheUploadsAddress', async () => {
  await dictate();
  const {url, headers} = server.requests[1];
  assert.equal(url, 'https://example.org/app/speech/uploads/upload-1');
  assert.equal(headers.get('Content-Type'), 'application/partial-upload');
  assert.equal(headers.get('Upload-Token'), 'token of upload-1');
});

test('liveUpload_slowAnswer_isWaitedForBeforeTheNextPiece', async () => {
  server.mishaps = [null, async (_, handle) => {
    await new Promise((resolve) => clock.set(() => resolve(undefined), 600));
    return handle();
  }];
  await dictate({waitMs: 1000});
  assert.deepEqual(server.log, ['POST ?0', 'PATCH 144 ?0', 'PATCH 344 ?0', 'PATCH 944 ?1']);
  assertAudioIsWhole();
});

test('liveUpload_largestAppendThatTheServerTakes_isKeptTo', async () => {
  server.mishaps = [(_, handle) => {
    const response = handle();
    response.headers.set('Upload-Limit', 'max-size=100000, max-append-size=150');
    return response;
  }];
  await dictate({waitMs: 2000});
  assert.ok(server.requests.slice(1).every(({body}) => body.length <= 150));
  assertAudioIsWhole();
});

for (const [name, mishap] of /** @type {const} */ ([
  ['beforeTheServerHasIt', CUT_BEFORE],
  ['afterTheServerHasIt', CUT_AFTER],
  ['byAProxy', proxyAnswers(502)],
])) {
  for (let at = 0; at < 6; at++) {
    test(`liveUpload_request${at + 1}Lost_${name}_losesAndDoublesNoByte`, async () => {
      server.mishaps = [...Array(at).fill(null), mishap];
      await dictate({waitMs: 5000});
      assert.deepEqual(outcome, HELLO);
      assertAudioIsWhole();
      assert.deepEqual(healing, ['begun', 'done']);
    });
  }
}

test('liveUpload_networkGoneForTenSeconds_healsByItself', async () => {
  server.mishaps = [null, null, ...Array(6).fill(CUT_BEFORE)];
  await dictate({steps: 130});
  await clock.advance(1000);
  assert.deepEqual(outcome, HELLO);
  assert.deepEqual(healing, ['begun', 'done']);
  assertAudioIsWhole();
});

test('liveUpload_networkGone_isTriedAgainAfterTimesThatDouble', async () => {
  /** @type {number[]} */
  const times = [];
  server.mishaps = [null, ...Array(20).fill(() => {
    times.push(clock.now());
    throw new TypeError();
  })];
  await dictate({waitMs: 30_000});
  const pauses = times.slice(1).map((time, i) => time - times[i]);
  assert.deepEqual(pauses, [250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000]);
});

test('liveUpload_networkGoneForMoreThanTwentySeconds_isGivenUp', async () => {
  server.mishaps = [null, ...Array(20).fill(CUT_BEFORE)];
  await dictate({waitMs: 18_000});
  assert.equal(outcome, undefined);
  await clock.advance(10_000);
  assert.deepEqual(outcome, LOST);
  assert.deepEqual(healing, ['begun']);
});

test('liveUpload_browserOffline_waitsLongerThanTwentySeconds', async () => {
  isOnline = false;
  server.mishaps = [null, ...Array(11).fill(CUT_BEFORE)];
  await dictate({waitMs: 40_000});
  assert.deepEqual(outcome, HELLO);
});

test('liveUpload_browserOfflineForMinutes_isGivenUp', async () => {
  isOnline = false;
  server.mishaps = [null, ...Array(100).fill(CUT_BEFORE)];
  await dictate({waitMs: 200_000});
  assert.deepEqual(outcome, LOST);
});

test('liveUpload_browserBackOnline_triesAtOnce', async () => {
  server.mishaps = [null, ...Array(6).fill(CUT_BEFORE)];
  await dictate({waitMs: 8000});
  assert.equal(outcome, undefined);
  onOnline.forEach((callback) => callback());
  await clock.advance(0);
  assert.deepEqual(outcome, HELLO);
});

test('liveUpload_requestThatHangs_isTakenUpAgain', async () => {
  server.mishaps = [null, HANG];
  await dictate({waitMs: 25_000});
  assert.deepEqual(outcome, HELLO);
  assertAudioIsWhole();
});

test('liveUpload_answerThatTakesHalfAMinute_isWaitedFor', async () => {
  server.mishaps = [...Array(5).fill(null), async (_, handle) => {
    await new Promise((resolve) => clock.set(() => resolve(undefined), 30_000));
    return handle();
  }];
  await dictate({waitMs: 31_000});
  assert.deepEqual(outcome, HELLO);
  assert.deepEqual(healing, []);
});

test('liveUpload_lastAnswerLost_isAskedForAgainWithTheSameAppend', async () => {
  server.mishaps = [...Array(5).fill(null), CUT_AFTER];
  await dictate({waitMs: 1000});
  assert.deepEqual(server.log.slice(-3), ['PATCH 1044 ?1', 'HEAD', 'PATCH 1044 ?1']);
  assert.deepEqual(outcome, HELLO);
});

test('liveUpload_nodeThatDied_getsThePhraseFromItsStart', async () => {
  send();
  await speak(10);
  server.forget();
  await speak(10);
  phrase.complete();
  await clock.advance(1000);
  assert.equal(server.uploads.length, 2);
  assert.deepEqual(outcome, HELLO);
  assertAudioIsWhole();
});

test('liveUpload_nodeThatDiesWhileTheNetworkIsGone_getsThePhraseFromItsStart', async () => {
  server.mishaps = [null, CUT_BEFORE];
  send();
  await speak(3);
  server.forget();
  await speak(10);
  phrase.complete();
  await clock.advance(1000);
  assert.deepEqual(outcome, HELLO);
  assertAudioIsWhole();
});

test('liveUpload_serverThatForgetsEveryUpload_isGivenUp', async () => {
  const forgetful = (/** @type {any} */ _, /** @type {() => Response} */ handle) => {
    const response = handle();
    server.forget();
    return response;
  };
  server.mishaps = Array(100).fill(forgetful);
  await dictate({waitMs: 60_000});
  assert.equal(/** @type {any} */ (outcome).problem.code, 'internal');
});

test('liveUpload_serverWithOtherOffset_isFollowed', async () => {
  send();
  await speak(4);
  server.uploads[0].bytes.length = 50;
  await speak(6);
  phrase.complete();
  await clock.advance(1000);
  assert.deepEqual(outcome, HELLO);
  assertAudioIsWhole();
});

test('liveUpload_appendOfWhichTheServerGotAPart_goesOnBehindThatPart', async () => {
  server.mishaps = [null, (request, handle) => {
    request.body = request.body.slice(0, 30);
    handle();
    return problem(400, {type: 'incomplete-append'}, {'Upload-Complete': '?0'});
  }];

  await dictate();

  assert.deepEqual(outcome, HELLO);
  assert.equal(server.uploads.length, 1);
  assertAudioIsWhole();
});

test('liveUpload_conflictWithoutAnOffset_asksForIt', async () => {
  server.mishaps = [null, () => problem(409, {type: 'superseded'}, {'Upload-Complete': '?0'})];

  await dictate();

  assert.deepEqual(outcome, HELLO);
  assert.equal(server.uploads.length, 1);
  assertAudioIsWhole();
});

test('liveUpload_serverThatContradictsItself_isGivenUp', async () => {
  const wrong = () => problem(409, {}, {'Upload-Offset': '100', 'Upload-Complete': '?0'});
  server.mishaps = [null, ...Array(100).fill(wrong)];
  await dictate({waitMs: 60_000});
  assert.equal(/** @type {any} */ (outcome).problem.status, 409);
});

test('liveUpload_problemInTheMiddle_isFinal', async () => {
  const overloaded = () => problem(503, {type: 'overloaded', title: 'Too much to do'}, {'Upload-Complete': '?1', 'Retry-After': '30'});
  server.mishaps = [null, overloaded];
  await dictate({waitMs: 60_000});
  const {code, title, retryAfterSeconds} = /** @type {any} */ (outcome).problem;
  assert.deepEqual([code, title, retryAfterSeconds], ['overloaded', 'Too much to do', 30]);
  assert.deepEqual(server.log, ['POST ?0', 'PATCH 144 ?0']);
});

test('liveUpload_defectOfTheServerInTheMiddle_isTakenUpAgain', async () => {
  server.mishaps = [null, () => problem(500, {title: 'Internal Server Error'})];
  await dictate({waitMs: 1000});
  assert.deepEqual(outcome, HELLO);
  assertAudioIsWhole();
});

for (const [name, answer] of /** @type {const} */ ([
  ['answersThePieceAtOnce', () => json({RecognitionStatus: 'NoMatch'})],
  ['refusesThePiece', () => problem(400, {type: 'malformed-audio'})],
  ['doesNotKnowTheAddress', () => problem(404, {})],
])) {
  test(`liveUpload_serverThat_${name}_isSaidToKnowNoUploads`, async () => {
    server.mishaps = [answer];
    await dictate();
    assert.equal(outcome, 'unknown');
  });
}

test('liveUpload_loginPage_isToldAsUnauthorized', async () => {
  server.mishaps = [() => new Response('<form>', {headers: {'Content-Type': 'text/html'}})];
  await dictate();
  assert.equal(/** @type {any} */ (outcome).problem.code, 'unauthorized');
});

test('liveUpload_redirectToTheLoginInTheMiddle_isToldAsUnauthorized', async () => {
  server.mishaps = [null, () => Object.defineProperties(Response.error(), {type: {value: 'opaqueredirect'}})];
  await dictate({waitMs: 1000});
  assert.equal(/** @type {any} */ (outcome).problem.code, 'unauthorized');
});

test('liveUpload_refusedAtItsBegin_isToldAtOnce', async () => {
  server.mishaps = [() => problem(503, {type: 'token-unavailable'}, {'Retry-After': '10'})];
  send();
  await speak(1);
  assert.equal(/** @type {any} */ (outcome).problem.code, 'token-unavailable');
});

test('liveUpload_cancelled_isDeletedOnTheServer', async () => {
  send();
  await speak(5);
  cancellation.abort();
  await clock.advance(0);
  assert.equal(server.log.at(-1), 'DELETE');
  assert.equal(server.uploads[0].name, 'deleted');
  assert.equal(outcome, cancellation.signal.reason);
});

test('liveUpload_cancelledWhileHealing_leavesNoTimerBehind', async () => {
  server.mishaps = [null, ...Array(20).fill(CUT_BEFORE)];
  send();
  await speak(20);
  cancellation.abort();
  await clock.advance(0);
  assert.equal(outcome, cancellation.signal.reason);
  assert.equal(clock.pendingCount, 0);
  assert.equal(onOnline.size, 0);
});

test('liveUpload_finished_leavesNoTimerBehind', async () => {
  await dictate();
  assert.equal(clock.pendingCount, 0);
});
